import { describe, expect, it } from "vitest";
import { interpret } from "../../src/interpret/interpret.ts";
import { markFurniture } from "../../src/layout/mark-furniture.ts";
import type { Region } from "../../src/layout/region.ts";
import { type Notice, notice } from "../../src/model/diagnostic.ts";
import type { PrintedPage } from "../../src/model/printed-text.ts";
import { recognise } from "../../src/recognise/recognise.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { gridOf, lineOf, pagesOf } from "../support/grid-of.ts";

/** Words of a page by white space; `|` parts cells. */
type Words = string;

/** What is told as lost of pages that print these words and were divided into these regions. */
const lostOf = (...page: Parameters<typeof toldOf> extends [string, ...infer Rest] ? Rest : never) =>
  toldOf("interpret.text-lost", ...page);
/** What is told as read of them and not printed. */
const notPrintedOf = (words: Words, ...rows: readonly string[]) => toldOf("interpret.figure-not-printed", [words], [table(...rows)]);

function toldOf(
  told: string,
  words: readonly Words[],
  regions: readonly (readonly Region[])[],
  kind: PrintedPage["kind"] = "positioned",
  notices: readonly Notice[] = [],
): string[] {
  const printed = words.map((page, at): PrintedPage => ({ kind, page: at + 1, words: page.split(/[\s|<^/]+/u).filter(Boolean) }));
  const source = { mediaType: "application/pdf", sha256: "0".repeat(64) } as const;
  const pages = markFurniture(pagesOf(...regions));
  const { diagnostics } = interpret(recognise(pages, builtInForms), { source, locale: "en", notices, printed });
  return diagnostics.filter(({ code }) => code === told).map(({ page, fields }) => `${page}: ${fields?.text}`);
}

const HEADER = "项目 | 合计 | 基本支出";
const table = (...rows: readonly string[]) => [lineOf("title", "某某情况表"), gridOf([HEADER, ...rows].join("\n"))];

describe("what a page prints and the document does not say is told", () => {
  it("nothing of a table with its title, unit, header, rows and note", () => {
    const unit = lineOf("amountUnit", "单位：万元");
    const page = [lineOf("tableNumber", "表1"), unit, ...table("人员经费 | 1.00 | 1.00"), lineOf("note", "注：无。")];
    expect(lostOf([`表1： 某某情况表 单位：万元 ${HEADER} 人员经费 1.00 1.00 注：无。`], [page])).toEqual([]);
  });

  it("a row that is in no grid", () => {
    const words = `某某情况表 ${HEADER} 人员经费 1.00 1.00 公用经费 2.00 2.00`;
    expect(lostOf([words], [table("人员经费 | 1.00 | 1.00")])).toEqual(["1: 公用经费 2.00 2.00"]);
  });

  it("a figure that is printed twice and stands there once", () => {
    expect(lostOf([`某某情况表 ${HEADER} 人员经费 1.00 1.00`], [table("人员经费 | 1.00 | ")])).toEqual(["1: 1.00"]);
  });

  it("an amount whose digits another one has to spare", () => {
    const words = `某某情况表 ${HEADER} 人员经费 12.00 1.00 公用经费 21.00 3.00`;
    expect(lostOf([words], [table("人员经费 | 12.00 | 1.00", "公用经费 | 12.00 | 3.00")])).toEqual(["1: 21.00"]);
  });

  it("nothing of an amount whose digits stand apart", () => {
    const words = `某某情况表 ${HEADER} 人员经费 82318600.00 1.00`;
    expect(lostOf([words], [table("人员经费 | 82318600. 00 | 1.00")])).toEqual([]);
    expect(lostOf([words], [table("人员经费 | 82318600. 00 | ")])).toEqual(["1: 1.00"]);
  });

  it("nothing of an amount that is wrapped, nor of one behind a comma", () => {
    const words = `某某情况表 ${HEADER} 人员经费 1,234, 567.00 1.00 共2项，3.50万元 3.50万元`;
    const page = [...table("人员经费 | 1,234,567.00 | 1.00"), lineOf("paragraph", "共2项，3.50万元"), lineOf("paragraph", "3.50万元")];
    expect(lostOf([words], [page])).toEqual([]);
  });

  it("nothing of a header that the next page repeats", () => {
    const [first, second] = [table("人员经费 | 1.00 | 1.00"), [gridOf(`${HEADER}\n公用经费 | 2.00 | 2.00`)]];
    expect(lostOf([`某某情况表 ${HEADER} 人员经费 1.00 1.00`, `${HEADER} 公用经费 2.00 2.00`], [first, second])).toEqual([]);
  });

  it("nothing of column numbers", () => {
    expect(lostOf([`某某情况表 ${HEADER} ** 1 2=1 人员经费 1.00 1.00`], [table("** | 1 | 2=1", "人员经费 | 1.00 | 1.00")])).toEqual([]);
  });

  it("nothing of a row that a page break cuts", () => {
    const [first, second] = [table("公用经费 | 2.00 | 2.00", "人员 | 1.00 | 1.00", "公务用车运行 | 2.00 | "), [gridOf("维护费 |  | 2.00")]];
    const words = [`某某情况表 ${HEADER} 公用经费 2.00 2.00 人员 1.00 1.00 公务用车运行 2.00`, "维护费 2.00"];
    expect(lostOf(words, [first, second])).toEqual([]);
  });
});

describe("an amount that a page does not print is told", () => {
  const others = `某某情况表 ${HEADER} 公用经费 2.00 2.00`;
  it.each([
    [
      "cut where two touch",
      "人员经费 244,895.02192,446.79",
      "人员经费 | 244,895.0 | 2192,446.79",
      "公用经费 | 2.00 | 2.00",
      ["1: 244,895.0 2192,446.79"],
    ],
    ["put together of two", "人员经费 12.00 345.00", "人员经费 | 12345.00 | ", "公用经费 | 2.00 | 2.00", ["1: 12345.00"]],
    ["with another digit", "人员经费 12.00 345.00", "人员经费 | 12.00 | 346.00", "公用经费 | 2.00 | 2.00", ["1: 346.00"]],
    ["taken twice", "人员经费 813.00", "人员经费 | 813.00 | 813.00", "公用经费 | 2.00 | 2.00", ["1: 813.00"]],
    ["none that is printed", "人员经费 12.00 345.00", "人员经费 | 12.00 | 345.00", "公用经费 | 2.00 | 2.00", []],
    ["none that is wrapped", "人员经费 1,234, 567.00 345.00", "人员经费 | 1,234,567.00 | 345.00", "公用经费 | 2.00 | 2.00", []],
    ["none that a code touches", "人员经费 20805011,234.50", "人员经费 | 2080501 | 1,234.50", "公用经费 | 2.00 | 2.00", []],
    ["none whose neighbour touches it", "人员经费 12.00345.00", "人员经费 | 12.00 | 345.00", "公用经费 | 2.00 | 2.00", []],
  ])("%s", (_, words, first, second, told) => {
    expect(notPrintedOf(`${others} ${words}`, first, second)).toEqual(told);
  });
});

describe("what stands on every page", () => {
  const rows = (page: number) => table(`第${page}项 | ${page}.00 | 1.00`);
  const words = (page: number) => `某某情况表 ${HEADER} 第${page}项 ${page}.00 1.00`;
  const pages = [1, 2, 3];

  it.each([
    ["a running head is said once", (_page: number) => "某局2026年部门预算", "某局2026年部门预算"],
    ["numbers that count the pages are not", (page: number) => `— ${page + 4} —`, undefined],
    ["nor those with how many there are", (page: number) => `第${page}页，共3页`, undefined],
    ["lines that differ in their figures are all said", (page: number) => `项目支出${page * 7}万元`, "项目支出7万元"],
  ])("%s", (_name, foot, said) => {
    const regions = pages.map((page) => [...rows(page), lineOf("furniture", foot(page))]);
    expect(
      lostOf(
        pages.map((page) => `${words(page)} ${foot(page)}`),
        regions,
      ),
    ).toEqual([]);
    const { prose } = recognise(pagesOf(...regions), builtInForms);
    expect(prose.map(({ text }) => text)).toEqual(said === undefined ? [] : [...new Set(pages.map(foot))]);
  });

  it("is no running line where it says of each table what it is", () => {
    const place = { box: [0, 50, 100, 60] as const };
    const under = (page: number) => ({ ...lineOf("paragraph", "（按功能分类）"), ...place, pageNumber: page });
    const regions = pages.map((page): Region[] => [lineOf("title", "某某情况表"), under(page), gridOf(`${HEADER}\n甲 | 1.00 | 1.00`)]);
    const roles = markFurniture(pagesOf(...regions)).flatMap((page) =>
      page.regions.flatMap((region) => (region.kind === "text" ? region.role : [])),
    );
    expect(roles).not.toContain("furniture");
  });
});

describe("of text", () => {
  const page = table("人员经费 | 1.00 | 1.00");

  it.each([
    ["a header may come as often as it likes", `${HEADER} ${HEADER} 人员经费 1.00 1.00`, []],
    ["a label must be said", `${HEADER} 人员经费 1.00 1.00 公用经费`, ["1: 公用经费"]],
    ["an amount as often as it is printed", `${HEADER} 人员经费 1.00 1.00 1.00`, ["1: 1.00"]],
  ])("%s", (_name, words, lost) => {
    expect(lostOf([words], [page], "text")).toEqual(lost);
  });

  it("nothing of the numbers of its pages", () => {
    const pages = [1, 2, 3];
    const regions = pages.map((page) => [...table("人员经费 | 1.00 | 1.00"), lineOf("furniture", `- ${page + 17} -`)]);
    expect(
      lostOf(
        pages.map((page) => `${HEADER} 人员经费 1.00 1.00 - ${page + 17} -`),
        regions,
        "text",
      ),
    ).toEqual([]);
  });

  it("nothing of a paragraph that ends on the next page, but what no page has left", () => {
    const regions = [[lineOf("paragraph", "安排经费512.40万元，比上年增加31.05万元。")], [lineOf("paragraph", "其中货物40.00万元。")]];
    const [begin, end] = ["安排经费512.40万元，比上年增加", "31.05万元。 其中货物40.00万元。"];
    expect(lostOf([begin, end], regions, "text")).toEqual([]);
    expect(lostOf([begin, `${end} 31.05`], regions, "text")).toEqual(["2: 31.05"]);
  });

  it.each([
    ["all of them", "2.00 2.00 3,000.00", []],
    ["only some", "2.00 3,000.00", ["1: 2.00"]],
  ])("amounts that a notice lists are told once: %s", (_name, text, lost) => {
    const listed = notice("layout.amounts-out-of-order", { line: 1, text }, { page: 1 });
    expect(lostOf([`${HEADER} 人员经费 1.00 1.00 2.00 2.00 3,000.00`], [page], "text", [listed])).toEqual(lost);
  });
});
