import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { runBatch } from "../../src/node/index.ts";
import { builtPackage } from "../support/built-package.ts";

// tsx test/bench/batch-bench.ts [FOLDER] [--documents 500] [--rounds 1]
// How much faster a batch is with two jobs than with one (on a machine with nothing else to do), and whether the memory of the processes
// that read stays bounded. On a machine that others use too, more rounds: each document counts as in the fastest of them.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { documents: { type: "string", default: "500" }, rounds: { type: "string", default: "1" } },
});
const corpus = resolve(positionals[0] ?? fileURLToPath(new URL("../../fixtures/corpus/syn-2020-dagl", import.meta.url)));
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(pdf|txt)$/.test(name))
  .map((name) => join(corpus, name));
const total = Number(values.documents);
/** What a process meets for the first time costs more, so that two processes gain least at the beginning. */
const beginning = Math.min(100, Math.floor(total / 2));
const built: { readonly runBatch: typeof runBatch } = await import(pathToFileURL(join(await builtPackage(), "node.js")).href);

const folder = mkdtempSync(join(tmpdir(), "gz-budget-bench-"));
try {
  const input = join(folder, "in");
  mkdirSync(input);
  for (let at = 0; at < total; at++) {
    const file = files[at % files.length] ?? "";
    cpSync(file, join(input, `${String(at).padStart(6, "0")}${extname(file)}`));
  }
  const rounds: Record<"one" | "two", readonly number[]>[] = [];
  for (let round = 0; round < Number(values.rounds); round++) rounds.push({ one: await batch(input, 1), two: await batch(input, 2) });
  const [one, two] = [fastest(rounds.map((round) => round.one)), fastest(rounds.map((round) => round.two))];
  const speedUp = (documents: number) => ((2 * sum(one.slice(0, documents))) / sum(two.slice(0, documents))).toFixed(2);
  const load = loadavg()[0] ?? 0;
  console.log(
    `speed-up ${speedUp(total)}, over the first ${beginning} ${speedUp(beginning)} (${availableParallelism()} processors, load ${load.toFixed(1)})`,
  );
} finally {
  rmSync(folder, { recursive: true });
}

/** The seconds that each document took one of the jobs, in the order of the documents. Prints also the whole batch's, and the memory of the processes. */
async function batch(input: string, jobs: number): Promise<readonly number[]> {
  const megabytes: number[] = [];
  const taken: { readonly path: string; readonly seconds: number }[] = [];
  const before = process.cpuUsage();
  const { seconds } = await built.runBatch([input], {
    directory: mkdtempSync(join(folder, "out")),
    concurrency: jobs,
    onResult: (line) => {
      megabytes.push(readerMegabytes());
      taken.push(line);
    },
  });
  const own = process.cpuUsage(before);
  const share = ((own.user + own.system) / 1e6 / (seconds * jobs)) * 100;
  const [first, last] = [Math.max(...megabytes.slice(0, beginning)), Math.max(...megabytes.slice(-beginning))];
  console.log(
    `jobs ${jobs}: ${total} documents in ${seconds.toFixed(1)} s; the program itself ${share.toFixed(1)} % of it; a reader's memory in the first ${beginning} at most ${first} MB, in the last ${last} MB`,
  );
  return taken.sort((one, other) => (one.path < other.path ? -1 : 1)).map((line) => line.seconds);
}

function fastest(rounds: readonly (readonly number[])[]): readonly number[] {
  return Array.from({ length: total }, (_, at) => Math.min(...rounds.map((seconds) => seconds[at] ?? Number.POSITIVE_INFINITY)));
}

function sum(seconds: readonly number[]): number {
  return seconds.reduce((total, one) => total + one, 0);
}

/** Resident memory of the largest of this program's children, from Linux's own count. */
function readerMegabytes(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  const pages = children.map((pid) => Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]));
  return Math.round((Math.max(...pages) * 4096) / 2 ** 20);
}
