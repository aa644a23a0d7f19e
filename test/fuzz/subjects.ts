import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseBudget, toJson } from "../../src/index.ts";
import { budgetText } from "../support/budget-text.ts";
import type { Subject } from "./mutant.ts";

const corpus = (name: string) => fileURLToPath(new URL(`../../fixtures/corpus/${name}`, import.meta.url));

/** Files of different programs, two pages of which are read at a time: pages with tables. */
const pdfs: readonly [name: string, pages: readonly string[]][] = [
  ["syn-2020-dagl/rl-rects.pdf", ["4-5", "6", "8-9", "12"]],
  ["syn-2020-dagl/chrome-bare.pdf", ["4-5", "6", "9"]],
  ["syn-2020-dagl/chrome-flow.pdf", ["3-4", "6", "8"]],
  ["gz-2024-ybzx/rl-cid.pdf", ["3", "4-5", "6-7", "8", "16-17"]],
  ["gz-2024-ybzx/calc-titles.pdf", ["2", "3-4", "6"]],
  ["gz-2024-ybzx/chrome-three.pdf", ["3", "4-5", "8"]],
  ["gz-2024-ybzx/writer-repeat.pdf", ["3", "4-5", "8"]],
  ["gz-2021-ybj/rl-cid.pdf", ["8", "10-11", "14"]],
  ["gz-2021-ybj/writer-titled.pdf", ["8", "10-11"]],
];
const texts: readonly string[] = [
  "gz-2024-ybzx/chrome-ruled.default.txt",
  "gz-2024-ybzx/chrome-ruled.layout.txt",
  "gz-2024-ybzx/chrome-ruled.raw.txt",
];
/** All of a text takes ten times as long as a few of its pages. */
const textPages: readonly string[] = ["1-", "3", "4-5", "6-8", "12-14", "16-17"];

/** What the fuzzer mutates: the fixtures, a document's JSON, the index of a batch. */
export async function fuzzSubjects(): Promise<readonly Subject[]> {
  const text = budgetText({ year: 2024, organization: "广州市甲局", total: "1300.00", threePublic: "10.00" });
  const index = ["a", "b", "丙"].map((name) =>
    JSON.stringify({
      path: `/in/${name}.pdf`,
      name,
      outcome: "done",
      outputs: [`${name}.json`],
      sha256: "0".repeat(64),
      bytes: 9,
      seconds: 1,
      tables: 3,
      knownTables: 2,
    }),
  );
  return [
    ...pdfs.map(([name, pages]): Subject => ({ name, kind: "pdf", pages, content: readFileSync(corpus(name), "latin1") })),
    ...texts.map((name): Subject => ({ name, kind: "text", pages: textPages, content: readFileSync(corpus(name), "utf8") })),
    { name: "small text", kind: "text", content: text },
    { name: "document", kind: "json", content: toJson(await parseBudget(text)) },
    { name: "index", kind: "index", content: `${index.join("\n")}\n` },
  ];
}
