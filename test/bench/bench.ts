import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BudgetDocument, BudgetError, checkBudget, parseBudget } from "../../src/index.ts";
import { pdfjsAlone } from "./pdfjs-alone.ts";

// npm run bench -- [DIR] [--rounds N] [--password WORD] [--no-memory]
// What a budget costs beside what pdf.js alone needs for its text, and what checking it costs beside reading it: all in one run, the best of some rounds.
// Milliseconds are the processor's, so that other programs on the machine do not count.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    password: { type: "string", default: "gz2024" },
    "no-memory": { type: "boolean" },
    only: { type: "string" },
  },
});
const root = resolve(positionals[0] ?? fileURLToPath(new URL("../../fixtures/corpus", import.meta.url)));
const { password } = values;

if (values.only !== undefined) {
  // A child of this program: does one thing to one file and prints the most memory that it had, in MiB.
  const bytes = new Uint8Array(readFileSync(root));
  if (values.only === "parse") await parseBudget(bytes, { password });
  else await pdfjsAlone(bytes, password, JSON.parse(values.only));
  console.log(Math.round(peakKibibytes() / 1024));
  process.exit(0);
}

interface Cost {
  readonly pages: number;
  readonly alone: number;
  readonly parse: number;
  readonly check: number;
}

const costs: Cost[] = [];
const heading = ["pages", "pdf.js ms", "parse ms", "ratio", "check ms", "ratio", "pages/s", "pdf.js MiB", "parse MiB"];
console.log(line("file", heading));
for (const file of pdfFiles(root)) {
  const bytes = new Uint8Array(readFileSync(file));
  const name = relative(root, file) || file;
  try {
    const budget = await parseBudget(bytes, { password }); // also warms up
    const { pages, tablePages } = pagesOf(budget);
    let alone = Infinity;
    let parse = Infinity;
    let check = Infinity;
    for (let round = 0; round < Number(values.rounds); round++) {
      alone = Math.min(alone, await milliseconds(() => pdfjsAlone(bytes, password, tablePages)));
      parse = Math.min(parse, await milliseconds(() => parseBudget(bytes, { password })));
      check = Math.min(check, await milliseconds(() => checkBudget(budget)));
    }
    const cost = { pages, alone, parse, check };
    costs.push(cost);
    const memory = values["no-memory"] ? [] : [peak(file, JSON.stringify(tablePages)), peak(file, "parse")];
    console.log(line(name, [...columns(cost), ...memory]));
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    console.log(`${name}: ${error.code}`);
  }
}
const sum = (of: (cost: Cost) => number) => costs.reduce((all, cost) => all + of(cost), 0);
const total: Cost = {
  pages: sum(({ pages }) => pages),
  alone: sum(({ alone }) => alone),
  parse: sum(({ parse }) => parse),
  check: sum(({ check }) => check),
};
console.log(line("total", columns(total)));

function pagesOf({ source, tables }: BudgetDocument): { pages: number; tablePages: readonly number[] } {
  const tablePages = new Set(tables.flatMap(({ pages }) => pages ?? []));
  return { pages: source.pageCount ?? 0, tablePages: [...tablePages].sort((a, b) => a - b) };
}

async function milliseconds(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function peak(file: string, only: string): string {
  const here = fileURLToPath(import.meta.url);
  return execFileSync(process.execPath, [...process.execArgv, here, file, "--only", only, "--password", password], {
    encoding: "utf8",
  }).trim();
}

/** What Node reports counts the parent's memory too where the process was forked from a large one; Linux knows better. */
function peakKibibytes(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}

function pdfFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((inner) => (statSync(inner).isDirectory() ? pdfFiles(inner) : /\.pdf$/i.test(inner) ? [inner] : []));
}

function columns({ pages, alone, parse, check }: Cost): string[] {
  const ratios = [parse / alone, check / parse].map((ratio) => ratio.toFixed(2));
  return [
    String(pages),
    alone.toFixed(0),
    parse.toFixed(0),
    ratios[0] ?? "",
    check.toFixed(0),
    ratios[1] ?? "",
    ((1000 * pages) / parse).toFixed(1),
  ];
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join("");
}
