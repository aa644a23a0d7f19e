import { readdir, realpath, stat } from "node:fs/promises";
import { join, normalize, resolve, sep } from "node:path";
import picomatch from "picomatch";
import { BudgetError } from "../model/budget-error.ts";
import type { Bilingual, Locale } from "../model/locale.ts";
import { demandOptions, language, type OptionKinds, plainObject } from "../model/option-kinds.ts";
import { demandPaths } from "./batch-options.ts";
import { systemReason } from "./system-reason.ts";

/** A file to be read, or a path that leads to none. */
export interface FoundInput {
  readonly path: string;
  readonly error?: BudgetError;
}

export interface FindOptions {
  /** Language of errors. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
  /** The list that a path `-` stands for. */
  readonly standardInput?: AsyncIterable<string> | undefined;
}

const kinds: OptionKinds<FindOptions> = { locale: language, standardInput: plainObject };
const reasons = {
  noFile: { en: "it is neither a file nor a folder", zh: "既不是文件也不是文件夹" },
  emptyFolder: { en: "there is no .pdf or .txt file in this folder", zh: "该文件夹中没有 .pdf 或 .txt 文件" },
  noMatch: { en: "no file matches", zh: "没有匹配的文件" },
} as const satisfies Record<string, Bilingual>;
const budgetFile = /\.(pdf|txt)$/i;

/**
 * Finds the files that paths stand for: a file itself, a folder the PDFs and text files below it, a pattern what it matches, `-` the
 * list on standard input, one path a line.
 *
 * Folders are walked once by their real path, whatever links lead to them, under their own name before that of a link. What begins with a dot
 * is found only by a path or pattern that names it.
 *
 * @returns Each file once, in the order of the paths and by name within a folder. What cannot be found or opened is an input with an error.
 * @example parseBudgetFiles(await findInputs(["budgets", "more/2024*.pdf"]))
 */
export async function findInputs(paths: readonly string[], options: FindOptions = {}): Promise<readonly FoundInput[]> {
  const { locale, standardInput } = demandOptions(options, kinds);
  demandPaths(paths, locale);
  const unreadable = (path: string, detail: string, cause?: unknown): FoundInput => ({
    path,
    error: new BudgetError("FILE_UNREADABLE", { path, detail }, { cause, locale }),
  });

  async function filesBelow({ base, depth, dots, matches }: Walk): Promise<readonly FoundInput[]> {
    const found: FoundInput[] = [];
    const visited = new Set<string>();
    const links: { readonly path: string; readonly level: number }[] = [{ path: base, level: 1 }];

    /** What stands in a folder by itself; links to other folders wait until all those are walked. */
    async function walk(folder: string, level: number): Promise<void> {
      try {
        const real = await realpath(folder);
        if (visited.has(real)) return;
        visited.add(real);
        for (const entry of await readdir(folder, { withFileTypes: true })) {
          const path = folder === "." ? entry.name : join(folder, entry.name);
          if (entry.name.startsWith(".") && !dots) continue;
          const kind = await kindOf(path);
          if (kind !== "folder") {
            if (budgetFile.test(entry.name) && matches(path))
              found.push(kind === "other" ? unreadable(path, reasons.noFile[locale]) : { path });
          } else if (level < depth) {
            if (entry.isSymbolicLink()) links.push({ path, level: level + 1 });
            else await walk(path, level + 1);
          }
        }
      } catch (cause) {
        found.push(unreadable(folder, systemReason(cause, locale), cause)); // nobody knows what would match in it
      }
    }

    for (let next = links.shift(); next; next = links.sort((a, b) => byName(a.path, b.path)).shift()) await walk(next.path, next.level);
    return found.sort((a, b) => byName(a.path, b.path));
  }

  async function inputsOf(path: string): Promise<readonly FoundInput[]> {
    const kind = await kindOf(path);
    if (kind === "file") return [{ path }];
    if (kind === "other") return [unreadable(path, reasons.noFile[locale])];
    const walk = kind === "folder" ? { base: path, depth: Infinity, dots: false, matches: () => true } : walkOf(path);
    if (!walk) return [{ path }]; // whoever reads it will say why it cannot be read
    const files = await filesBelow(walk);
    return files.length > 0 ? files : [unreadable(path, reasons[kind === "folder" ? "emptyFolder" : "noMatch"][locale])];
  }

  const found: FoundInput[] = [];
  for (const path of paths) {
    if (path !== "-") found.push(...(await inputsOf(normalize(path))));
    else for await (const line of standardInput ?? []) if (line.trim() !== "") found.push(...(await inputsOf(normalize(line.trim()))));
  }
  const known = new Set<string>();
  return found.filter(({ path }) => !known.has(resolve(path)) && known.add(resolve(path)));
}

/** Where files are looked for. */
interface Walk {
  readonly base: string;
  /** Levels of folders, the first counted. */
  readonly depth: number;
  /** Look at what begins with a dot. */
  readonly dots: boolean;
  readonly matches: (path: string) => boolean;
}

/** How what a pattern matches is looked for, from the last folder that it names; undefined where it is none. */
export function walkOf(pattern: string): Walk | undefined {
  const slashed = pattern.replaceAll(sep, "/");
  const { base, glob, isGlob } = picomatch.scan(slashed, options);
  if (!isGlob) return undefined;
  const isMatch = picomatch(slashed, options);
  return {
    base: base === "" ? (slashed.startsWith("/") ? "/" : ".") : base,
    depth: glob.includes("**") ? Infinity : glob.split("/").length,
    dots: /(?:^|[/{,(|])\./.test(glob),
    matches: (path) => isMatch(path.replaceAll(sep, "/")),
  };
}

/** As shells have it: `[!a]` is any other character, and `!` before a pattern nothing special. */
const options: picomatch.PicomatchOptions = { nonegate: true, posix: true, expandRange };
const mostOfRange = 1000;

/** `{2021..2024}` as an expression, of numbers or of letters. */
function expandRange(first: string, last: string): string {
  const [from, to] = [Number(first), Number(last)];
  if (!Number.isInteger(from) || !Number.isInteger(to)) return `[${first}-${last}]`;
  const length = Math.min(Math.abs(to - from) + 1, mostOfRange);
  return `(?:${Array.from({ length }, (_, index) => String(Math.min(from, to) + index).padStart(first.length, "0")).join("|")})`;
}

/** Folder by folder, as a listing shows them. */
function byName(a: string, b: string): number {
  const [left, right] = [a.split(sep), b.split(sep)];
  const at = left.findIndex((name, index) => name !== right[index]);
  return at < 0 ? left.length - right.length : (left[at] ?? "") < (right[at] ?? "") ? -1 : 1;
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
