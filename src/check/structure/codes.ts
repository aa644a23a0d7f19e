import { compactText } from "../../model/compact-text.ts";
import { codeOf } from "../attributes.ts";
import type { CheckedClaim } from "../check-claim.ts";
import type { LedgerTable } from "../ledger.ts";
import type { Line } from "../line.ts";
import { cellOf, type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

/** One finding a code and each of its parents; a table that prints no class, or no section, at all lists the levels below it. */
export function parentPresent({ rule, structure, ledger }: StructureInput<"parentPresent">): CheckedClaim[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const seen = new Map<string, Line>();
    const printed = new Set(table.lines.map((line) => codeOf(line)?.length));
    return table.lines.flatMap((line) => {
      const code = codeOf(line);
      if (code === undefined || line.role === "other") return [];
      const found = [3, 5]
        .filter((length) => length < code.length && printed.has(length))
        .map((length) => parentFinding(line, code.slice(0, length), seen.get(code.slice(0, length))));
      seen.set(code, line);
      return found;
    });
  });

  function parentFinding(line: Line, parentCode: string, parent: Line | undefined): CheckedClaim {
    const name = line.table.name;
    const left = [cellOf(line, codeKey(line.table))];
    const there = {
      zh: `${name.zh}“${line.label}”的上级科目 ${parentCode} ${parent ? "在其上" : "不在其上"}`,
      en: `${name.en}: ${parentCode} ${parent ? "stands" : "does not stand"} above “${line.label}”`,
    };
    if (parent)
      return structureFinding(rule, { outcome: "consistent", message: there, left, right: [cellOf(parent, codeKey(line.table))] });
    if (line.table.incomplete) return structureFinding(rule, { outcome: "notChecked", reason: "rowsMissing", message: there, left });
    return structureFinding(rule, { outcome: "inconsistent", message: there, left });
  }
}

/** One finding a table: the first code of a unit that is not larger than the one before it, or none. */
export function codesAscend({ rule, structure, ledger }: StructureInput<"codesAscend">): CheckedClaim[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const coded = table.lines.filter((line) => codeOf(line) !== undefined && line.role !== "other");
    if (coded.length < 2) return [];
    const at = coded.findIndex((line, index) => isAfter(coded[index - 1], line));
    const name = table.name;
    const [before, line] = [coded[at - 1], coded[at]];
    if (!before || !line) return [structureFinding(rule, { outcome: "consistent", message: name })];
    return [
      structureFinding(rule, {
        outcome: "inconsistent",
        message: {
          zh: `${name.zh}“${line.label}”排在“${before.label}”之后`,
          en: `${name.en}: “${line.label}” comes after “${before.label}”`,
        },
        left: [cellOf(before, codeKey(table))],
        right: [cellOf(line, codeKey(table))],
      }),
    ];
  });
}

function isAfter(before: Line | undefined, line: Line): boolean {
  const isOfSameUnit =
    before?.fields.budgetUnitCode === line.fields.budgetUnitCode && before?.fields.budgetUnitName === line.fields.budgetUnitName;
  return before !== undefined && isOfSameUnit && (codeOf(before) ?? "") >= (codeOf(line) ?? "");
}

/** Rows whose code has the length of a level that the form prints. */
const PLACED: ReadonlySet<string> = new Set(["class", "section", "item"]);

/** One finding a table: every code has an allowed length, or the first that has not. */
export function codeLength({ rule, structure, ledger }: StructureInput<"codeLength">): CheckedClaim[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const wrong = table.lines.filter((line) => !PLACED.has(line.role) && !fitsLength(codeOf(line), structure.lengths));
    const name = table.name;
    if (wrong.length === 0) return table.lines.length > 0 ? [structureFinding(rule, { outcome: "consistent", message: name })] : [];
    return wrong.map((line) =>
      structureFinding(rule, {
        outcome: "inconsistent",
        message: { zh: `${name.zh}“${line.label}”`, en: `${name.en}: “${line.label}”` },
        left: [cellOf(line, codeKey(table))],
      }),
    );
  });
}

function fitsLength(code: string | undefined, lengths: readonly number[]): boolean {
  return code === undefined || (/^\d+$/.test(code) && lengths.includes(code.length));
}

/** One finding a code that stands in the tables. */
export function oneName({ rule, structure, ledger }: StructureInput<"oneName">): CheckedClaim[] {
  const byCode = new Map<string, Line[]>();
  for (const line of tablesOf(ledger, structure.tables).flatMap(({ lines }) => lines)) {
    const code = codeOf(line);
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), line]);
  }
  return [...byCode].map(([code, lines]) => {
    const names = new Set(lines.map(nameOf));
    const printed = [...names].join("”“");
    return structureFinding(rule, {
      outcome: names.size === 1 ? "consistent" : "inconsistent",
      message: { zh: `${code}：“${printed}”`, en: `${code}: “${printed}”` },
      left: lines.slice(0, 1).map((line) => cellOf(line, codeKey(line.table))),
      right: lines
        .filter((line) => names.size > 1 && nameOf(line) !== nameOf(lines[0] as Line))
        .map((line) => cellOf(line, codeKey(line.table))),
    });
  });
}

/** A code's name without white space, brackets and quotation marks made alike. */
export function nameOf({ fields }: Line): string {
  const economic = fields.departmentEconomic as { readonly name: string } | null | undefined;
  return compactText(economic?.name ?? (typeof fields.name === "string" ? fields.name : ""));
}

/** One finding a row that prints the code of the unit above it. */
export function unitCode({ rule, structure, ledger }: StructureInput<"unitCode">): CheckedClaim[] {
  return tablesOf(ledger, structure.tables).flatMap((table) =>
    table.lines.flatMap((line) => {
      if (line.role !== "project" && line.role !== "item") return [];
      const unit = unitAbove(line);
      const printed = cellOf(line, "budgetUnitCode");
      if (!unit || printed.text === null) return [];
      const own = cellOf(unit, "budgetUnitCode");
      const same = compactText(own.text ?? "") === compactText(printed.text);
      const name = table.name;
      return structureFinding(rule, {
        outcome: same ? "consistent" : "inconsistent",
        message: {
          zh: `${name.zh}“${line.label}”：${printed.text}，单位为 ${own.text ?? ""}`,
          en: `${name.en}, “${line.label}”: ${printed.text}, the unit is ${own.text ?? ""}`,
        },
        left: [printed],
        right: [own],
      });
    }),
  );
}

function unitAbove(line: Line): Line | undefined {
  for (let above = line.parent(); above; above = above.parent()) if (above.role === "unit") return above;
  return undefined;
}

/** The column that holds a classified row's code, or code and name together. */
export function codeKey(table: LedgerTable): string {
  return ["code", "function", "departmentEconomic"].find((key) => table.columnOf(key) >= 0) ?? "code";
}
