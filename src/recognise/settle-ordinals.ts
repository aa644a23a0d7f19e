import type { GridCell } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { isOneMore, sure } from "./nearest-wording.ts";

/** 一、 to 九十九、 before words, or what a recognition made of that: at most so many characters before the stop. */
const NUMBERED = /^([^、]{0,4})、(?=.*\p{Script=Han})/u;
const DIGITS = "〇一二三四五六七八九";

/**
 * The ordinals of labels that a recognition could not read, from those above and below in the column: 十八、 儿、 二十、.
 *
 * @param cells Of one grid.
 * @returns What the label's ordinal is, for each cell whose own is none.
 */
export function settledOrdinals(cells: readonly GridCell[]): ReadonlyMap<GridCell, string> {
  const settled = new Map<GridCell, string>();
  const columns = new Map<number, { readonly cell: GridCell; readonly value: number | undefined }[]>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const ordinal = ordinalOf(cell);
    if (ordinal !== "") columns.set(cell.column, [...(columns.get(cell.column) ?? []), { cell, value: numberOf(ordinal.slice(0, -1)) }]);
  }
  for (const labels of columns.values())
    for (const [at, { cell, value }] of labels.entries()) {
      if (value !== undefined) continue;
      const above = at === 0 ? 0 : valueAt(labels, at - 1, -1);
      const below = at === labels.length - 1 ? undefined : valueAt(labels, at + 1, 1);
      if (above === undefined || (below ?? above + 2) !== above + 2) continue;
      const meant = `${written(above + 1)}、`;
      const isBetween = labels[at - 1]?.value === above && labels[at + 1]?.value === below;
      if (isUnsure(cell) || (isBetween && cell.recognised && isOneApart(ordinalOf(cell), meant))) settled.set(cell, meant);
    }
  return settled;
}

/** However surely it was read: between 十八、 and 二十、 the ordinal 十儿、 is 十九、, and so is 十九九、. */
function isOneApart(read: string, meant: string): boolean {
  if (read.length > meant.length) return isOneMore(read, meant);
  return read.length === meant.length && read.length > 2 && [...read].filter((character, at) => character !== meant[at]).length === 1;
}

function ordinalOf({ lines }: GridCell): string {
  return NUMBERED.exec(compactText(lines.join("")))?.[0] ?? "";
}

/** Whether its ordinal is lost, or a character of it was not read surely. */
function isUnsure({ recognised }: GridCell): boolean {
  if (!recognised) return false;
  const ordinal = recognised.slice(
    0,
    recognised.findIndex(({ text }) => text === "、"),
  );
  return ordinal.every(({ text }) => /[^\p{L}\d]/u.test(text)) || ordinal.some(({ confidence = 1 }) => confidence < sure);
}

/** The ordinal beside, counted on over those that could not be read either. */
function valueAt(labels: readonly { readonly value: number | undefined }[], from: number, step: 1 | -1): number | undefined {
  for (let at = from; at >= 0 && at < labels.length; at += step) {
    const { value } = labels[at] ?? {};
    if (value !== undefined) return value - (at - from);
  }
  return undefined;
}

function numberOf(ordinal: string): number | undefined {
  const [, tens, ones] = /^(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)$/u.exec(ordinal) ?? [];
  if (ordinal === "" || (tens === undefined && !ones)) return undefined;
  return (tens === undefined ? 0 : tens === "" ? 1 : DIGITS.indexOf(tens)) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function written(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${ones > 0 ? DIGITS[ones] : ""}`;
}
