import { createHash } from "node:crypto";
import { basename } from "node:path";
import { printable } from "../model/printable.ts";

/** Names that the batch itself uses. */
const reserved: readonly string[] = ["index"];
/** File systems allow 255 bytes; an ending and the mark of an unfinished file must fit beside the name. */
const longestBytes = 180;
/** How the name of an input ends that is not its file's alone: with a mark made from its path. */
const marked = /~[0-9a-f]{8,}$/;
const shortMark = 8;

/**
 * Gives each input the name of its results: its file name without ending.
 *
 * Inputs of one name (upper and lower case alike) all get a mark made from their path, so that a name never depends on the order in
 * which files are done; so do those whose own name looks marked, so that none is like another's. A name that an earlier run gave stays.
 *
 * @param given Names of an earlier run, by path, each once.
 */
export function outputNames(paths: readonly string[], given: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const plain = new Map(paths.map((path) => [path, plainName(path)]));
  const users = new Map<string, number>();
  for (const name of [...reserved, ...given.values()]) count(users, name);
  for (const [path, name] of plain) if (!given.has(path)) count(users, name);
  const taken = new Set([...given.values()].map(folded));
  const nameOf = (path: string, name: string) => {
    if (users.get(folded(name)) === 1 && !marked.test(name)) return name;
    const digest = createHash("sha256").update(path.replaceAll("\\", "/")).digest("hex");
    const short = `${name}~${digest.slice(0, shortMark)}`;
    return taken.has(folded(short)) ? `${name}~${digest}` : short;
  };
  const names = new Map<string, string>();
  for (const [path, name] of plain) {
    const own = given.get(path) ?? nameOf(path, name);
    taken.add(folded(own));
    names.set(path, own);
  }
  return names;
}

/** Whether a name could be one that this file gives: within its folder, and no other file of the batch. */
export function isOutputName(name: string): boolean {
  return (
    name !== "" &&
    !/^\.|[/\\]/.test(name) &&
    printable(name) === name &&
    Buffer.byteLength(name) <= 2 * longestBytes &&
    !reserved.includes(folded(name))
  );
}

function plainName(path: string): string {
  const name = printable(basename(path).replace(/\.(pdf|txt)$/i, ""))
    .replaceAll("\\", "_")
    .replace(/^\./, "_");
  let cut = name;
  while (Buffer.byteLength(cut) > longestBytes) cut = [...cut].slice(0, -1).join("");
  return cut === "" ? "-" : cut;
}

function count(users: Map<string, number>, name: string): void {
  users.set(folded(name), (users.get(folded(name)) ?? 0) + 1);
}

/** File systems may tell neither case nor ways of writing an accent apart. */
function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
