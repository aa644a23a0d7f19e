import { compactText } from "../../model/compact-text.ts";
import { codeOf } from "../attributes.ts";
import { type Checked, compareSides, type WeightedFigure } from "../checked.ts";
import type { Figure } from "../figure.ts";
import type { Ledger, Line } from "../ledger-shapes.ts";
import type { CheckRule } from "../rule.ts";
import { nameKey, nameOf } from "./codes.ts";
import { cellOf, type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

/** The same organisation's document of the year before. */
export function priorYearOf({ document }: Ledger, all: readonly Ledger[]): Ledger | undefined {
  const { fiscalYear, organization } = document;
  if (fiscalYear === null || !organization) return undefined;
  return all.find((other) => other.document.fiscalYear === fiscalYear - 1 && sameOrganization(other, organization.name));
}

/** The budget of a document's organisation and year: the document itself where it has the tables of one. */
export function budgetOf(ledger: Ledger, all: readonly Ledger[]): Ledger | undefined {
  const { fiscalYear, organization } = ledger.document;
  if (fiscalYear === null || !organization) return ledger;
  const own = all.filter((other) => other.document.fiscalYear === fiscalYear && sameOrganization(other, organization.name));
  return [ledger, ...own].find((other) => other.table("expenditureSummary") !== undefined);
}

function sameOrganization({ document }: Ledger, name: string): boolean {
  return document.organization !== null && compactText(document.organization.name) === compactText(name);
}

/** One finding a code whose name differs from the year before. */
export function namesOverYears({ rule, structure, ledger, all }: StructureInput<"namesOverYears">): Checked[] {
  const prior = priorYearOf(ledger, all);
  if (!prior) return [];
  const before = new Map(namedLines(prior, structure.tables));
  return [...new Map(namedLines(ledger, structure.tables))].flatMap(([code, line]) => {
    const old = before.get(code);
    if (!old || nameOf(old) === nameOf(line)) return [];
    const names = `“${nameOf(old)}” → “${nameOf(line)}”`;
    return structureFinding(rule, ledger, {
      outcome: "inconsistent",
      text: { zh: `${code} ${names}`, en: `${code}: ${names}` },
      left: [cellOf(line, nameKey(line.table))],
      right: [cellOf(old, nameKey(old.table))],
      about: { line, values: { code } },
    });
  });
}

function namedLines(ledger: Ledger, kinds: readonly string[]): [string, Line][] {
  return tablesOf(ledger, kinds).flatMap(({ lines }) =>
    lines.flatMap((line): [string, Line][] => {
      const code = codeOf(line);
      return code === undefined ? [] : [[code, line]];
    }),
  );
}

/** One finding a column of a unit's row whose own budget is given too. */
export function unitBudgets({ rule, structure, ledger, all }: StructureInput<"unitBudgets">): Checked[] {
  if (ledger.document.organization?.kind !== "department") return [];
  return tablesOf(ledger, structure.tables).flatMap((table) =>
    table.lines
      .filter(({ role }) => role === "unit")
      .flatMap((line) => {
        const own = unitDocument(line, ledger, all)?.table(table.kind);
        const total = own?.lines.find(({ role }) => role === "total");
        if (!total) return [];
        return table.amountKeys.flatMap((key) => {
          const [left, right] = [line.figure(key), total.figure(key)];
          return left && right ? sums(rule, ledger, [left], [right]) : [];
        });
      }),
  );
}

function unitDocument({ fields }: Line, ledger: Ledger, all: readonly Ledger[]): Ledger | undefined {
  const name = typeof fields.budgetUnitName === "string" ? fields.budgetUnitName : "";
  return all.find(
    (other) =>
      other !== ledger &&
      other.document.fiscalYear === ledger.document.fiscalYear &&
      other.document.organization?.kind === "unit" &&
      sameOrganization(other, name),
  );
}

/** One finding a column of a total, where every unit's own budget is given. */
export function departmentSums({ rule, structure, ledger, all }: StructureInput<"departmentSums">): Checked[] {
  if (ledger.document.organization?.kind !== "department") return [];
  const rows = ledger.tables.flatMap(({ lines }) => lines.filter(({ role }) => role === "unit"));
  const units = [
    ...new Map(
      rows.map((line) => [compactText(String(line.fields.budgetUnitName ?? line.label)), unitDocument(line, ledger, all)]),
    ).values(),
  ];
  if (units.length < 2 || units.some((unit) => unit === undefined)) return [];
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const total = table.lines.find(({ role }) => role === "total");
    const totals = units.flatMap((unit) => unit?.table(table.kind)?.lines.find(({ role }) => role === "total") ?? []);
    if (!total || totals.length < units.length) return [];
    return table.amountKeys.flatMap((key) => {
      const [left, right] = [total.figure(key), totals.flatMap((line) => line.figure(key) ?? [])];
      return left && right.length === units.length ? sums(rule, ledger, [left], right) : [];
    });
  });
}

function sums(rule: CheckRule, ledger: Ledger, left: readonly Figure[], right: readonly Figure[]): Checked[] {
  if ([...left, ...right].some(({ state }) => state === "unreadable")) return [];
  const terms = (figures: readonly Figure[]): WeightedFigure[] => figures.map((figure) => ({ figure, weight: "plus" }));
  return [compareSides(rule, { ledger }, terms(left), terms(right))];
}
