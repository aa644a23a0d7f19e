import { defineConfig, type Options } from "tsup";

const common: Options = {
  target: "es2022",
  platform: "neutral",
  // Every dependency stays an import, so that an application has one zod and bundlers see the dynamic import of pdfjs-dist.
  external: [/^[^./]/],
  clean: false,
  treeshake: false,
};

export default defineConfig([
  {
    ...common,
    entry: { index: "src/index.ts" },
    format: "esm",
    splitting: true,
    dts: true,
  },
  {
    ...common,
    entry: { index: "src/index.ts" },
    format: "cjs",
    // import.meta.url becomes the file's own URL.
    shims: true,
    dts: true,
  },
]);
