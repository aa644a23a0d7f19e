import fc from "fast-check";
import type { Grid, PageRegions, TextRegion } from "../../src/layout/region.ts";
import { textToRegions } from "../../src/layout/text-to-regions.ts";
import type { TextPage } from "../../src/read/page.ts";
import { openText } from "../../src/read/read-text.ts";
import { builtInForms } from "../../src/tables/forms.ts";

/** A row of 支出总体情况表: code, name, seven amounts; the total has no code. */
export type PrintedRow = readonly string[];

/** The regions of a text, read as `parseBudget` reads it. */
export async function regionsOf(text: string): Promise<readonly PageRegions[]> {
  const pages: TextPage[] = [];
  for await (const { page } of (await openText(text)).pages) if (page.kind === "text") pages.push(page);
  return textToRegions(pages, builtInForms);
}

export function gridsOf(pages: readonly PageRegions[]): readonly Grid[] {
  return pages.flatMap(({ regions }) => regions.filter((region) => region.kind === "grid"));
}

export function linesOf(pages: readonly PageRegions[], role: TextRegion["role"]): readonly string[] {
  return pages.flatMap(({ regions }) => regions.flatMap((region) => (region.kind === "text" && region.role === role ? [region.text] : [])));
}

export function codesOf(pages: readonly PageRegions[]): readonly string[] {
  return pages.flatMap(({ notices }) => notices.map(({ code }) => code));
}

/** The cells of a grid, row by row, lines joined, white space left out; a merged cell stands at its top left place. */
export function cellsOf({ rowCount, columnCount, cells }: Grid): readonly (readonly string[])[] {
  const rows = Array.from({ length: rowCount }, () => new Array<string>(columnCount).fill(""));
  for (const { row, column, lines } of cells) (rows[row] as string[])[column] = lines.join("").replace(/\s+/gu, "");
  return rows;
}

const han = fc.constantFrom(..."社会保障和就业支出行政事业单位养老基本医疗卫生健康管理服务住房公积金补贴教育科技文化体育农林水节能环保");
const money = fc.integer({ min: 0, max: 99_999_999 }).map((fen) => {
  const [whole = "", cents = ""] = (fen / 100).toFixed(2).split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/gu, ",")}.${cents}`;
});

/** Rows of a made-up 支出总体情况表: a total, then codes in rising order; whether they add up does not matter here. */
export const printedRows: fc.Arbitrary<readonly PrintedRow[]> = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 201, max: 229 }), fc.constantFrom("", "01", "0102", "99", "0599")), {
    minLength: 2,
    maxLength: 12,
    selector: ([head, tail]) => `${head}${tail}`,
  })
  .chain((codes) => {
    const sorted = codes.map(([head, tail]) => `${head}${tail}`).sort();
    const row = (code: string) =>
      fc
        .tuple(fc.array(han, { minLength: 2, maxLength: 24 }), fc.array(money, { minLength: 7, maxLength: 7 }))
        .map(([name, amounts]) => [code, code === "" ? "合计" : `${name.join("")}费`, ...amounts]);
    return fc.tuple(row(""), ...sorted.map(row));
  });

/** The header of 支出总体情况表, each cell as it stands on paper. */
export const expenditureHeader: readonly string[] = [
  "功能分类科目",
  "合计",
  "基本支出",
  "项目支出",
  "事业单位经营支出",
  "对附属单位补助支出",
  "上缴上级支出",
  "结转下年",
  "科目编码",
  "科目名称",
];

/** A word broken into lines after every so many characters. */
export function brokenAfter(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${width}}`, "gu")) ?? [];
}

/** The table as a PDF's text has it: cell by cell, one space between, a wrapped name on lines of its own. */
export function runningTable(rows: readonly PrintedRow[], nameWidth: number, headerWidth: number, cuts: readonly number[] = []): string {
  const header = expenditureHeader.flatMap((word) => brokenAfter(word, headerWidth));
  const body = rows.flatMap(([code = "", name = "", ...amounts], index) => {
    const lines = brokenAfter(name, nameWidth);
    const row =
      lines.length === 1 ? [[code, name, ...amounts].filter((word) => word !== "").join(" ")] : [code, ...lines, amounts.join(" ")];
    const cut = cuts.includes(index) ? header.map((line, at) => (at === 0 ? `\f${line}` : line)) : [];
    return [...cut, ...row];
  });
  return [
    "单位名称：广州市某某中心 单位：万元",
    "表3",
    "支出总体情况表",
    ...header,
    ...body,
    "注：本表根据本单位实际预算编制情况编列。",
    "",
  ].join("\n");
}
