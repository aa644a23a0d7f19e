import { compactText } from "../../model/compact-text.ts";
import { numberedTables, titlesOf } from "../../tables/define-table.ts";
import { builtInForms, builtInTables } from "../../tables/forms.ts";
import { carries } from "../attributes.ts";
import { type Checked, missingFigures } from "../checked.ts";
import type { Line } from "../ledger-shapes.ts";
import { money } from "../message.ts";
import { missingCodes } from "../missing-codes.ts";
import { codeKey } from "./codes.ts";
import { cellOf, type StructureInput, structureFinding } from "./structure-finding.ts";

/** One finding a table that the contents page lists. */
export function contents({ rule, ledger }: StructureInput<"contents">): Checked[] {
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
    const title = found ? found.name : titleOf(kind);
    return structureFinding(rule, ledger, {
      outcome: found ? "consistent" : "inconsistent",
      text: found ? title : { zh: `目录列有${title.zh}，文件中没有`, en: `the contents list ${title.en}, the document has no such table` },
    });
  });
}

/** One finding a table of the form. */
export function formTables({ rule, ledger }: StructureInput<"formTables">): Checked[] {
  const form = builtInForms.find(({ id }) => id === ledger.document.form);
  return (form ? numberedTables(form) : []).map(({ kind }) => {
    const found = ledger.table(kind);
    const title = found ? found.name : titleOf(kind);
    return structureFinding(rule, ledger, {
      outcome: found ? "consistent" : "inconsistent",
      text: found ? title : { zh: `文件中没有${title.zh}`, en: `the document has no ${title.en}` },
    });
  });
}

/** One finding a table; where rows are missing, one a row; one for all of them where the table is known to be incomplete. */
export function rowsProven({ rule, structure, ledger }: StructureInput<"rowsProven">): Checked[] {
  return [...new Set(structure.pairs.map(({ to }) => to))].flatMap((to) => {
    const table = ledger.table(to);
    const witnesses = structure.pairs.filter((pair) => pair.to === to && ledger.table(pair.from));
    if (!table || witnesses.length === 0 || !carries(table.lines, "code")) return [];
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

function listedKind(text: string): string | undefined {
  const title = compactText(text)
    .replace(/^(附?表)?[\d一二三四五六七八九十]+[、.．:：]?/u, "")
    .replace(/[.…·]*\d*$/u, "");
  return builtInTables.find((spec) => titlesOf(spec).some((known) => compactText(known) === title))?.kind;
}

function titleOf(kind: string): { zh: string; en: string } {
  const title = builtInTables.find((table) => table.kind === kind)?.titles[0] ?? kind;
  return { zh: `“${title}”`, en: `table “${title}”` };
}
