import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { basename, extname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { parseBudgetFiles, runBatch } from "../../src/node/index.ts";
import { builtPackage } from "../support/built-package.ts";

// tsx test/bench/batch-bench.ts [FOLDER] [--documents 500]
// Whether a batch is faster with two jobs than with one (on a machine with nothing else to do), and whether the memory of a process that
// reads one document after the other stays bounded.

const { values, positionals } = parseArgs({ allowPositionals: true, options: { documents: { type: "string", default: "500" } } });
const corpus = resolve(positionals[0] ?? fileURLToPath(new URL("../../fixtures/corpus/syn-2020-dagl", import.meta.url)));
const files = readdirSync(corpus, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.(pdf|txt)$/.test(name))
  .map((name) => join(corpus, name));
const built: { readonly runBatch: typeof runBatch; readonly parseBudgetFiles: typeof parseBudgetFiles } = await import(
  pathToFileURL(join(await builtPackage(), "node.js")).href
);

const folder = mkdtempSync(join(tmpdir(), "gz-budget-bench-"));
try {
  await speed();
  await memory();
} finally {
  rmSync(folder, { recursive: true });
}

/** Seconds for four copies of the corpus with one job and with two, and how much of the processor the program itself takes beside its readers. */
async function speed(): Promise<void> {
  const input = join(folder, "in");
  mkdirSync(input);
  for (let copy = 0; copy < 4; copy++) for (const file of files) cpSync(file, join(input, `${copy}-${basename(file)}`));
  const seconds: number[] = [];
  for (const jobs of [1, 2]) {
    const before = process.cpuUsage();
    const summary = await built.runBatch([input], { directory: join(folder, `out${jobs}`), jobs });
    const own = process.cpuUsage(before);
    seconds.push(summary.seconds);
    const share = (own.user + own.system) / 1e6 / (summary.seconds * jobs);
    console.log(
      `jobs ${jobs}: ${summary.total} documents in ${summary.seconds.toFixed(1)} s; the program itself ${(share * 100).toFixed(1)} % of it`,
    );
  }
  const load = loadavg()[0] ?? 0;
  console.log(
    `speed-up ${((seconds[0] ?? 0) / (seconds[1] ?? 1)).toFixed(2)} (${availableParallelism()} processors, load ${load.toFixed(1)})`,
  );
}

/** Memory of one reading process after each document: its largest in the first hundred and in the last hundred. */
async function memory(): Promise<void> {
  const total = Number(values.documents);
  const paths = Array.from({ length: total }, (_, at) => {
    const file = files[at % files.length] ?? "";
    const path = join(folder, `${at}${extname(file)}`);
    writeFileSync(path, readFileSync(file));
    return path;
  });
  const megabytes: number[] = [];
  for await (const { error } of built.parseBudgetFiles(paths, { concurrency: 1 })) {
    if (error) console.log(error.message);
    megabytes.push(readerMegabytes());
  }
  const part = Math.min(100, Math.floor(total / 2));
  const [first, last] = [Math.max(...megabytes.slice(0, part)), Math.max(...megabytes.slice(-part))];
  console.log(`memory of the reader over ${total} documents: first ${part} at most ${first} MB, last ${part} at most ${last} MB`);
}

/** Resident memory of this program's children together, from Linux's own count. */
function readerMegabytes(): number {
  const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, "utf8").trim().split(" ").filter(Boolean);
  const pages = children.map((pid) => Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]));
  return Math.round((pages.reduce((sum, count) => sum + count, 0) * 4096) / 2 ** 20);
}
