import type { GridCell } from "../layout/region.ts";
import { least } from "../model/long-lists.ts";

const CODED = /^[[［【](\d{3,})[\]］】](.+)$/u;
const CODE = /^\d{3,7}$/u;
const HAN = /\p{Script=Han}/u;

/** A code, and the name that a document gives it. */
export interface CodedName {
  readonly code: string;
  readonly name: string;
}

interface Named {
  readonly cell: GridCell;
  readonly name: string;
  /** Of its least sure character. */
  readonly confidence: number;
}

/**
 * The code, and the name that it bears, for each cell that prints one: that which most cells of the code print, and of several such
 * the most surely read one.
 *
 * @param grids The cells of each grid of a document.
 */
export function codedNames(grids: readonly (readonly GridCell[])[]): ReadonlyMap<GridCell, CodedName> {
  const byCode = new Map<string, Named[]>();
  const add = (code: string, cell: GridCell, name: string) => {
    const confidence = least(
      (cell.recognised ?? []).map((one) => one.confidence ?? 1),
      1,
    );
    byCode.set(code, [...(byCode.get(code) ?? []), { cell, name, confidence }]);
  };
  for (const cells of grids) {
    const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
    for (const cell of cells) {
      const text = textOf(cell);
      const [, code, name] = CODED.exec(text) ?? [];
      if (code && name) add(code, cell, name);
      const beside = CODE.test(text) ? at.get(`${cell.row} ${cell.column + cell.columnSpan}`) : undefined;
      if (beside && HAN.test(textOf(beside))) add(text, beside, textOf(beside));
    }
  }
  const names = new Map<GridCell, CodedName>();
  for (const [code, named] of byCode) {
    const name = mostPrinted(named);
    for (const { cell } of named) names.set(cell, { code, name });
  }
  return names;
}

function mostPrinted(named: readonly Named[]): string {
  const counts = new Map<string, { count: number; confidence: number }>();
  for (const { name, confidence } of named) {
    const known = counts.get(name);
    counts.set(name, { count: (known?.count ?? 0) + 1, confidence: Math.max(known?.confidence ?? 0, confidence) });
  }
  return [...counts].sort(([, a], [, b]) => b.count - a.count || b.confidence - a.confidence)[0]?.[0] ?? "";
}

function textOf({ lines }: GridCell): string {
  return lines.join("").replace(/\s+/gu, "");
}
