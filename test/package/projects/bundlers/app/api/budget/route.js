import { findTable, parseBudget } from "gz-budget";
import { parseBudgetFiles } from "gz-budget/node";

export async function POST(request) {
  const budget = await parseBudget(await request.arrayBuffer());
  const [total] = findTable(budget, "revenueSummary")?.rows ?? [];
  const counts = [];
  for await (const { document, error } of parseBudgetFiles([process.env.BUDGET, process.env.BUDGET]))
    counts.push(document ? document.tables.length : error.message);
  return Response.json([budget.organization?.name, budget.fiscalYear, total?.amounts.total?.toFixed(2), ...counts]);
}
