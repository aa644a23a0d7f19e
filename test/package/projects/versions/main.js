import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { BudgetDocument, parseBudget } from "gz-budget";
import { version } from "pdfjs-dist";
import * as z from "zod";

const [corpus, ...files] = process.argv.slice(2);
const digests = {};
for (const file of files) {
  const document = await parseBudget(new Uint8Array(await readFile(`${corpus}/${file}`)));
  digests[file] = createHash("sha256")
    .update(JSON.stringify(z.encode(BudgetDocument, document)))
    .digest("hex");
}
console.log(JSON.stringify({ node: process.version, pdfjs: version, digests }));
