/** Whether this code runs from its sources, under a loader of TypeScript: in this repository only. */
export function isSource(): boolean {
  return import.meta.url.endsWith(".ts");
}

/** The file that a process of ours runs: beside this one in the built package, a source among sources. */
export function workerFile(): URL {
  return new URL(isSource() ? "./worker.ts" : "./worker.js", import.meta.url);
}

/** What such a process needs to run the same kind of file as this one: nothing, or the loader that this one runs under. */
export function loaderArguments(): readonly string[] {
  if (!isSource()) return [];
  return process.execArgv.flatMap((argument, at, all) => (LOADERS.includes(argument) ? [argument, all[at + 1] ?? ""] : []));
}

const LOADERS = ["--import", "--require", "-r"];
