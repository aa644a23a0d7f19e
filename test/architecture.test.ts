import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { builtInForms, national } from "../src/forms.ts";
import { importsOf, type SourceFile, type SourceImport, sourceImports } from "./support/source-imports.ts";

const files = sourceImports(fileURLToPath(new URL("../src", import.meta.url)));

/** What a folder may import whole, and what only for its types. Files that stand in `src/` itself are the door. */
const arrows: Readonly<Record<string, { readonly uses: readonly string[]; readonly types: readonly string[] }>> = {
  model: { uses: [], types: [] },
  tables: { uses: ["model"], types: [] },
  read: { uses: ["model"], types: [] },
  ocr: { uses: ["model"], types: ["read"] },
  layout: { uses: ["model", "tables"], types: ["read"] },
  recognise: { uses: ["model", "tables"], types: ["layout"] },
  interpret: { uses: ["model", "tables"], types: ["recognise"] },
  check: { uses: ["model", "tables"], types: [] },
  prove: { uses: ["model", "check"], types: ["recognise", "tables"] },
  export: { uses: ["model", "tables"], types: ["check", "door"] },
  node: { uses: ["door", "model", "export"], types: ["tables", "read"] },
  cli: { uses: ["door", "node", "model"], types: [] },
};

const doors: readonly { readonly dependency: string; readonly stands: RegExp; readonly where: string }[] = [
  { dependency: "pdfjs-dist", stands: /^read\//, where: "src/read" },
  { dependency: "decimal.js", stands: /^model\/amount\.ts$/, where: "src/model/amount.ts" },
  {
    dependency: "zod",
    stands: /^(model|tables)\/|^check\/check-(report|options)\.ts$|^export\/|^node\/batch-index\.ts$/,
    where: "the schemas",
  },
  { dependency: "commander", stands: /^cli\//, where: "src/cli" },
  { dependency: "tinypool", stands: /^node\//, where: "src/node" },
];

const folderOf = (path: string) => (path.includes("/") ? path.slice(0, path.indexOf("/")) : "door");
const isOurs = ({ target }: SourceImport) => target.endsWith(".ts");
const packageOf = (target: string) =>
  target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");

function wrongArrows({ path, imports }: SourceFile): string[] {
  const from = folderOf(path);
  const allowed = arrows[from];
  return imports
    .filter(isOurs)
    .filter(({ target, typeOnly }) => {
      const to = folderOf(target);
      if (from === "door") return to === "node" || to === "cli";
      return to !== from && !allowed?.uses.includes(to) && !(typeOnly && allowed?.types.includes(to));
    })
    .map(({ target, typeOnly }) => `${path} imports ${typeOnly ? "types of " : ""}${target}`);
}

function reachable(from: string): ReadonlySet<string> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const open = [from];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) if (!typeOnly && byPath.has(target)) open.push(target);
  }
  return seen;
}

describe("the way through the code", () => {
  it("is looked at as a whole", () => {
    expect(files.length).toBeGreaterThan(100);
    expect([...new Set(files.map(({ path }) => folderOf(path)))].sort()).toEqual(
      expect.arrayContaining(["door", "layout", "model", "read"]),
    );
    for (const folder of new Set(files.map(({ path }) => folderOf(path)))) expect(["door", ...Object.keys(arrows)]).toContain(folder);
  });

  it("goes in one direction", () => {
    expect(files.flatMap(wrongArrows)).toEqual([]);
  });

  it("notices an arrow that points back", () => {
    expect(wrongArrows(importsOf("layout/a.ts", 'import { recognise } from "../recognise/recognise.ts";'))).toHaveLength(1);
    expect(wrongArrows(importsOf("layout/a.ts", 'import { openPdf } from "../read/read-pdf.ts";'))).toHaveLength(1);
    expect(wrongArrows(importsOf("layout/a.ts", 'import type { Page } from "../read/page.ts";'))).toEqual([]);
  });

  it("runs in no circle, not even of types", () => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      if (done.has(path)) return;
      done.add(path);
      for (const imported of byPath.get(path)?.imports ?? []) if (isOurs(imported)) walk(imported.target, [...trail, path]);
    };
    for (const { path } of files) walk(path, []);
    expect(circles).toEqual([]);
  });
});

describe("the map", () => {
  it.each(["docs/architecture.md", "CONTRIBUTING.md"])("%s names what exists", (map) => {
    const root = new URL("../", import.meta.url);
    const named = readFileSync(new URL(map, root), "utf8").match(/\b(?:src|test|seeds|docs)\/[\w<>*./-]*[\w>*/]/gu) ?? [];
    const missing = named.filter((path) => {
      const [folder = "", file = ""] = [path.replace(/[^/]*$/u, ""), path.replace(/^.*\//u, "")];
      const pattern = new RegExp(`^${file.replaceAll(".", "\\.").replaceAll(/<\w+>|\*/gu, ".+")}`, "u");
      if (folder.includes("<")) return false;
      return !existsSync(new URL(folder, root)) || !readdirSync(new URL(folder, root)).some((entry) => pattern.test(entry));
    });
    expect(named.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });
});

describe("dependencies", () => {
  it.each(doors)("$dependency stands only in $where", ({ dependency, stands }) => {
    const users = files.filter(({ imports }) => imports.some(({ target }) => packageOf(target) === dependency)).map(({ path }) => path);
    expect(users.filter((path) => !stands.test(path))).toEqual([]);
  });

  it("pdfjs-dist is loaded when it is needed, not before", () => {
    const early = files.flatMap(({ path, imports }) =>
      imports.filter(({ target, dynamic, typeOnly }) => packageOf(target) === "pdfjs-dist" && !dynamic && !typeOnly).map(() => path),
    );
    expect(early).toEqual([]);
  });

  it("nothing that can be reached from the public door needs Node", () => {
    const isomorphic = reachable("index.ts");
    const node = files
      .filter(({ path }) => isomorphic.has(path))
      .flatMap(({ path, imports }) => imports.filter(({ target }) => target.startsWith("node:")).map(({ target }) => `${path}: ${target}`));
    expect(isomorphic.size).toBeGreaterThan(80);
    expect(node).toEqual([]);
  });
});

describe("forms", () => {
  it("are named by no stage: what a stage needs of a form, the form says", () => {
    const ids = [...builtInForms, national].map(({ id }) => `"${id}"`);
    const named = files
      .filter(({ path }) => ["layout", "recognise", "interpret", "check", "export"].includes(folderOf(path)))
      .flatMap(({ path }) => {
        const text = readFileSync(fileURLToPath(new URL(`../src/${path}`, import.meta.url)), "utf8");
        return ids.filter((id) => text.includes(id)).map((id) => `${path}: ${id}`);
      });
    expect(named).toEqual([]);
  });
});

describe("names", () => {
  it("files are in kebab-case", () => {
    expect(files.map(({ path }) => path).filter((path) => !/^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*\.ts$/.test(path))).toEqual(
      [],
    );
  });

  it("no file is a drawer for anything", () => {
    expect(files.map(({ path }) => path).filter((path) => /(^|\/)(utils?|helpers?|common|misc|types)\.ts$/.test(path))).toEqual([]);
  });

  it("nothing is exported by default", () => {
    expect(files.filter(({ hasDefaultExport }) => hasDefaultExport).map(({ path }) => path)).toEqual([]);
  });
});
