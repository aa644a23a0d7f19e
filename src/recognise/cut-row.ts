import type { Grid } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { least } from "../model/long-lists.ts";
import { openBrackets } from "../model/open-brackets.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";
import type { Column } from "../tables/column.ts";
import { formLabels } from "../tables/form-labels.ts";
import type { RowGrammar } from "../tables/row-grammar.ts";
import type { JoinedRow } from "./recognised-table.ts";

/** What a table's columns are for, and how it prints its rows. */
export interface RowNature {
  readonly money: readonly boolean[];
  /** Columns of codes and labels: what a row begins with. */
  readonly stub: readonly boolean[];
  /** Whether every row that stands inside a page prints money; undefined where no row does. */
  readonly alwaysMoney: boolean | undefined;
  /** Whether every row inside a page that has a text beside its label prints money: kinds of projects have neither. */
  readonly textWithMoney: boolean;
  /** Whether the program leaves a row open where a page break cuts it: then a closed border is no cut. */
  readonly opensAtCut: boolean;
  /** The fewest cells that a row inside a page fills; undefined where none stands there. */
  readonly fewestFilled: number | undefined;
  /** Labels that the form prints word for word, compact. */
  readonly labels: ReadonlySet<string>;
}

/** @param columns The form's column for each of the table's; undefined where it is not known. */
export function rowNature(
  bodies: readonly (readonly JoinedRow[])[],
  columns: readonly (Column | undefined)[],
  grids: readonly Grid[],
  rows: RowGrammar | undefined,
): RowNature {
  const money = moneyColumns(bodies.flat(), columns);
  const known = columns.some((column) => column);
  const stub = money.map((_, index) => (known ? isStub(columns[index]) : index < 2));
  const text = textColumns({ money, stub });
  const inside = bodies.flatMap((rows) => rows.slice(1, -1));
  return {
    money,
    stub,
    alwaysMoney: inside.length === 0 ? undefined : inside.every((row) => fillsAny(row, money)),
    textWithMoney: inside.some((row) => fillsAny(row, text)) && inside.every((row) => !fillsAny(row, text) || fillsAny(row, money)),
    fewestFilled: inside.length === 0 ? undefined : least(inside.map(filledCount)),
    labels: rows ? formLabels(rows) : new Set(),
    opensAtCut: grids.some(({ openTop, openBottom }, index) => (openTop && index > 0) || (openBottom && index < grids.length - 1)),
  };
}

/** What the page shows of the place where it breaks. */
export interface PageBreak {
  /** Whether the border is open there. */
  readonly open: boolean;
  /** Whether lines part the rows, so that the last row is surely one. */
  readonly isRuled: boolean;
  /** For each column, whether the first row's text would have found no room on the last line above the break; undefined where the page does not show it. */
  readonly wrapped: readonly (boolean | undefined)[];
}

/**
 * Whether the first row of a page is the rest of the last row of the page before.
 *
 * The border says so where the program leaves it open at a cut, and so does a row of a single text that goes on above. Elsewhere a rest has no
 * code, ordinal or 合计 of its own and prints no text where the row before has none; where every other row prints money, a row without any
 * is a rest, and so is one with the money that the row before lacks. A code or label goes on only where the line above it was full or left a
 * bracket open, or where the two together are a label of the form; two that the form has are two. Where other rows print no money either, it
 * goes on beside a text that goes on within a sentence, and perhaps alone, or beside any text where only rows with money have texts.
 * Where cells stand in the middle of their row, its beginning may be the text without code or money, or all its texts without the money.
 */
export function cutBetween(
  last: JoinedRow,
  first: JoinedRow,
  nature: RowNature,
  { open, isRuled, wrapped }: PageBreak,
): "yes" | "perhaps" | "no" {
  const { money, stub, alwaysMoney, opensAtCut } = nature;
  if (!fitTogether(last, first, nature)) return "no";
  if (open || isRestOfCell(last, first, nature, wrapped) || isRestOfFigures(last, first, nature)) return "yes";
  if (opensAtCut || !money.includes(true)) return "no";
  if (isFragment(last, nature) && !isFragment(first, nature) && goesOnIn(last, first)) return isRuled ? "yes" : "perhaps";
  if (beginsRow(first, stub) || isWholeLabel(last, first, nature)) return "no";
  if (!fillsAny(first, money) && stub.some((isStub, column) => isStub && closesBracket(last, first, column))) return "yes";
  if (completesLabel(last, first, nature)) return "yes";
  if (stub.some((isStub, column) => isStub && wrapped[column] === false)) return "no";
  const [lastHasMoney, firstHasMoney] = [fillsAny(last, money), fillsAny(first, money)];
  const lacksMoney = !lastHasMoney && nature.textWithMoney && fillsAny(last, textColumns(nature));
  if (firstHasMoney && lacksMoney && alwaysMoney === false) return isRuled ? "yes" : "perhaps";
  if (firstHasMoney && (lastHasMoney || alwaysMoney === false)) return "no";
  if (!firstHasMoney && !fillsAny(first, stub)) return "yes";
  const isWithin = first.cells.every(({ text }, column) => text === null || money[column] || last.cells[column]?.text !== null);
  if (alwaysMoney === false) {
    if (firstHasMoney || !lastHasMoney) return "no";
    if (goesOnWithinSentences(last, first, nature, wrapped)) return isRuled ? "yes" : "perhaps";
    const isNoRow = nature.textWithMoney && isWithin && fillsAny(first, textColumns(nature));
    return isNoRow || isRestOfLabel(last, first, nature, wrapped) ? "perhaps" : "no";
  }
  return alwaysMoney && isWithin ? "yes" : "perhaps";
}

/** Whether each text of a row has one to go on with in the next. */
function goesOnIn(last: JoinedRow, first: JoinedRow): boolean {
  return last.cells.every(({ text }, column) => text === null || first.cells[column]?.text !== null);
}

function textColumns({ money, stub }: Pick<RowNature, "money" | "stub">): boolean[] {
  return money.map((isMoney, column) => !isMoney && !stub[column]);
}

/** Whether a row has neither money nor anything that says what it is. */
export function isFragment(row: JoinedRow, { money, stub }: RowNature): boolean {
  return money.includes(true) && !fillsAny(row, money) && !fillsAny(row, stub);
}

/** Whether a row fills a single cell where all others fill more, and its text goes on above. */
function isRestOfCell(last: JoinedRow, first: JoinedRow, nature: RowNature, wrapped: PageBreak["wrapped"]): boolean {
  return filledCount(first) < Math.min(2, nature.fewestFilled ?? 0) && goesOnWithinSentences(last, first, nature, wrapped);
}

/** Whether a row has more than labels, and each of its texts may go on one above: a label after a full line, another text also within a sentence. */
function goesOnWithinSentences(last: JoinedRow, first: JoinedRow, { stub }: RowNature, wrapped: PageBreak["wrapped"]): boolean {
  const filled = first.cells.flatMap(({ text }, column) => (text === null ? [] : [column]));
  return (
    filled.some((column) => !stub[column]) &&
    filled.every((column) => {
      const above = last.cells[column]?.text ?? null;
      return wrapped[column] !== false && above !== null && (stub[column] || !/[。；;.]$/u.test(above));
    })
  );
}

function filledCount({ cells }: JoinedRow): number {
  return cells.filter(({ text }) => text !== null).length;
}

/** Two pieces of one row do not both begin one, no list in them begins twice, and their figures make single figures. */
function fitTogether(last: JoinedRow, first: JoinedRow, { money, stub }: RowNature): boolean {
  if (beginsRow(last, stub) && beginsRow(first, stub)) return false;
  if (last.cells.some(({ text }, column) => beginsList(text) && beginsList(first.cells[column]?.text ?? null))) return false;
  return last.cells.every(({ text }, column) => {
    const rest = first.cells[column]?.text ?? null;
    return !money[column] || text === null || rest === null || goesOnFigure(text, rest);
  });
}

/** Whether a row has ends of figures that the row before begins (pieces that fit together), and no text where that has none. */
function isRestOfFigures(last: JoinedRow, first: JoinedRow, { money }: RowNature): boolean {
  const filled = first.cells.flatMap(({ text }, column) => (text === null ? [] : [column]));
  const goesOn = (column: number) => last.cells[column]?.text != null;
  return filled.some((column) => money[column]) && filled.every(goesOn);
}

/** Whether two texts are one figure, of which the first is none, or one with a single decimal that the second makes two. */
function goesOnFigure(text: string, rest: string): boolean {
  return isNumber(text + rest) && (!isNumber(text) || (/\.\d$/u.test(text) && /^\d$/u.test(rest)));
}

function fillsAny(row: JoinedRow, columns: readonly boolean[]): boolean {
  return row.cells.some(({ text }, column) => columns[column] && text !== null);
}

const ROW_BEGINNING =
  /^(?:[[［【]\s*\d{3}|\d{3}(?:\d\d){0,2}$|\d{6}$|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|其中|合\s*计|总\s*计|小\s*计|本年[收支]|[收支][入出]总计)/u;

function beginsRow(row: JoinedRow, stub: readonly boolean[]): boolean {
  return row.cells.some(({ text }, column) => stub[column] && text !== null && ROW_BEGINNING.test(text.trim()));
}

/** Whether a text begins with the first point of a list. */
function beginsList(text: string | null): boolean {
  return text !== null && /^\s*(?:1[、.．](?!\d)|一、|[（(](?:1|一)[）)])/u.test(text);
}

function isNumber(text: string): boolean {
  const printed = parsePrintedAmount(text);
  return printed?.kind === "number" || printed?.kind === "dash";
}

/** Whether the form has both labels as rows of their own. */
function isWholeLabel(last: JoinedRow, first: JoinedRow, { stub, labels }: RowNature): boolean {
  const isLabel = (row: JoinedRow, column: number) => labels.has(bareLabel(row.cells[column]?.text ?? ""));
  return stub.some((isStub, column) => isStub && isLabel(last, column) && isLabel(first, column));
}

/** Whether a row is nothing but the end of a label that the form has, of which the row before has the beginning. */
function completesLabel(last: JoinedRow, first: JoinedRow, { stub, labels }: RowNature): boolean {
  const filled = first.cells.flatMap(({ text }, column) => (text === null ? [] : [{ column, rest: text }]));
  return (
    filled.length > 0 &&
    filled.every(({ column, rest }) => {
      const beginning = last.cells[column]?.text ?? "";
      return stub[column] && !labels.has(bareLabel(beginning)) && labels.has(bareLabel(beginning + rest));
    })
  );
}

/** Whether a row has nothing but texts that may go on the labels above, which filled their lines, and none that the form has. */
function isRestOfLabel(last: JoinedRow, first: JoinedRow, { stub, labels }: RowNature, wrapped: PageBreak["wrapped"]): boolean {
  return first.cells.every(({ text }, column) => {
    if (text === null) return true;
    return stub[column] && wrapped[column] === true && last.cells[column]?.text != null && !labels.has(bareLabel(text));
  });
}

/** Whether a bracket that one cell opens is closed only in the other. */
function closesBracket(last: JoinedRow, first: JoinedRow, column: number): boolean {
  const open = (row: JoinedRow) => openBrackets(row.cells[column]?.text ?? "");
  return open(last) > 0 && open(first) === -open(last);
}

function bareLabel(text: string): string {
  return compactText(text).replace(/^(?:其中:?)?(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\))?/u, "");
}

const STUB_KEYS: ReadonlySet<string> = new Set([
  "code",
  "name",
  "budgetUnitCode",
  "budgetUnitName",
  "label",
  "revenueItem",
  "expenditureItem",
  "departmentEconomicCode",
  "departmentEconomicName",
  "governmentEconomicCode",
  "governmentEconomicName",
]);

function isStub(column: Column | undefined): boolean {
  return column?.type === "codedName" || column?.type === "codePart" || STUB_KEYS.has(column?.key ?? "");
}

/** Columns that hold money: the form says so, or most of their filled cells are figures. */
function moneyColumns(rows: readonly JoinedRow[], columns: readonly (Column | undefined)[]): boolean[] {
  const known = columns.some((column) => column);
  return columns.map((column_, column) => {
    if (known) return column_?.type === "amount";
    const filled = rows.flatMap(({ cells }) => cells[column]?.text ?? []);
    return filled.length > 0 && filled.filter(isNumber).length > filled.length / 2;
  });
}
