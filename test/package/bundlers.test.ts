import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { preview } from "vite";
import { describe, expect, it } from "vitest";
import { launchChromium } from "./chromium.ts";
import { budgetPdf, emptyProject, expectedLine, expectedOfTwoFiles, run, runWith } from "./empty-project.ts";

describe("a program that is bundled or run by", async () => {
  const folder = await emptyProject(
    "bundlers",
    ...["@rollup/plugin-commonjs@29", "@rollup/plugin-json@6", "@rollup/plugin-node-resolve@16", "rollup@4"],
    ...["webpack@5", "webpack-cli@6", "esbuild@0.27", "next@16", "react@19", "react-dom@19", "jest@30", "vitest@4"],
  );

  it("webpack 5, on a page", async () => {
    await run(folder, "npx", "webpack");
    expect(await saidByPage("out/webpack")).toBe(expectedLine);
  });

  it("Rollup, on a page", async () => {
    await run(folder, "npx", "rollup", "--config", "--silent");
    expect(await saidByPage("out/rollup")).toBe(expectedLine);
  });

  it("esbuild, into a single file", async () => {
    await run(folder, "npx", "esbuild", "main.mjs", "--bundle", "--platform=node", "--format=esm", "--outfile=out/alone/main.mjs");
    expect(await run(join(folder, "out/alone"), "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  it("Next, in a route", async () => {
    await run(folder, "npx", "next", "build");
    const port = await freePort();
    const server = spawn("npx", ["next", "start", "--port", String(port)], {
      cwd: folder,
      env: { ...process.env, BUDGET: budgetPdf },
      detached: true,
    });
    try {
      const address = `http://127.0.0.1:${port}/api/budget`;
      const post = () => fetch(address, { method: "POST", body: readFileSync(budgetPdf) });
      await expect
        .poll(
          () =>
            post().then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 120_000, interval: 500 },
        )
        .toBe(200);
      expect(await (await post()).json()).toEqual([...expectedLine.split(" ").map((word) => (word === "2024" ? 2024 : word)), 13, 13]);
    } finally {
      await ended(server);
    }
  });

  it("Jest, with modules of Node", async () => {
    await runWith({ NODE_OPTIONS: "--experimental-vm-modules" }, folder, "npx", "jest", "--rootDir", "jest", "--testTimeout", "60000");
  });

  it("Jest without them, where the error says how", async () => {
    await expect(run(folder, "npx", "jest", "--rootDir", "jest")).rejects.toThrow("NODE_OPTIONS=--experimental-vm-modules");
  });

  it("Vitest", async () => {
    await run(folder, "npx", "vitest", "run", "--dir", "vitest", "--testTimeout", "600000");
  });

  /** What a page says that loads the bundle of this folder. */
  async function saidByPage(bundle: string): Promise<string | null> {
    const root = join(folder, bundle);
    copyFileSync(budgetPdf, join(root, "budget.pdf"));
    writeFileSync(join(root, "index.html"), '<meta charset="utf-8"><p id="said"></p><script type="module" src="./page.js"></script>');
    const server = await preview({ root, build: { outDir: "." }, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
    const browser = await launchChromium(chromium);
    try {
      const page = await browser.newPage();
      await page.goto(server.resolvedUrls?.local[0] ?? "");
      const said = page.locator("#said");
      await expect.poll(() => said.textContent(), { timeout: 120_000 }).not.toBe("");
      return await said.textContent();
    } finally {
      await browser.close();
      await server.close();
    }
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

/** Ends a program that we started, with what it started. */
async function ended(program: ChildProcess): Promise<void> {
  const exit = once(program, "exit");
  if (program.pid !== undefined) process.kill(-program.pid, "SIGTERM");
  await exit;
}
