import { readFileSync } from "node:fs";
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/read/read-pdf.ts";
import { readAll, readFirst, textOf } from "../support/read-tiny.ts";
import { pdfOfObjects, printed, type TinyObject, tinyPdf } from "../support/tiny-pdf.ts";

const corpus = (name: string) => new Uint8Array(readFileSync(new URL(`../../fixtures/corpus/${name}`, import.meta.url)));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, "latin1"));

/** Two pages, the first with the given content stream as it stands. */
function withContent(stream: Uint8Array, filter = "/FlateDecode", further: readonly TinyObject[] = []): Uint8Array {
  return pdfOfObjects([
    { source: "<</Type/Catalog/Pages 2 0 R>>" },
    { source: "<</Type/Pages/Count 2/Kids[3 0 R 6 0 R]>>" },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</L 5 0 R>>>>/Contents 4 0 R>>" },
    { source: `<</Filter${filter}>>`, stream },
    { source: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>" },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</L 5 0 R>>>>/Contents 7 0 R>>" },
    { source: "<<>>", stream: printed("second", 100, 700, 10, "L") },
    ...further,
  ]);
}

describe("a file that is no PDF says what it is", () => {
  const cases: [string, Uint8Array, string][] = [
    ["a page of the web", latin1("<!DOCTYPE html>\n<html><body>404 Not Found</body></html>"), "an HTML page"],
    ["a page of the web behind a comment", latin1("\n<!-- saved from url --><HTML>"), "an HTML page"],
    ["a Word document", latin1(`PK\x03\x04${"x".repeat(50)}word/document.xml`), "a Word document (.docx)"],
    ["an OFD document", latin1(`PK\x03\x04${"x".repeat(50)}OFD.xml`), "an OFD document"],
    ["a zip archive", latin1("PK\x03\x04somefile"), "a zip archive"],
    ["a PNG image", latin1("\x89PNG\r\n\x1a\n"), "a PNG image"],
    ["an old Excel file", latin1("\xd0\xcf\x11\xe0\xa1\xb1"), "an old Office document (.doc, .xls, .wps, .et)"],
    ["text", new TextEncoder().encode("表1 收支总体情况表"), "plain text"],
    ["noise", Uint8Array.from({ length: 500 }, (_, i) => (i * 73) % 251), "an unknown kind of file"],
  ];
  it.each(cases)("%s", async (_name, bytes, found) => {
    await expect(openPdf(bytes)).rejects.toMatchObject({ name: "BudgetError", code: "NOT_A_PDF", fields: { found } });
  });

  it("in Chinese where that is asked for", async () => {
    await expect(openPdf(latin1("<html>"), { locale: "zh" })).rejects.toThrow("网页");
  });

  it("a budget that was cut off says so", async () => {
    const cut = corpus("syn-2020-dagl/rl-rects.pdf").subarray(0, 100_000);
    await expect(openPdf(cut)).rejects.toThrow("its end is missing");
  });

  it("nothing at all", async () => {
    await expect(openPdf(new Uint8Array(0))).rejects.toMatchObject({ code: "EMPTY_INPUT" });
  });
});

describe("a file that cannot be opened", () => {
  const cases: [string, Uint8Array][] = [
    ["the header only", latin1("%PDF-1.7\n")],
    ["the first kilobyte of a budget", corpus("syn-2020-dagl/rl-rects.pdf").subarray(0, 1024)],
    [
      "a tree of pages that goes round in circles",
      pdfOfObjects([{ source: "<</Type/Catalog/Pages 2 0 R>>" }, { source: "<</Type/Pages/Count 1/Kids[2 0 R]>>" }]),
    ],
  ];
  it.each(cases)("%s", async (_name, bytes) => {
    await expect(readAll(bytes)).rejects.toMatchObject({ name: "BudgetError", code: "DAMAGED_PDF" });
  });
});

describe("a file that is damaged in part is read as far as it goes", () => {
  const whole = deflateSync(Array.from({ length: 60 }, (_, i) => printed(`line${i}`, 50, 800 - 10 * i, 10, "L")).join(""), { level: 0 });

  it("a content stream that breaks off", async () => {
    const { pages, codes } = await readAll(withContent(whole.subarray(0, whole.length / 2)));
    expect(codes).toEqual(["read.damaged-page"]);
    expect(pages.map(textOf).at(-1)).toBe("second");
  });

  it("a content stream with wrong bytes", async () => {
    const wrong = whole.map((byte, i) => (i === 60 ? byte ^ 1 : byte));
    const sound = { source: "<<>>", stream: "q Q", flate: true };
    expect((await readAll(withContent(wrong, "/FlateDecode", [sound]))).codes).toEqual(["read.damaged-page"]);
  });

  it("a form that pages share", async () => {
    const form = { source: "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Filter/FlateDecode>>", stream: whole.subarray(0, 300) };
    const { messages } = await readAll(tinyPdf([{ content: "/Fm Do", resources: "/XObject<</Fm 10 0 R>>" }], [form]));
    expect(messages[0]).toBe("read.damaged-stream 10");
  });

  it("a program that never writes a true checksum does no damage", async () => {
    expect((await readAll(withContent(whole.map((byte, i) => (i >= whole.length - 4 ? 0 : byte))))).codes).toEqual([]);
  });

  it("a content stream whose filter gives nothing", async () => {
    expect((await readAll(withContent(latin1(printed("first", 50, 800, 10, "L")), "/LZWDecode"))).codes).toEqual(["read.empty-page"]);
  });

  it("a checksum that is missing is no damage", async () => {
    const { pages, codes } = await readAll(withContent(whole.subarray(0, -4)));
    expect(codes).toEqual([]);
    expect(textOf(pages[0] as never)).toContain("line59");
  });

  it("a page that is none", async () => {
    const bytes = pdfOfObjects([
      { source: "<</Type/Catalog/Pages 2 0 R>>" },
      { source: "<</Type/Pages/Count 2/Kids[3 0 R 9 0 R]>>" },
      { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>" },
    ]);
    expect((await readAll(bytes)).codes).toEqual(["read.unreadable-page"]);
  });

  it("a file that was cut off behind its pages", async () => {
    const source = Buffer.from(tinyPdf([printed("here", 100, 700, 10, "L")])).toString("latin1");
    const bytes = latin1(`${source.slice(0, source.lastIndexOf("xref\n0"))}trailer<</Root 1 0 R>>`);
    expect(await readFirst(bytes)).toMatchObject({ text: "here", codes: ["read.truncated-file"] });
  });

  it("a file without a cross-reference table, and with something in front", async () => {
    const whole = Buffer.from(tinyPdf([printed("here", 100, 700, 10, "L")])).toString("latin1");
    const bytes = latin1(`HTTP/1.1 200 OK\r\n\r\n${whole.slice(0, whole.lastIndexOf("xref\n0"))}trailer<</Root 1 0 R>>\n%%EOF`);
    expect(await readFirst(bytes)).toMatchObject({ text: "here", codes: [] });
  });

  it("a blank page is no damage", async () => {
    expect((await readAll(tinyPdf(["", "q Q"]))).codes).toEqual([]);
  });
});

describe("an encrypted file", () => {
  it("opens without a password where only changing it needs one", async () => {
    const { pages, codes } = await readAll(corpus("gz-2024-ybzx/lock-owner.pdf"), { pages: [1] });
    expect(pages[0]?.glyphs.length).toBeGreaterThan(20);
    expect(codes).toEqual([]);
  });

  it("says that it needs one", async () => {
    await expect(openPdf(corpus("gz-2024-ybzx/lock-user.pdf"))).rejects.toMatchObject({ code: "ENCRYPTED" });
  });

  it("says that it is another one", async () => {
    await expect(openPdf(corpus("gz-2024-ybzx/lock-user.pdf"), { password: "gz2023" })).rejects.toMatchObject({ code: "WRONG_PASSWORD" });
  });

  it("opens with it", async () => {
    expect(
      (await readAll(corpus("gz-2024-ybzx/lock-user.pdf"), { password: "gz2024", pages: "2" })).pages[0]?.glyphs.length,
    ).toBeGreaterThan(20);
  });

  it("a password that is not needed does no harm", async () => {
    expect((await readAll(corpus("gz-2024-ybzx/lock-owner.pdf"), { password: "gz2024", pages: [1] })).codes).toEqual([]);
    expect((await readFirst(tinyPdf([printed("open", 100, 700, 10, "L")]), { password: "x" })).text).toBe("open");
  });
});
