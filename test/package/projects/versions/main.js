import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { BudgetDocument, parseBudget } from "gz-budget";
import * as z from "zod";

const [corpus, ...files] = process.argv.slice(2);
const { version } = createRequire(import.meta.url)("pdfjs-dist/package.json");
const digests = {};
for (const file of files) {
  const document = await parseBudget(new Uint8Array(await readFile(`${corpus}/${file}`)));
  digests[file] = createHash("sha256")
    .update(JSON.stringify(z.encode(BudgetDocument, document)))
    .digest("hex");
}
console.log(JSON.stringify({ node: process.version, pdfjs: version, digests }));
