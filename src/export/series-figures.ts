import { compactText } from "../model/compact-text.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { Fact } from "./fact.ts";
import type { SeriesBy } from "./series.ts";
import { amountCells } from "./to-facts.ts";

/** A figure that a series may follow, with the key that is the same in every year and form. */
export interface SeriesEntry {
  readonly tableKind: string;
  readonly key: string;
  readonly name: string;
  readonly fact: Fact;
}

/** The tables that a kind of series reads: where one of them is missing from a document, so are its figures. */
export const seriesTables: Readonly<Record<SeriesBy, readonly string[]>> = {
  organization: ["revenueAndExpenditureSummary", "expenditureSummary", "fiscalAppropriationSummary"],
  functional: ["expenditureSummary"],
  economic: ["basicExpenditureByEconomicNature", "projectExpenditureByEconomicNature"],
  threePublic: ["administrativeAndThreePublicExpenses"],
};

/** Lines of 收支总体情况表 that sum up an organisation. */
const TOTAL_KEYS = new Set(["totalRevenue", "currentYearRevenue", "totalExpenditure", "currentYearExpenditure"]);
const MEASURE_NAMES: Readonly<Record<string, string>> = { basicExpenditure: "基本支出", projectExpenditure: "项目支出" };

/** The amount cells of a document that series of this kind follow, blank ones too. */
export function seriesFigures(document: BudgetDocument, by: SeriesBy): readonly SeriesEntry[] {
  const kinds = new Set(seriesTables[by]);
  return amountCells(document).flatMap((fact) => (kinds.has(fact.tableKind) ? entriesOf[by](fact) : []));
}

const entriesOf: Readonly<Record<SeriesBy, (fact: Fact) => readonly SeriesEntry[]>> = {
  organization: (fact) => {
    if (fact.tableKind === "expenditureSummary") {
      const name = MEASURE_NAMES[fact.measure];
      return fact.rowRole === "total" && name ? [entry(fact, fact.measure, name)] : [];
    }
    const isAppropriation = fact.tableKind === "fiscalAppropriationSummary";
    const wanted = isAppropriation ? fact.itemKey === "totalRevenue" : TOTAL_KEYS.has(fact.itemKey ?? "");
    return wanted && fact.itemKey ? [entry(fact, fact.itemKey, isAppropriation ? `财政拨款${fact.rowName}` : fact.rowName)] : [];
  },
  functional: (fact) =>
    fact.measure !== "total" ? [] : fact.functionalCode ? [entry(fact, fact.functionalCode, fact.rowName)] : totalEntry(fact),
  economic: (fact) =>
    fact.measure !== "total" ? [] : fact.economicCode ? [entry(fact, fact.economicCode, fact.rowName)] : totalEntry(fact),
  threePublic: (fact) => (fact.measure === "total" && fact.itemKey ? [entry(fact, fact.itemKey, compactText(fact.rowName))] : []),
};

function totalEntry(fact: Fact): readonly SeriesEntry[] {
  return fact.rowRole === "total" ? [entry(fact, "total", "合计")] : [];
}

function entry(fact: Fact, key: string, name: string): SeriesEntry {
  return { tableKind: fact.tableKind, key, name, fact };
}
