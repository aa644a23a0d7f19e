import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { checkBudget, toJson } from "gz-budget";
import { parseBudgetFiles } from "gz-budget/node";

// Usage: batch-folder.ts OUT FILE…
// Reads files several at a time, each in a process of its own, and writes one JSON a file. One that is broken stops nothing.
const [out = "out", ...files] = process.argv.slice(2);
await mkdir(out, { recursive: true });

let failed = 0;
for await (const { path, document, error } of parseBudgetFiles(files, { limits: { milliseconds: 120_000, megabytes: 1024 } })) {
  if (error) {
    failed++;
    console.log(`${basename(path)}: ${error.code}`);
    continue;
  }
  await writeFile(join(out, `${basename(path)}.json`), toJson(document));
  const { errors, consistent } = checkBudget(document).summary;
  console.log(`${basename(path)}: ${document.organization?.name} ${document.fiscalYear}, ${consistent} checks hold, ${errors} fail`);
}
console.log(`${files.length} files, ${failed} failed`);
