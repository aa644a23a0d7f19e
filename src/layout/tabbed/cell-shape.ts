import { compactText } from "../../model/compact-text.ts";
import { parsePrintedAmount } from "../../model/printed-amount.ts";

/** What the text of a cell looks like: money has decimals or separators, `digits` may be a code, a count or money. */
export type CellShape = "blank" | "amount" | "digits" | "dash" | "text";

export function cellShape(text: string): CellShape {
  const compact = compactText(text);
  if (compact === "") return "blank";
  if (/^\d+$/.test(compact)) return "digits";
  const printed = parsePrintedAmount(text);
  if (printed?.kind === "dash") return "dash";
  return printed?.kind === "number" ? "amount" : "text";
}

/** What the cells of a column look like, undefined where none is filled, and whether some are empty. */
export type ColumnShape = { readonly shape: Exclude<CellShape, "blank" | "dash"> | undefined; readonly everBlank: boolean };

/** Most cells of a column have one shape; a column that mixes them tells nothing. */
export function columnShape(cells: readonly string[]): ColumnShape {
  const shapes = cells.map(cellShape);
  const filled = shapes.filter((shape) => shape !== "blank" && shape !== "dash");
  const shape = (["amount", "digits", "text"] as const).find(
    (candidate) => filled.length > 0 && filled.filter((found) => found === candidate).length * 10 >= filled.length * 7,
  );
  return { shape, everBlank: shapes.length === 0 || shapes.includes("blank") };
}

export function fitsColumn(text: string, { shape }: ColumnShape): boolean {
  const found = cellShape(text);
  if (shape === undefined || found === "blank" || found === shape) return true;
  if (found === "dash") return shape !== "digits";
  return found === "digits" && shape === "amount";
}
