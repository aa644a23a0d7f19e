import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type BudgetTable, checkBudget, type Decimal, parseBudget } from "gz-budget";

const inputs =
  process.argv.length > 2
    ? process.argv.slice(2)
    : ["seeds/000_c902f1b07777cdfc.txt", "seeds/001_54c9370821fa4330.txt", "fixtures/corpus/gz-2024-ybzx/chrome-ruled.pdf"];

for (const path of inputs) {
  const bytes = await readFile(path);
  const input = path.endsWith(".pdf") ? new Uint8Array(bytes) : bytes.toString("utf8");
  const document = await parseBudget(input, { name: basename(path), locale: "en" });

  console.log(`\n${path}`);
  console.log(`  organisation  ${document.organization?.name ?? "?"} (${document.organization?.kind ?? "?"})`);
  console.log(`  year          ${document.fiscalYear ?? "?"}`);
  console.log(`  form          ${document.form}`);
  console.log(`\n  ${"table".padEnd(7)}${"pages".padEnd(8)}${"rows".padStart(5)}${"total, 万元".padStart(14)}  title`);
  for (const table of document.tables) {
    const pages = table.pages.length > 1 ? `${table.pages[0]}–${table.pages.at(-1)}` : `${table.pages[0] ?? ""}`;
    const cells = [(table.number === undefined ? "–" : `${table.number}`).padEnd(7), pages.padEnd(8), `${table.rows.length}`.padStart(5)];
    console.log(`  ${cells.join("")}${(totalOf(table)?.toFixed(2) ?? "").padStart(16)}  ${table.title ?? ""}`);
  }
  const worst = document.diagnostics.filter(({ severity }) => severity !== "info");
  console.log(`\n  ${worst.length} diagnostics${worst.length > 0 ? ":" : ""}`);
  for (const { code, message } of worst) console.log(`    ${code}  ${message}`);

  const { findings, summary, coverage } = checkBudget(document);
  const share = ((100 * coverage.nonZeroCovered) / coverage.nonZeroFigures).toFixed(1);
  console.log(`  checks: ${summary.consistent} consistent, ${summary.inconsistent} inconsistent, ${summary.notChecked} not checked`);
  console.log(`  ${share} % of the ${coverage.nonZeroFigures} figures that are not zero take part in an identity that holds`);
  for (const { rule, outcome, message } of findings) if (outcome === "inconsistent") console.log(`    ${rule}  ${message.en}`);
}

/** What the table adds up to: 收入总计 of a two-sided table, else the first amount of its total row. */
function totalOf(table: BudgetTable): Decimal | null | undefined {
  switch (table.kind) {
    case "unrecognised":
    case "administrativeAndThreePublicExpenses":
      return undefined;
    case "revenueAndExpenditureSummary":
    case "fiscalAppropriationSummary":
      return table.rows.find(({ role }) => role === "grandTotal")?.revenue?.amount;
    default: {
      const total = table.rows.find(({ role }) => role === "total");
      return total && Object.values(total.amounts)[0];
    }
  }
}
