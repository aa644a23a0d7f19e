import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headerSpans } from "../../src/layout/tabbed/header-spans.ts";
import { cellsOf, codesOf, gridsOf, linesOf, regionsOf } from "../support/printed-text.ts";

const table = (...rows: readonly string[]) => ["支出总体情况表", "", "单位：万元", "", ...rows, "", "注：无。"].join("\n");
const header = "功能科目编码\t功能科目名称\t合计\t基本支出\t项目支出";
const rows = ["\t总计\t12.00\t5.00\t7.00", "208\t社会保障和就业支出\t5.00\t5.00\t0.00", "210\t卫生健康支出\t7.00\t0.00\t7.00"];

describe("tab-separated rows become a grid, header and number row included", () => {
  it("each field is a cell, captions and note stand beside the grid", async () => {
    const pages = await regionsOf(table(header, "1\t2\t3\t4\t5", ...rows));
    expect(gridsOf(pages).map(cellsOf)).toEqual([[header, "1\t2\t3\t4\t5", ...rows].map((row) => row.split("\t"))]);
    expect(gridsOf(pages)[0]).toMatchObject({ method: "tabbed", line: 5, rowLines: [5, 6, 7, 8, 9] });
    expect(linesOf(pages, "title")).toEqual(["支出总体情况表"]);
    expect(linesOf(pages, "note")).toEqual(["注：无。"]);
  });

  it.each([
    ["a group over its leaves", ["功能分类科目", "", "合计"], ["科目编码", "科目名称", ""], "0,0 1×2; 0,2 2×1; 1,0 1×1; 1,1 1×1"],
    ["a leaf over blanks", ["甲", "乙"], ["", ""], "0,0 2×1; 0,1 2×1"],
    ["blanks without anything below them", ["甲", "", "乙"], ["", "", ""], "0,0 2×1; 0,1 1×1; 0,2 2×1; 1,1 1×1"],
  ])("blanks of the header belong to %s", (_, first, second, spans) => {
    const found = headerSpans([first, second]).map((span) => `${span.row},${span.column} ${span.rowSpan}×${span.columnSpan}`);
    expect(found.join("; ")).toBe(spans);
  });

  it("a repeated header opens a grid of its own", async () => {
    const pages = await regionsOf(table(header, ...rows, "", header, "221\t住房保障支出\t1.00\t1.00\t0.00"));
    expect(gridsOf(pages).map(({ rowCount }) => rowCount)).toEqual([4, 2]);
  });

  it("a table of contents with tabs is no table", async () => {
    const pages = await regionsOf("目录\n一、收支总体情况表\t5\n二、收入总体情况表\t7\n三、支出总体情况表\t9\n");
    expect(gridsOf(pages)).toEqual([]);
  });

  it("indented prose is no table", async () => {
    expect(gridsOf(await regionsOf("一、主要职责\n\t（一）承担某项工作。\n\t（二）承担另一项工作。\n"))).toEqual([]);
  });
});

describe("a row that is too long or too short", () => {
  it("one tab too many before the only text of a rest of a row leaves no doubt where the text belongs", async () => {
    const pages = await regionsOf(table(`${header}\t`, "1\t2\t3\t4\t5\t", "\t\t\t\t\t续文"));
    expect(gridsOf(pages).map(cellsOf)[0]?.at(-1)).toEqual(["", "", "", "", "续文"]);
    expect(codesOf(pages)).toEqual(["layout.long-row"]);
  });

  it("what is too much is kept in the last cell and said", async () => {
    const pages = await regionsOf(table(header, "1\t2\t3\t4\t5", ...rows, "221\t住房保障支出\t1.00\t1.00\t0.00\t9.99"));
    expect(gridsOf(pages).map(cellsOf)[0]?.at(-1)).toEqual(["221", "住房保障支出", "1.00", "1.00", "0.009.99"]);
    expect(codesOf(pages)).toEqual(["layout.long-row"]);
  });

  it("a row that was cut off is said, its missing cells stay empty", async () => {
    const pages = await regionsOf(table(header, ...rows, "221\t住房保障支出\t1.0"));
    expect(gridsOf(pages).map(cellsOf)[0]?.at(-1)).toEqual(["221", "住房保障支出", "1.0", "", ""]);
    expect(codesOf(pages)).toEqual(["layout.short-row"]);
  });

  it("a first tab that was trimmed away is put back, since only so the cells fit their columns", async () => {
    const pages = await regionsOf(table(header, ...rows.map((row) => row.trim())));
    expect(gridsOf(pages).map(cellsOf)[0]?.[1]).toEqual(["", "总计", "12.00", "5.00", "7.00"]);
    expect(codesOf(pages)).toEqual([]);
  });
});

describe("laws of tab-separated tables", () => {
  const word = fc.string({ unit: fc.constantFrom(..."社会保障和就业支出卫生健康住房"), minLength: 4, maxLength: 12 });
  const amount = fc.integer({ min: 0, max: 999_999 }).map((fen) => (fen / 100).toFixed(2));
  const row = fc.tuple(fc.integer({ min: 201, max: 229 }).map(String), word, amount, amount, amount);
  const table5 = fc.array(row, { minLength: 3, maxLength: 10 });
  const body = (pages: Awaited<ReturnType<typeof regionsOf>>) =>
    gridsOf(pages).flatMap((grid) => cellsOf(grid).filter((cells) => /\d\.\d\d$/.test(cells[2] ?? "")));

  it("breaking a name over lines or putting spaces into it leaves the cells as they are", async () => {
    await fc.assert(
      fc.asyncProperty(table5, fc.integer({ min: 1, max: 3 }), fc.constantFrom("\n", " ", "　"), async (printed, at, gap) => {
        const lines = printed.map(([code, name, ...amounts]) => [code, name.slice(0, at) + gap + name.slice(at), ...amounts].join("\t"));
        expect(body(await regionsOf(table(header, ...lines)))).toEqual(printed);
      }),
      { seed: 11 },
    );
  });

  it("cutting the table at any row, its captions and header repeated or not, loses and adds no row", async () => {
    await fc.assert(
      fc.asyncProperty(table5, fc.nat(9), fc.boolean(), async (printed, cut, repeated) => {
        const lines = printed.map((cells) => cells.join("\t"));
        const at = cut % lines.length;
        const again = repeated ? ["", "支出总体情况表", "", "单位：万元", "", header] : ["\f"];
        expect(body(await regionsOf(table(header, ...lines.slice(0, at), ...again, ...lines.slice(at))))).toEqual(printed);
      }),
      { seed: 12 },
    );
  });
});
