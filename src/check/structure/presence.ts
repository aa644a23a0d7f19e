import { compactText } from "../../model/compact-text.ts";
import { areOfOneTable, titleWords, withoutPoint } from "../../model/title-number.ts";
import type { BudgetDocument } from "../../tables/budget-document.ts";
import { numberedTables, type TableSpec, titlesOf } from "../../tables/define-table.ts";
import { carries, lacksCodes } from "../attributes.ts";
import { type Checked, missingFigures } from "../checked.ts";
import type { Ledger, LedgerTable, Line } from "../ledger-shapes.ts";
import { money } from "../message.ts";
import { missingCodes } from "../missing-codes.ts";
import { codeKey } from "./codes.ts";
import { cellOf, type StructureInput, structureFinding } from "./structure-finding.ts";

/** One finding a table that the contents page lists. */
export function contents({ rule, ledger }: StructureInput<"contents">): Checked[] {
  const { listed, body } = contentsOf(ledger.document);
  return [...listed].flatMap(([words, title]) => {
    const specs = ledger.specs.filter((spec) => titlesOf(spec).some((known) => titleWords(known) === words));
    if (specs.length === 0) return [];
    const found = tableOf(specs, ledger);
    const name = `“${title}”`;
    if (found || isUnknownTable(title, ledger)) {
      return structureFinding(rule, ledger, { outcome: "consistent", text: found?.name ?? { zh: name, en: `table ${name}` } });
    }
    // What the paper prints again heads something, though none of the tables that were found.
    if (body.has(words)) {
      return structureFinding(rule, ledger, { outcome: "notChecked", reason: "tableMissing", text: { zh: name, en: `table ${name}` } });
    }
    const text = { zh: `目录列有${name}，文件中没有`, en: `the contents list table ${name}, the document has no such table` };
    return structureFinding(rule, ledger, { outcome: "inconsistent", text });
  });
}

/** One finding a table of the form. */
export function formTables({ rule, ledger }: StructureInput<"formTables">): Checked[] {
  return (ledger.form ? numberedTables(ledger.form) : []).map((specs) => {
    const found = tableOf(specs, ledger);
    const name = `“${specs[0].titles[0]}”`;
    if (found || specs.some((spec) => titlesOf(spec).some((title) => isUnknownTable(title, ledger)))) {
      return structureFinding(rule, ledger, { outcome: "consistent", text: found?.name ?? { zh: name, en: `table ${name}` } });
    }
    const text = { zh: `文件中没有${name}`, en: `the document has no table ${name}` };
    return structureFinding(rule, ledger, { outcome: "inconsistent", text });
  });
}

function tableOf(specs: readonly TableSpec[], ledger: Ledger): LedgerTable | undefined {
  return ledger.tables.find(({ kind }) => specs.some((spec) => spec.kind === kind));
}

/** Whether a table bears this title whose columns are none of a form's. */
function isUnknownTable(title: string, { document }: Ledger): boolean {
  return document.tables.some((table) => table.kind === "unrecognised" && table.title !== null && areOfOneTable(title, table.title));
}

/** One finding a table; where rows are missing, one a row; one for all of them where the table is known to be incomplete. */
export function rowsProven({ rule, structure, ledger }: StructureInput<"rowsProven">): Checked[] {
  return [...new Set(structure.pairs.map(({ to }) => to))].flatMap((to) => {
    const table = ledger.table(to);
    const witnesses = structure.pairs.filter((pair) => pair.to === to && ledger.table(pair.from));
    if (!table || witnesses.length === 0 || !carries(table.lines, "code") || lacksCodes(table.lines)) return [];
    const missing = new Map<string, Line[]>();
    for (const { from } of witnesses) {
      for (const { code, witness } of missingCodes(ledger, from, to)) missing.set(code, [...(missing.get(code) ?? []), witness]);
    }
    if (missing.size === 0) return [structureFinding(rule, ledger, { outcome: "consistent", text: table.name })];
    const seen = (lines: readonly Line[]) => lines.map((line) => line.figure("total")?.place ?? cellOf(line, codeKey(line.table)));
    if (table.incomplete) {
      const codes = [...missing.keys()].sort();
      const text = {
        zh: `${table.name.zh} 不完整，缺 ${codes.join("、")}`,
        en: `${table.name.en} is incomplete and lacks ${codes.join(", ")}`,
      };
      return [
        structureFinding(rule, ledger, { outcome: "notChecked", reason: "rowsMissing", text, right: seen([...missing.values()].flat()) }),
      ];
    }
    return [...missing].map(([code, lines]) => {
      const [witness] = lines as [Line, ...Line[]];
      const amount = witness.figure("total")?.value;
      const { zh, en } = witness.table.name;
      const place = table.absentFigure("total", code).place;
      return structureFinding(rule, ledger, {
        outcome: "inconsistent",
        text: { zh: `${zh} 有“${witness.label}” ${money(amount ?? null)}`, en: `${en} has “${witness.label}” ${money(amount ?? null)}` },
        left: [place],
        right: seen(lines),
        accused: amount ? missingFigures("missingRow", [{ place, expected: table.absentFigure("total", code).print(amount), amount }]) : [],
        about: { values: { code } },
      });
    });
  });
}

/** What the contents page lists, by its words, and the words of the lines behind it: they begin where one is printed for the second time. */
function contentsOf({ narrative }: BudgetDocument): { readonly listed: ReadonlyMap<string, string>; readonly body: ReadonlySet<string> } {
  const lines = narrative.sections.flatMap(({ heading, paragraphs }) => [heading ?? "", ...paragraphs].flatMap((text) => text.split("\n")));
  const start = lines.findIndex((line) => compactText(line) === "目录");
  const listed = new Map<string, string>();
  if (start < 0) return { listed, body: new Set() };
  for (const [at, line] of lines.entries()) {
    if (at <= start || line === "") continue;
    const title = compactText(withoutPoint(line))
      .replace(/(?<!\d)\d+$/u, "")
      .replace(/(?<![.…·])[.…·]+$/u, "");
    const words = titleWords(title);
    if (listed.has(words)) return { listed, body: new Set(lines.slice(at).map(titleWords)) };
    listed.set(words, title);
  }
  return { listed, body: new Set() };
}
