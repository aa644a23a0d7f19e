import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import initSqlJs from "sql.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { Fact } from "../../src/export/fact.ts";
import { factColumns } from "../../src/export/fact-column.ts";
import { factsToCsv } from "../../src/export/to-csv.ts";
import { toFacts } from "../../src/export/to-facts.ts";
import { factsToNdjson } from "../../src/export/to-json.ts";
import { factsToParquet } from "../../src/export/to-parquet.ts";
import { factsToSqlite } from "../../src/export/to-sqlite.ts";
import { amount } from "../../src/model/amount.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { documentOf } from "../support/document-of.ts";
import { queryDuckDb } from "../support/duckdb.ts";
import { budget2021, budget2024 } from "../support/sample-documents.ts";

const yuan = documentOf({
  tables: [
    {
      kind: "basicExpenditureByEconomicNature",
      rows: [
        ["合计", "98,765,432,109,876.54"],
        ["[301]工资", "0.01"],
      ],
      printedUnit: "yuan",
    },
  ],
});
const seeds = await Promise.all(
  ["000_c902f1b07777cdfc.txt", "001_54c9370821fa4330.txt"].map(async (name) =>
    parseBudget(await readFile(new URL(`../../seeds/${name}`, import.meta.url), "utf8"), { name, locale: "en" }),
  ),
);
const facts = [...seeds, budget2021(), budget2024(), yuan].flatMap(toFacts);
const json = z.encode(z.array(Fact), facts) as unknown as Record<string, unknown>[];

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-export-"));
});
afterAll(() => rm(folder, { recursive: true }));

const stored = async (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};

describe("flat exports read back by another program", () => {
  it("gives DuckDB the same facts as CSV", async () => {
    const path = await stored("facts.csv", factsToCsv(facts, { bom: true }));
    const rows = await queryDuckDb(`SELECT * FROM read_csv('${path}', header = true, all_varchar = true, nullstr = '')`);
    const unguarded = rows.map((row) => mapValues(row, (value) => (typeof value === "string" ? value.replace(/^'/, "") : value)));
    expect(unguarded).toEqual(json.map((fact) => mapValues(fact, (value) => (value === null ? null : String(value)))));
  });

  it("gives DuckDB the same facts as Parquet, amounts exact", async () => {
    const path = await stored("facts.parquet", await factsToParquet(facts));
    const rows = await queryDuckDb(`SELECT * FROM '${path}'`);
    const decimals = { amount: 8, amountYuan: 4 } as const;
    expect(rows).toEqual(
      json.map((fact) =>
        mapValues(fact, (value, name) => (name in decimals && value !== null ? padded(String(value), rows[0]?.[name]) : value)),
      ),
    );
    const [types] = await queryDuckDb(
      `SELECT typeof(amount) AS amount, typeof(amountYuan) AS yuan, sum(amountYuan)::VARCHAR AS total FROM '${path}' GROUP BY ALL`,
    );
    const total = facts.reduce((sum, { amountYuan }) => (amountYuan ? sum.plus(amountYuan) : sum), amount(0));
    expect(types).toEqual({ amount: "DECIMAL(38,6)", yuan: "DECIMAL(38,2)", total: total.toFixed(2) });
  });

  it("writes a Parquet file of no facts that still has its columns", async () => {
    const path = await stored("none.parquet", await factsToParquet([]));
    expect(await queryDuckDb(`SELECT count(*)::INTEGER AS n FROM '${path}'`)).toEqual([{ n: 0 }]);
    expect((await queryDuckDb(`DESCRIBE SELECT * FROM '${path}'`)).map(({ column_name }) => column_name)).toEqual(
      factColumns.map(({ name }) => name),
    );
  });

  it("widens the scale of a Parquet column rather than round an amount", async () => {
    const odd = documentOf({ tables: [{ kind: "basicExpenditureByEconomicNature", rows: [["合计", "0.12345678"]] }] });
    const path = await stored("odd.parquet", await factsToParquet(toFacts(odd)));
    expect(await queryDuckDb(`SELECT amount::VARCHAR AS amount, typeof(amount) AS type FROM '${path}'`)).toEqual([
      { amount: "0.12345678", type: "DECIMAL(38,8)" },
    ]);
  });

  it("gives SQLite the same facts, with numbers to compare and exact digits beside them", async () => {
    const { Database } = await initSqlJs();
    const database = new Database(await factsToSqlite(facts));
    const [result] = database.exec("SELECT * FROM facts");
    const rows = (result?.values ?? []).map((values) =>
      Object.fromEntries(values.map((value, index) => [result?.columns[index] ?? "", value])),
    );
    expect(rows).toEqual(
      json.map((fact) => ({
        ...mapValues(fact, (value, name) =>
          typeof value === "boolean" ? Number(value) : name.startsWith("amount") && value !== null ? Number(value) : value,
        ),
        amountDigits: fact.amount,
        amountYuanDigits: fact.amountYuan,
      })),
    );
    expect(
      database.exec("SELECT amountDigits FROM facts WHERE amount > 1000 AND measure = 'revenue' ORDER BY amount DESC LIMIT 1")[0]?.values,
    ).toEqual([["509998.93"]]);
    expect(database.exec("SELECT count(*) FROM columns")[0]?.values).toEqual([[factColumns.length + 2]]);
    database.close();
  });

  it("gives one fact a line as NDJSON", () => {
    const lines = factsToNdjson(facts).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line))).toEqual(json);
  });

  it.each([
    ["CSV", async () => factsToCsv(facts)],
    ["Parquet", () => factsToParquet(facts)],
    ["SQLite", () => factsToSqlite(facts)],
  ])("writes the same bytes for the same facts: %s", async (_, write) => {
    expect(Buffer.from(await write()).equals(Buffer.from(await write()))).toBe(true);
  });
});

function mapValues(object: Record<string, unknown>, change: (value: unknown, name: string) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}

/** Digits with as many decimals as the column shows. */
function padded(digits: string, shown: unknown): string {
  const decimals = String(shown).split(".")[1]?.length ?? 0;
  const [whole = "", fraction = ""] = digits.split(".");
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`;
}
