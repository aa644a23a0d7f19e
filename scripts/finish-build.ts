import { readdir, readFile, writeFile } from "node:fs/promises";
import { BudgetDocument, jsonSchema } from "../src/index.ts";

const dist = new URL("../dist/", import.meta.url);

/** What `gz-budget/schema.json` points to: the JSON Schema of the JSON that the library gives and takes. */
async function writeSchema(): Promise<void> {
  await writeFile(new URL("schema.json", dist), `${JSON.stringify(jsonSchema(BudgetDocument), null, 2)}\n`);
}

/** The same declarations under the names that CommonJS resolves: bundling them twice would take twice the time. */
async function writeCommonJsTypes(): Promise<void> {
  for (const name of await readdir(dist)) {
    if (!name.endsWith(".d.ts")) continue;
    const declarations = await readFile(new URL(name, dist), "utf8");
    await writeFile(new URL(name.replace(/ts$/, "cts"), dist), declarations.replace(/(from '\.\/[^']+)\.js'/g, "$1.cjs'"));
  }
}

await writeSchema();
await writeCommonJsTypes();
