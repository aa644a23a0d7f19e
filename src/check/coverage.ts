import type { Coverage, TableFigure } from "../model/check-report.ts";
import type { Checked } from "./checked.ts";
import type { Figure } from "./figure.ts";
import type { Ledger, LedgerTable, Line } from "./ledger-shapes.ts";

/**
 * The figures that an identity vouches for.
 *
 * A figure counts when it stands in full in an equality that is consistent, is not 0 = 0, and leaves nothing open: a wrong figure would
 * then have shown.
 */
export function coveredFigures(checked: readonly Checked[]): ReadonlySet<Figure> {
  return figuresOfEqualities(checked.filter(({ outcome }) => outcome === "consistent"));
}

/** The figures that stand in full in equalities that are not 0 = 0 and leave nothing open. */
function figuresOfEqualities(checked: readonly Checked[]): ReadonlySet<Figure> {
  const found = new Set<Figure>();
  for (const { left, right, compared } of checked) {
    if (compared?.relation !== "equal") continue;
    const terms = [...left, ...right];
    if (terms.every(({ figure }) => figure.value.isZero())) continue;
    if (terms.some(({ figure, weight }) => weight === "upTo" && !figure.value.isZero())) continue;
    for (const { figure, weight } of terms) if (weight !== "upTo") found.add(figure);
  }
  return found;
}

export function coverageOf(ledgers: readonly Ledger[], checked: readonly Checked[]): Coverage {
  const covered = coveredFigures(checked);
  const compared = figuresOfEqualities(checked);
  const uncovered: TableFigure[] = [];
  const total = { figures: 0, covered: 0, nonZeroFigures: 0, nonZeroCovered: 0 };
  const tables = ledgers.flatMap((ledger) =>
    ledger.tables.map((table) => {
      const counts = { figures: 0, covered: 0, nonZeroFigures: 0, nonZeroCovered: 0 };
      for (const figure of figuresOf(table)) {
        const [isCovered, isNonZero] = [covered.has(figure), !figure.value.isZero()];
        for (const count of [counts, total]) {
          count.figures += 1;
          if (isCovered) count.covered += 1;
          if (isNonZero) count.nonZeroFigures += 1;
          if (isNonZero && isCovered) count.nonZeroCovered += 1;
        }
        if (!compared.has(figure) && "row" in figure.place) uncovered.push(figure.place);
      }
      return { document: ledger.index, kind: table.kind, ...(table.number !== undefined && { number: table.number }), ...counts };
    }),
  );
  return { ...total, tables, uncovered };
}

/** Every printed number of a table. */
export function figuresOf({ lines, amountKeys }: LedgerTable): Figure[] {
  return lines.flatMap((line: Line) => amountKeys.flatMap((key) => line.figure(key) ?? [])).filter(({ state }) => state === "number");
}
