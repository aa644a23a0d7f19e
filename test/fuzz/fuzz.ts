import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { drawMutant } from "./draw-mutant.ts";
import type { Order, Verdict } from "./fuzz-worker.ts";
import { type Edit, mutated } from "./mutant.ts";
import { fuzzSubjects } from "./subjects.ts";

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

/** Of processor time. */
const mostSeconds = 20;
const mostMegabytes = 1024;
/** A mutant is made smaller for as many tries. */
const minimisingTries = 40;
/** By how much a clock may run ahead of the processor time, on a machine that others use too. */
const slowness = 6;

const subjects = await fuzzSubjects();
const seed = Number(values.seed);
const started = Date.now();
const ends = started + Number(values.seconds) * 1000;
let worker: ChildProcess | undefined;
let number = Number(values.from);
const last = number + Number(values.count);
const failures: string[] = [];
const most = { seconds: 0, megabytes: 0 };
while (Date.now() < ends && number < last) {
  const mutant = drawMutant(subjects, seed, number);
  const wrong = await verdictOf({ seed, number });
  if (wrong.length > 0) {
    failures.push(`${number} ${mutant.how}`);
    const edits = await smallest(mutant.edits, number);
    keep(number, edits, wrong);
    console.log(`seed ${seed}, number ${number}: ${mutant.how}\n  ${wrong.slice(0, 3).join("\n  ").slice(0, 1500)}`);
  }
  number++;
}
worker?.kill("SIGKILL");
const tried = number - Number(values.from);
console.log(
  `${tried} mutants of seed ${seed} in ${Math.round((Date.now() - started) / 1000)} s: ${failures.length} ended wrongly; ` +
    `the slowest took ${most.seconds.toFixed(1)} s of processor time, the largest process ${most.megabytes} MB`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

/** What is wrong with the way a mutant ends: what its process says, or that it took too long, too much, or died. */
async function verdictOf(order: Order): Promise<readonly string[]> {
  worker ??= await start();
  const running = worker;
  let why = "";
  const stop = (reason: string) => {
    why ||= reason;
    running.kill("SIGKILL");
  };
  const timer = setTimeout(() => stop(`no end in ${mostSeconds * slowness} s`), mostSeconds * slowness * 1000);
  const errors: string[] = [];
  const onError = (chunk: Buffer) => errors.push(chunk.toString());
  running.stderr?.on("data", onError);
  const verdict = await new Promise<Verdict | undefined>((resolve) => {
    running.once("message", (message) => resolve(message as Verdict));
    running.once("exit", () => resolve(undefined));
    running.send(order);
  });
  clearTimeout(timer);
  running.stderr?.off("data", onError);
  running.removeAllListeners("message");
  running.removeAllListeners("exit");
  if (!verdict) {
    worker = undefined;
    return [why || `the process died: ${errors.join("").slice(-800)}`];
  }
  most.seconds = Math.max(most.seconds, verdict.seconds);
  most.megabytes = Math.max(most.megabytes, verdict.megabytes);
  const wrong = [...verdict.wrong, ...(verdict.seconds > mostSeconds ? [`${verdict.seconds} s`] : [])];
  if (verdict.megabytes <= mostMegabytes) return wrong;
  running.kill("SIGKILL");
  worker = undefined;
  return [...wrong, `${verdict.megabytes} MB`];
}

async function start(): Promise<ChildProcess> {
  const file = fileURLToPath(new URL("fuzz-worker.ts", import.meta.url));
  const child = fork(file, { execArgv: ["--import", "tsx", `--max-old-space-size=${mostMegabytes}`], silent: true });
  child.stdout?.resume();
  await new Promise((resolve) => child.once("message", resolve));
  return child;
}

/** Leaves out changes as long as it ends wrongly without them. */
async function smallest(edits: readonly Edit[], of: number): Promise<readonly Edit[]> {
  let left = edits;
  let tries = 0;
  for (let size = Math.ceil(edits.length / 2); size >= 1 && left.length > 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < left.length && tries < minimisingTries; ) {
      const fewer = [...left.slice(0, at), ...left.slice(at + size)];
      tries++;
      if (fewer.length > 0 && (await verdictOf({ seed, number: of, edits: fewer })).length > 0) left = fewer;
      else at += size;
    }
  }
  return left;
}

function keep(of: number, edits: readonly Edit[], wrong: readonly string[]): void {
  const { subject, pages, how } = drawMutant(subjects, seed, of);
  mkdirSync(values.keep, { recursive: true });
  const ending = { pdf: "pdf", text: "txt", json: "json", index: "ndjson" }[subject.kind];
  const file = join(values.keep, `${seed}-${of}`);
  writeFileSync(`${file}.${ending}`, mutated(subject, edits), subject.kind === "pdf" ? "latin1" : "utf8");
  writeFileSync(`${file}.md`, `${how}\n\npages ${pages ?? "all"}\n\n${JSON.stringify(edits, null, 1)}\n\n${wrong.join("\n")}\n`);
}
