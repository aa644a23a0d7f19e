import type { Database } from "sql.js";
import { Decimal } from "../model/amount.ts";
import { missingPeer } from "../model/missing-peer.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
import type { Fact } from "./fact.ts";
import { type FactColumn, type FactValue, factColumns } from "./fact-column.ts";

const SQL_TYPES: Readonly<Record<FactColumn["type"], string>> = { text: "TEXT", integer: "INTEGER", boolean: "INTEGER", amount: "NUMERIC" };

export interface SqliteOptions {
  /** Rows of a further table, `documents`. @default no such table */
  readonly documents?: readonly DocumentRow[] | undefined;
}

/**
 * Writes facts as an SQLite database.
 *
 * Table `facts` has the columns of `Fact`; truth is 1 and 0. SQLite has no decimal type: `amount` and `amountYuan` are numbers to compare
 * and to sum, and `amountDigits` and `amountYuanDigits` beside them are the exact digits as text. Table `columns` describes them.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when `sql.js` is not installed.
 */
export async function factsToSqlite(facts: Iterable<Fact> | AsyncIterable<Fact>, { documents }: SqliteOptions = {}): Promise<Uint8Array> {
  const { default: initSqlJs } = await import("sql.js").catch(missingPeer("sql.js", "SQLite"));
  const { Database } = await initSqlJs();
  const database = new Database();
  try {
    const columns = factColumns.flatMap(sqlColumns);
    database.run(`CREATE TABLE columns (name TEXT PRIMARY KEY, description TEXT NOT NULL)`);
    database.run(`CREATE TABLE facts (${columns.map(({ name, sqlType }) => `"${name}" ${sqlType}`).join(", ")})`);
    database.run("BEGIN");
    for (const { name, description } of columns) database.run("INSERT INTO columns VALUES (?, ?)", [name, description]);
    const insert = database.prepare(`INSERT INTO facts VALUES (${columns.map(() => "?").join(", ")})`);
    for await (const fact of facts) insert.run(columns.map(({ read }) => read(fact)));
    insert.free();
    if (documents) addDocuments(database, documents);
    database.run("COMMIT");
    database.run("CREATE INDEX factsByTable ON facts (tableKind, fiscalYear, organizationName)");
    return database.export();
  } finally {
    database.close();
  }
}

function addDocuments(database: Database, documents: readonly DocumentRow[]): void {
  const columns = documentColumns.map(([name, type]) => `"${name}" ${SQL_TYPES[type]}`);
  database.run(`CREATE TABLE documents (${columns.join(", ")})`);
  const insert = database.prepare(`INSERT INTO documents VALUES (${columns.map(() => "?").join(", ")})`);
  for (const document of documents) insert.run(documentColumns.map(([name]) => document[name]));
  insert.free();
}

interface SqlColumn {
  readonly name: string;
  readonly sqlType: string;
  readonly description: string;
  readonly read: (fact: Fact) => string | number | null;
}

function sqlColumns({ name, type, description }: FactColumn): readonly SqlColumn[] {
  const number: SqlColumn = { name, sqlType: SQL_TYPES[type], description, read: (fact) => sqlValue(fact[name]) };
  if (type !== "amount") return [number];
  const digits = {
    name: `${name}Digits`,
    sqlType: "TEXT",
    description: `${description}; exact digits`,
    read: (fact: Fact) => digitsOf(fact[name]),
  };
  return [number, digits];
}

function sqlValue(value: FactValue): string | number | null {
  if (value instanceof Decimal) return value.toNumber();
  return typeof value === "boolean" ? Number(value) : value;
}

function digitsOf(value: FactValue): string | null {
  return value instanceof Decimal ? value.toFixed() : null;
}
