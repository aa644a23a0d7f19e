import { defineForm, type Form } from "../define-table.ts";
import { byEconomicNatureTables } from "./by-economic-nature.ts";
import { basicExpenditureByFunction, byFunctionTables } from "./by-function.ts";
import { summaries } from "./summaries.ts";
import { threePublicExpenses } from "./three-public-expenses.ts";
import { totals } from "./totals.ts";

/**
 * The nine tables of the Ministry of Finance, as departments all over the country publish them with their budgets: wordings of 15 cities.
 *
 * Budgets have the first seven; those of the other two funds are not printed everywhere, so that none is missed that lacks them.
 * Several specifications of one kind are what cities print in different ways. Tables of final accounts (决算, 公开01–09表) are none of
 * this form, nor is a summary of three classifications side by side.
 *
 * @example parseBudget(bytes, { forms: [...builtInForms, national] })
 */
export const national: Form = defineForm({
  id: "mof",
  tables: [...summaries, ...totals, ...byFunctionTables, ...byEconomicNatureTables, basicExpenditureByFunction, ...threePublicExpenses],
});
