import { Decimal } from "../model/amount.ts";
import { demandOptions, flag, type OptionKinds } from "../model/option-kinds.ts";
import type { Fact } from "./fact.ts";
import { factColumns } from "./fact-column.ts";

export interface CsvOptions {
  /**
   * Begin with a byte order mark, so that Excel reads the file as UTF-8.
   * @default false
   */
  readonly bom?: boolean | undefined;
}

export const csvKinds: OptionKinds<CsvOptions> = { bom: flag };

export type CsvValue = string | number | boolean | Decimal | null | undefined;

/** What a spreadsheet may take for the beginning of a formula, and the quotation mark that guards against it. */
const FORMULA = /^[=+\-@＝＋－＠'\t\r\n]/u;
const NUMBER = /^[-+－＋]?[\d０-９][\d０-９,，]*([.．][\d０-９]+)?%?$/u;
const DASHES = /^[-－]+$/u;

/**
 * Writes facts as CSV (RFC 4180, UTF-8): a header with the names of `Fact`'s fields, then a line a fact.
 *
 * Amounts are exact digits, null is an empty field. A text that a spreadsheet would run as a formula is preceded by `'`; a text that
 * begins with `'` gets a second one, so that taking one away always gives the text back. Numbers and dashes stay as they are.
 */
export function factsToCsv(facts: readonly Fact[], options: CsvOptions = {}): string {
  const header = factColumns.map(({ name }) => name);
  return toCsv([header, ...facts.map((fact) => header.map((name) => fact[name]))], options);
}

/** Writes any rows as CSV by the same rules. */
export function toCsv(rows: readonly (readonly CsvValue[])[], options: CsvOptions = {}): string {
  const { bom = false } = demandOptions(options, csvKinds);
  const lines = rows.map((row) => `${row.map(field).join(",")}\r\n`);
  return (bom ? "\ufeff" : "") + lines.join("");
}

function field(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") return value instanceof Decimal ? value.toFixed() : String(value);
  const text = FORMULA.test(value) && !NUMBER.test(value) && !DASHES.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text === "" ? `"${text.replaceAll('"', '""')}"` : text;
}
