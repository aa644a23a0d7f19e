import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { projectRoot } from "../support/run-example.ts";
import { budgetPdf, copiedProject, expectedOfTwoFiles, npmInstall, run } from "./empty-project.ts";

/** Packages of their own folder, so that no project's lock says which version another one gets. */
const managers = mkdtempSync(join(tmpdir(), "gz-budget-managers-"));

describe("a program that reads a PDF and two files", async () => {
  await npmInstall(managers, "pnpm@10", "yarn@1", "@yarnpkg/cli-dist@4");
  const program = (path: string) => join(managers, "node_modules", path);
  const tarball = inject("tarball");

  it("installed by npm", async () => {
    const folder = copiedProject("two-files");
    await npmInstall(folder, tarball);
    expect(await run(folder, "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  it("installed by pnpm", async () => {
    const folder = copiedProject("two-files");
    await run(folder, "node", program("pnpm/bin/pnpm.cjs"), "add", tarball);
    expect(await run(folder, "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  it("installed by yarn 1", async () => {
    const folder = copiedProject("two-files");
    await run(folder, "node", program("yarn/bin/yarn.js"), "add", "--silent", `file:${tarball}`, "zod@4");
    expect(await run(folder, "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  it("installed by yarn 4, without a folder of packages", async () => {
    const folder = copiedProject("two-files");
    const yarn = program("@yarnpkg/cli-dist/bin/yarn.js");
    mkdirSync(join(folder, ".yarn"));
    await run(folder, "node", yarn, "add", `gz-budget@file:${tarball}`, "zod@4");
    expect(await run(folder, "node", yarn, "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
  });

  it("installed from git", async () => {
    const folder = copiedProject("two-files");
    await npmInstall(folder, `git+file://${repository()}`);
    expect(await run(folder, "node", "main.mjs", budgetPdf)).toBe(expectedOfTwoFiles);
    // What is built then is what is published: whatever else the tarball is tested with holds of it too.
    const installed = join(folder, "node_modules/gz-budget");
    // (Chunks are named by their content.)
    const files = readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(files.map(({ parentPath, name }) => relative(installed, join(parentPath, name))).sort()).toEqual([...inject("packed")].sort());
  });
});

/** A repository with one commit: this project as it stands, without what git leaves out. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-repository-"));
  const left = /^(node_modules|dist|\.git|fixtures|seeds)(\/|$)/;
  cpSync(projectRoot, folder, { recursive: true, filter: (path) => !left.test(relative(projectRoot, path)) });
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=test", "-c", "user.email=test@localhost", ...args], { cwd: folder });
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "as it stands");
  return folder;
}
