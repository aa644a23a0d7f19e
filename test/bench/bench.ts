import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BudgetDocument, BudgetError, checkBudget, parseBudget } from "../../src/index.ts";
import { pdfjsOperators, pdfjsText } from "./pdfjs-alone.ts";
import { stageSeconds, stages } from "./stage-seconds.ts";

// npm run bench -- [FILE or FOLDER] [--rounds N] [--password WORD] [--memory]
// What a budget costs in seconds of the processor, so that other programs on the machine do not count: beside it what pdf.js alone needs for
// the operator lists of all pages and for their text, and what each stage takes. The best of some rounds; the last line sums all files.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "3" },
    password: { type: "string", default: "gz2024" },
    memory: { type: "boolean" },
    only: { type: "string" },
  },
});
const root = resolve(positionals[0] ?? "fixtures/corpus");
const { password } = values;

if (values.only !== undefined) {
  // A child of this program: does one thing to one file and prints the most memory that it had, in MiB.
  const bytes = new Uint8Array(readFileSync(root));
  await (values.only === "parse" ? parseBudget(bytes, { password }) : pdfjsOperators(bytes, password));
  console.log(Math.round(peakKibibytes() / 1024));
  process.exit(0);
}

const measures = ["operators", "text", "parse", ...stages, "check"] as const;
type Costs = Readonly<Record<(typeof measures)[number], number>>;

const files: { readonly pages: number; readonly isText: boolean; readonly costs: Costs }[] = [];
console.log(
  line("file", [
    "pages",
    "pdf.js ops",
    "pdf.js text",
    "parse",
    "parse/ops",
    "parse/text",
    ...stages,
    "check",
    ...(values.memory ? ["pdf.js MiB", "parse MiB"] : []),
  ]),
);
for (const file of inputFiles(root)) {
  const name = relative(root, file) || file;
  const isText = extname(file) === ".txt";
  const input = isText ? readFileSync(file, "utf8") : new Uint8Array(readFileSync(file));
  try {
    const budget = await parseBudget(input, { password }); // also warms up
    const rounds: Costs[] = [];
    for (let round = 0; round < Number(values.rounds); round++) rounds.push(await costsOf(input, budget));
    const costs = Object.fromEntries(measures.map((measure) => [measure, Math.min(...rounds.map((each) => each[measure]))])) as Costs;
    const pages = budget.source.pageCount ?? 0;
    files.push({ pages, isText, costs });
    console.log(
      line(name, [...columns(pages, costs), ...(values.memory && !isText ? [peak(file, "operators"), peak(file, "parse")] : [])]),
    );
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    console.log(`${name}: ${error.code}`);
  }
}
for (const [title, isText] of [
  ["all PDFs", false],
  ["all texts", true],
] as const) {
  const own = files.filter((file) => file.isText === isText);
  const sum = (measure: (typeof measures)[number]) => own.reduce((all, { costs }) => all + costs[measure], 0);
  const costs = Object.fromEntries(measures.map((measure) => [measure, sum(measure)])) as Costs;
  const pages = own.reduce((all, file) => all + file.pages, 0);
  if (own.length > 0) console.log(line(title, columns(pages, costs)));
}

async function costsOf(input: Uint8Array | string, budget: BudgetDocument): Promise<Costs> {
  const isText = typeof input === "string";
  return {
    operators: isText ? 0 : await seconds(() => pdfjsOperators(input, password)),
    text: isText ? 0 : await seconds(() => pdfjsText(input, password)),
    parse: await seconds(() => parseBudget(input, { password })),
    ...(await stageSeconds(input, password)),
    check: await seconds(() => checkBudget(budget)),
  };
}

async function seconds(work: () => unknown): Promise<number> {
  globalThis.gc?.();
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
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

function inputFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name))
    .flatMap((inner) => (statSync(inner).isDirectory() ? inputFiles(inner) : /\.(pdf|txt)$/i.test(inner) ? [inner] : []));
}

function columns(pages: number, costs: Costs): string[] {
  const ratio = (alone: number) => (alone > 0 ? (costs.parse / alone).toFixed(2) : "");
  const shown = (measure: (typeof measures)[number]) => costs[measure].toFixed(3);
  return [
    String(pages),
    ...(["operators", "text", "parse"] as const).map(shown),
    ratio(costs.operators),
    ratio(costs.text),
    ...([...stages, "check"] as const).map(shown),
  ];
}

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(36) + cells.map((cell) => cell.padStart(12)).join("");
}
