import { defineConfig } from "vitest/config";

/** Tests that need more than Node: the package as npm packs it, installed and bundled, and a browser. */
export const beyondNode = ["test/package/**/*.test.ts", "test/cli/inspect.test.ts"];

export default defineConfig({
  test: {
    include: beyondNode,
    globalSetup: ["test/support/temporary-files.ts", "test/package/pack.ts"],
    // Far beyond what an idle machine needs: a busy one takes many times as long to build and to install.
    testTimeout: 600_000,
    hookTimeout: 900_000,
    // Each test installs packages and starts programs of its own.
    fileParallelism: false,
  },
});
