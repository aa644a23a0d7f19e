import { type AmountUnit, Decimal, toTenThousandYuan } from "../model/amount.ts";
import { foldWidth } from "../model/fold-width.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { JoinedCell, RecognisedTable } from "../recognise/recognised-table.ts";

/** A character read so surely needs no proof. */
const SURE = 0.95;

/** An amount that was recognised in a picture. */
export interface PictureFigure {
  readonly table: RecognisedTable;
  readonly number: number | undefined;
  readonly row: number;
  readonly column: number;
  readonly cell: JoinedCell;
  readonly text: string;
  /** Whether some character of it was not read surely. */
  readonly isUnsure: boolean;
  /** What the last digit that was not read surely counts, in 万元: a wrong one makes a difference of at least this. Absent if all are sure. */
  readonly doubted: Decimal | undefined;
  /** What else it may be: one character read otherwise. */
  readonly readings: readonly Reading[];
}

export interface Reading {
  readonly text: string;
  /** By how much the amount would be larger, in 万元. */
  readonly more: Decimal;
}

/** Names a cell of a document. */
export function placeKey(kind: string, number: number | undefined, row: number, column: number): string {
  return `${kind} ${number ?? ""} ${row} ${column}`;
}

/** The amounts of the tables that were recognised in pictures, by their places. */
export function pictureFigures(tables: readonly RecognisedTable[]): ReadonlyMap<string, PictureFigure> {
  const figures = new Map<string, PictureFigure>();
  for (const table of tables) {
    const { match, printedNumber, printedUnit = "tenThousandYuan", columns, rows } = table;
    if (!match) continue;
    const number = printedNumber ?? match.layout.number;
    for (const [row, { cells }] of rows.entries())
      for (const [column, cell] of cells.entries()) {
        const figure = columns[column]?.column?.type === "amount" ? figureOf(cell, printedUnit) : undefined;
        if (figure) figures.set(placeKey(match.spec.kind, number, row, column), { table, number, row, column, cell, ...figure });
      }
  }
  return figures;
}

function figureOf(
  { text, recognised = [] }: JoinedCell,
  unit: AmountUnit,
): Pick<PictureFigure, "text" | "isUnsure" | "doubted" | "readings"> | undefined {
  if (text === null || recognised.length === 0) return undefined;
  const own = parsePrintedAmount(text);
  const characters = recognised.map((one) => one.text);
  const readings = recognised.flatMap(({ runnersUp = [] }, at) =>
    runnersUp.flatMap(({ text: other }): Reading[] => {
      const read = characters.with(at, other).join("");
      const amount = parsePrintedAmount(read);
      if (own?.kind !== "number" || amount?.kind !== "number" || amount.value.equals(own.value)) return [];
      return [{ text: read, more: toTenThousandYuan(amount.value.minus(own.value), unit) }];
    }),
  );
  const unsure = recognised.map(({ confidence = 1 }) => confidence < SURE);
  const units = unitsOf(characters);
  const doubted = units[unsure.findLastIndex((isUnsure, at) => isUnsure && units[at] !== undefined)];
  return { text, isUnsure: unsure.includes(true), doubted: doubted && toTenThousandYuan(doubted, unit), readings };
}

/** What each digit counts; undefined for what is no digit. */
function unitsOf(characters: readonly string[]): (Decimal | undefined)[] {
  const isDigit = (character: string) => /^\d$/u.test(foldWidth(character));
  const point = characters.findLastIndex((character) => /^[.．]$/u.test(character));
  const whole = characters.slice(0, point === -1 ? undefined : point).filter(isDigit).length;
  let digits = 0;
  return characters.map((character) => (isDigit(character) ? new Decimal(10).pow(whole - ++digits) : undefined));
}
