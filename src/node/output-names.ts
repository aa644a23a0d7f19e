import { createHash } from "node:crypto";
import { basename } from "node:path";

/** Names that the batch itself uses. */
const RESERVED = ["index"];
/** File systems allow 255 bytes; an ending and the mark of an unfinished file must fit beside the name. */
const LONGEST_BYTES = 180;

/**
 * Gives each input the name of its results: its file name without ending.
 *
 * Inputs of one name (upper and lower case alike) all get a mark made from their path, so that a name never depends on the order in
 * which files are done. A name that an earlier run gave stays.
 *
 * @param given Names of an earlier run, by path.
 */
export function outputNames(paths: readonly string[], given: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const wanted = new Map(paths.map((path) => [path, shortened(basename(path).replace(/\.(pdf|txt)$/i, "") || "-", path)]));
  const users = new Map<string, number>();
  for (const name of RESERVED) users.set(name, 1);
  for (const [path, name] of given) if (!wanted.has(path)) count(users, name);
  for (const [path, name] of wanted) count(users, given.get(path) ?? name);
  return new Map(
    [...wanted].map(([path, name]) => [path, given.get(path) ?? ((users.get(folded(name)) ?? 0) > 1 ? `${name}~${mark(path)}` : name)]),
  );
}

function count(users: Map<string, number>, name: string): void {
  users.set(folded(name), (users.get(folded(name)) ?? 0) + 1);
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

function shortened(name: string, path: string): string {
  if (Buffer.byteLength(name) <= LONGEST_BYTES) return name;
  let cut = name;
  while (Buffer.byteLength(cut) > LONGEST_BYTES) cut = [...cut].slice(0, -1).join("");
  return `${cut}~${mark(path)}`;
}

function mark(path: string): string {
  return createHash("sha256").update(path.replaceAll("\\", "/")).digest("hex").slice(0, 8);
}
