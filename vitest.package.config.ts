import { defineConfig } from "vitest/config";

/** Tests of the package as npm packs it: installed into empty projects, bundled, and run in a browser. */
export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: "test/package/pack.ts",
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // Each test installs packages and starts programs of its own.
    fileParallelism: false,
  },
});
