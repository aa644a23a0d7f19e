import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

// Writes the declarations: one file a source file, for both kinds of modules, those that a door leads to and no others.
// Files of `dist/types` are CommonJS to the compiler, which both kinds can import; a door of each kind stands before them.

const root = resolve(import.meta.dirname, "../..");
const emitted = join(root, "dist/.types");
const declarations = join(root, "dist/types");
const { doors } = JSON.parse(readFileSync(join(root, ".ci/build/doors.json"), "utf8"));

const emittedFile = (source) => join(emitted, source.replace(/^src\//, "").replace(/\.ts$/, ".d.ts"));

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** The text with imports as a published file has them, and the files that it imports. */
function published(path) {
  let text = readFileSync(path, "utf8");
  const own = ts.preProcessFile(text).importedFiles.filter(({ fileName }) => fileName.startsWith("."));
  for (const { fileName, end } of own.toSorted((a, b) => b.pos - a.pos)) {
    const from = text.lastIndexOf(fileName, end + 1);
    text = text.slice(0, from) + fileName.replace(/\.ts$/, ".js") + text.slice(from + fileName.length);
  }
  return { text, imports: own.map(({ fileName }) => join(dirname(path), fileName.replace(/\.ts$/, ".d.ts"))) };
}

const seen = new Set();
const open = Object.values(doors).map(emittedFile);
for (let path = open.pop(); path !== undefined; path = open.pop()) {
  if (seen.has(path)) continue;
  seen.add(path);
  const { text, imports } = published(path);
  write(join(declarations, relative(emitted, path)), text);
  open.push(...imports);
}
write(join(declarations, "package.json"), `${JSON.stringify({ type: "commonjs" })}\n`);
for (const [name, source] of Object.entries(doors)) {
  const target = relative(emitted, emittedFile(source)).replace(/\.d\.ts$/, ".js");
  for (const ending of ["d.ts", "d.cts"]) write(join(root, `dist/${name}.${ending}`), `export * from "./types/${target}";\n`);
}
rmSync(emitted, { recursive: true });
