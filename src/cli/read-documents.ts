import { type BudgetDocument, BudgetError } from "../index.ts";
import { printable } from "../model/printable.ts";
import type { IsolatedReader } from "../node/isolated-reader.ts";
import { readBytes, readStream } from "../node/read-bytes.ts";
import { resolveOptions } from "../parse-options.ts";
import type { CliContext } from "./cli-context.ts";
import { ExitCode, exitCodeOf, messageOf } from "./exit-code.ts";
import { formsOf, type ReadFlags, readerOf, schemaOf } from "./read-options.ts";
import { unexpected } from "./unexpected.ts";

/**
 * Reads each file in turn, in a process of its own: a PDF or text, or here the JSON of a document (`.json`); `-` is standard input.
 *
 * A file that cannot be read is said on standard error and left out, and the program will end with 3; a document with errors makes it
 * end with 1.
 */
export async function readDocuments(files: readonly string[], flags: ReadFlags, context: CliContext): Promise<BudgetDocument[]> {
  const schema = schemaOf(await formsOf(flags, context));
  const reader = readerOf(flags, context);
  const documents: BudgetDocument[] = [];
  try {
    for (const file of files) {
      try {
        const document = await readDocument(file, { reader, schema, context });
        documents.push(document);
        judge(document, file, context);
      } catch (error) {
        context.say(sayingOf(error, file, context));
        context.finish(error instanceof BudgetError ? exitCodeOf(error) : ExitCode.unreadable);
      }
    }
  } finally {
    await reader.close();
  }
  return documents;
}

/** The bytes of standard input. */
export function standardInput({ locale }: CliContext): Promise<Uint8Array> {
  return readStream(process.stdin, { limit: mostBytes(), locale });
}

interface DocumentReading {
  readonly reader: IsolatedReader;
  readonly schema: ReturnType<typeof schemaOf>;
  readonly context: CliContext;
}

/** One of the files: what {@link readDocuments} reads, without a word of what is in it. */
export async function readDocument(file: string, { reader, schema, context }: DocumentReading): Promise<BudgetDocument> {
  const { locale } = context;
  if (file === "-") return schema.parse(JSON.parse(await reader.read({ path: file, bytes: await standardInput(context) }, "ndjson")));
  if (!/\.json$/i.test(file)) return schema.parse(JSON.parse(await reader.read({ path: file }, "ndjson")));
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(await readBytes(file, { limit: mostBytes(), locale }))));
  } catch (cause) {
    if (cause instanceof BudgetError) throw cause;
    const detail = cause instanceof Error ? cause.message.slice(0, 300) : String(cause);
    throw new BudgetError("FILE_UNREADABLE", { path: file, detail }, { cause, locale });
  }
}

function mostBytes(): number {
  return resolveOptions({}).limits.bytes;
}

function sayingOf(error: unknown, file: string, context: CliContext): string {
  if (!(error instanceof BudgetError)) return `${printable(file)}: ${unexpected(error, context)}`;
  const message = messageOf(error, context.locale);
  return error.code === "FILE_UNREADABLE" ? message : `${printable(file)}: ${message}`;
}

/** Says the errors of a document, which otherwise only its JSON would tell, and how many warnings it has of which kind. */
function judge({ diagnostics }: BudgetDocument, file: string, context: CliContext): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) context.finish(ExitCode.errors);
  const name = printable(file);
  for (const { code, message } of errors) context.say(`${name}: ${code}: ${message}`);
  const warnings = new Map<string, number>();
  for (const { code, severity } of diagnostics) if (severity === "warning") warnings.set(code, (warnings.get(code) ?? 0) + 1);
  if (warnings.size === 0) return;
  const kinds = [...warnings].map(([code, count]) => `${code} × ${count}`).join(", ");
  context.say(context.words({ zh: `${name}：警告 ${kinds}（见 diagnostics）`, en: `${name}: warnings: ${kinds} (see diagnostics)` }));
}
