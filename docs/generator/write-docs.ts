import { mkdir, readFile, writeFile } from "node:fs/promises";
import { withGenerated } from "./generated-part.ts";
import { checksSummary, referencePages } from "./reference.ts";

const docs = new URL("../reference/", import.meta.url);

await mkdir(docs, { recursive: true });
for (const [name, content] of referencePages()) await writeFile(new URL(name, docs), content);
for (const name of ["README.md", "README.zh-CN.md"]) {
  const file = new URL(`../../${name}`, import.meta.url);
  await writeFile(file, withGenerated(await readFile(file, "utf8"), "checks", checksSummary(name === "README.md" ? "en" : "zh")));
}
