import { defineConfig, type Options } from "tsup";
import entries from "./.ci/build/doors.json" with { type: "json" };

const common: Options = {
  target: "es2022",
  platform: "neutral",
  // Every dependency stays an import, so that an application has one zod and bundlers see the dynamic import of pdfjs-dist.
  external: [/^[^./]/],
  // Small parts of them are used, in one place each; nothing that a program would share.
  noExternal: ["pako", /^@noble\//],
  splitting: true,
  // `node:` stays before the names of built-in modules.
  removeNodeProtocol: false,
  // Rollup leaves out what esbuild keeps of that dependency; and it writes the CommonJS: chunks are shared between the doors, and import()
  // stays import(). Nor do the bare imports stay with which esbuild keeps the order of chunks: they would drag all chunks into every bundle.
  treeshake: { moduleSideEffects: "no-external" },
  esbuildOptions(options) {
    // Chinese stays readable, and takes half the space.
    options.charset = "utf8";
  },
};

export default defineConfig([
  // The parts are no doors: a chunk holds what the same entries lead to, and so none mixes what only one half of the main door needs.
  { ...common, entry: { ...entries.doors, ...entries.parts, ...entries.programs }, format: "esm" },
  {
    ...common,
    entry: entries.doors,
    format: "cjs",
    // import.meta.url becomes the file's own URL.
    shims: true,
  },
]);
