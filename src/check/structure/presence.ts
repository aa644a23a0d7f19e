import { compactText } from "../../model/compact-text.ts";
import { builtInForms, builtInTables } from "../../tables/forms.ts";
import type { CheckedClaim } from "../check-claim.ts";
import { tableName } from "../message.ts";
import { missingCodes } from "../missing-codes.ts";
import { codeKey } from "./codes.ts";
import { cellOf, type StructureInput, structureFinding } from "./structure-finding.ts";

/** One finding a table that the contents page lists. */
export function contents({ rule, ledger }: StructureInput<"contents">): CheckedClaim[] {
  const { sections } = ledger.document.narrative;
  const start = sections.findIndex(({ heading, paragraphs }) =>
    [heading ?? "", ...paragraphs].some((text) => compactText(text) === "目录"),
  );
  if (start < 0) return [];
  const kinds = new Set<string>();
  for (const { heading, paragraphs } of sections.slice(start)) {
    for (const text of [heading ?? "", ...paragraphs].flatMap((block) => block.split("\n"))) {
      const kind = listedKind(text);
      if (kind !== undefined) kinds.add(kind);
    }
  }
  return [...kinds].map((kind) => {
    const found = ledger.table(kind);
    const title = found ? tableName(found) : titleOf(kind);
    return structureFinding(rule, {
      outcome: found ? "consistent" : "inconsistent",
      message: found
        ? title
        : { zh: `目录列有${title.zh}，文件中没有`, en: `the contents list ${title.en}, the document has no such table` },
    });
  });
}

/** One finding a table of the form. */
export function formTables({ rule, ledger }: StructureInput<"formTables">): CheckedClaim[] {
  const form = builtInForms.find(({ id }) => id === ledger.document.form);
  return (form?.tables ?? []).map(({ kind }) => {
    const found = ledger.table(kind);
    const title = found ? tableName(found) : titleOf(kind);
    return structureFinding(rule, {
      outcome: found ? "consistent" : "inconsistent",
      message: found ? title : { zh: `文件中没有${title.zh}`, en: `the document has no ${title.en}` },
    });
  });
}

/** One finding a pair of tables; where rows are missing, one a row; one for all of them where the table is known to be incomplete. */
export function rowsProven({ rule, structure, ledger }: StructureInput<"rowsProven">): CheckedClaim[] {
  return structure.pairs.flatMap(({ from, to }) => {
    const [witnesses, table] = [ledger.table(from), ledger.table(to)];
    if (!witnesses || !table) return [];
    const missing = missingCodes(ledger, from, to);
    const [name, other] = [tableName(table), tableName(witnesses)];
    if (missing.length === 0) {
      const message = { zh: `${other.zh}的科目都在${name.zh}中`, en: `every code of ${other.en} is in ${name.en}` };
      return [structureFinding(rule, { outcome: "consistent", message })];
    }
    const cells = missing.map(({ witness }) => cellOf(witness, codeKey(witnesses)));
    const codes = missing.map(({ code }) => code);
    if (table.incomplete) {
      const message = { zh: `${name.zh}不完整，缺 ${codes.join("、")}`, en: `${name.en} is incomplete and lacks ${codes.join(", ")}` };
      return [structureFinding(rule, { outcome: "notChecked", reason: "rowsMissing", message, right: cells })];
    }
    return missing.map(({ code, witness }) => {
      const message = { zh: `${name.zh}没有 ${code} 一行，${other.zh}有`, en: `${name.en} has no row ${code}, ${other.en} has` };
      return structureFinding(rule, { outcome: "inconsistent", message, right: [cellOf(witness, codeKey(witnesses))] });
    });
  });
}

function listedKind(text: string): string | undefined {
  const title = compactText(text)
    .replace(/^(附?表)?[\d一二三四五六七八九十]+[、.．:：]?/u, "")
    .replace(/[.…·]*\d*$/u, "");
  return builtInTables.find(({ titles }) => titles.some((known) => compactText(known) === title))?.kind;
}

function titleOf(kind: string): { zh: string; en: string } {
  const title = builtInTables.find((table) => table.kind === kind)?.titles[0] ?? kind;
  return { zh: `“${title}”`, en: `table “${title}”` };
}
