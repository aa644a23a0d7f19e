import { findTable, parseBudget } from "gz-budget";

const said = document.getElementById("said");
try {
  const response = await fetch("/budget.pdf");
  const budget = await parseBudget(await response.blob());
  const [total] = findTable(budget, "revenueSummary")?.rows ?? [];
  said.textContent = [budget.organization?.name, budget.fiscalYear, total?.amounts.total?.toFixed(2)].join(" ");
} catch (error) {
  said.textContent = String(error);
}
