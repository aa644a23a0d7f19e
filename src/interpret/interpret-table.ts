import type { AmountUnit } from "../model/amount.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { append } from "../model/long-lists.ts";
import { tableName } from "../model/table-name.ts";
import type { JoinedRow, RecognisedTable } from "../recognise/recognised-table.ts";
import type { BudgetTable, RecognisedBudgetTable } from "../tables/budget-document.ts";
import { rowsOf, type TableLayout } from "../tables/define-table.ts";
import type { RowGrammar } from "../tables/row-grammar.ts";
import type { RowPlace } from "../tables/table-schema.ts";
import { blockRowsOf } from "./block-rows.ts";
import { brokenFigures } from "./broken-figures.ts";
import { economicRowsOf, functionalRowsOf } from "./classified-rows.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { keyedRowsOf } from "./keyed-rows.ts";
import { moreDecimals } from "./more-decimals.ts";
import { plainRowsOf } from "./plain-rows.ts";
import { type RowReader, rowLabel, rowReader } from "./row-reader.ts";
import { twoSidedRowsOf } from "./two-sided-rows.ts";
import { unitRowsOf } from "./unit-rows.ts";

export interface InterpretedTable {
  readonly table: BudgetTable;
  readonly notices: readonly Notice[];
}

const UNIT_NAMES: Readonly<Record<AmountUnit, string>> = {
  yuan: "元",
  thousandYuan: "千元",
  tenThousandYuan: "万元",
  hundredMillionYuan: "亿元",
};

/**
 * Turns the text of a joined table into typed rows.
 *
 * @param table A table whose pages are joined and whose header is read.
 * @returns The table of the result; `unrecognised` with its cells as they stand when no form knows it.
 */
export function interpretTable(table: RecognisedTable): InterpretedTable {
  if (!table.match)
    return { table: unrecognised(table), notices: [...table.notices, ...oddFigures(table, table.printedNumber, table.title)] };
  const { spec, layout } = table.match;
  const notices: Notice[] = [...table.notices];
  const report = (made: Notice) => void notices.push(made);
  const number = table.printedNumber ?? layout.number;
  const title = table.title ?? layout.title ?? spec.titles[0];
  const unit = table.printedUnit ?? "tenThousandYuan";
  const place = { table: number, page: table.pages[0] };
  const name = { number: number ?? "", title };
  const called = tableName(number, title);
  const hasMoney = layout.columns.some(({ type }) => type === "amount");
  if (!table.printedUnit && hasMoney) report(notice("interpret.amount-unit-assumed", name, place));
  if (unit !== "tenThousandYuan") report(notice("interpret.amount-unit-converted", { ...name, unit: UNIT_NAMES[unit] }, place));
  const readers = table.rows.map((row, index) => rowReader({ table, spec, number, name: called, unit, report }, row, index));
  append(notices, oddFigures(table, number, title));
  const { rows, missing: absent } = readRows(rowsOf(spec, layout), readers, layout);
  const missing = isOneTree(rows) && table.title !== null ? absent.filter((row) => row !== "合计") : absent;
  const first = table.rows[0];
  if (missing.length > 0 && first) {
    report(notice("interpret.rows-missing", { ...name, missing: missing.join("、"), row: rowLabel(first) }, place));
  }
  const interpreted = {
    kind: spec.kind,
    ...(number !== undefined && { number }),
    title,
    printedUnit: unit,
    pages: [...table.pages],
    ...sourceOf(table),
    ...(missing.length > 0 && { incomplete: true as const }),
    columns: columnsOf(table),
    rows: rows.map(({ role, level, parent, fields, amounts }, index) => ({
      role,
      level,
      parent,
      ...fields,
      amounts,
      ...rowPlace(table.rows[index]),
    })),
    notes: [...table.notes],
  };
  // The grammar of the specification made these rows; the schema of the same specification is what callers see of them.
  return { table: interpreted as unknown as RecognisedBudgetTable, notices };
}

/** Figures that stand out of their column: with a digit too many, cut, or put together. */
function oddFigures(table: RecognisedTable, number: number | undefined, title: string | null): Notice[] {
  const called = tableName(number, title ?? undefined);
  return [...moreDecimals(table, number, called), ...brokenFigures(table, number, called)];
}

/** Under its title, the row of a single unit or class that all others are part of is its own total: some papers print no other. */
function isOneTree(rows: readonly InterpretedRow[]): boolean {
  return rows.filter(({ parent }) => parent === null).length === 1;
}

function readRows(grammar: RowGrammar, readers: readonly RowReader[], { columns }: TableLayout): InterpretedRows {
  switch (grammar.grammar) {
    case "twoSided":
      return twoSidedRowsOf(readers, grammar);
    case "functional":
      return functionalRowsOf(readers, grammar);
    case "economic":
      return economicRowsOf(readers, grammar);
    case "unit":
      return unitRowsOf(readers, grammar);
    case "keyed":
      return keyedRowsOf(readers, grammar);
    case "blocks":
      return blockRowsOf(readers, grammar, columns);
    case "plain":
      return plainRowsOf(readers, grammar);
  }
}

function unrecognised(table: RecognisedTable): BudgetTable {
  return {
    kind: "unrecognised",
    ...(table.printedNumber !== undefined && { number: table.printedNumber }),
    title: table.title,
    ...(table.printedUnit && { printedUnit: table.printedUnit }),
    pages: [...table.pages],
    ...sourceOf(table),
    columns: columnsOf(table),
    rows: table.rows.map(rowPlace),
    notes: [...table.notes],
  };
}

function sourceOf({ rows }: RecognisedTable): { readonly source?: "ocr" } {
  return rows.some(({ cells }) => cells.some(({ recognised }) => recognised)) ? { source: "ocr" } : {};
}

function columnsOf(table: RecognisedTable) {
  return table.columns.map(({ path, column }) => ({ ...(column && { key: column.key }), path: [...path] }));
}

function rowPlace(row: JoinedRow | undefined): RowPlace {
  return {
    cells: row?.cells.map(({ text }) => text) ?? [],
    ...(row?.page !== undefined && { page: row.page }),
    ...(row?.line !== undefined && { line: row.line }),
    ...(row?.bbox && { bbox: row.bbox }),
  };
}
