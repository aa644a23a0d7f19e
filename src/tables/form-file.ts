import * as z from "zod";
import { invalidOption } from "../model/invalid-option.ts";
import { type Locale, runtimeLocale } from "../model/locale.ts";
import { type Column, columnTypes, optional } from "./column.ts";
import type { Form } from "./define-table.ts";
import { demandForms } from "./demand-forms.ts";
import {
  economicRows,
  economicRowsWithItems,
  functionalRows,
  type KeyedLine,
  keyedRows,
  plainRows,
  type RowFields,
  type RowGrammar,
  rowsByBudgetUnit,
  twoSidedRowsWith,
  unitRows,
} from "./row-grammar.ts";
import type { SideLabel } from "./two-sided-labels.ts";
import { quantityField, textField } from "./unit-fields.ts";

const words = z.array(z.string().min(1)).min(1);

const column = z
  .strictObject({
    key: z.string().min(1).meta({ description: "列标识: the key of the column in the typed rows" }),
    type: z.enum(columnTypes).meta({
      description:
        "amount: money; code: digits; codePart: 类, 款 or 项 of the code `of`; codedName: [code]name; label: the stub; quantity: a count; text",
    }),
    headers: words.meta({ description: "表头: header paths with slashes, the usual one first: 收入/预算数" }),
    of: z.string().optional().meta({ description: "key of the code that a codePart is part of" }),
    optional: z.boolean().optional().meta({ description: "true: tables of the form may lack the column" }),
  })
  .meta({ description: "a leaf column, in printed order" });

const sideLabel = z.strictObject({
  key: z.string().min(1),
  labels: words,
  role: z.enum(["line", "subtotal", "grandTotal"]).default("line"),
  get parts() {
    return z.array(sideLabel).optional();
  },
});
const keyedLine = z.strictObject({
  key: z.string().min(1),
  labels: words,
  get parts() {
    return z.array(keyedLine).optional();
  },
});
const fields = z
  .record(z.string(), z.enum(["text", "quantity"]))
  .meta({ description: "fields of a row; each is the column of the same key" });

const rows = z.discriminatedUnion("grammar", [
  z.strictObject({
    grammar: z
      .literal("functional")
      .meta({ description: "one row a functional code of 3, 5 or 7 digits, or a name indented as far as its level; columns: name, code" }),
    byBudgetUnit: z
      .boolean()
      .optional()
      .meta({ description: "units stand before the codes, in the columns budgetUnitCode, budgetUnitName" }),
  }),
  z.strictObject({
    grammar: z
      .literal("economic")
      .meta({ description: "one row an economic code; columns: departmentEconomicName, departmentEconomicCode" }),
    byBudgetUnit: z.boolean().optional(),
    items: z.boolean().optional().meta({ description: "codes go down to 7 digits" }),
  }),
  z.strictObject({
    grammar: z.literal("twoSided").meta({ description: "columns: revenueItem, revenue, expenditureItem, expenditure" }),
    revenue: z.array(sideLabel).optional().meta({ description: "labels beside those that every form prints" }),
    expenditure: z.array(sideLabel).optional(),
  }),
  z.strictObject({
    grammar: z.literal("keyed").meta({ description: "a fixed list of lines; column: label" }),
    lines: z.array(keyedLine).min(1),
  }),
  z.strictObject({
    grammar: z.literal("unit").meta({ description: "total, then budget units and what stands under them; columns: label, budgetUnitCode" }),
    levels: z
      .array(
        z.strictObject({
          role: z.string().min(1),
          field: z.string().min(1),
          unitCode: z.enum(["own", "same", "none"]),
          detail: z.array(z.string()).optional(),
          labels: z.array(z.string()).optional(),
        }),
      )
      .min(1),
    ofWhich: z.array(z.string()).optional(),
    fields: fields.optional(),
  }),
  z.strictObject({
    grammar: z.literal("plain").meta({ description: "total, and one row an item; without fields one row, the total" }),
    fields: fields.default({}),
    carried: z.array(z.string()).optional().meta({ description: "fields whose cell is printed once for several rows" }),
  }),
]);

const formFile = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().min(1).meta({ description: "the form's name, as documents give it" }),
  printsTotals: z.boolean().optional().meta({ description: "true: every table prints its total, so that one without it has lost it" }),
  tables: z
    .array(
      z.strictObject({
        kind: z.string().min(1).meta({ description: "what the table means; a built-in kind promises the meaning of its keys" }),
        number: z.int().positive().optional().meta({ description: "the table's number in the form; left out where none is printed" }),
        titles: words.meta({ description: "表题: wordings of the title; year, organisation and brackets do not matter" }),
        rows,
        columns: z.array(column).min(1),
      }),
    )
    .min(1),
});

/** A form as a file of JSON holds it: `jsonSchema(FormFile)` is what editors complete from, `formOf` reads such a file. */
export const FormFile: z.ZodType<unknown> = formFile;

/**
 * The form that a file of JSON describes.
 *
 * @param file What `JSON.parse` gives.
 * @throws BudgetError `OPTION_INVALID` that names the place and what belongs there
 * @example formOf(JSON.parse(await readFile("city.json", "utf8")))
 */
export function formOf(file: unknown, locale: Locale = runtimeLocale()): Form {
  const { data, error } = formFile.safeParse(file);
  if (!data) {
    const [issue] = error.issues;
    const place = z.core.toDotPath(issue?.path ?? []) || "form";
    const said = issue?.message ?? "";
    throw invalidOption({ en: `${place}: ${said}`, zh: `${place}：不符合表式文件的 JSON Schema（${said}）` }, locale, error);
  }
  const form: Form = {
    id: data.id,
    ...(data.printsTotals !== undefined && { printsTotals: data.printsTotals }),
    tables: data.tables.map(({ kind, titles, number, rows: grammar, columns }) => ({
      kind,
      titles: titles as [string, ...string[]],
      rows: grammarOf(grammar),
      layouts: { [data.id]: { ...(number !== undefined && { number }), columns: columns.map(columnOf) } },
    })),
  };
  demandForms([form], locale);
  return form;
}

function columnOf({ key, type, headers, of, optional: mayLack }: z.output<typeof column>): Column {
  const paths = headers.map((path) => path.split("/"));
  const made: Column = type === "codePart" ? { type, key, headers: paths, of: of ?? key } : { type, key, headers: paths };
  return mayLack ? optional(made) : made;
}

function grammarOf(given: z.output<typeof rows>): RowGrammar {
  switch (given.grammar) {
    case "functional":
      return given.byBudgetUnit ? rowsByBudgetUnit(functionalRows) : functionalRows;
    case "economic": {
      const own = given.items ? economicRowsWithItems : economicRows;
      return given.byBudgetUnit ? rowsByBudgetUnit<string, object>(own) : own;
    }
    case "twoSided":
      return twoSidedRowsWith({ revenue: (given.revenue ?? []) as SideLabel[], expenditure: (given.expenditure ?? []) as SideLabel[] });
    case "keyed":
      return keyedRows(given.lines as KeyedLine[]);
    case "unit":
      return unitRows<string, object, readonly string[]>({
        levels: given.levels.map(({ detail, labels, ...level }) => ({ ...level, ...(detail && { detail }), ...(labels && { labels }) })),
        ...(given.ofWhich && { ofWhich: given.ofWhich }),
        fields: fieldsOf(given.fields ?? {}),
      });
    case "plain":
      return plainRows<Record<string, unknown>>(fieldsOf(given.fields), given.carried ?? []);
  }
}

function fieldsOf(given: z.output<typeof fields>): RowFields<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(given).map(([name, type]) => [name, type === "text" ? textField : quantityField]));
}
