import { execSync } from "node:child_process";
import { existsSync } from "node:fs";

// npm, pnpm and yarn run this when the package is a dependency from git, and in a fresh clone: what programs import is built then.
// A clone that is built stays as it is (`npm run build` builds anew), and so does one without the tools to build.
if (!existsSync("dist") && existsSync("node_modules/tsup")) execSync("npm run build", { stdio: "inherit" });
