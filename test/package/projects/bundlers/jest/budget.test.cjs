const { readFile } = require("node:fs/promises");
const { findTable, parseBudget } = require("gz-budget");
const { parseBudgetFiles } = require("gz-budget/node");

const path = process.env.BUDGET;

test("a PDF is read", async () => {
  const budget = await parseBudget(new Uint8Array(await readFile(path)));
  expect(findTable(budget, "revenueSummary").rows[0].amounts.total.toFixed(2)).toBe("497229.09");
});

test("files are read", async () => {
  const counts = [];
  for await (const { document, error } of parseBudgetFiles([path, path])) counts.push(document ? document.tables.length : error.message);
  expect(counts).toEqual([13, 13]);
});
