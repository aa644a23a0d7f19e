import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { type GuideBlock, guideBlocks, guideFolder, runGuideBlock, sortedLines } from "../support/guide-page.ts";
import { projectRoot } from "../support/run-example.ts";

const guide = join(projectRoot, "docs/guide");
const pages = readdirSync(guide).filter((name) => !name.includes(".zh-CN."));
const runnable = ({ language }: GuideBlock) => ["ts", "js", "json", "sh"].includes(language);

describe.each(pages)("docs/guide/%s", (name) => {
  let folder = "";
  beforeAll(async () => {
    folder = await guideFolder();
  });

  it.each(
    guideBlocks(name)
      .filter(runnable)
      .map((block, index) => [index + 1, block] as const),
  )("block %i prints what it says", async (_, block) => {
    const printed = await runGuideBlock(block, folder);
    if (block.says !== undefined) expect(sortedLines(printed)).toEqual(sortedLines(block.says));
  });

  it("is the same in Chinese: its code but for words and the language asked for", () => {
    const code = (page: string) => guideBlocks(page).map((block) => block.code.replace(/"[^"\n]*"/g, '""').replace(/locale: ""/g, ""));
    expect(code(name.replace(".md", ".zh-CN.md"))).toEqual(code(name));
  });

  it.each([name, name.replace(".md", ".zh-CN.md")])("%s links to files that exist", (page) => {
    const links = [...readFileSync(join(guide, page), "utf8").matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(0);
    for (const path of links) expect(() => readFileSync(join(guide, path)), path).not.toThrow();
  });
});
