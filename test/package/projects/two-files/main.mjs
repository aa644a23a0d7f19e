import { readFile } from "node:fs/promises";
import process from "node:process";
import { findTable, parseBudget } from "gz-budget";
import { parseBudgetFiles } from "gz-budget/node";

const [path] = process.argv.slice(2);
const budget = await parseBudget(new Uint8Array(await readFile(path)));
console.log(budget.organization?.name, budget.fiscalYear, findTable(budget, "revenueSummary")?.rows[0]?.amounts.total?.toFixed(2));
for await (const { document, error } of parseBudgetFiles([path, path])) console.log(document ? document.tables.length : error.message);
