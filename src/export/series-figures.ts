import { compactText } from "../model/compact-text.ts";
import { groupBy } from "../model/group-by.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import { expenditureLabels, revenueLabels, type SideLabel } from "../tables/two-sided-labels.ts";
import type { Fact } from "./fact.ts";
import type { SeriesBy } from "./series.ts";
import { type Composition, lineComposition, rowComposition } from "./series-composition.ts";
import { amountCells } from "./to-facts.ts";

/** A figure that a series may follow, with the key that is the same in every year and form. */
export interface SeriesEntry {
  readonly tableKind: string;
  readonly key: string;
  readonly name: string;
  readonly fact: Fact;
  /** Place among the figures of its table; 0 where codes give the order. */
  readonly order: number;
  /** Whether the table prints the figure by its parts only, of which this is one; `name` is then that of the part. */
  readonly isPart: boolean;
  /** What a sum holds; absent for a figure that is none. */
  readonly composition?: Composition | undefined;
}

/** The tables that a kind of series reads: where one of them is missing from a document, so are its figures. */
export const seriesTables: Readonly<Record<SeriesBy, readonly string[]>> = {
  organization: ["revenueAndExpenditureSummary", "expenditureSummary", "fiscalAppropriationSummary"],
  functional: ["expenditureSummary"],
  economic: ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"],
  threePublic: ["administrativeAndThreePublicExpenses"],
};

/** The funds of 财政拨款, which every form prints in 财政拨款收支总体情况表. */
const FUNDS: ReadonlySet<string> = new Set(["generalPublicBudget", "governmentFundBudget", "stateCapitalBudget"]);
const CLASSES: ReadonlySet<string> = new Set(functionalClasses.map(({ key }) => key));
/** The lines of two-sided tables that sum up an organisation; expenditure by class is a series by code. */
const LINES: Readonly<Record<string, readonly SideLabel[]>> = {
  revenueAndExpenditureSummary: [...revenueLabels, ...expenditureLabels].filter(({ key }) => !FUNDS.has(key) && !CLASSES.has(key)),
  fiscalAppropriationSummary: revenueLabels.filter(({ key }) => FUNDS.has(key) || key === "totalRevenue"),
};
const MEASURE_NAMES: Readonly<Record<string, string>> = { basicExpenditure: "基本支出", projectExpenditure: "项目支出" };

/** The amount cells of a document that series of this kind follow, blank ones too. */
export function seriesFigures(document: BudgetDocument, by: SeriesBy): readonly SeriesEntry[] {
  const kinds = new Set(seriesTables[by]);
  const facts = amountCells(document).filter(({ tableKind }) => kinds.has(tableKind));
  return [...groupBy(facts, ({ tableIndex }) => tableIndex).values()].flatMap(entriesOf[by]);
}

/** The entries of the facts of one table. */
const entriesOf: Readonly<Record<SeriesBy, (facts: readonly Fact[]) => readonly SeriesEntry[]>> = {
  organization: (facts) => {
    const lines = LINES[facts[0]?.tableKind ?? ""];
    if (lines) return lines.flatMap((line, order) => lineEntries(line, order, facts));
    return facts.flatMap((fact) => {
      const name = MEASURE_NAMES[fact.measure];
      return fact.rowRole === "total" && name ? [entry(fact, fact.measure, name)] : [];
    });
  },
  functional: (facts) =>
    facts.flatMap((fact) => codeEntry(fact, fact.functionalCode).map((one) => ({ ...one, composition: rowComposition(fact, facts) }))),
  economic: (facts) => facts.flatMap((fact) => codeEntry(fact, fact.economicCode)),
  threePublic: (facts) =>
    facts.flatMap((fact) => (fact.measure === "total" && fact.itemKey ? [entry(fact, fact.itemKey, compactText(fact.rowName))] : [])),
};

/** A line as it is printed or, where the table prints only its parts, these. */
function lineEntries({ key, sameAs, sumOf = [], role }: SideLabel, order: number, facts: readonly Fact[]): readonly SeriesEntry[] {
  const printing = (line: string) => facts.filter(({ itemKey }) => itemKey === line);
  const printed = printing(key);
  if (printed.length > 0)
    return printed.map((fact) => ({
      ...entry(
        fact,
        sameAs ?? key,
        fact.tableKind === "fiscalAppropriationSummary" && role !== "line" ? `财政拨款${fact.rowName}` : fact.rowName,
      ),
      order,
      ...(role === "subtotal" && {
        composition: lineComposition(
          fact,
          facts.filter(({ measure }) => measure === fact.measure),
        ),
      }),
    }));
  const parts = sumOf.map(printing);
  if (parts.length === 0 || parts.some(({ length }) => length === 0)) return [];
  return parts.flat().map((fact) => ({ ...entry(fact, key, fact.rowName), order, isPart: true }));
}

function codeEntry(fact: Fact, code: string | null): readonly SeriesEntry[] {
  if (fact.measure !== "total") return [];
  if (code) return [entry(fact, code, fact.rowName)];
  return fact.rowRole === "total" ? [entry(fact, "total", "合计")] : [];
}

function entry(fact: Fact, key: string, name: string): SeriesEntry {
  return { tableKind: fact.tableKind, key, name, fact, order: 0, isPart: false };
}
