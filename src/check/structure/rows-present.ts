import { codeOf } from "../attributes.ts";
import { type Accused, type Checked, type Correction, missingFigures } from "../checked.ts";
import { ZERO } from "../figure.ts";
import { compare, sumOf, type Term } from "../interval.ts";
import type { LedgerTable, Line } from "../ledger-shapes.ts";
import { type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

/** One finding a row without parts, where other rows of its sort have some; one a table where all have. */
export function partsPresent({ rule, structure, ledger }: StructureInput<"partsPresent">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const divided = new Set(table.lines.filter(isDivided).map(sortOf));
    const { role: mayEnd } = structure.mayEnd?.tables.includes(table.kind) ? structure.mayEnd : { role: undefined };
    const rows = table.lines.filter((line) => divided.has(sortOf(line)) && line.role !== "total" && line.role !== mayEnd);
    const without = rows.filter((line) => line.children().length === 0 && !(line.figure("total")?.value.isZero() ?? true));
    if (rows.length === 0) return [];
    if (without.length === 0) return [structureFinding(rule, ledger, { outcome: "consistent", text: table.name })];
    return without.map((line) => {
      const place = { ...table.absentFigure("total", line.label).place, ...pageOf(line) };
      const figure = line.figure("total");
      return structureFinding(rule, ledger, {
        outcome: table.incomplete || table.uncertain ? "notChecked" : "inconsistent",
        ...((table.incomplete || table.uncertain) && { reason: "rowsMissing" as const }),
        text: { zh: "其下没有一行", en: "no row stands under it" },
        left: figure ? [figure.place] : [],
        accused: figure ? missingFigures("missingPart", [{ place, expected: figure.print(figure.value), amount: figure.value }]) : [],
        about: { line },
      });
    });
  });
}

/** Whether rows of another sort stand under it: a unit under a unit is no promise that there is one under every unit. */
function isDivided(line: Line): boolean {
  return line.children().some((child) => sortOf(child) !== sortOf(line));
}

/** Codes of one length are of one sort; rows without a code are by their role. */
function sortOf(line: Line): string {
  const { role } = line;
  return `${role} ${codeOf(line)?.length ?? ""}`;
}

function pageOf(line: Line): { readonly page?: number } {
  const page = line.figure("total")?.place.page;
  return page === undefined ? {} : { page };
}

/** One finding a table and sort of row: those that stand under no row of the sort that they are part of, or none. */
export function standsUnder({ rule, structure, ledger }: StructureInput<"standsUnder">): Checked[] {
  return structure.rows.flatMap(({ table: kind, role, under }) =>
    tablesOf(ledger, [kind]).flatMap((table) => {
      const rows = table.lines.filter((line) => line.role === role);
      const astray = rows.filter((line) => !hasAbove(line, under));
      const [first] = astray;
      if (rows.length === 0) return [];
      if (!first) return [structureFinding(rule, ledger, { outcome: "consistent", text: table.name })];
      const left = astray.flatMap((line) => line.figure("total")?.place ?? []);
      const text = {
        zh: `其上没有所属的行（${rows.length} 行中有 ${astray.length} 行如此）`,
        en: `no row stands above that it is part of (so ${astray.length} of ${rows.length})`,
      };
      const proven = isComplete(table, first);
      return [
        structureFinding(rule, ledger, {
          outcome: proven ? "inconsistent" : "notChecked",
          ...(!proven && { reason: "rowsMissing" as const }),
          text,
          left,
          accused: missingAbove(table, first, astray),
          about: { line: first },
        }),
      ];
    }),
  );
}

/** What the row that is missing above these would print: what they come to. */
function missingAbove({ amountKeys, absentFigure }: LedgerTable, first: Line, astray: readonly Line[]): Accused[] {
  const above = first.parent();
  const rows = astray.filter((line) => line.parent() === above);
  const corrections = amountKeys.flatMap((key): Correction[] => {
    const amount = rows.reduce((sum, line) => sum.plus(line.figure(key)?.value ?? ZERO), ZERO);
    const figure = absentFigure(key, above?.label ?? "");
    const place = { ...figure.place, ...pageOf(first) };
    return amount.isZero() ? [] : [{ place, expected: figure.print(amount), amount }];
  });
  return missingFigures("missingPart", corrections);
}

function hasAbove(line: Line, role: string): boolean {
  for (let above = line.parent(); above; above = above.parent()) if (above.role === role) return true;
  return false;
}

/** Whether nothing else is missing: the rows that have lost theirs still add up to the one above. */
function isComplete({ incomplete, uncertain }: LedgerTable, astray: Line): boolean {
  if (uncertain) return false;
  const above = astray.parent();
  const whole = above?.figure("total");
  if (!above || !whole) return !incomplete;
  const terms = (figures: readonly Term["figure"][]): Term[] => figures.map((figure) => ({ figure, weight: "plus" }));
  const parts = above.children().flatMap((line) => (line.role === "ofWhich" ? [] : (line.figure("total") ?? [])));
  return !incomplete || compare(sumOf(terms([whole])), sumOf(terms(parts)), "equal").holds;
}
