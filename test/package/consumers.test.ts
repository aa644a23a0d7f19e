import { copyFileSync, cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { describe, expect, it } from "vitest";
import { projectRoot } from "../support/run-example.ts";
import { launchChromium } from "./chromium.ts";
import { budgetPdf, emptyProject, expectedLine, run } from "./empty-project.ts";

describe("a program that installs the package", async () => {
  const commonjs = await emptyProject("commonjs");

  it("in TypeScript, strict, with ECMAScript modules", async () => {
    const folder = await emptyProject("esm-typescript", "typescript@5.9", "@types/node@20");
    await run(folder, "npx", "tsc");
    expect(await run(folder, "node", "out/main.js", budgetPdf)).toBe(`${expectedLine}\n`);
  });

  it("in JavaScript, with CommonJS", async () => {
    expect(await run(commonjs, "node", "main.js", budgetPdf)).toBe(`${expectedLine}\n`);
  });

  it("gets pdfjs-dist, zod, decimal.js and at most three small packages besides", async () => {
    const { dependencies } = JSON.parse(await run(commonjs, "npm", "ls", "--json", "--omit=dev", "--omit=optional", "--all"));
    const entries: [string, { version?: string }][] = Object.entries(dependencies["gz-budget"].dependencies);
    const own = entries.filter(([, { version }]) => version !== undefined).map(([name]) => name);
    expect(own).toEqual(expect.arrayContaining(["decimal.js", "pdfjs-dist", "zod"]));
    expect(own.length).toBeLessThanOrEqual(6);
  });
});

describe("a page that Vite builds", async () => {
  const folder = await emptyProject("vite", "vite@7");
  mkdirSync(join(folder, "public"));
  copyFileSync(budgetPdf, join(folder, "public/budget.pdf"));
  copyFileSync(join(projectRoot, "fixtures/corpus/gz-2024-ybzx/rl-cid.pdf"), join(folder, "public/not-embedded.pdf"));
  cpSync(join(folder, "node_modules/pdfjs-dist/cmaps"), join(folder, "public/cmaps"), { recursive: true });
  await run(folder, "npx", "vite", "build");

  it.each([
    ["with pdf.js on the page's own thread", "?file=budget.pdf"],
    ["with pdf.js in its worker", "?file=budget.pdf&worker"],
    ["with fonts that are not embedded", "?file=not-embedded.pdf&worker"],
  ])("reads a PDF %s", async (_, query) => {
    const server = await preview({ root: folder, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
    const browser = await launchChromium(chromium);
    try {
      const page = await browser.newPage();
      await page.goto(`${server.resolvedUrls?.local[0]}${query}`);
      const said = page.locator("#said");
      await expect.poll(() => said.textContent(), { timeout: 60_000 }).not.toBe("");
      expect(await said.textContent()).toBe(expectedLine);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
