import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { beyondNode } from "./vitest.package.config.ts";

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** What runs on any machine with Node; what needs the packed package, a browser or a server is in vitest.package.config.ts. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^gz-budget$/, replacement: source("index.ts") },
      { find: /^gz-budget\/node$/, replacement: source("node/index.ts") },
    ],
  },
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [...beyondNode],
    globalSetup: "test/support/temporary-files.ts",
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
