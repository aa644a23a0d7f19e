const { readFile } = require("node:fs/promises");
const { BudgetError, findTable, parseBudget } = require("gz-budget");
const { parseBudgetFile } = require("gz-budget/node");

async function main(path) {
  const document = await parseBudget(new Uint8Array(await readFile(path)));
  console.log(document.organization.name, document.fiscalYear, findTable(document, "revenueSummary").rows[0].amounts.total.toFixed(2));
  const error = await parseBudgetFile("there-is-no-such-file.pdf").catch((error) => error);
  if (!(error instanceof BudgetError)) throw new Error("gz-budget/node has a BudgetError of its own");
}

main(process.argv[2]);
