import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../support/run-example.ts";
import { emptyProject, run } from "./empty-project.ts";

const corpus = join(projectRoot, "fixtures/corpus");
const files = ["gz-2024-ybzx/chrome-three.pdf", "gz-2024-ybzx/calc-titles.pdf", "gz-2024-ybzx/rl-cid.pdf", "syn-2020-dagl/rl-rects.pdf"];

interface Reading {
  readonly node: string;
  readonly pdfjs: string;
  readonly digests: Readonly<Record<string, string>>;
}

async function reading(folder: string, ...[program, ...args]: readonly [string, ...string[]]): Promise<Reading> {
  return JSON.parse(await run(folder, program, ...args, "main.js", corpus, ...files));
}

describe("the range of versions", () => {
  it("gives the same document on Node 20 and 24, with pdf.js 5.6 and 6", async () => {
    const [pdfjs5, pdfjs6] = [await emptyProject("versions", "pdfjs-dist@5.6.205"), await emptyProject("versions", "pdfjs-dist@^6.5.438")];
    const oldest = await reading(pdfjs5, "node");
    const newer = await reading(pdfjs5, "npx", "-y", "node@24");
    const newest = await reading(pdfjs6, "npx", "-y", "node@24");
    expect([oldest, newer, newest].map(({ node, pdfjs }) => [node.split(".")[0], pdfjs.split(".")[0]])).toEqual([
      [process.version.split(".")[0], "5"],
      ["v24", "5"],
      ["v24", "6"],
    ]);
    expect(Object.keys(oldest.digests)).toEqual(files);
    expect(newer.digests).toEqual(oldest.digests);
    expect(newest.digests).toEqual(oldest.digests);
  });
});
