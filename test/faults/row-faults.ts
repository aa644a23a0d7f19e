import type { Edit, Fault, FaultKind, Subject } from "./fault.ts";
import { type AmountCell, amountCells } from "./printed-cells.ts";

/** Rows that are lost, printed twice, or left without their amounts. */
export const rowFaults: readonly FaultKind[] = [
  {
    name: "total row left blank",
    plants: (subject) =>
      rowsOf(subject, isTotalRow).map((cells) => () => ({
        edits: cells.map(({ table, row, column }): Edit => ({ edit: "cell", table, row, column, text: null })),
        at: placeOf(cells),
        was: cells.map(({ text }) => text).join(" "),
      })),
  },
  {
    name: "row dropped",
    plants: (subject) =>
      rowsOf(subject).map((cells) => (): Fault => {
        const { table, row } = placeOf(cells);
        return { edits: [{ edit: "dropRow", table, row }], at: { table, dropped: row }, was: labelOf(cells) };
      }),
  },
  {
    name: "row printed twice",
    plants: (subject) =>
      rowsOf(subject, ({ line }) => line.children().length === 0).map((cells) => (): Fault => {
        const { table, row } = placeOf(cells);
        return { edits: [{ edit: "doubleRow", table, row }], at: { table, row }, was: labelOf(cells) };
      }),
  },
];

/** The cells of each row that prints an amount other than zero. */
function rowsOf(subject: Subject, wanted: (cell: AmountCell) => boolean = () => true): [AmountCell, ...AmountCell[]][] {
  const rows = new Map<string, AmountCell[]>();
  for (const cell of amountCells(subject)) {
    const place = `${cell.table} ${cell.row}`;
    if (wanted(cell)) rows.set(place, [...(rows.get(place) ?? []), cell]);
  }
  return [...rows.values()] as [AmountCell, ...AmountCell[]][];
}

function isTotalRow({ line }: AmountCell): boolean {
  return ["total", "subtotal", "grandTotal"].includes(line.role);
}

function placeOf([{ table, row }]: readonly [AmountCell, ...AmountCell[]]): { table: number; row: number } {
  return { table, row };
}

function labelOf(cells: readonly AmountCell[]): string {
  return [...new Set(cells.map(({ line }) => line.label))].join(" ");
}
