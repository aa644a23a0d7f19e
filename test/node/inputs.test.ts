import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findInputs, walkOf } from "../../src/node/find-inputs.ts";
import { isOutputName, outputNames } from "../../src/node/output-names.ts";
import { bytesToInput } from "../../src/node/read-input.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-inputs-"));
  for (const path of [
    "b.PDF",
    "a.txt",
    "note.docx",
    ".hidden.pdf",
    "2021/甲局.pdf",
    "2021/deep/乙局.pdf",
    "2024/甲局.pdf",
    "empty/readme.md",
    "[1].pdf",
  ]) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), "x");
  }
  await symlink("..", join(folder, "2024/loop"));
  await symlink("nowhere", join(folder, "2024/gone.pdf"));
  execFileSync("mkfifo", [join(folder, "2024/pipe.pdf")]);
});
afterAll(() => rm(folder, { recursive: true }));

async function found(...paths: string[]): Promise<(string | [string, string])[]> {
  const inputs = await findInputs(
    paths.map((path) => (path === "-" ? path : join(folder, path))),
    {
      locale: "en",
      standardInput: (async function* () {
        yield join(folder, "a.txt");
        yield "  ";
        yield join(folder, "2021");
      })(),
    },
  );
  return inputs.map(({ path, error }) => (error ? [relative(folder, path), error.code] : relative(folder, path)));
}

describe("inputs of a batch", () => {
  it("are the PDFs and text files below a folder, by name, hidden ones left out, links followed once", async () => {
    expect(await found("")).toEqual([
      "2021/deep/乙局.pdf",
      "2021/甲局.pdf",
      "2024/gone.pdf",
      ["2024/pipe.pdf", "FILE_UNREADABLE"],
      "2024/甲局.pdf",
      "[1].pdf",
      "a.txt",
      "b.PDF",
    ]);
  });

  it.each([
    ["a file of any ending", ["note.docx"], ["note.docx"]],
    ["a file that does not exist, for its reader to report", ["missing.pdf"], ["missing.pdf"]],
    ["a folder without budgets, reported", ["empty"], [["empty", "FILE_UNREADABLE"]]],
    ["a pattern", ["*/*.pdf"], ["2021/甲局.pdf", "2024/gone.pdf", ["2024/pipe.pdf", "FILE_UNREADABLE"], "2024/甲局.pdf"]],
    ["a pattern over all levels", ["**/{甲,乙}局.pdf"], ["2021/deep/乙局.pdf", "2021/甲局.pdf", "2024/甲局.pdf"]],
    ["a pattern that matches nothing, reported", ["*.doc"], [["*.doc", "FILE_UNREADABLE"]]],
    ["a name that looks like a pattern and exists", ["[1].pdf"], ["[1].pdf"]],
    ["each file once", ["a.txt", "*.txt", "2021", "2021/甲局.pdf"], ["a.txt", "2021/deep/乙局.pdf", "2021/甲局.pdf"]],
    ["a list on standard input", ["-", "b.PDF"], ["a.txt", "2021/deep/乙局.pdf", "2021/甲局.pdf", "b.PDF"]],
    ["a pipe, reported", ["2024/pipe.pdf"], [["2024/pipe.pdf", "FILE_UNREADABLE"]]],
  ])("are %s", async (_, paths, expected) => {
    expect(await found(...paths)).toEqual(expected);
  });

  it("name a folder that cannot be opened, and go on with the others", async () => {
    await chmod(join(folder, "2021/deep"), 0);
    const isRoot = process.geteuid?.() === 0;
    await chmod(folder, 0o755);
    if (isRoot) process.seteuid?.(65_534);
    try {
      expect(await found("2021")).toEqual([["2021/deep", "FILE_UNREADABLE"], "2021/甲局.pdf"]);
      expect(await found("2021/**/*.pdf")).toEqual([["2021/deep", "FILE_UNREADABLE"], "2021/甲局.pdf"]);
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(join(folder, "2021/deep"), 0o755);
    }
  });

  it("are found once, however many links lead to a folder, and under its own name", async () => {
    const graph = await mkdtemp(join(tmpdir(), "gz-budget-links-"));
    const nodes = Array.from({ length: 12 }, (_, index) => `n${index}`);
    for (const node of nodes) {
      await mkdir(join(graph, node));
      await writeFile(join(graph, node, "a.pdf"), "x");
    }
    for (const from of nodes) for (const to of nodes) await symlink(join("..", to), join(graph, from, `to-${to}`));
    await symlink("n0", join(graph, "latest"));
    const names = nodes.map((node) => join(node, "a.pdf")).sort();
    const paths = async (path: string) => (await findInputs([path], { locale: "en" })).map((input) => relative(graph, input.path));
    expect(await paths(graph)).toEqual(names);
    expect(await paths(join(graph, "**/*.pdf"))).toEqual(names);
    expect(await paths(join(graph, "latest"))).toHaveLength(nodes.length);
    await rm(graph, { recursive: true });
  });

  it.each([
    ["a/*.pdf", "a/b.pdf", true],
    ["a/*.pdf", "a/b/c.pdf", false],
    ["a/**/*.pdf", "a/c.pdf", true],
    ["a/**/*.pdf", "a/b/c/d.pdf", true],
    ["a/**", "a/b/c.txt", true],
    ["a?.pdf", "a1.pdf", true],
    ["a?.pdf", "a/.pdf", false],
    ["[0-9].pdf", "7.pdf", true],
    ["[!0-9].pdf", "7.pdf", false],
    ["x.{pdf,txt}", "x.txt", true],
    ["{a,b{1,2}}.pdf", "b2.pdf", true],
    ["{2019..2024}/*.pdf", "2021/a.pdf", true],
    ["{2019..2024}/*.pdf", "2025/a.pdf", false],
    ["{08..11}.pdf", "09.pdf", true],
    ["{a..c}.pdf", "b.pdf", true],
    ["{a.pdf", "{a.pdf", true],
    ["*.pdf", ".hidden.pdf", false],
    [".*.pdf", ".hidden.pdf", true],
    ["**/*.pdf", ".git/a.pdf", false],
    ["**/.old/*.pdf", "x/.old/a.pdf", true],
    ["!*.pdf", "!a.pdf", true],
    ["\\[1\\]*.pdf", "[1]a.pdf", true],
    ["20{21,24}/*局*.pdf", "2024/甲局预算.pdf", true],
  ])("are matched by %s: %s %s", (pattern, path, matches) => {
    expect(walkOf(pattern)?.matches(path) ?? pattern === path).toBe(matches);
  });

  it.each([
    ["a/b/*.pdf", "a/b", 1],
    ["*.pdf", ".", 1],
    ["*/*.pdf", ".", 2],
    ["/x/**/y.pdf", "/x", Infinity],
    ["/*.pdf", "/", 1],
    ["a/{b/c,d}/*.pdf", "a", 3],
  ])("are looked for from the last folder without a sign: %s in %s, %d levels deep", (pattern, base, depth) => {
    expect(walkOf(pattern)).toMatchObject({ base, depth });
  });
});

describe("names of results", () => {
  it("are those of the files, with a mark from the path where two are alike", () => {
    const names = outputNames(["x/甲局.pdf", "y/甲局.pdf", "乙局.txt", "A.pdf", "sub/a.PDF", "index.pdf", "no-ending"]);
    expect([...names.values()].map((name) => name.replace(/~[0-9a-f]{8}$/, "~"))).toEqual([
      "甲局~",
      "甲局~",
      "乙局",
      "A~",
      "a~",
      "index~",
      "no-ending",
    ]);
    expect(new Set(names.values()).size).toBe(7);
  });

  it("do not depend on the order of the inputs", () => {
    const paths = ["x/a.pdf", "y/a.pdf", "z/b.pdf"];
    expect(new Map([...outputNames(paths)].sort())).toEqual(new Map([...outputNames(paths.toReversed())].sort()));
  });

  it("stay what an earlier run made them", () => {
    const names = outputNames(
      ["x/a.pdf", "y/a.pdf"],
      new Map([
        ["x/a.pdf", "a"],
        ["gone/b.pdf", "b"],
      ]),
    );
    expect([names.get("x/a.pdf"), names.get("y/a.pdf")?.slice(0, 2)]).toEqual(["a", "a~"]);
    expect(outputNames(["other/b.pdf"], new Map([["gone/b.pdf", "b"]])).get("other/b.pdf")).toMatch(/^b~/);
  });

  it("are unique, whatever the files are called", () => {
    const mark = (path: string) => createHash("sha256").update(path).digest("hex");
    const alike = `a~${mark("x/a.pdf").slice(0, 8)}`;
    const cases: string[][] = [
      ["x/a.pdf", "y/a.pdf", `${alike}.pdf`],
      ["x/a.pdf", "y/a.pdf", `${alike}.pdf`, `z/${alike}.txt`, `${alike}~${mark(`${alike}.pdf`).slice(0, 8)}.pdf`],
      ["a~00000000.pdf", "A~00000000.pdf", "a~00000000.txt"],
      ["é.pdf", "e\u0301.pdf", "É.PDF"],
      [`${"a".repeat(190)}1.pdf`, `${"a".repeat(190)}2.pdf`],
      ["a\u001bb.pdf", "a_u001bb.pdf", "a\u202eb.pdf"],
    ];
    for (const paths of cases) {
      const names = [...outputNames(paths).values()];
      expect(new Set(names.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(paths.length);
      expect(names.every(isOutputName)).toBe(true);
    }
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^([a-c]\/)?[aAb~01]{1,12}(\.pdf)?$/), { maxLength: 20 }), (paths) => {
        const names = [...outputNames(paths).values()];
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(paths.length);
      }),
      { seed: 7 },
    );
  });

  it.each(["../victim", "a/b", "a\\b", "..", ".", "", ".hidden", "a\u0000", "a\nb", "index", "Index", "x".repeat(400)])(
    "%j is none",
    (name) => {
      expect(isOutputName(name)).toBe(false);
    },
  );

  it("leave room for endings where a file name is as long as the disk allows", () => {
    const [name = ""] = outputNames([`${"预".repeat(83)}.pdf`]).values();
    expect(Buffer.byteLength(name)).toBeLessThan(200);
  });
});

describe("a file is taken for", () => {
  const utf8 = new TextEncoder().encode("表1 收支总体情况表");
  it.each<[string, Uint8Array, string, "bytes" | string]>([
    ["a PDF by its first bytes", new TextEncoder().encode("%PDF-1.7"), "x.txt", "bytes"],
    ["a PDF by its name, even when it is not one", utf8, "x.pdf", "bytes"],
    ["text in UTF-8", utf8, "x.txt", "表1 收支总体情况表"],
    ["text on standard input", utf8, "-", "表1 收支总体情况表"],
    ["text with a byte order mark", new Uint8Array([0xef, 0xbb, 0xbf, ...utf8]), "x.txt", "表1 收支总体情况表"],
    ["text in GB 18030", new Uint8Array([0xd6, 0xa7, 0xb3, 0xf6]), "x.txt", "支出"],
    ["text in UTF-16", new Uint8Array([0xff, 0xfe, 0x2f, 0x65, 0xfa, 0x51]), "x.txt", "支出"],
    ["bytes where it is neither", new Uint8Array([0, 1, 2, 3]), "x.bin", "bytes"],
    ["bytes where it is empty", new Uint8Array(), "x.txt", "bytes"],
  ])("%s", (_, bytes, name, expected) => {
    const input = bytesToInput(bytes, name);
    expect(typeof input === "string" ? input : "bytes").toBe(expected);
  });
});
