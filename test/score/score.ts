import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { BudgetError, parseBudget } from "../../src/index.ts";
import type { Truth } from "../support/truth.ts";
import { addScores, nothing, type Score, scoreDocument } from "./score-document.ts";

// npm run score -- DIR [--truth DIR] [--password WORD]: how much of each document of a folder is read as it is printed.

const usage = `usage: npm run score -- DIR [--truth DIR] [--password WORD]

DIR holds PDF or text files that are named by their document, or folders that are named by it, and in them its files, each named by its style.
The truth of a document is DOCUMENT.json in the folder given, in DIR, in DIR/../truth or in fixtures/truth.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { truth: { type: "string" }, password: { type: "string" }, help: { type: "boolean", short: "h" } },
});
const [given] = positionals;
if (values.help || given === undefined) {
  console.log(usage);
  process.exit(given === undefined && !values.help ? 2 : 0);
}
const root = resolve(given);
const fixtures = fileURLToPath(new URL("../../fixtures/truth", import.meta.url));
const truthFolders = [values.truth, root, join(root, "..", "truth"), fixtures].filter((folder) => folder !== undefined);

const byStyle = new Map<string, Score>();
let total = nothing;
const heading = ["tables found", "exact", "rows exact", "cells exact", "silently wrong"];
console.log(line("file", heading));
for (const file of inputFiles(root)) {
  const folder = basename(dirname(file));
  const fileName = basename(file, extname(file));
  const id = [fileName, folder].find((candidate) => pathOfTruth(candidate) !== undefined);
  const name = id === fileName ? basename(file) : `${folder}/${basename(file)}`;
  const truth = id === undefined ? undefined : truthOf(id);
  if (!truth || truth.scored === false) {
    console.log(`${name}: ${truth ? "its truth is not for scoring" : `no truth for “${fileName}” or “${folder}”`}`);
    continue;
  }
  const score = await scoreFile(file, truth, name);
  if (!score) continue;
  console.log(line(name, columns(score)));
  const style = id === fileName ? folder : fileName;
  byStyle.set(style, addScores(byStyle.get(style) ?? nothing, score));
  total = addScores(total, score);
}
console.log(`\n${line("style", heading)}`);
for (const [style, score] of [...byStyle].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(line(style, columns(score)));
console.log(line("total", columns(total)));

async function scoreFile(file: string, truth: Truth, name: string): Promise<Score | undefined> {
  const input = extname(file) === ".txt" ? readFileSync(file, "utf8") : new Uint8Array(readFileSync(file));
  try {
    const document = await parseBudget(input, { ...(values.password !== undefined && { password: values.password }), locale: "en" });
    const score = scoreDocument(document, truth);
    if (score.tablesFound === 0) console.log(`${name}: ${[...new Set(document.diagnostics.map(({ code }) => code))].join(", ")}`);
    return score;
  } catch (error) {
    if (!(error instanceof BudgetError)) throw error;
    console.log(`${name}: ${error.code}`);
    return undefined;
  }
}

function inputFiles(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? inputFiles(path) : /\.(pdf|txt)$/i.test(path) ? [path] : []));
}

function pathOfTruth(id: string): string | undefined {
  return truthFolders.map((folder) => join(folder, `${id}.json`)).find((candidate) => existsSync(candidate));
}

function truthOf(id: string): Truth | undefined {
  const path = pathOfTruth(id);
  return path === undefined ? undefined : JSON.parse(readFileSync(path, "utf8"));
}

function columns(score: Score): string[] {
  const share = (part: number, whole: number) => `${part}/${whole}${whole > 0 ? ` ${((100 * part) / whole).toFixed(2)}%` : ""}`;
  return [
    `${score.tablesFound}/${score.tables}`,
    String(score.tablesExact),
    share(score.rowsExact, score.rows),
    share(score.cellsExact, score.cells),
    String(score.silentlyWrong),
  ];
}

function line(name: string, cells: readonly string[]): string {
  const widths = [13, 6, 18, 20, 15];
  return `${name.padEnd(40)}${cells.map((cell, i) => cell.padStart(widths[i] ?? 0)).join("")}`;
}
