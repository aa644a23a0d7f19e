import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  BudgetDocument,
  BudgetError,
  checkBudget,
  exportDocuments,
  tableListToText,
  toFacts,
  toJson,
  traceBudget,
} from "../../src/index.ts";
import { readIndex } from "../../src/node/batch-index.ts";
import { isOutputName } from "../../src/node/output-names.ts";
import type { Subject } from "./mutant.ts";
import { type Reading, silentFigures } from "./silent-figures.ts";

/** Of a clock, on a machine that others use too. */
const milliseconds = 100_000;
const readings = new Map<string, Reading | undefined>();

/** Reads a mutant. @returns What is wrong with the way it ended; nothing where a document or a BudgetError came out. */
export async function tryMutant(subject: Subject, content: string, pages: string | undefined): Promise<string[]> {
  try {
    if (subject.kind === "json") return tryJson(content);
    if (subject.kind === "index") return await tryIndex(content);
    const after = await read(subject.kind, content, pages);
    if (!after || subject.kind === "text") return [];
    const key = `${subject.name} ${pages}`;
    if (!readings.has(key)) readings.set(key, await read(subject.kind, subject.content, pages));
    const before = readings.get(key);
    return before ? silentFigures(before, after) : [];
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  }
}

async function read(kind: Subject["kind"], content: string, pages: string | undefined): Promise<Reading | undefined> {
  const input = kind === "pdf" ? new Uint8Array(Buffer.from(content, "latin1")) : content;
  const trace = await traceBudget(input, { locale: "en", limits: { milliseconds }, ...(pages !== undefined && { pages }) }).catch(
    (error: unknown) => {
      if (!(error instanceof BudgetError)) throw error;
      if (error.code === "LIMIT_EXCEEDED" && error.fields.limit === "milliseconds") throw error; // nothing so small needs so long
      return undefined;
    },
  );
  return trace && { trace, report: written(trace.document) };
}

/** Whatever is a document can be checked and written. */
function written(document: BudgetDocument): Reading["report"] {
  BudgetDocument.parse(JSON.parse(toJson(document)));
  for (const format of ["csv", "text", "facts"] as const) exportDocuments([document], format, { locale: "en" });
  tableListToText(document, { locale: "en" });
  toFacts(document);
  return checkBudget(document);
}

function tryJson(content: string): string[] {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return [];
  }
  const { data } = BudgetDocument.safeParse(value);
  if (data) written(data);
  return [];
}

async function tryIndex(content: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "gz-budget-fuzz-"));
  try {
    await writeFile(join(folder, "index.ndjson"), content);
    const lines = [...(await readIndex(folder, "en")).lines.values()];
    const names = lines.map(({ name }) => name.toLowerCase());
    const wrong = lines.filter(({ name, outputs }) => !isOutputName(name) || outputs.some((output) => /[/\\]/.test(output)));
    return [
      ...wrong.map(({ name }) => `the index names ${name}`),
      ...(new Set(names).size < names.length ? ["two inputs have one name"] : []),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
