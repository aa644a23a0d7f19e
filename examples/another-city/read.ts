import { readFile } from "node:fs/promises";
import { checkBudget, findTable, parseBudget, toFacts, toJson } from "gz-budget";
import { budgetDocumentSchema, builtInForms } from "gz-budget/forms";
import { city, tables, unitsAddUp } from "./form.ts";

const forms = [...builtInForms, city];
const document = await parseBudget(await readFile(new URL("budget.txt", import.meta.url), "utf8"), { forms, locale: "en" });

console.log(`${document.organization?.name} ${document.fiscalYear}, form ${document.form}, ${document.diagnostics.length} diagnostics`);
for (const { code, name, amounts } of findTable(document, tables.expenditure)?.rows ?? []) {
  console.log(`${(code ?? "").padEnd(8)} ${amounts.total?.toFixed(2).padStart(7)}  ${name}`);
}
for (const { role, budgetUnitName, amounts } of findTable(document, tables.byUnit)?.rows ?? []) {
  if (role === "unit") console.log(`${budgetUnitName} ${amounts.total?.toFixed(2)}`);
}
for (const { revenue } of findTable(document, tables.summary)?.rows ?? []) {
  if (revenue?.partOf !== undefined) console.log(`${revenue.key} ${revenue.amount?.toFixed(2)} is part of row ${revenue.partOf}`);
}

const { findings, summary } = checkBudget(document, { add: [unitsAddUp] });
console.log(`${summary.inconsistent} findings inconsistent, CITY1 ${findings.find(({ rule }) => rule === "CITY1")?.outcome}`);

const json = toJson(document, { schema: budgetDocumentSchema(forms) });
console.log(`${JSON.parse(json).tables.length} tables, ${toFacts(document).length} facts`);
