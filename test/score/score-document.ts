import type { BudgetDocument, BudgetTable } from "../../src/index.ts";
import { compactText } from "../../src/model/compact-text.ts";
import type { Truth, TruthTable } from "../support/truth.ts";

/** How much of a document was read as it is printed. */
export interface Score {
  readonly tables: number;
  readonly tablesFound: number;
  /** Every row, cell, header path and the notes are right. */
  readonly tablesExact: number;
  readonly rows: number;
  readonly rowsExact: number;
  readonly cells: number;
  readonly cellsExact: number;
  /** Cells that are wrong, missing or too many in a table about which no diagnostic says anything. */
  readonly silentlyWrong: number;
}

export const nothing: Score = {
  tables: 0,
  tablesFound: 0,
  tablesExact: 0,
  rows: 0,
  rowsExact: 0,
  cells: 0,
  cellsExact: 0,
  silentlyWrong: 0,
};

export function addScores(a: Score, b: Score): Score {
  return Object.fromEntries(Object.keys(nothing).map((key) => [key, a[key as keyof Score] + b[key as keyof Score]])) as unknown as Score;
}

/** Compares a document with what a person transcribed; text is compared without white space. */
export function scoreDocument(document: BudgetDocument, truth: Truth): Score {
  return truth.tables.map((wanted) => scoreTable(document, wanted)).reduce(addScores, nothing);
}

function scoreTable(document: BudgetDocument, wanted: TruthTable): Score {
  const table = document.tables.find((candidate) => isTheSame(candidate, wanted));
  const wantedRows = wanted.rows.map(({ cells }) => cells.map(compact));
  const foundRows = (table?.rows ?? []).map(({ cells }) => cells.map(compact));
  const { rowsExact, cellsExact, surplus } = alignRows(wantedRows, foundRows);
  const cells = wantedRows.reduce((sum, row) => sum + row.length, 0);
  const headIsRight =
    table !== undefined &&
    samePaths(wanted.columns, pathsOf(table)) &&
    compact(wanted.note) === compact(table.notes.join("")) &&
    (wanted.title === "" || sameTitle(wanted.title, table.title));
  const wrong = cells - cellsExact + surplus;
  return {
    tables: 1,
    tablesFound: table ? 1 : 0,
    tablesExact: headIsRight && wrong === 0 && rowsExact === wantedRows.length ? 1 : 0,
    rows: wantedRows.length,
    rowsExact,
    cells,
    cellsExact,
    silentlyWrong: isSpokenOf(document, wanted, table) ? 0 : wrong,
  };
}

/** A table is told by its number, and one that prints none by its title, or by its header where it has no title either. */
function isTheSame(table: BudgetTable, wanted: TruthTable): boolean {
  if (wanted.number !== null) return table.kind !== "unrecognised" && table.number === wanted.number;
  return wanted.title === "" ? samePaths(wanted.columns, pathsOf(table)) : sameTitle(wanted.title, table.title);
}

/** Whoever transcribes a title may write its brackets in either width. */
function sameTitle(wanted: string, found: string | null): boolean {
  return compactText(wanted) === compactText(found ?? "");
}

function isSpokenOf({ diagnostics }: BudgetDocument, wanted: TruthTable, table: BudgetTable | undefined): boolean {
  if (!table) return diagnostics.length > 0;
  return diagnostics.some(
    ({ table: number, page }) => (number !== undefined && number === wanted.number) || (page !== undefined && table.pages?.includes(page)),
  );
}

/** Pairs the rows in their order so that most cells agree; a row that is missing or too many spoils only itself. */
function alignRows(wanted: readonly (readonly string[])[], found: readonly (readonly string[])[]) {
  const agree = wanted.map((row) => found.map((other) => row.filter((cell, column) => cell === (other[column] ?? "")).length));
  const best = Array.from({ length: wanted.length + 1 }, () => new Array<number>(found.length + 1).fill(0));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = found.length - 1; j >= 0; j--) {
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), at(i + 1, j + 1) + (agree[i]?.[j] ?? 0));
    }
  }
  let rowsExact = 0;
  let cellsExact = 0;
  let surplus = 0;
  let i = 0;
  let j = 0;
  while (i < wanted.length && j < found.length) {
    const together = agree[i]?.[j] ?? 0;
    const row = wanted[i] ?? [];
    const other = found[j] ?? [];
    if (at(i, j) === at(i + 1, j + 1) + together) {
      cellsExact += together;
      const more = other.slice(row.length).filter((cell) => cell !== "").length;
      surplus += more;
      if (together === row.length && more === 0) rowsExact++;
      i++;
      j++;
    } else if (at(i, j) === at(i + 1, j)) i++;
    else {
      surplus += other.filter((cell) => cell !== "").length;
      j++;
    }
  }
  for (; j < found.length; j++) surplus += (found[j] ?? []).filter((cell) => cell !== "").length;
  return { rowsExact, cellsExact, surplus };
}

function pathsOf(table: BudgetTable): string[][] {
  return table.columns.map(({ path }) => path);
}

function samePaths(wanted: readonly (readonly string[])[], found: readonly (readonly string[])[]): boolean {
  const text = (paths: readonly (readonly string[])[]) => paths.map((path) => path.map(compact).join("/")).join("|");
  return text(wanted) === text(found);
}

function compact(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/gu, "");
}
