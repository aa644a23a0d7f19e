import { columnNumbers } from "../../model/column-numbers.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import { opensLabel } from "../../model/label-words.ts";
import { append } from "../../model/long-lists.ts";
import { type InputLine, isBlank } from "../text/input-line.ts";
import { type ColumnShape, cellShape, columnShape, fitsColumn } from "./cell-shape.ts";

/** A row of tab-separated fields; a field that was wrapped over lines holds them all, separated by `\n`. */
export interface TabbedRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export interface TabbedRows {
  readonly columnCount: number;
  readonly rows: readonly TabbedRow[];
  /** Rows at the top before the number row or the first row of data. */
  readonly headerRowCount: number;
  readonly notices: readonly Notice[];
}

const WIDEST = 60;

/**
 * Lines of tab-separated text as rows of one length.
 *
 * Lines that a wrapped cell broke are joined again. A row that is too short or too long is set right where the other rows leave only one
 * way to do so; where they do not, a notice says which row it is and nothing of it is lost.
 */
export function linesToTabbedRows(lines: readonly InputLine[]): TabbedRows {
  const filled = lines.filter((line) => !isBlank(line) && !isRule(line.text));
  const tabs = expectedTabs(filled.map(({ text }) => tabCount(text)));
  const records = joinWrapped(filled, tabs);
  const numbered = records.findIndex(({ fields }) => isNumberRow(fields));
  const columnCount =
    numbered >= 0 && numbered < 6 ? withoutTrailingBlanks(records[numbered]?.fields ?? []).length : usualLength(records, tabs + 1);
  const headerRowCount = numbered >= 0 && numbered < 6 ? numbered : countHeaderRows(records);
  const body = records.slice(headerRowCount);
  const whole = body.filter(({ fields }) => fields.length === columnCount && !isNumberRow(fields));
  const columns = Array.from({ length: columnCount }, (_, column) => columnShape(whole.map(({ fields }) => fields[column] ?? "")));
  const notices: Notice[] = [];
  const rows = records.map((record, index) => {
    const header = index < headerRowCount || isNumberRow(record.fields);
    const { fields, certain } = fitToColumns(record.fields, header ? columns.map(() => ANYTHING) : columns);
    const place = { page: lines[0]?.pageNumber };
    const counts = { line: record.line, found: record.fields.length, expected: columnCount };
    if (!certain && !header)
      notices.push(notice(record.fields.length > columnCount ? "layout.long-row" : "layout.short-row", counts, place));
    return { line: record.line, fields };
  });
  return { columnCount, rows, headerRowCount, notices };
}

/** `1 2 3 …` or `** 1 2 …`, one number or mark a column. */
export function isNumberRow(fields: readonly string[]): boolean {
  const texts = withoutTrailingBlanks(fields);
  return texts.length > 1 && texts.every((text) => text.trim() !== "") && columnNumbers(texts)?.[0] === 1;
}

const ANYTHING: ColumnShape = { shape: undefined, everBlank: true };

function tabCount(text: string): number {
  return text.split("\t").length - 1;
}

/** The rule that Markdown draws under a header. */
function isRule(text: string): boolean {
  return /^[\s|:]*--[-\s|:]*$/u.test(text);
}

/** The number of tabs that leaves the fewest lines unexplained, when lines may be parts of a row. */
function expectedTabs(counts: readonly number[]): number {
  const candidates = [...new Set(counts.flatMap((count, index) => [count, count + (counts[index + 1] ?? 0)]))].filter(
    (count) => count > 0 && count <= WIDEST,
  );
  const occurrences = (candidate: number) => counts.filter((count) => count === candidate).length;
  const explained = (candidate: number) => {
    let rows = 0;
    for (let index = 0, sum = 0; index < counts.length; index += 1) {
      sum += counts[index] ?? 0;
      if (sum === candidate) rows += 1;
      if (sum >= candidate) sum = 0;
    }
    return rows * candidate;
  };
  const scored = candidates.map((candidate) => ({ candidate, score: explained(candidate) + occurrences(candidate) * candidate }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best), { candidate: 1, score: -1 }).candidate;
}

/** A line with too few tabs takes up the next ones as long as they complete it and what meets is text. */
function joinWrapped(lines: readonly InputLine[], tabs: number): TabbedRow[] {
  const rows: { line: number; fields: string[] }[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const { text, line } = lines[index] as InputLine;
    const fields = text.split("\t");
    const last = rows.at(-1);
    if (fields.length === 1 && last && last.fields.length === tabs + 1 && isText(last.fields.at(-1)) && !startsRow(text)) {
      appendLine(last.fields, fields);
      continue;
    }
    const parts = completingLines(lines, index, tabs);
    for (const part of parts) appendLine(fields, part.text.split("\t"));
    index += parts.length;
    rows.push({ line, fields });
  }
  return rows;
}

function completingLines(lines: readonly InputLine[], index: number, tabs: number): readonly InputLine[] {
  let sum = tabCount(lines[index]?.text ?? "");
  let left = lines[index]?.text.split("\t").at(-1);
  for (let next = index + 1; sum < tabs && next < lines.length; next += 1) {
    const fields = (lines[next] as InputLine).text.split("\t");
    if (!isText(left) || !isText(fields[0]) || startsRow(fields[0] ?? "")) return [];
    sum += fields.length - 1;
    left = fields.at(-1);
    if (sum === tabs) return lines.slice(index + 1, next + 1);
  }
  return [];
}

function appendLine(fields: string[], more: readonly string[]): void {
  fields[fields.length - 1] += `\n${more[0] ?? ""}`;
  append(fields, more.slice(1));
}

function isText(field: string | undefined): boolean {
  return field !== undefined && cellShape(field) === "text";
}

/** What only the first cell of a row, or a note, begins with. */
function startsRow(text: string): boolean {
  return opensLabel(text) || /^\s*(?:[合总]\s*计|注\s*[:：])/u.test(text);
}

function usualLength(records: readonly TabbedRow[], guess: number): number {
  const used = Math.max(
    ...records.filter(({ fields }) => fields.length <= guess).map(({ fields }) => withoutTrailingBlanks(fields).length),
    1,
  );
  return Math.min(guess, used);
}

function withoutTrailingBlanks(fields: readonly string[]): readonly string[] {
  return fields.slice(0, fields.findLastIndex((field) => field.trim() !== "") + 1);
}

/** Header rows print neither money nor codes nor whole sentences; a row of data, or the label of the total, ends them. */
function countHeaderRows(records: readonly TabbedRow[]): number {
  const data = records.findIndex(({ fields }) => fields.some(isData) || /^[合总]\s*计$/u.test(firstFilled(fields)));
  return data === -1 || data > 5 ? 0 : data;
}

function firstFilled(fields: readonly string[]): string {
  return (
    fields
      .slice(0, 2)
      .find((field) => field.trim() !== "")
      ?.trim() ?? ""
  );
}

function isData(field: string): boolean {
  const shape = cellShape(field);
  return shape === "amount" || shape === "dash" || /^\d{3,}$|^[[［【]\d+|[。；]$/u.test(field.trim()) || field.trim().length > 40;
}

interface Fitted {
  readonly fields: readonly string[];
  readonly certain: boolean;
}

function fitToColumns(fields: readonly string[], columns: readonly ColumnShape[]): Fitted {
  const shortened = fields.length > columns.length ? withoutTrailingBlanks(fields) : fields;
  if (shortened.length > columns.length) return fitLong(shortened, columns);
  const padded = pad(shortened, columns.length);
  if (fields.length >= columns.length) return { fields: padded, certain: true };
  const missing = columns.slice(shortened.length);
  if (missing.every(({ everBlank }) => everBlank) && fits(padded, columns)) return { fields: padded, certain: true };
  return onlyOne(insertions(shortened, columns.length), columns) ?? { fields: padded, certain: false };
}

function fitLong(fields: readonly string[], columns: readonly ColumnShape[]): Fitted {
  const last = columns.length - 1;
  const overflowing = [
    ...fields.slice(0, last),
    fields
      .slice(last)
      .filter((field) => field.trim() !== "")
      .join("\n"),
  ];
  const fitted = onlyOne(deletions(fields, columns.length), columns);
  return { fields: fitted?.fields ?? overflowing, certain: false };
}

/** The one way of setting a row right that the columns allow; undefined when there is none or more than one. */
function onlyOne(candidates: readonly (readonly string[])[], columns: readonly ColumnShape[]): Fitted | undefined {
  const fitting = new Map(candidates.filter((fields) => fits(fields, columns)).map((fields) => [fields.join("\t"), fields]));
  const [only, ...others] = fitting.values();
  return only && others.length === 0 ? { fields: only, certain: true } : undefined;
}

function fits(fields: readonly string[], columns: readonly ColumnShape[]): boolean {
  return fields.every((field, index) => {
    const column = columns[index] ?? ANYTHING;
    return fitsColumn(field, column) && (field.trim() !== "" || column.everBlank || column.shape !== "amount");
  });
}

function deletions(fields: readonly string[], length: number): readonly (readonly string[])[] {
  if (fields.length === length) return [fields];
  if (fields.length > length + 2) return [];
  const shorter = fields.flatMap((field, index) => (field.trim() === "" ? [fields.toSpliced(index, 1)] : []));
  return shorter.flatMap((candidate) => deletions(candidate, length));
}

function insertions(fields: readonly string[], length: number): readonly (readonly string[])[] {
  if (fields.length === length) return [fields];
  if (fields.length < length - 2) return [];
  const longer = Array.from({ length: fields.length + 1 }, (_, index) => fields.toSpliced(index, 0, ""));
  return longer.flatMap((candidate) => insertions(candidate, length));
}

function pad(fields: readonly string[], length: number): readonly string[] {
  return [...fields, ...Array.from({ length: Math.max(0, length - fields.length) }, () => "")];
}
