import type { BudgetTable } from "../tables/budget-document.ts";

/** The names of the projects that the tables list, each once. */
export function projectNames(tables: readonly BudgetTable[]): string[] {
  const names = tables.flatMap((table) => {
    if (table.kind !== "projectExpenditureByUnit" && table.kind !== "transferPaymentsByDistrict") return [];
    return table.rows.flatMap(({ role, projectName }) => (role === "project" && projectName ? [projectName] : []));
  });
  return [...new Set(names)];
}
