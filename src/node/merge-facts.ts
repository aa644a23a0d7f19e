import { createReadStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type DocumentRow, documentRows } from "../export/document-row.ts";
import { Fact } from "../export/fact.ts";
import { factColumns } from "../export/fact-column.ts";
import { toCsv } from "../export/to-csv.ts";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import type { BatchLine } from "./batch-index.ts";
import { importDoor } from "./entry-file.ts";
import { formatEndings } from "./output-format.ts";
import { systemReason } from "./system-reason.ts";
import { writeAtomic } from "./write-atomic.ts";

/** What the facts of a whole batch can be written as. */
export const mergeFormats = ["parquet", "csv", "sqlite"] as const;
export type MergeFormat = (typeof mergeFormats)[number];

/** Facts that are held in memory at the same time; a row group of Parquet. */
const GROUP = 50_000;

export interface MergeOptions {
  readonly directory: string;
  readonly bom?: boolean | undefined;
  readonly locale: Locale;
}

/**
 * Writes the facts of all documents of a batch as one table, and a table of the documents.
 *
 * They come from the `.facts.ndjson` that the batch has written for each input, so that a batch that was resumed is merged whole; each file is
 * written as a stream, and is there whole or not at all. Only SQLite is built in memory.
 *
 * @param lines The index of the batch, in its order.
 * @returns Names of the files in the folder.
 * @throws BudgetError `FILE_UNWRITABLE`, `DEPENDENCY_MISSING`
 */
export async function mergeFacts(lines: readonly BatchLine[], format: MergeFormat, options: MergeOptions): Promise<readonly string[]> {
  const { directory, bom = false, locale } = options;
  const counts = new Map<string, number>();
  const groups = () => factGroups(lines, directory, counts);
  const documents = () => lines.map((line) => documentRow(line, counts.get(line.path) ?? 0));
  const write = (name: string, chunks: AsyncIterable<string | Uint8Array>) => writeStream(join(directory, name), chunks, locale);
  switch (format) {
    case "csv": {
      const header = factColumns.map(({ name }) => name);
      await write(
        "facts.csv",
        (async function* () {
          yield toCsv([header], { bom });
          for await (const facts of groups()) yield toCsv(facts.map((fact) => header.map((name) => fact[name])));
        })(),
      );
      await writeAtomic(join(directory, "documents.csv"), toCsv(documentRows(documents()), { bom }), locale);
      await writeAtomic(join(directory, "facts.columns.json"), `${JSON.stringify(factColumns, null, 2)}\n`, locale);
      return ["facts.csv", "documents.csv", "facts.columns.json"];
    }
    case "parquet": {
      const { decimalsOf, documentsToParquet, factsToParquetChunks } = await importDoor<typeof import("../parquet.ts")>("parquet");
      let decimals = decimalsOf([]);
      for await (const facts of groups()) decimals = decimalsOf(facts, decimals);
      counts.clear();
      await write("facts.parquet", factsToParquetChunks(groups(), decimals));
      await writeAtomic(join(directory, "documents.parquet"), await documentsToParquet(documents()), locale);
      return ["facts.parquet", "documents.parquet"];
    }
    case "sqlite": {
      const { factsToSqlite } = await importDoor<typeof import("../sqlite.ts")>("sqlite");
      for await (const _ of groups()); // the table of documents says how many facts each has
      const rows = documents();
      const facts = (async function* () {
        for await (const group of groups()) yield* group;
      })();
      await writeAtomic(join(directory, "facts.sqlite"), await factsToSqlite(facts, { documents: rows }), locale);
      return ["facts.sqlite"];
    }
  }
}

/** The facts of all inputs that were read, in the order of the index; counts those of each. */
async function* factGroups(
  lines: readonly BatchLine[],
  directory: string,
  counts: Map<string, number>,
): AsyncGenerator<readonly Fact[], void, undefined> {
  let group: Fact[] = [];
  for (const { path, name, outputs } of lines) {
    const file = `${name}.${formatEndings.facts}`;
    if (!outputs.includes(file)) continue;
    let count = 0;
    for await (const line of createInterface({ input: createReadStream(join(directory, file)), crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line === "") continue;
      group.push(Fact.parse(JSON.parse(line)));
      count++;
      if (group.length >= GROUP) {
        yield group;
        group = [];
      }
    }
    counts.set(path, count);
  }
  if (group.length > 0) yield group;
}

function documentRow(line: BatchLine, facts: number): DocumentRow {
  const { path, outcome, error, sha256, organization, fiscalYear, form, tables, knownTables, diagnostics, findings } = line;
  return {
    path,
    outcome,
    errorCode: error?.code ?? null,
    sourceSha256: sha256 ?? null,
    organizationName: organization ?? null,
    fiscalYear: fiscalYear ?? null,
    form: form ?? null,
    tables: tables ?? null,
    knownTables: knownTables ?? null,
    facts,
    errors: diagnostics?.error ?? null,
    warnings: diagnostics?.warning ?? null,
    consistent: findings?.consistent ?? null,
    inconsistent: findings?.inconsistent ?? null,
    notChecked: findings?.notChecked ?? null,
  };
}

/** Writes a file chunk by chunk, so that it is there whole or not at all. */
async function writeStream(path: string, chunks: AsyncIterable<string | Uint8Array>, locale: Locale): Promise<void> {
  const unfinished = join(dirname(path), `.gz-budget-merge-${process.pid}.unfinished`);
  try {
    const handle = await open(unfinished, "w");
    try {
      for await (const chunk of chunks) await handle.writeFile(chunk);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    if (cause instanceof BudgetError) throw cause;
    throw new BudgetError("FILE_UNWRITABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
  }
}
