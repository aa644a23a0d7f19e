import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawMutant } from "./draw-mutant.ts";
import { type Edit, mutated } from "./mutant.ts";
import { smallest } from "./smallest.ts";
import { fuzzSubjects } from "./subjects.ts";
import { WatchedWorker } from "./watched-worker.ts";

// npm run fuzz: mutants of the fixtures, each read in a process that is ended when it takes too long or too much.

const usage = `usage: npm run fuzz -- [--seconds N] [--seed S] [--from N] [--count N] [--keep FOLDER]

Tries the mutants of a seed one after another: number --from (0) and the next ones, for --seconds (60) or --count of them. Of each that
ends wrongly the smallest set of changes that still does is kept in the folder. Ends with 1 where there is any.`;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    count: { type: "string", default: "Infinity" },
    keep: { type: "string", default: join(tmpdir(), "gz-budget-fuzz") },
    help: { type: "boolean", short: "h" },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}

const subjects = await fuzzSubjects();
const seed = Number(values.seed);
const started = Date.now();
const ends = started + Number(values.seconds) * 1000;
const worker = new WatchedWorker(fileURLToPath(new URL("fuzz-worker.ts", import.meta.url)), { seconds: 20, megabytes: 1024 });
let number = Number(values.from);
const last = number + Number(values.count);
let failures = 0;
while (Date.now() < ends && number < last) {
  const of = number++;
  const wrong = await worker.verdictOf({ seed, number: of });
  if (wrong.length === 0) continue;
  failures++;
  const mutant = drawMutant(subjects, seed, of);
  const fails = async (edits: readonly Edit[]) => (await worker.verdictOf({ seed, number: of, edits })).length > 0;
  keep(of, await smallest(mutant.edits, fails), wrong);
  console.log(`seed ${seed}, number ${of}: ${mutant.how}\n  ${wrong.slice(0, 3).join("\n  ").slice(0, 1500)}`);
}
worker.end();
const { seconds, megabytes } = worker.most;
console.log(
  `${number - Number(values.from)} mutants of seed ${seed} in ${Math.round((Date.now() - started) / 1000)} s: ${failures} ended wrongly; ` +
    `the slowest took ${seconds.toFixed(1)} s of processor time, the largest process ${megabytes} MB`,
);
process.exitCode = failures > 0 ? 1 : 0;

function keep(of: number, edits: readonly Edit[], wrong: readonly string[]): void {
  const { subject, pages, how } = drawMutant(subjects, seed, of);
  mkdirSync(values.keep, { recursive: true });
  const ending = { pdf: "pdf", text: "txt", json: "json", index: "ndjson" }[subject.kind];
  const file = join(values.keep, `${seed}-${of}`);
  writeFileSync(`${file}.${ending}`, mutated(subject, edits), subject.kind === "pdf" ? "latin1" : "utf8");
  writeFileSync(`${file}.md`, `${how}\n\npages ${pages ?? "all"}\n\n${JSON.stringify(edits, null, 1)}\n\n${wrong.join("\n")}\n`);
}
