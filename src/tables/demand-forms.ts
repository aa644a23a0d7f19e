import { invalidOption } from "../model/invalid-option.ts";
import type { Bilingual, Locale } from "../model/locale.ts";
import { nearestKey } from "../model/nearest-key.ts";
import { columnTypes } from "./column.ts";
import { type Form, rowsOf, type TableLayout, type TableSpec } from "./define-table.ts";
import { grammarNames, type RowGrammar, requiredColumns } from "./row-grammar.ts";

/** What is wrong with a form, where, and what would be right. */
class Wrong {
  constructor(readonly why: Bilingual) {}
}

/**
 * Checks forms when they are given, so that a wrong one is told at its place and not by tables that are not found.
 *
 * @throws BudgetError `OPTION_INVALID` that names the place (`forms[3].tables[0].layouts.mine.columns[2].key`) and what belongs there
 */
export function demandForms(forms: readonly Form[], locale: Locale): void {
  try {
    list("forms", forms, "forms: [...builtInForms, mine]", (form, place) => {
      if (!right.has(form as Form)) demandForm(form as Form, place);
      right.add(form as Form);
    });
    const ids = forms.map(({ id }) => id);
    const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
    if (twice >= 0) wrong(`forms[${twice}].id`, `another form is called "${ids[twice]}" already`, `已有名为“${ids[twice]}”的表式`);
  } catch (error) {
    throw error instanceof Wrong ? invalidOption(error.why, locale) : error;
  }
}

/** Forms that were looked at: a batch gives the same ones with each file. */
const right = new WeakSet<Form>();

function demandForm(form: Form, place: string): void {
  keys(place, form, ["id", "tables"], ["printsTotals"]);
  text(`${place}.id`, form.id);
  list(`${place}.tables`, form.tables, "tables that defineTable declares", (spec, at) => demandTable(spec as TableSpec, form.id, at));
}

function demandTable(spec: TableSpec, form: string, place: string): void {
  keys(place, spec, ["kind", "titles", "rows", "layouts"], ["tellingLabels", "amountKeys"]);
  text(`${place}.kind`, spec.kind);
  if (spec.kind === "unrecognised")
    wrong(`${place}.kind`, `"unrecognised" is the kind of tables that no form knows`, "“unrecognised”专指表式之外的表格");
  list(`${place}.titles`, spec.titles, 'titles as printed: ["收支总表"]', (title, at) => text(at, title));
  if (spec.tellingLabels !== undefined)
    list(`${place}.tellingLabels`, spec.tellingLabels, 'row labels that only this table prints: ["上缴上级支出"]', (label, at) =>
      text(at, label),
    );
  demandGrammar(`${place}.rows`, spec.rows);
  const { layouts } = spec;
  object(`${place}.layouts`, layouts);
  if (!Object.hasOwn(layouts, form)) {
    const known = Object.keys(layouts);
    const near = nearestKey(form, known);
    wrong(
      `${place}.layouts`,
      `there is no layout for the form "${form}"${near ? `, only "${near}"` : ""}: write { "${form}": { number, columns } }`,
      `没有表式“${form}”的版式${near ? `，只有“${near}”` : ""}：请写 { "${form}": { number, columns } }`,
    );
  }
  for (const [id, layout] of Object.entries(layouts)) demandLayout(layout, spec, `${place}.layouts.${id}`);
}

function demandLayout(layout: TableLayout, spec: TableSpec, place: string): void {
  keys(place, layout, ["columns"], ["number", "headings", "title", "rows"]);
  const { number, columns } = layout;
  if (number !== undefined && (!Number.isInteger(number) || number < 1))
    wrong(
      `${place}.number`,
      `must be the table's number in the form, 1 or more, not ${shown(number)}`,
      `须为表号（1 起的整数），而不是 ${shown(number)}`,
    );
  if (layout.rows !== undefined) demandGrammar(`${place}.rows`, layout.rows);
  list(`${place}.columns`, columns, "columns that amountColumn, textColumn, codeColumn … declare", (column, at) =>
    demandColumn(column, at),
  );
  const found = columns.map(({ key }) => key);
  const twice = found.findIndex((key, index) => found.indexOf(key) !== index);
  if (twice >= 0) {
    wrong(
      `${place}.columns[${twice}].key`,
      `the column [${found.indexOf(found[twice] ?? "")}] has the key "${found[twice]}" already; other wordings of one column are further arguments: amountColumn("total", "合计", "总计")`,
      `列 [${found.indexOf(found[twice] ?? "")}] 已用“${found[twice]}”；同一列的其他写法请作为后续参数：amountColumn("total", "合计", "总计")`,
    );
  }
  const grammar = rowsOf(spec, layout);
  for (const alternatives of requiredColumns(grammar)) {
    if (alternatives.some((key) => columns.some((column) => column.key === key || ("of" in column && column.of === key)))) continue;
    const names = alternatives.map((key) => `"${key}"`);
    wrong(
      `${place}.columns`,
      `rows of the grammar "${grammar.grammar}" need a column with the key ${names.join(" or ")}`,
      `行语法“${grammar.grammar}”需要键为${names.join("或")}的列`,
    );
  }
}

function demandColumn(column: unknown, place: string): void {
  keys(place, column, ["type", "key", "headers"], ["optional", "of"]);
  const { type, key, headers } = column as Readonly<Record<string, unknown>>;
  oneOf(`${place}.type`, type, columnTypes);
  text(`${place}.key`, key);
  list(`${place}.headers`, headers, 'header paths: [["收入", "预算数"]]', (path, at) =>
    list(at, path, 'words from the outermost cell to the leaf: ["收入", "预算数"]', (word, where) => text(where, word)),
  );
}

function demandGrammar(place: string, rows: RowGrammar): void {
  object(place, rows);
  oneOf(`${place}.grammar`, rows.grammar, grammarNames);
}

/** An object with these keys, and perhaps those. */
function keys(place: string, value: unknown, needed: readonly string[], others: readonly string[] = []): void {
  object(place, value);
  const known = [...needed, ...others];
  for (const key of Object.keys(value as object)) {
    if (known.includes(key)) continue;
    const near = nearestKey(key, known);
    wrong(
      place,
      `there is no "${key}"; ${near ? `did you mean "${near}"?` : `known: ${known.join(", ")}`}`,
      `没有“${key}”；${near ? `是否指“${near}”？` : `可用的有：${known.join("、")}`}`,
    );
  }
  const missing = needed.find((key) => (value as Readonly<Record<string, unknown>>)[key] === undefined);
  if (missing) wrong(place, `"${missing}" is missing`, `缺少“${missing}”`);
}

function object(place: string, value: unknown): void {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    wrong(place, `must be an object, not ${shown(value)}`, `须为对象，而不是 ${shown(value)}`);
}

function text(place: string, value: unknown): void {
  if (typeof value !== "string" || value.trim() === "")
    wrong(place, `must be a text that is not empty, not ${shown(value)}`, `须为非空文字，而不是 ${shown(value)}`);
}

function list(place: string, value: unknown, of: string, each: (item: unknown, place: string) => void): void {
  if (!Array.isArray(value) || value.length === 0)
    wrong(place, `must be a list of ${of}, not ${shown(value)}`, `须为非空列表（${of}），而不是 ${shown(value)}`);
  for (const [index, item] of (value as readonly unknown[]).entries()) each(item, `${place}[${index}]`);
}

function oneOf(place: string, value: unknown, known: readonly string[]): void {
  if (known.includes(value as string)) return;
  wrong(place, `must be one of ${known.join(", ")}, not ${shown(value)}`, `须为 ${known.join("、")} 之一，而不是 ${shown(value)}`);
}

function wrong(place: string, en: string, zh: string): never {
  throw new Wrong({ en: `${place}: ${en}`, zh: `${place}：${zh}` });
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 60) ?? typeof value;
}
