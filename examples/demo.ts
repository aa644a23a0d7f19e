import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { checkBudget, parseBudget, tableListToText } from "gz-budget";

const inputs =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ["seeds/000_c902f1b07777cdfc.txt", "seeds/001_54c9370821fa4330.txt", "fixtures/corpus/gz-2026-hcglj/chrome-thin.pdf"];

for (const path of inputs) {
  const bytes = await readFile(path);
  const input = path.endsWith(".pdf") ? new Uint8Array(bytes) : bytes.toString("utf8");
  const document = await parseBudget(input, { name: basename(path), locale: "en" });
  const { organization, fiscalYear, form, diagnostics } = document;

  console.log(`\n${path}`);
  console.log(`organisation  ${organization?.name ?? "?"} (${organization?.kind ?? "?"})`);
  console.log(`year          ${fiscalYear ?? "?"}`);
  console.log(`form          ${form}\n`);
  console.log(tableListToText(document, { locale: "en" }));
  for (const { severity, code, message } of diagnostics) if (severity !== "info") console.log(`${severity}  ${code}  ${message}`);

  const { findings, summary, coverage } = checkBudget(document);
  const share = ((100 * coverage.nonZeroCovered) / coverage.nonZeroFigures).toFixed(1);
  console.log(`checks        ${summary.consistent} consistent, ${summary.inconsistent} inconsistent, ${summary.notChecked} not checked`);
  console.log(`covered       ${share} % of the ${coverage.nonZeroFigures} figures other than zero stand in an identity that holds`);
  for (const { rule, outcome, message } of findings) if (outcome === "inconsistent") console.log(`inconsistent  ${rule}  ${message.en}`);
}
