import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { BudgetError, type BudgetErrorCode, errorCatalogue } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { printableJson } from "../model/printable.ts";
import { formatEndings } from "./output-format.ts";
import { isOutputName } from "./output-names.ts";
import { readBytes } from "./read-bytes.ts";
import { systemReason } from "./system-reason.ts";
import type { DocumentSummary } from "./worker-task.ts";
import { writeAtomic } from "./write-atomic.ts";

/** Name of the index in the folder of results. */
export const INDEX_NAME = "index.ndjson";

/** Bytes of an index of half a million inputs. */
const largestIndex = 2 ** 29;

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

const counts = z.int().nonnegative();
const lineSchema = z
  .object({
    path: z.string().min(1),
    name: z.string().refine(isOutputName),
    outcome: z.enum(["done", "failed"]),
    outputs: z.array(z.string()),
    sha256: z.string().optional(),
    bytes: counts.optional(),
    error: z.object({ code: z.enum(Object.keys(errorCatalogue) as [BudgetErrorCode]), message: z.string() }).optional(),
    seconds: z.number(),
    version: z.string(),
    settings: z.string(),
    fiscalYear: z.int().nullable().optional(),
    organization: z.string().nullable().optional(),
    form: z.string().optional(),
    tables: counts.optional(),
    knownTables: counts.optional(),
    diagnostics: z.object({ error: counts, warning: counts, info: counts }).optional(),
    findings: z.object({ consistent: counts, inconsistent: counts, notChecked: counts }).optional(),
  })
  .refine(({ name, outputs }) => outputs.every((output) => Object.values(formatEndings).some((ending) => output === `${name}.${ending}`)));

/** What an earlier run left. */
export interface EarlierRun {
  /** The last line of each path. */
  readonly lines: ReadonlyMap<string, BatchLine>;
  /** Lines that are none, or name what is not theirs: they are passed over. A kill can leave one such line, the last. */
  readonly passedOver: number;
}

export const nothingEarlier: EarlierRun = { lines: new Map(), passedOver: 0 };

/** Whoever writes into the folder can write an index: it names files there and no others, each for one input. */
export async function readIndex(directory: string, locale: Locale): Promise<EarlierRun> {
  const bytes = await readBytes(join(directory, INDEX_NAME), { limit: largestIndex, locale }).catch(() => new Uint8Array());
  const lines = new Map<string, BatchLine>();
  const owners = new Map<string, string>();
  let passedOver = 0;
  for (const text of new TextDecoder().decode(bytes).split("\n")) {
    const line = toLine(text);
    const owner = line && owners.get(line.name.toLowerCase());
    if (line && (owner === undefined || owner === line.path)) {
      owners.set(line.name.toLowerCase(), line.path);
      lines.set(line.path, line);
    } else if (text.trim() !== "") passedOver++;
  }
  return { lines, passedOver };
}

function toLine(text: string): BatchLine | undefined {
  try {
    return lineSchema.safeParse(JSON.parse(text)).data as BatchLine | undefined; // what is absent is absent
  } catch {
    return undefined;
  }
}

/** Writes an index anew, whole or not at all. */
export function writeIndex(directory: string, lines: readonly BatchLine[], locale: Locale): Promise<void> {
  return writeAtomic(join(directory, INDEX_NAME), lines.map((line) => `${printableJson(line)}\n`).join(""), locale);
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
      const written = last.then(() => handle.appendFile(`${printableJson(line)}\n`));
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
