import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import initSqlJs from "sql.js";
import { beforeAll, describe, expect, it } from "vitest";
import { Decimal, factsToCsv, parseBudget, toFacts } from "../../src/index.ts";
import { readTask } from "../../src/node/read-task.ts";
import { runBatchWith } from "../../src/node/run-batch.ts";
import type { WorkerPool } from "../../src/node/worker-pool.ts";
import { factsToParquet } from "../../src/parquet.ts";

const seeds = ["000_c902f1b07777cdfc.txt", "001_54c9370821fa4330.txt"].map(
  (name) => new URL(`../../seeds/${name}`, import.meta.url).pathname,
);
const inProcess = (): WorkerPool => ({ run: (task) => readTask(task, { tell: () => {} }), close: async () => {} });

describe("a batch that is merged", () => {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-merge-"));
  const broken = join(folder, "broken.pdf");
  const directory = join(folder, "results");
  const inputs = [...seeds, broken];
  const merged = (merge: "csv" | "parquet" | "sqlite", more = {}) =>
    runBatchWith(inProcess, inputs, { directory, merge, concurrency: 1, locale: "en", ...more });
  const read = (name: string) => readFileSync(join(directory, name));
  let facts: ReturnType<typeof toFacts>;

  beforeAll(async () => {
    writeFileSync(broken, "%PDF-1.7\nnothing of it is left\n");
    const documents = await Promise.all(
      seeds.map((path) => parseBudget(readFileSync(path, "utf8"), { name: path.split("/").at(-1), locale: "en" })),
    );
    facts = documents.flatMap((document) => toFacts(document));
    expect(await merged("csv")).toMatchObject({ done: 2, failed: 1 });
  });

  it("is one CSV, with its columns described beside it and a table of the documents", () => {
    expect(read("facts.csv").toString()).toBe(factsToCsv(facts));
    const columns = JSON.parse(read("facts.columns.json").toString());
    expect(columns).toContainEqual(expect.objectContaining({ name: "functionalCode", type: "text" }));
    const [header = "", ...lines] = read("documents.csv").toString().trim().split("\r\n");
    const at = (name: string) => header.split(",").indexOf(name);
    expect(lines.map((line) => line.split(",")).map((line) => [line[at("outcome")], line[at("form")], line[at("errorCode")]])).toEqual([
      ["done", "gz-14", ""],
      ["done", "gz-12", ""],
      ["failed", "", "DAMAGED_PDF"],
    ]);
    expect(lines.reduce((sum, line) => sum + Number(line.split(",")[at("facts")]), 0)).toBe(facts.length);
  });

  it("is one Parquet file, which is merged from what an earlier run has read", async () => {
    expect(await merged("parquet", { resume: true })).toMatchObject({ done: 0, skipped: 2, failed: 1 });
    const connection = await (await DuckDBInstance.create()).connect();
    const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowsJson();
    const [file, documents] = ["facts.parquet", "documents.parquet"].map((name) => `'${join(directory, name)}'`);
    const sum = facts.reduce((total, { amount }) => (amount ? total.plus(amount) : total), new Decimal(0));
    expect(await ask(`SELECT count(*), sum(amount)::DECIMAL(38, 6) FROM ${file}`)).toEqual([[String(facts.length), sum.toFixed(6)]]);
    expect(await ask(`SELECT fiscalYear, facts FROM ${documents} WHERE outcome = 'done' ORDER BY fiscalYear`)).toMatchObject([
      [2021, expect.any(Number)],
      [2024, expect.any(Number)],
    ]);
    expect(Buffer.from(await factsToParquet(facts)).equals(read("facts.parquet"))).toBe(true);
    connection.closeSync();
  });

  it("is one SQLite database with a table of the documents", async () => {
    await merged("sqlite", { resume: true });
    const { Database } = await initSqlJs();
    const database = new Database(read("facts.sqlite"));
    const [counted] = database.exec("SELECT count(*), (SELECT count(*) FROM documents), (SELECT sum(facts) FROM documents) FROM facts");
    expect(counted?.values).toEqual([[facts.length, 3, facts.length]]);
    database.close();
  });

  it("leaves nothing unfinished, and reads again what is gone", async () => {
    expect(readdirSync(directory).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
    const [first = ""] = readdirSync(directory).filter((name) => name.endsWith(".facts.ndjson"));
    rmSync(join(directory, first));
    expect(await merged("csv", { resume: true })).toMatchObject({ done: 1, skipped: 1, failed: 1 });
    expect(read("facts.csv").toString()).toBe(factsToCsv(facts));
  });

  it("knows three formats", async () => {
    await expect(merged("xlsx" as never)).rejects.toThrow('options.merge must be "parquet" or "csv" or "sqlite"');
  });
});
