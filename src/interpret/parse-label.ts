import { tidyText } from "../model/compact-text.ts";
import { foldWidth } from "../model/fold-width.ts";
import { ORDINAL } from "../model/label-words.ts";

/** A printed label taken apart: `其中：（一）[30212]因公出国（境）费用`. */
export interface ParsedLabel {
  /** `一、`, `（一）`, `1.` as printed. */
  readonly ordinal: string | null;
  /** Digits of the code in brackets before the name. */
  readonly code: string | null;
  readonly name: string;
  /** Whether 其中： stood before it. */
  readonly ofWhich: boolean;
}

const OF_WHICH = /^其中[：:]?/u;
const BRACKETED_CODE = /^[[［【(（〔]((?:[0-9０-９]\s*){3,12})[\]］】)）〕]/u;
const LEADING_CODE = /^(\d{3}|\d{5}|\d{7})(?=[^\d.,])/u;

/**
 * Takes 其中：, the ordinal and the code off a label.
 *
 * @param text Cell text as printed.
 * @returns Every part that is there; the name without inner spaces between Chinese characters.
 * @example parseLabel("[30101]基本工资") // { ordinal: null, code: "30101", name: "基本工资", ofWhich: false }
 */
export function parseLabel(text: string): ParsedLabel {
  const { name: rest, ofWhich } = parseStub(text);
  const ordinal = ORDINAL.exec(rest)?.[0] ?? null;
  const afterOrdinal = (ordinal ? rest.slice(ordinal.length) : rest).trimStart();
  const bracketed = BRACKETED_CODE.exec(afterOrdinal);
  const leading = bracketed ? null : LEADING_CODE.exec(afterOrdinal);
  const code = bracketed?.[1] ?? leading?.[1] ?? null;
  const name = tidyText(afterOrdinal.slice((bracketed ?? leading)?.[0].length ?? 0));
  return { ordinal, code: code && foldWidth(code).replace(/\s+/gu, ""), name, ofWhich };
}

/**
 * Takes 其中： off a stub whose name may itself begin with digits or an ordinal (a project, a budget unit).
 *
 * @example parseStub("其中：部门项目 支出") // { name: "部门项目支出", ofWhich: true }
 */
export function parseStub(text: string): Pick<ParsedLabel, "name" | "ofWhich"> {
  const tidy = tidyText(text);
  const name = tidy.replace(OF_WHICH, "").trimStart();
  return name !== "" && name.length < tidy.length ? { name, ofWhich: true } : { name: tidy, ofWhich: false };
}

/** A budget unit as one column prints it: `105001某局`, `[105001]某局`, `301007_某分局`. */
export interface UnitLabel {
  /** Digits of its code; null where none is printed. */
  readonly code: string | null;
  readonly name: string;
}

const UNIT_CODE = /^[[［【(（]?(\d{3,15})[\]］】)）]?[-_—–\s]*(?=[^\d\s])/u;

/**
 * Takes the code off a budget unit's name.
 *
 * @example parseUnit("301007_某分局") // { code: "301007", name: "某分局" }
 */
export function parseUnit(text: string): UnitLabel {
  const tidy = tidyText(foldWidth(text));
  const code = UNIT_CODE.exec(tidy);
  return code ? { code: code[1] ?? null, name: tidy.slice(code[0].length) } : { code: null, name: tidyText(text) };
}
