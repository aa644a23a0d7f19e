import { writeFile } from "node:fs/promises";
import * as z from "zod";
import { BudgetDocument } from "../src/index.ts";

/** Writes what `gz-budget/schema.json` points to: the JSON Schema of the JSON that the library gives and takes. */
const schema = z.toJSONSchema(BudgetDocument, { io: "input", target: "draft-2020-12" });
await writeFile(new URL("../dist/schema.json", import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
