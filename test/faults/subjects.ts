import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { interpret } from "../../src/interpret/interpret.ts";
import { traceBudget } from "../../src/parse-budget.ts";
import type { ProseBlock, RecognisedDocument } from "../../src/recognise/recognised-table.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { recognisedFromTruth, type Truth } from "../support/truth.ts";
import type { Subject } from "./fault.ts";

/** Documents to plant faults in: truth files (.json), PDFs or texts, or folders of them. */
export async function subjectsOf(paths: readonly string[]): Promise<Subject[]> {
  const subjects: Subject[] = [];
  for (const path of paths.flatMap(inputFiles)) subjects.push(await subjectOf(path));
  return subjects;
}

async function subjectOf(path: string): Promise<Subject> {
  const name = basename(path, extname(path));
  if (extname(path) === ".json") return subject(name, recognisedFromTruth(JSON.parse(readFileSync(path, "utf8")) as Truth));
  const input = extname(path) === ".txt" ? readFileSync(path, "utf8") : new Uint8Array(readFileSync(path));
  const { document, tables } = await traceBudget(input);
  return subject(name, { form: document.form, tables, prose: proseOf(document), furniture: [], notices: [] });
}

export function subject(name: string, recognised: RecognisedDocument): Subject {
  return { name, recognised, document: documentOf(name, recognised) };
}

export function documentOf(name: string, recognised: RecognisedDocument): BudgetDocument {
  const source = { name, mediaType: "text/plain", sha256: "0".repeat(64) } as const;
  return interpret(recognised, { source, locale: "en", notices: [], printed: [] });
}

function proseOf({ narrative }: BudgetDocument): ProseBlock[] {
  return narrative.sections.flatMap(({ heading, paragraphs, page, line }) => {
    const place = { page, ...(line !== undefined && { line }) };
    return [
      ...(heading === null ? [] : [{ role: "heading" as const, text: heading, ...place }]),
      ...paragraphs.map((text) => ({ role: text.includes("\t") ? ("grid" as const) : ("paragraph" as const), text, ...place })),
    ];
  });
}

function inputFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return /\.(json|pdf|txt)$/i.test(path) ? [path] : [];
  return readdirSync(path)
    .sort()
    .flatMap((name) => inputFiles(join(path, name)));
}
