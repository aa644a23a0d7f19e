import { fileURLToPath } from "node:url";
import { builtInForms, builtInTables, type TableSpec } from "../../src/forms.ts";
import { factColumns, type Locale } from "../../src/index.ts";
import { errorCatalogue } from "../../src/model/budget-error.ts";
import { diagnosticCatalogue } from "../../src/model/diagnostic.ts";
import { builtInRules, type CheckRule } from "../../src/rules.ts";
import { grammarsOf, rowsOf, type TableLayout } from "../../src/tables/define-table.ts";
import type { RowGrammar } from "../../src/tables/row-grammar.ts";
import { type DocumentedField, documentedFields } from "./documented-fields.ts";

const WRITTEN = "<!-- Written by `npm run docs` from the code; a test checks that it is current. -->\n";

/** The pages of `docs/reference/`, by file name. */
export function referencePages(): ReadonlyMap<string, string> {
  const fields = documentedFields(fileURLToPath(new URL("documented-types.ts", import.meta.url)));
  return new Map([
    ["tables.md", tablesPage(fields)],
    ["fields.md", fieldsPage(fields)],
    ["options.md", optionsPage(fields)],
    ["diagnostics.md", diagnosticsPage()],
    ["errors.md", errorsPage()],
    ["rules.md", rulesPage()],
    ["facts.md", factsPage()],
  ]);
}

const cell = (text: string) => text.replaceAll("|", "\\|").replace(/\s+/g, " ").trim();
const code = (text: string) => (text === "" ? "" : `\`${text}\``);

function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |\n`;
  return line(header) + line(header.map(() => "---")) + rows.map(line).join("");
}

function page(title: string, ...parts: readonly string[]): string {
  return [`# ${title}\n`, WRITTEN, ...parts].join("\n");
}

function tablesPage(fields: readonly DocumentedField[]): string {
  const overview = markdownTable(
    ["kind", "title", ...builtInForms.map(({ id }) => id)],
    builtInTables.map((table: TableSpec) => [
      `[${table.kind}](#${table.kind.toLowerCase()})`,
      table.titles[0],
      ...builtInForms.map(({ id, tables }) => (tables.includes(table) ? `表${table.layouts[id]?.number}` : "–")),
    ]),
  );
  return page(
    "Tables",
    `${builtInTables.length} kinds of table, and the number that each has in a form. Amounts are \`Decimal\`, in 万元; an empty cell is \`null\`.\n`,
    overview,
    ...builtInTables.map((table) => tableSection(table, fields)),
  );
}

function tableSection(spec: TableSpec, fields: readonly DocumentedField[]): string {
  const { kind, titles, layouts } = spec;
  const columns = Object.entries(layouts).flatMap(([form, layout]) =>
    layout.columns.map(({ key, type, headers: [printed = [], ...others] }) => [
      form,
      code(key),
      type,
      printed.join(" / "),
      others.map((path) => path.join(" / ")).join("; "),
    ]),
  );
  return [
    `## ${kind}\n`,
    `${titles.join("; ")}\n`,
    ...grammarsOf(spec).map((grammar) => rowsSection(spec, grammar, fields)),
    markdownTable(["form", "column", "type", "header as printed", "also printed as"], columns),
  ].join("\n");
}

/** The roles and fields of rows; with the forms that print them, where forms print other rows. */
function rowsSection(spec: TableSpec, grammar: RowGrammar, fields: readonly DocumentedField[]): string {
  const forms = Object.keys(spec.layouts).filter((form) => rowsOf(spec, spec.layouts[form] as TableLayout) === grammar);
  const of = grammarsOf(spec).length > 1 ? ` (${forms.join(", ")})` : "";
  const typed = Object.keys(grammar.fields).map((name) => [code(name), documentationOf(fields, `Tables.${spec.kind}.rows[].${name}`)]);
  const roles = `Roles of rows${of}: ${[...grammar.roles, "other"].map(code).join(", ")}\n`;
  return [roles, markdownTable(["field of a row", "meaning"], typed)].join("\n");
}

function documentationOf(fields: readonly DocumentedField[], path: string): string {
  return fields.find((field) => field.path === path)?.documentation ?? "";
}

/** The rows of a type's fields, without what is printed on another page. */
function fieldRows(fields: readonly DocumentedField[], type: string): string[][] {
  return fields
    .filter(({ path }) => path.startsWith(`${type}.`))
    .map(({ path, type: written, documentation }) => [code(path.slice(type.length + 1)), code(written), documentation]);
}

const FIELD_HEADER = ["field", "type", "meaning"];

function fieldsPage(fields: readonly DocumentedField[]): string {
  const example = "Tables.expenditureSummary.";
  const ofTable = fields.filter(({ path }) => path.startsWith(example) && !/rows\[\]\.(amounts\.|code$|name$|ordinal$)/.test(path));
  const amounts = new Map(
    fields.flatMap(({ path, documentation }) => {
      const key = /^Tables\.\w+\.rows\[\]\.amounts\.(\w+)$/.exec(path)?.[1];
      return key ? [[key, documentation] as const] : [];
    }),
  );
  return page(
    "Fields",
    "What stands in a document and in a report of checks; `[]` is any item of a list.\n",
    "## BudgetDocument\n",
    markdownTable(FIELD_HEADER, fieldRows(fields, "BudgetDocument")),
    "## Any table\n",
    "The fields that a kind of table has besides are in [tables.md](tables.md).\n",
    markdownTable(
      FIELD_HEADER,
      ofTable.map(({ path, type, documentation }) => [code(path.slice(example.length)), code(type), documentation]),
    ),
    "## Amounts\n",
    markdownTable(
      ["key", "meaning"],
      [...amounts].map(([key, meaning]) => [code(key), meaning]),
    ),
    "## CheckReport\n",
    markdownTable(FIELD_HEADER, fieldRows(fields, "CheckReport")),
  );
}

function optionsPage(fields: readonly DocumentedField[]): string {
  const rowsOf = (type: string) =>
    fields
      .filter(({ path }) => path.startsWith(`${type}.`))
      .map((field) => [code(field.path.slice(type.length + 1)), code(field.type), field.default || "none", field.documentation]);
  const section = (type: string, of: string) => [
    `## ${type}\n`,
    `${of}\n`,
    markdownTable(["option", "type", "default", "meaning"], rowsOf(type)),
  ];
  return page(
    "Options",
    "All of them can be left out. An option that does not exist is an error that names the nearest one.\n",
    ...section("ParseOptions", "Of `parseBudget` and `traceBudget`."),
    ...section("CheckOptions", "Of `checkBudget`."),
    ...section("ParseFilesOptions", "Of `parseBudgetFiles` (`gz-budget/node`)."),
  );
}

function diagnosticsPage(): string {
  const rows = Object.entries(diagnosticCatalogue).map(([id, { severity, en, zh }]) => [code(id), severity, en, zh]);
  return page(
    "Diagnostics",
    "What a document says about its own reading. The beginning of a code is the stage that says it; a word in braces is filled in and stands in `fields`.\n",
    markdownTable(["code", "severity", "English", "中文"], rows),
  );
}

function errorsPage(): string {
  return page(
    "Errors",
    "A `BudgetError` is thrown only when there is no document to return. `code` is stable, `message` says what to do, `cause` keeps the original error.\n",
    markdownTable(
      ["code", "English", "中文"],
      Object.entries(errorCatalogue).map(([id, { en, zh }]) => [code(id), en, zh]),
    ),
  );
}

function rulesPage(): string {
  return page(
    "Rules",
    "Identities (勾稽关系) and other claims that `checkBudget` checks. Severity is that of an inconsistent finding. A rule for which a figure is missing is `notChecked`, with its reason.\n",
    checksSummary("en"),
    ...rulesByFamily().flatMap(([family, rules]) => [
      `## ${family}\n`,
      markdownTable(
        ["rule", "severity", "forms", "English", "中文"],
        rules.map((rule) => [code(rule.id), rule.severity, formsOf(rule), rule.sentence.en, rule.sentence.zh]),
      ),
    ]),
  );
}

function formsOf({ forms, optIn }: CheckRule): string {
  return `${forms?.join(", ") ?? "all"}${optIn ? ", when selected" : ""}`;
}

/** How many rules there are of each family: a table for the README. */
export function checksSummary(locale: Locale): string {
  const header = locale === "zh" ? ["类别", "规则数", "例如"] : ["family", "rules", "for example"];
  return markdownTable(
    header,
    rulesByFamily().map(([family, rules]) => [
      code(family),
      String(rules.length),
      `${code(rules[0]?.id ?? "")} ${rules[0]?.sentence[locale] ?? ""}`,
    ]),
  );
}

function rulesByFamily(): readonly (readonly [string, readonly CheckRule[]])[] {
  const families = [...new Set(builtInRules.map(({ family }) => family))];
  return families.map((family) => [family, builtInRules.filter((rule) => rule.family === family)]);
}

function factsPage(): string {
  return page(
    "Facts",
    "`toFacts(document)` gives one row a printed figure; CSV, NDJSON, Parquet and SQLite have these columns. Leave rows with `isTotal` out, and a sum counts nothing twice.\n",
    markdownTable(
      ["column", "type", "meaning"],
      factColumns.map(({ name, type, description }) => [code(name), type, description]),
    ),
  );
}
