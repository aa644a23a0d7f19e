import { readdir, realpath, stat } from "node:fs/promises";
import { join, normalize, resolve } from "node:path";
import { BudgetError } from "../model/budget-error.ts";
import type { Bilingual, Locale } from "../model/locale.ts";
import { globBase, globToRegExp, isGlob } from "./glob-pattern.ts";
import { systemReason } from "./read-input.ts";

/** A file to be read, or a path that leads to none. */
export interface FoundInput {
  readonly path: string;
  readonly error?: BudgetError;
  /** Whether the path is a folder that cannot be opened: nobody knows what would match in it. */
  readonly isFolder?: true;
}

const reasons = {
  noFile: { en: "it is neither a file nor a folder", zh: "既不是文件也不是文件夹" },
  emptyFolder: { en: "there is no .pdf or .txt file in this folder", zh: "该文件夹中没有 .pdf 或 .txt 文件" },
  noMatch: { en: "no file matches", zh: "没有匹配的文件" },
} as const satisfies Record<string, Bilingual>;
const BUDGET_FILE = /\.(pdf|txt)$/i;

/**
 * Finds the files that paths stand for: a file itself, a folder the PDFs and text files below it, a pattern what it matches, `-` the
 * list on standard input, one path a line.
 *
 * @returns Each file once, in the order of the paths and by name within a folder. What cannot be found or opened is an input with an error.
 */
export async function findInputs(
  paths: readonly string[],
  { locale, standardInput }: { readonly locale: Locale; readonly standardInput?: AsyncIterable<string> | undefined },
): Promise<readonly FoundInput[]> {
  const unreadable = (path: string, detail: string, cause?: unknown): FoundInput => ({
    path,
    error: new BudgetError("FILE_UNREADABLE", { path, detail }, { cause, locale }),
  });

  async function filesBelow(folder: string, seen: ReadonlySet<string>): Promise<readonly FoundInput[]> {
    const found: FoundInput[] = [];
    try {
      const real = await realpath(folder);
      if (seen.has(real)) return [];
      const entries = await readdir(folder, { withFileTypes: true });
      for (const { name } of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        if (name.startsWith(".")) continue;
        const path = folder === "." ? name : join(folder, name);
        const kind = await kindOf(path);
        if (kind === "folder") found.push(...(await filesBelow(path, new Set([...seen, real]))));
        else if (BUDGET_FILE.test(name)) found.push(kind === "other" ? unreadable(path, reasons.noFile[locale]) : { path });
      }
      return found;
    } catch (cause) {
      return [...found, { ...unreadable(folder, systemReason(cause, locale), cause), isFolder: true }];
    }
  }

  async function inputsOf(path: string): Promise<readonly FoundInput[]> {
    const kind = await kindOf(path);
    if (kind === "file") return [{ path }];
    if (kind === "other") return [unreadable(path, reasons.noFile[locale])];
    if (kind === "folder") {
      const files = await filesBelow(path, new Set());
      return files.length > 0 ? files : [unreadable(path, reasons.emptyFolder[locale])];
    }
    if (!isGlob(path)) return [{ path }]; // whoever reads it will say why it cannot be read
    const pattern = globToRegExp(path.replaceAll("\\", "/"));
    const matches = (await filesBelow(globBase(path), new Set())).filter(
      (found) => found.isFolder || pattern.test(found.path.replaceAll("\\", "/")),
    );
    return matches.length > 0 ? matches : [unreadable(path, reasons.noMatch[locale])];
  }

  const found: FoundInput[] = [];
  for (const path of paths) {
    if (path !== "-") found.push(...(await inputsOf(normalize(path))));
    else for await (const line of standardInput ?? []) if (line.trim() !== "") found.push(...(await inputsOf(normalize(line.trim()))));
  }
  const known = new Set<string>();
  return found.filter(({ path }) => !known.has(resolve(path)) && known.add(resolve(path)));
}

/** A pipe or a device is `other`: reading it may never end. */
async function kindOf(path: string): Promise<"file" | "folder" | "other" | "missing"> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? "folder" : found.isFile() ? "file" : "other";
  } catch {
    return "missing";
  }
}
