import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import entries from "../../.ci/build/doors.json" with { type: "json" };

const root = resolve(import.meta.dirname, "../..");

/**
 * Builds the package as it is published into a folder of its own, once for each state of the sources.
 *
 * Worker processes and the command line run from JavaScript, so their tests need it built. Test files in several processes can ask at
 * the same time: each builds aside and renames.
 *
 * @returns The folder with a file a door and a program: index.js, node.js, cli.js, worker.js …
 */
export async function builtPackage(): Promise<string> {
  const folder = join(root, "node_modules/.cache/gz-budget-test", await sourceHash());
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  const { dependencies, peerDependencies } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  await build({
    absWorkingDir: root,
    entryPoints: { ...entries.doors, ...entries.programs },
    outdir: aside,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    logLevel: "silent",
  });
  await rename(aside, folder).catch(() => rm(aside, { recursive: true })); // another process was faster
  return folder;
}

async function sourceHash(): Promise<string> {
  const hash = createHash("sha256");
  const files = (await readdir(join(root, "src"), { recursive: true })).filter((name) => name.endsWith(".ts")).sort();
  for (const file of [...files.map((name) => `src/${name}`), "package.json", ".ci/build/doors.json", "test/support/built-package.ts"])
    hash.update(file).update(await readFile(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
