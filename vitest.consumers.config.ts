import { defineConfig } from "vitest/config";
import packageConfig from "./vitest.package.config.ts";

/** Projects of others that install the package: by package manager, bundler, test runner and runtime. They need git and the registry. */
export const consumers = ["package-managers", "bundlers", "runtimes"].map((name) => `test/package/${name}.test.ts`);

export default defineConfig({ test: { ...packageConfig.test, include: consumers, exclude: [] } });
