import { readFile } from "node:fs/promises";
import { findTable, parseBudget } from "gz-budget";

const bytes = await readFile(process.argv[2] ?? "fixtures/corpus/gz-2024-ybzx/chrome-ruled.pdf");
const budget = await parseBudget(bytes);

console.log(budget.organization?.name, budget.fiscalYear);
for (const { role, code, name, amounts } of findTable(budget, "expenditureSummary")?.rows ?? []) {
  if (role === "total" || role === "class") console.log(code ?? "   ", amounts.total?.toFixed(2).padStart(12), name);
}
