import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { openPdf } from "../../src/read/read-pdf.ts";
import { readAll, readFirst } from "../support/read-tiny.ts";
import { pdfOfObjects, printed, tinyPdf } from "../support/tiny-pdf.ts";

/** One page whose content stream is given as it stands in the file. */
function contentOf(stream: Uint8Array, filter: string): Uint8Array {
  return pdfOfObjects([
    { source: "<</Type/Catalog/Pages 2 0 R>>" },
    { source: "<</Type/Pages/Count 1/Kids[3 0 R]>>" },
    { source: "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>" },
    { source: `<</Filter${filter}>>`, stream },
  ]);
}

function ascii85(bytes: Uint8Array): Uint8Array {
  let text = "";
  for (let i = 0; i < bytes.length; i += 4) {
    const group = bytes.subarray(i, i + 4);
    let value = group.reduce((sum, byte, at) => sum + byte * 256 ** (3 - at), 0);
    const digits = Array.from({ length: 5 }, () => {
      const digit = value % 85;
      value = Math.floor(value / 85);
      return String.fromCharCode(33 + digit);
    }).reverse();
    text += digits.slice(0, group.length + 1).join("");
  }
  return Buffer.from(`${text}~>`, "latin1");
}

describe("a file that costs more than a budget can is refused before it is unfolded", () => {
  const spaces = deflateSync(Buffer.alloc(64 * 2 ** 20, 32));
  const operators = deflateSync(Buffer.from("0 0 m 1 1 l S\n".repeat(1_500_000)));
  const bombs: [string, Uint8Array, string][] = [
    ["spaces", spaces, "/FlateDecode"],
    ["compressed twice", deflateSync(spaces), "[/FlateDecode/FlateDecode]"],
    ["compressed and then written as text", ascii85(spaces), "[/ASCII85Decode/FlateDecode]"],
    ["a million lines", operators, "/FlateDecode"],
  ];
  it.each(bombs)("%s", async (_name, stream, filter) => {
    const started = performance.now();
    await expect(openPdf(contentOf(stream, filter))).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit: "contentBytes" } });
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it("names the limit, what was found and what is allowed", async () => {
    await expect(openPdf(tinyPdf([""]), { limits: { bytes: 100 } })).rejects.toThrow(
      /limit on bytes \(\d+ > 100\).*options\.limits\.bytes/,
    );
  });

  const pages = Array.from({ length: 5 }, () => printed("page", 100, 700, 10, "L"));
  const limits: [string, Parameters<typeof readAll>[1], string][] = [
    ["pages", { limits: { pages: 4 } }, "pages"],
    ["glyphs of a page", { limits: { glyphsPerPage: 3 } }, "glyphsPerPage"],
    ["time", { limits: { milliseconds: 0.001 } }, "milliseconds"],
  ];
  it.each(limits)("%s", async (_name, options, limit) => {
    await expect(readAll(tinyPdf(pages), options)).rejects.toMatchObject({ code: "LIMIT_EXCEEDED", fields: { limit } });
  });

  it("lines of a page", async () => {
    const many = tinyPdf(["0 0 m 100 0 l S\n".repeat(2000)]);
    await expect(readAll(many, { limits: { rulingsPerPage: 1000 } })).rejects.toMatchObject({ fields: { limit: "rulingsPerPage" } });
  });

  it("only the pages that are chosen count", async () => {
    expect((await readAll(tinyPdf(pages), { limits: { pages: 4 }, pages: "1-4" })).pages).toHaveLength(4);
  });

  it("a limit that does not exist, or is none", async () => {
    await expect(openPdf(tinyPdf([""]), { limits: { page: 3 } as never })).rejects.toThrow('did you mean "pages"');
    await expect(openPdf(tinyPdf([""]), { limits: { pages: -1 } })).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });
});

describe("the caller can end it", () => {
  it("before it begins", async () => {
    await expect(openPdf(tinyPdf([""]), { signal: AbortSignal.abort("enough") })).rejects.toMatchObject({
      code: "ABORTED",
      cause: "enough",
    });
  });

  it("between two pages", async () => {
    const controller = new AbortController();
    const opened = await openPdf(tinyPdf(["", "", ""]), { signal: controller.signal });
    const read = async () => {
      for await (const { page } of opened.pages) if (page.pageNumber === 2) controller.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: "ABORTED" });
  });

  it("within a page", async () => {
    let asked = 0;
    const signal = {
      get aborted() {
        return ++asked > 40;
      },
      addEventListener: () => {},
      removeEventListener: () => {},
    } as unknown as AbortSignal;
    await expect(readAll(tinyPdf(["0 0 m 100 0 l S\n".repeat(50_000)]), { signal })).rejects.toMatchObject({ code: "ABORTED" });
    expect(asked).toBeLessThan(50);
  });
});

describe("pages can be chosen", () => {
  const five = tinyPdf(["", "", "", "", ""]);
  const cases: [NonNullable<Parameters<typeof openPdf>[1]>["pages"], number[]][] = [
    ["2-4", [2, 3, 4]],
    ["4-", [4, 5]],
    ["5,1", [1, 5]],
    ["1, 3-4 , 3", [1, 3, 4]],
    [
      [2, 3],
      [2, 3],
    ],
    ["3-99", [3, 4, 5]],
  ];
  it.each(cases)("%j", async (pages, expected) => {
    expect((await readAll(five, { pages })).pages.map(({ pageNumber }) => pageNumber)).toEqual(expected);
  });

  it.each(["", "0", "x", "3-2", "6-9", [0], [1.5], []])("%j is no choice", async (pages) => {
    await expect(openPdf(five, { pages })).rejects.toMatchObject({ code: "OPTION_INVALID" });
  });

  it("the caller's bytes stay as they are", async () => {
    const bytes = tinyPdf([printed("x", 1, 1, 10, "L")]);
    const before = Buffer.from(bytes);
    await readFirst(bytes);
    expect(before.equals(bytes)).toBe(true);
  });
});
