import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { describe, expect, inject, it } from "vitest";
import { projectRoot } from "../support/run-example.ts";
import { emptyProject, run } from "./empty-project.ts";

describe("the packed package", () => {
  it("holds what users need and nothing else", () => {
    const packed = inject("packed");
    expect(packed).toEqual(
      expect.arrayContaining(["LICENSE", "NOTICE", "README.md", "README.zh-CN.md", "CHANGELOG.md", "package.json", "dist/schema.json"]),
    );
    expect(
      packed.filter(
        (path) =>
          !/^(dist\/([\w-]+\.(js|cjs|d\.ts|d\.cts|json)|types\/([\w-]+\/)*[\w-]+\.d\.ts|types\/package\.json)|[A-Z]+(\.zh-CN)?(\.md)?|package\.json|docs\/[a-z]+(\.zh-CN)?\.md|docs\/web\.png|docs\/(guide|reference)\/[\w-]+(\.zh-CN)?\.md)$/.test(
            path,
          ),
      ),
    ).toEqual([]);
  });

  it.each(["README.md", "README.zh-CN.md"])("holds every file that %s links to", (name) => {
    const packed = inject("packed");
    const text = readFileSync(join(projectRoot, name), "utf8");
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, path = ""]) => path);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((path) => !packed.includes(path))).toEqual([]);
  });

  it.each([
    ["README.md", /at most ([\d.]+) MB packed and ([\d.]+) MB installed/],
    ["README.zh-CN.md", /下载不超过 ([\d.]+) MB、安装后不超过 ([\d.]+) MB/],
  ])("is no larger than %s says", (name, sentence) => {
    const { tarball, files } = inject("sizes");
    const [, packed, installed] = sentence.exec(readFileSync(join(projectRoot, name), "utf8")) ?? [];
    expect(tarball).toBeLessThanOrEqual(Number(packed) * 1e6);
    expect(files).toBeLessThanOrEqual(Number(installed) * 1e6);
  });

  it("satisfies publint", async () => {
    expect(await run(projectRoot, "npx", "publint", "run", "--strict", inject("tarball"))).toContain("All good!");
  });

  it("has the right types for every way to import it", async () => {
    expect(await run(projectRoot, "npx", "attw", inject("tarball"))).toContain("No problems found");
  });
});

describe("what a bundle holds", async () => {
  const folder = await emptyProject("esm-typescript");

  /** Minified size in bytes of a program that imports this, with zod and decimal.js and without pdf.js, and the packages in it. */
  async function bundled(code: string): Promise<{ bytes: number; packages: Set<string> }> {
    const entry = join(mkdtempSync(join(tmpdir(), "gz-budget-bundle-")), "entry.js");
    writeFileSync(entry, code);
    const { metafile } = await build({
      entryPoints: [entry],
      nodePaths: [join(folder, "node_modules")],
      bundle: true,
      minify: true,
      charset: "utf8",
      format: "esm",
      platform: "browser",
      splitting: true,
      outdir: "out",
      write: false,
      metafile: true,
      logLevel: "error",
    });
    const start = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith("entry.js"))?.[0] ?? "";
    let bytes = 0;
    const packages = new Set<string>();
    const seen = new Set<string>();
    const open = [start];
    for (let path = open.pop(); path !== undefined; path = open.pop()) {
      const output = metafile.outputs[path];
      if (seen.has(path) || !output) continue;
      seen.add(path);
      bytes += output.bytes;
      for (const input of Object.keys(output.inputs)) packages.add(/node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(input)?.[1] ?? "entry");
      for (const { path: next, kind } of output.imports) if (kind !== "dynamic-import") open.push(next);
    }
    return { bytes, packages };
  }

  it.each([
    ["checkBudget alone", "export { checkBudget } from 'gz-budget'", 360],
    ["parseBudget, pdf.js loaded when a PDF comes", "export { parseBudget } from 'gz-budget'", 565],
    ["everything of the main door", "export * from 'gz-budget'", 760],
  ])("%s stays within its budget, without pdf.js", async (_, code, kilobytes) => {
    const { bytes, packages } = await bundled(code);
    expect([...packages]).not.toContain("pdfjs-dist");
    expect([...packages]).toEqual(expect.arrayContaining(["gz-budget"]));
    expect(Math.ceil(bytes / 1000)).toBeLessThanOrEqual(kilobytes);
  });
});
