import { readFile } from "node:fs/promises";
import { BudgetDocument, BudgetError, type Decimal, findTable, parseBudget } from "gz-budget";
import { parseBudgetFile } from "gz-budget/node";
import schema from "gz-budget/schema.json" with { type: "json" };
import * as z from "zod";

const path = process.argv[2] ?? "";
const document = await parseBudget(new Uint8Array(await readFile(path)));
const total: Decimal | null | undefined = findTable(document, "revenueSummary")?.rows[0]?.amounts.total;
console.log(document.organization?.name, document.fiscalYear, total?.toFixed(2));

const back = BudgetDocument.parse(JSON.parse(JSON.stringify(z.encode(BudgetDocument, document))));
if (!findTable(back, "revenueSummary")?.rows[0]?.amounts.total?.equals(total ?? 0)) throw new Error("JSON does not round-trip");
if ((await parseBudgetFile(path)).tables.length !== document.tables.length) throw new Error("gz-budget/node reads something else");
if (schema.$schema !== "https://json-schema.org/draft/2020-12/schema") throw new Error("no JSON Schema");
try {
  await parseBudgetFile("there-is-no-such-file.pdf");
} catch (error) {
  if (!(error instanceof BudgetError) || error.code !== "FILE_UNREADABLE") throw error;
}
