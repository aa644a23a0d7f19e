import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { toFacts } from "gz-budget";
import { parseBudgetFile } from "gz-budget/node";
import { factsToParquet } from "gz-budget/parquet";

// Usage: facts-in-duckdb.ts FILE…
// Every printed figure of all files as one table of facts, and three questions to it. Amounts are DECIMAL: sums are exact.
const documents = await Promise.all(process.argv.slice(2).map((file) => parseBudgetFile(file)));
const folder = await mkdtemp(join(tmpdir(), "facts-"));
const file = join(folder, "facts.parquet");
await writeFile(file, await factsToParquet(documents.flatMap((document) => toFacts(document))));

const connection = await (await DuckDBInstance.create()).connect();
await connection.run(`CREATE VIEW facts AS SELECT * FROM '${file}'`);

async function ask(question: string, sql: string): Promise<void> {
  console.log(`\n${question}`);
  const reader = await connection.runAndReadAll(sql);
  for (const row of reader.getRowsJson()) console.log(`  ${row.join("  ")}`);
}

await ask(
  "The largest functional class of each year, in 万元",
  `SELECT fiscalYear, organizationName, rowName, amount::DECIMAL(18, 2)
   FROM facts
   WHERE tableKind = 'expenditureSummary' AND functionalLevel = 'class' AND measure = 'total'
   QUALIFY row_number() OVER (PARTITION BY fiscalYear, organizationName ORDER BY amount DESC) = 1
   ORDER BY fiscalYear`,
);
await ask(
  "“三公”经费 of each department and year, in 万元",
  `SELECT organizationName, fiscalYear, amount::DECIMAL(18, 2)
   FROM facts
   WHERE itemKey = 'threePublicExpenses' AND measure = 'total'
   ORDER BY organizationName, fiscalYear`,
);
await ask(
  "Projects over 1,000 万元",
  `SELECT fiscalYear, amount::DECIMAL(18, 2), projectName, page
   FROM facts
   WHERE tableKind = 'projectExpenditureByUnit' AND rowRole = 'project' AND measure = 'total' AND amount > 1000
   ORDER BY amount DESC`,
);
connection.closeSync();
await rm(folder, { recursive: true });
