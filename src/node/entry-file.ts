import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where this code stands; undefined in a bundle that is no ES module. */
const here: string | undefined = import.meta.url;

/** Whether this code runs from its sources, under a loader of TypeScript: in this repository only. */
export function isSource(): boolean {
  return here?.endsWith(".ts") === true;
}

/** The file that a process of ours runs: beside this one in the built package, a source among sources; undefined in a bundle. */
export function workerFile(): string | undefined {
  const file = here && fileURLToPath(new URL(isSource() ? "./worker.ts" : "./gz-budget-worker.js", here));
  return file && existsSync(file) ? file : undefined;
}

/**
 * Imports a door of this package that needs a package of its own (`xlsx`): of the same build as this file, or, in a bundle, of the
 * package where it is installed.
 *
 * The address is made at run time and says so to bundlers, so that none of them looks for that other package.
 */
export function importDoor<Door>(name: string): Promise<Door> {
  const beside = here && new URL(isSource() ? `../${name}.ts` : `./${name}${here.endsWith(".cjs") ? ".cjs" : ".js"}`, here);
  const address = beside && workerFile() ? beside.href : `gz-budget/${name}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ address);
}

/** What such a process needs to run the same kind of file as this one: nothing, or the loader that this one runs under. */
export function loaderArguments(): readonly string[] {
  if (!isSource()) return [];
  return process.execArgv.flatMap((argument, at, all) => (LOADERS.includes(argument) ? [argument, all[at + 1] ?? ""] : []));
}

const LOADERS = ["--import", "--require", "-r"];
