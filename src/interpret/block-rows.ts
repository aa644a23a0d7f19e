import type { Decimal } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import { notice } from "../model/diagnostic.ts";
import type { Column } from "../tables/column.ts";
import type { BlockRows } from "../tables/row-grammar.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";

/** A heading of the form, and the block that it stands in. */
interface Heading {
  readonly block: string;
  /** Empty where the block's own label heads the cell. */
  readonly words: string;
  readonly column: Column;
}

interface FilledCell {
  readonly index: number;
  readonly text: string;
  readonly words: string;
}

interface Progress {
  readonly block: string | undefined;
  /** What stands in each column, below the last row of headings. */
  readonly headed: ReadonlyMap<number, Column>;
  /** What cells say that span the rows below them. */
  readonly spanned: Readonly<Record<string, unknown>>;
}

const HEADING: InterpretedRow = { role: "heading", level: 0, parent: null, fields: {}, amounts: {} };

/**
 * Reads a form of blocks: a block's label stands at its left, its headings beside or above what they head.
 *
 * A row whose cells are all headings says what stands in the columns below; in any other, a cell behind a heading is its value.
 */
export function blockRowsOf(readers: readonly RowReader[], grammar: BlockRows, columns: readonly Column[]): InterpretedRows {
  const headings = headingsOf(columns);
  const rows: InterpretedRow[] = [];
  let progress: Progress = { block: undefined, headed: new Map(), spanned: {} };
  for (const reader of readers) {
    const filled = reader.row.cells.flatMap(({ text }, index): FilledCell[] =>
      text === null ? [] : [{ index, text: text.trim(), words: compactText(text) }],
    );
    const label = blockLabel(filled, grammar);
    if (label && label.block !== progress.block) progress = { block: label.block, headed: new Map(), spanned: {} };
    const cells = label ? label.rest : filled;
    const ownColumn = label && headings.find(({ block, words }) => block === words && words === compactText(label.block))?.column;
    const ofBlock = headings.filter(({ block, words }) => words !== "" && (progress.block === undefined || block === progress.block));
    const headed = headingRow(cells, ofBlock) ?? headingRow(cells, headings);
    if (headed) {
      const columns = new Map([...headed.columns, ...(ownColumn ? [[filled[0]?.index ?? 0, ownColumn] as const] : [])]);
      progress = { block: headed.block, headed: columns, spanned: {} };
      rows.push(HEADING);
      continue;
    }
    if (cells.length > 0 && cells.every(({ words }) => grammar.words.some((known) => compactText(known) === words))) {
      rows.push(HEADING);
      continue;
    }
    const read = valuesOf(cells, progress, ofBlock, headings);
    const { fields, amounts } = typedValues(read.values, reader);
    if (read.strays || progress.block === undefined) {
      reader.report(notice("interpret.unknown-row", { number: reader.name, row: rowLabel(reader.row) }, reader.place()));
      rows.push({ role: "other", level: 1, parent: null, fields: {}, amounts });
      continue;
    }
    const spanning = Object.fromEntries(Object.entries(fields).filter(([key]) => grammar.spanning.includes(key)));
    progress = { ...progress, spanned: spannedBy(progress.spanned, spanning, grammar.spanning) };
    const own = grammar.blocks[progress.block ?? ""] ?? "other";
    const isIndicator =
      "indicatorName" in fields && Object.keys(fields).every((key) => key.startsWith("indicator") || key.endsWith("Value"));
    rows.push({
      role: isIndicator && grammar.roles.includes("indicator") ? "indicator" : own,
      level: 1,
      parent: null,
      fields: { ...progress.spanned, ...fields },
      amounts,
    });
  }
  return { rows, missing: [] };
}

function headingsOf(columns: readonly Column[]): Heading[] {
  return columns.flatMap((column) =>
    column.headers.map(([block = "", words = ""]) => ({ block: compactText(block), words: compactText(words), column })),
  );
}

/** The label of a block at the beginning of a row; behind its colon may stand what it heads. */
function blockLabel(
  filled: readonly FilledCell[],
  { blocks }: BlockRows,
): { readonly block: string; readonly rest: readonly FilledCell[] } | undefined {
  const [first, ...rest] = filled;
  if (!first) return undefined;
  for (const label of Object.keys(blocks)) {
    const words = compactText(label);
    if (first.words === words) return { block: label, rest };
    if (!first.words.startsWith(`${words}:`)) continue;
    const text = first.text.slice(first.text.search(/[:：](?=[^:：]*$)/u) + 1).trim();
    return { block: label, rest: text === "" ? rest : [{ index: first.index, text, words: compactText(text) }, ...rest] };
  }
  return undefined;
}

/** Cells of a row that are all headings of one block. */
function headingRow(
  cells: readonly FilledCell[],
  headings: readonly Heading[],
): { readonly block: string; readonly columns: ReadonlyMap<number, Column> } | undefined {
  if (cells.length < 2) return undefined;
  for (const block of new Set(headings.map((heading) => heading.block))) {
    const found = cells.map(({ words }) => headings.find((heading) => heading.block === block && heading.words === words));
    if (found.every((heading) => heading !== undefined))
      return { block, columns: new Map(found.map((heading, at) => [cells[at]?.index ?? 0, heading.column])) };
  }
  return undefined;
}

interface Value {
  readonly column: Column;
  readonly cell: FilledCell | undefined;
}

/** What the cells of a row say: behind a heading, in a headed column, or behind the label of the block. */
function valuesOf(
  cells: readonly FilledCell[],
  { block, headed }: Progress,
  ofBlock: readonly Heading[],
  headings: readonly Heading[],
): { readonly values: readonly Value[]; readonly strays: boolean } {
  const values: Value[] = [];
  let strays = false;
  const own = headings.find((heading) => heading.block === compactText(block ?? "") && heading.words === "");
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at] as FilledCell;
    const heading = headed.size === 0 ? ofBlock.find(({ words }) => words === cell.words) : undefined;
    const column = headed.get(cell.index);
    if (heading) {
      const next = cells[at + 1];
      const isValue = next !== undefined && !ofBlock.some(({ words }) => words === next.words);
      values.push({ column: heading.column, cell: isValue ? next : undefined });
      if (isValue) at += 1;
    } else if (column) values.push({ column, cell });
    else if (own && values.length === 0) values.push({ column: own.column, cell });
    else strays = true;
  }
  return { values, strays };
}

function typedValues(
  values: readonly Value[],
  reader: RowReader,
): { readonly fields: Record<string, unknown>; readonly amounts: Record<string, Decimal | null> } {
  const texts = values.filter(({ column }) => column.type !== "amount");
  const money = values.filter(({ column }) => column.type === "amount");
  return {
    fields: Object.fromEntries(texts.flatMap(({ column, cell }) => (cell ? [[column.key, cell.text]] : []))),
    amounts: Object.fromEntries(money.map(({ column, cell }) => [column.key, cell ? reader.amountAt(cell.index, column) : null])),
  };
}

/** A new cell of an outer level ends what the inner ones said. */
function spannedBy(
  before: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
  order: readonly string[],
): Record<string, unknown> {
  const outermost = order.findIndex((key) => key in now);
  const kept = Object.entries(before).filter(([key]) => outermost < 0 || order.indexOf(key) < outermost);
  return { ...Object.fromEntries(kept), ...now };
}
