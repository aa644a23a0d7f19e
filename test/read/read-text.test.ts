import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OpenOptions } from "../../src/read/open-options.ts";
import type { TextPage } from "../../src/read/page.ts";
import { openText } from "../../src/read/read-text.ts";

async function pagesOf(text: string): Promise<TextPage[]> {
  const pages: TextPage[] = [];
  for await (const { page } of (await openText(text)).pages) if (page.kind === "text") pages.push(page);
  return pages;
}

describe("text obeys the options of a reading", () => {
  const three = "甲\f乙\f丙";
  const wrong: [string, string, OpenOptions, object][] = [
    ["more bytes than allowed", "单位：万元", { limits: { bytes: 14 } }, { code: "LIMIT_EXCEEDED", fields: { limit: "bytes", found: 15 } }],
    ["more pages than allowed", three, { limits: { pages: 2 } }, { code: "LIMIT_EXCEEDED", fields: { limit: "pages", found: 3 } }],
    ["no time", three, { limits: { milliseconds: 0.000_001 } }, { code: "LIMIT_EXCEEDED", fields: { limit: "milliseconds" } }],
    ["a caller that has ended it", three, { signal: AbortSignal.abort("enough") }, { code: "ABORTED", cause: "enough" }],
    ["pages that are none", three, { pages: "garbage" }, { code: "OPTION_INVALID" }],
    ["pages that it does not have", three, { pages: "4-" }, { code: "OPTION_INVALID" }],
    ["a second page where pages are not told apart", "甲", { pages: [2] }, { code: "OPTION_INVALID" }],
  ];
  it.each(wrong)("%s", async (_name, text, options, error) => {
    await expect(openText(text, options)).rejects.toMatchObject(error);
  });

  it.each([
    [three, "2-", [2, 3]],
    [three, [3, 1], [1, 3]],
    ["甲", "1", [undefined]],
  ] as const)("%j: pages %j are read alone", async (text, pages, expected) => {
    const opened = await openText(text, { pages });
    const numbers: (number | undefined)[] = [];
    for await (const { page } of opened.pages) if (page.kind === "text") numbers.push(page.pageNumber);
    expect(numbers).toEqual(expected);
    expect(opened.pageCount).toBe(text === three ? 3 : undefined);
  });
});

describe("text is parted into pages only where it says so for certain", () => {
  it("a form feed ends a page, and the last one opens none", async () => {
    expect(await pagesOf("第一页\n\f第二页\n续\n\f")).toEqual([
      { kind: "text", pageNumber: 1, firstLine: 1, lines: ["第一页"] },
      { kind: "text", pageNumber: 2, firstLine: 2, lines: ["第二页", "续"] },
    ]);
  });

  it("a single space opens a page when the text begins with one and no line stands further in", async () => {
    const pages = await pagesOf(" 第一部分\n\n一\n\n二\n\n三\n\n四\n\n 表1\n\n五\n\n六\n\n七\n\n八");
    expect(pages.map(({ pageNumber, firstLine }) => [pageNumber, firstLine])).toEqual([
      [1, 1],
      [2, 11],
    ]);
    expect(pages[1]?.lines[0]).toBe(" 表1");
  });

  it.each([
    ["indented lines", " 甲\n\n  乙\n\n丙\n\n丁\n\n戊\n\n 己\n\n庚"],
    ["a first line without the space", "甲\n\n 乙\n\n丙\n\n丁\n\n戊\n\n己\n\n 庚"],
    ["every second line", " 甲\n乙\n 丙\n丁"],
  ])("%s mark no pages", async (_, text) => {
    const opened = await openText(text);
    expect(opened.pageCount).toBeUndefined();
    expect((await pagesOf(text)).map(({ pageNumber }) => pageNumber)).toEqual([undefined]);
  });

  it("lines stand verbatim, whatever ends them", async () => {
    expect((await pagesOf("\ufeff甲\t乙 \r\n　丙\r丁"))[0]?.lines).toEqual(["甲\t乙 ", "　丙", "丁"]);
  });

  it.each([
    ["radicals that look like Han", "⼴州市⼀般公共预算⻅附件", "广州市一般公共预算见附件"],
    ["a soft hyphen that is printed as a minus", "合计 \u00ad12.50", "合计 -12.50"],
    ["a soft hyphen inside a word", "预\u00ad算 ex\u00adpense", "预算 expense"],
  ])("%s is what a person would type", async (_, text, typed) => {
    expect((await pagesOf(text))[0]?.lines).toEqual([typed]);
  });

  it("every line of any text stands on one page, in its place", async () => {
    const line = fc.string({ unit: fc.constantFrom("表", "1", " ", "　", "\t", "，"), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), fc.nat(11), async (lines, cut) => {
        fc.pre(lines.some((text) => text.trim() !== ""));
        const text = lines.map((content, index) => (index === cut && index > 0 ? `\f${content}` : content)).join("\n");
        for (const { lines: own, firstLine } of await pagesOf(text)) {
          own.forEach((content, offset) => {
            expect(content).toBe(lines[firstLine - 1 + offset]);
          });
        }
      }),
      { seed: 7 },
    );
  });
});

describe("text is identified like a file", () => {
  it("the hash is that of its UTF-8 bytes", async () => {
    const text = "收支总体情况表\n";
    expect((await openText(text)).sha256).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });

  it.each(["", "  \n\t\n　"])("nothing but white space is no document: %j", async (text) => {
    await expect(openText(text)).rejects.toMatchObject({ name: "BudgetError", code: "EMPTY_INPUT" });
  });
});

describe("text that was decoded with a wrong encoding says so", () => {
  const noticesOf = async (text: string) => {
    const codes: string[] = [];
    for await (const { notices } of (await openText(text)).pages) codes.push(...notices.map(({ code }) => code));
    return codes;
  };

  it.each([
    ["GBK as Latin-1", "\u00b9\u00e3\u00d6\u00dd\u00ca\u00d0 12.00\n".repeat(10), ["read.wrong-encoding"]],
    ["GBK as UTF-8", "\ufffd\ufffd\ufffd\ufffd 12.00\n".repeat(10), ["read.wrong-encoding"]],
    ["Chinese with a foreign word", "广州市部门预算 café 12.00\n".repeat(10), []],
  ])("%s", async (_, text, codes) => {
    expect(await noticesOf(text)).toEqual(codes);
  });
});
