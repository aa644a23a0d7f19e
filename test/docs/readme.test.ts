import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readmeBlocks, runReadmeExample } from "../support/readme-examples.ts";
import { projectRoot } from "../support/run-example.ts";

const linesWithoutEnd = (text: string) =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => line.trimEnd());

describe.each(["README.md", "README.zh-CN.md"])("%s", (name) => {
  const { examples, others } = readmeBlocks(name);

  it("has its examples", () => {
    expect(examples).toHaveLength(7);
  });

  it.each(examples.map((example) => [example.code.trim().split("\n").slice(-2, -1)[0] ?? example.code, example] as const))(
    "prints what it says: %s",
    async (_, example) => {
      expect(linesWithoutEnd(await runReadmeExample(example, name.includes("zh") ? "zh_CN.UTF-8" : "C.UTF-8"))).toEqual(
        linesWithoutEnd(example.output),
      );
    },
  );

  it("shows the lines that the browser project runs", () => {
    const browser = others.filter(({ code }) => code.startsWith("// @browser"));
    expect(browser).toHaveLength(1);
    const page = readFileSync(join(projectRoot, "test/package/projects/vite/main.ts"), "utf8");
    for (const line of browser[0]?.code.split("\n").filter((line) => line.startsWith("import")) ?? []) {
      expect(page).toContain(/from "[^"]+"|"[^"]+"/.exec(line)?.[0]);
    }
    expect(page).toContain("GlobalWorkerOptions.workerSrc = workerSrc");
    expect(page).toContain('cMapUrl: "/cmaps/"');
  });

  it("names only commands that there are", () => {
    const { scripts } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8"));
    const named = [...readFileSync(join(projectRoot, name), "utf8").matchAll(/npm run ([\w:]+)/g)].map(([, script = ""]) => script);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it("links to files that exist", () => {
    const links = [...readFileSync(join(projectRoot, name), "utf8").matchAll(/\]\((?!https?:|#)([^)]+)\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(10);
    for (const path of links) expect(() => readFileSync(join(projectRoot, path)), path).not.toThrow(/ENOENT/);
  });
});
