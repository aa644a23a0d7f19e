import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { projectRoot } from "../support/run-example.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Path of the packed package. */
    tarball: string;
    /** What is in it, from its root. */
    packed: readonly string[];
    /** Bytes of the tarball, and of what is in it. */
    sizes: { readonly tarball: number; readonly files: number };
  }
}

/** Builds and packs the package once for all tests. */
export default function pack(project: TestProject): void {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-pack-"));
  const output = execFileSync("npm", ["pack", "--silent", "--json", "--pack-destination", folder], { cwd: projectRoot, encoding: "utf8" });
  const [{ filename, files, size, unpackedSize }] = JSON.parse(output.slice(output.indexOf("[\n")));
  project.provide("tarball", join(folder, filename));
  project.provide("sizes", { tarball: size, files: unpackedSize });
  project.provide(
    "packed",
    files.map(({ path }: { path: string }) => path),
  );
}
