/** Whether this code runs from its sources, under a loader of TypeScript: in this repository only. */
export function isSource(): boolean {
  return import.meta.url.endsWith(".ts");
}

/** The file that a process of ours runs: beside this one in the built package, a source among sources. */
export function workerFile(): URL {
  return new URL(isSource() ? "./worker.ts" : "./worker.js", import.meta.url);
}

/**
 * Imports a door of this package that needs a package of its own (`xlsx`), of the same build as this file.
 *
 * The address is made at run time and says so to bundlers, so that none of them looks for that package.
 */
export function importDoor<Door>(name: string): Promise<Door> {
  const file = isSource() ? `../${name}.ts` : `./${name}${import.meta.url.endsWith(".cjs") ? ".cjs" : ".js"}`;
  return import(/* webpackIgnore: true */ /* @vite-ignore */ new URL(file, import.meta.url).href);
}

/** What such a process needs to run the same kind of file as this one: nothing, or the loader that this one runs under. */
export function loaderArguments(): readonly string[] {
  if (!isSource()) return [];
  return process.execArgv.flatMap((argument, at, all) => (LOADERS.includes(argument) ? [argument, all[at + 1] ?? ""] : []));
}

const LOADERS = ["--import", "--require", "-r"];
