import { readFile } from "node:fs/promises";
import { findTable, parseBudget } from "gz-budget";
import { builtInForms } from "gz-budget/forms";
import { leasedBuildings, mine } from "./leased-buildings.ts";

const text = await readFile(new URL("budget.txt", import.meta.url), "utf8");
const document = await parseBudget(text, { forms: [...builtInForms, mine] });

const table = findTable(document, leasedBuildings);
console.log(`${document.organization?.name} ${document.fiscalYear}, ${table?.title}, 万元`);
for (const { role, address, floorArea, amounts } of table?.rows ?? []) {
  console.log(`${role.padEnd(6)} ${floorArea?.toFixed(2).padStart(8)} m² ${amounts.total?.toFixed(2).padStart(7)}  ${address}`);
}
