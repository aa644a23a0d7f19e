import { compactText } from "../../model/compact-text.ts";
import { isOneSlip } from "../../model/one-slip.ts";
import { grammarsOf } from "../../tables/define-table.ts";
import { formLabels } from "../../tables/form-labels.ts";
import { attributeOf } from "../attributes.ts";
import { type Checked, wrongText } from "../checked.ts";
import type { Ledger, Line } from "../ledger-shapes.ts";
import { specsOf } from "../specs-of.ts";
import { cellOf, mayBeCutOff, type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

/** Rows whose label is the form's, not the document's own. */
const FORM_ROLES: readonly string[] = ["line", "subtotal", "grandTotal", "category", "ofWhich", "expenditureType"];

/** One finding a label that is a slip of one that the form prints. */
export function formLabel({ rule, structure, ledger }: StructureInput<"formLabel">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const labels = labelsOfTable(table.kind, ledger);
    const [open, closed] = [labels.filter(isOpen), labels.filter((one) => !isOpen(one))];
    const known = [...closed, ...open.map(stem)];
    const counts = new Map<string, number>();
    for (const line of table.lines) counts.set(labelOf(line), (counts.get(labelOf(line)) ?? 0) + 1);
    return table.lines.flatMap((line) => {
      const label = labelOf(line);
      if (!FORM_ROLES.includes(line.role) || known.includes(label) || open.some((one) => label.startsWith(stem(one)))) return [];
      const meant = known.find((one) => isOneSlip(one, label) && (line.role === "category" || !counts.has(one)));
      // What a table prints again and again, and never as the form has it, is a wording of its own.
      if (meant === undefined || ((counts.get(label) ?? 0) > 1 && !counts.has(meant))) return [];
      const place = cellOf(line, line.side ? `${line.side}Item` : "label");
      const expected = (place.text ?? "").includes(line.label) ? (place.text ?? "").replace(line.label, meant) : meant;
      return structureFinding(rule, ledger, {
        outcome: "inconsistent",
        text: { zh: `表式为“${meant}”，只差一字`, en: `the form has “${meant}”, a character away` },
        left: [place],
        accused: [wrongText(place, expected)],
        about: { line },
      });
    });
  });
}

/** The words that a table's form prints; a trailing `*` stands for any end. */
function labelsOfTable(kind: string, ledger: Ledger): readonly string[] {
  const grammars = specsOf(kind, ledger).flatMap(grammarsOf);
  return [...new Set(grammars.flatMap((rows) => [...formLabels(rows)]))];
}

function isOpen(label: string): boolean {
  return label.endsWith("*");
}

function stem(label: string): string {
  return label.replace(/\*$/u, "");
}

function labelOf(line: Line): string {
  return attributeOf(line, "label")?.value ?? "";
}

/** One finding a name that stands in no table beside the one that it is a slip of, and in fewer tables than it. */
export function likeNames({ rule, structure: { attribute, tables }, ledger }: StructureInput<"likeNames">): Checked[] {
  const named = new Map<string, { kinds: Set<string>; lines: Line[] }>();
  for (const table of tablesOf(ledger, tables)) {
    for (const line of table.lines) {
      const name = ownName(line, attribute);
      if (name === undefined) continue;
      const known = named.get(name) ?? { kinds: new Set(), lines: [] };
      named.set(name, { kinds: known.kinds.add(table.kind), lines: [...known.lines, line] });
    }
  }
  return [...named].flatMap(([name, { kinds, lines }]) => {
    const [line] = lines as [Line, ...Line[]];
    const meant = [...named].find(
      ([other, there]) =>
        isOneSlip(other, name) &&
        !lines.some((one) => mayBeCutOff(ledger, cellOf(one, "label"), name, other)) &&
        there.kinds.size > kinds.size &&
        ![...kinds].some((kind) => there.kinds.has(kind)) &&
        !(attribute === "budgetUnit" && areApart(line, there.lines[0])),
    );
    const place = cellOf(line, "label");
    if (!meant)
      return structureFinding(rule, ledger, { outcome: "consistent", text: { zh: name, en: name }, left: [place], about: { line } });
    const likely = meant[1].lines[0] as Line;
    const right = cellOf(likely, "label");
    const expected = String(nameField(likely, attribute) ?? meant[0]);
    return lines.map((own) => {
      const cell = cellOf(own, "label");
      const printed = String(nameField(own, attribute) ?? "");
      return structureFinding(rule, ledger, {
        outcome: "inconsistent",
        text: { zh: `他表为“${expected}”，只差一字`, en: `other tables have “${expected}”, a character away` },
        left: [cell],
        right: [right],
        accused: [wrongText(cell, (cell.text ?? printed).replace(printed, expected))],
        about: { line: own },
      });
    });
  });
}

/** Units of different codes are different units, however alike their names. */
function areApart(line: Line, other: Line | undefined): boolean {
  const [code, otherCode] = [line.fields.budgetUnitCode ?? null, other?.fields.budgetUnitCode ?? null];
  return code !== null && otherCode !== null && code !== otherCode;
}

/** The name that a row prints itself, not that of the row above it. */
function ownName(line: Line, attribute: "budgetUnit" | "project"): string | undefined {
  const own = attribute === "budgetUnit" ? line.role === "unit" : line.role === "project" || line.role === "projectGroup";
  return own ? attributeOf(line, attribute)?.value : undefined;
}

function nameField({ role, fields }: Line, attribute: "budgetUnit" | "project"): unknown {
  return attribute === "budgetUnit" ? fields.budgetUnitName : role === "projectGroup" ? fields.projectGroup : fields.projectName;
}

/** One finding an item whose category name begins with a code: it is the category's, and its name the same wherever it stands. */
export function categoryName({ rule, structure, ledger }: StructureInput<"categoryName">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const counts = new Map<string, Map<string, number>>();
    const items = table.lines.flatMap((line) => {
      const [name, code] = [line.fields.procurementCategoryName, line.fields.procurementCategoryCode];
      return typeof name === "string" && typeof code === "string" ? [{ line, name: compactText(name), code: compactText(code) }] : [];
    });
    for (const { name, code } of items) {
      const names = counts.get(code) ?? new Map<string, number>();
      counts.set(code, names.set(name, (names.get(name) ?? 0) + 1));
    }
    return items.flatMap(({ line, name, code }) => {
      const cell = cellOf(line, "procurementCategoryName");
      const about = { line };
      const printedCode = /^[A-C]\d+/.exec(name)?.[0];
      if (printedCode !== undefined && printedCode !== code) {
        const text = {
          zh: `品目名称的编码为 ${printedCode}，品目编号为 ${code}`,
          en: `the name has the code ${printedCode}, the code is ${code}`,
        };
        const own = cellOf(line, "procurementCategoryCode");
        const accused = [wrongText(cell, (cell.text ?? "").replace(printedCode, code)), wrongText(own, printedCode)];
        return structureFinding(rule, ledger, { outcome: "inconsistent", text, left: [cell], right: [own], accused, about });
      }
      const usual = [...(counts.get(code) ?? [])].sort(([, a], [, b]) => b - a)[0];
      const isUsual = usual === undefined || usual[0] === name || usual[1] === counts.get(code)?.get(name);
      if (isUsual) return structureFinding(rule, ledger, { outcome: "consistent", text: { zh: name, en: name }, left: [cell], about });
      const text = { zh: `${code} 在他处为“${usual[0]}”`, en: `elsewhere ${code} is “${usual[0]}”` };
      return structureFinding(rule, ledger, { outcome: "inconsistent", text, left: [cell], accused: [wrongText(cell, usual[0])], about });
    });
  });
}
