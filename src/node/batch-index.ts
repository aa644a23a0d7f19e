import { type FileHandle, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { BudgetError, type BudgetErrorCode } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { systemReason } from "./read-input.ts";
import type { DocumentSummary } from "./worker-task.ts";
import { writeAtomic } from "./write-atomic.ts";

/** Name of the index in the folder of results. */
export const INDEX_NAME = "index.ndjson";

/** A line of the index: what became of one input. */
export interface BatchLine extends Partial<DocumentSummary> {
  /** As given, or as found in a folder. */
  readonly path: string;
  /** Name of the results, without their endings. */
  readonly name: string;
  readonly outcome: "done" | "failed";
  /** Files written into the folder of results. */
  readonly outputs: readonly string[];
  /** Of the bytes of the file; absent where it could not be read. */
  readonly sha256?: string;
  readonly bytes?: number;
  readonly error?: { readonly code: BudgetErrorCode; readonly message: string };
  readonly seconds: number;
  /** Version of the library that read it. */
  readonly version: string;
  /** Fingerprint of the options that the results depend on. */
  readonly settings: string;
}

/** The lines of an index, the last one of each path; an unfinished last line, which a kill can leave, is passed over. */
export async function readIndex(directory: string): Promise<ReadonlyMap<string, BatchLine>> {
  let text: string;
  try {
    text = await readFile(join(directory, INDEX_NAME), "utf8");
  } catch {
    return new Map();
  }
  return new Map(text.split("\n").flatMap((line) => toLine(line).map((entry) => [entry.path, entry] as const)));
}

function toLine(text: string): BatchLine[] {
  try {
    const line = JSON.parse(text) as BatchLine | null;
    return line && typeof line.path === "string" && typeof line.name === "string" && Array.isArray(line.outputs) ? [line] : [];
  } catch {
    return [];
  }
}

/** Writes an index anew, whole or not at all. */
export function writeIndex(directory: string, lines: readonly BatchLine[], locale: Locale): Promise<void> {
  return writeAtomic(join(directory, INDEX_NAME), lines.map((line) => `${JSON.stringify(line)}\n`).join(""), locale);
}

export interface IndexWriter {
  /** @throws BudgetError `FILE_UNWRITABLE` */
  add(line: BatchLine): Promise<void>;
  close(): Promise<void>;
}

/** Opens an index to add lines as inputs are done: each one is a single write. */
export async function openIndex(directory: string, locale: Locale): Promise<IndexWriter> {
  const path = join(directory, INDEX_NAME);
  const handle: FileHandle = await open(path, "a");
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(line) {
      const written = last.then(() => handle.appendFile(`${JSON.stringify(line)}\n`));
      last = written.catch(() => {});
      return written.catch((cause: unknown) => {
        throw new BudgetError("FILE_UNWRITABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
      });
    },
    async close() {
      await last;
      await handle.close();
    },
  };
}
