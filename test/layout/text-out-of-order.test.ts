import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeInGroups } from "../../src/layout/flowed/column-groups.ts";
import type { Grid } from "../../src/layout/region.ts";
import { cellsOf, codesOf, gridsOf, linesOf, regionsOf } from "../support/printed-text.ts";

const joined = (grids: readonly Grid[]) => grids.flatMap((grid) => cellsOf(grid).map((row) => row.join("|")));

/** The left amounts stand before the labels of the right side, the right ones below. */
const leftBesideRight = (rightAmounts: readonly string[]) =>
  [
    "表4",
    "财政拨款收支总体情况表",
    "一、一般公共预算",
    "二、政府性基金预算",
    "",
    "本年收入合计",
    "收入总计",
    "",
    "80.00 一、教育支出",
    "20.00 二、科学技术支出",
    "三、农林水支出",
    "100.00 本年支出合计",
    "100.00 支出总计",
    "",
    ...rightAmounts,
    "注：本表根据本单位实际预算编制情况编列。",
  ].join("\n");

const twoSides = (...blocks: readonly (readonly string[])[]) =>
  [
    "表1",
    "收支总体情况表",
    "单位：万元",
    "",
    ...blocks.flatMap((block) => [...block, ""]),
    "注：本表根据本单位实际预算编制情况编列。",
  ].join("\n");

describe("text whose cells come out of order", () => {
  it("each side of a two-sided table keeps its own order", async () => {
    const pages = await regionsOf(leftBesideRight(["30.00", "20.00", "50.00", "100.00", "100.00"]));
    expect(joined(gridsOf(pages))).toEqual([
      "一、一般公共预算|80.00|一、教育支出|30.00",
      "二、政府性基金预算|20.00|二、科学技术支出|20.00",
      "||三、农林水支出|50.00",
      "本年收入合计|100.00|本年支出合计|100.00",
      "收入总计|100.00|支出总计|100.00",
    ]);
    expect(codesOf(pages)).toEqual(["layout.rows-put-together"]);
  });

  it("an amount whose label cannot be told stands beside none, and is told", async () => {
    const pages = await regionsOf(leftBesideRight(["30.00", "70.00", "100.00", "100.00"]));
    expect(joined(gridsOf(pages)).join()).not.toMatch(/\d/u);
    expect(codesOf(pages)).toEqual(["layout.cells-out-of-order", "layout.amounts-out-of-order"]);
    expect(pages.flatMap(({ notices }) => notices).at(-1)).toMatchObject({
      fields: { text: "80.00 20.00 100.00 100.00 30.00 70.00 100.00 100.00" },
    });
  });

  it("labels in a block have the amounts in the block below them in order, and lines above the subtotal count to it", async () => {
    const pages = await regionsOf(
      twoSides(
        ["一、预算拨款", "", "80.00 一、一般公共服务支出", "", "30.00"],
        ["二、事业收入", "", "20.00 二、外交支出", "", "0.00"],
        ["三、上级补助收入", "", "0.00 三、国防支出", "", "四、公共安全支出", "五、教育支出", "", "20.00", "", "0.00", "", "50.00"],
        ["本年收入合计", "上年结转结余", "", "六、其他支出", "", "0.00", "", "100.00", "", "本年支出合计", "", "0.00 结转下年", "收入总计"],
        ["100.00", "", "100.00", "", "0.00", "", "支出总计", "", "100.00"],
      ),
    );
    expect(joined(gridsOf(pages))).toEqual([
      "一、预算拨款|80.00|一、一般公共服务支出|30.00",
      "二、事业收入|20.00|二、外交支出|0.00",
      "三、上级补助收入|0.00|三、国防支出|20.00",
      "||四、公共安全支出|0.00",
      "||五、教育支出|50.00",
      "||六、其他支出|0.00",
      "本年收入合计|100.00|本年支出合计|100.00",
      "上年结转结余|0.00|结转下年|0.00",
      "收入总计|100.00|支出总计|100.00",
    ]);
    expect(codesOf(pages)).toEqual(["layout.rows-put-together"]);
  });

  /** 五 has the amount below it; that of 四 comes as far below as there are lines between. */
  const lateAmount = (...between: readonly string[]) =>
    twoSides(
      ["一、预算拨款", "", "100.00 一、一般公共服务支出", "", "0.00", "", "二、外交支出", "", "0.00", "", "三、国防支出", "", "0.00"],
      ["四、公共安全支出", "五、教育支出", "", "50.00"],
      between,
      ["八、其他支出", "本年收入合计", "", "20.00", "", "30.00", "", "100.00 本年支出合计", "", "100.00", "", "收入总计", "支出总计"],
      ["100.00", "100.00"],
    );

  it("an amount stays with the label above it where another order would bend more", async () => {
    const pages = await regionsOf(lateAmount("六、科学技术支出", "", "0.00", "", "七、农林水支出", "", "0.00"));
    expect(joined(gridsOf(pages))).toEqual(
      expect.arrayContaining(["||四、公共安全支出|20.00", "||五、教育支出|50.00", "||八、其他支出|30.00"]),
    );
  });

  it("of two readings that bend the text alike, none is taken, and that is told", async () => {
    const pages = await regionsOf(lateAmount());
    expect(joined(gridsOf(pages)).filter((row) => /[235]0\.00/u.test(row))).toEqual([]);
    expect(codesOf(pages)).toEqual(["layout.cells-out-of-order", "layout.amounts-out-of-order"]);
  });

  it("a title and a unit behind the rows belong above them, and columns that come one by one beside one another", async () => {
    const pages = await regionsOf(
      [
        "表5",
        "单位名称：广州市某某局",
        "功能科目名称",
        "",
        "合计",
        "[205]教育支出",
        "[20501]教育管理事务",
        "注：本表根据本单位实际预算编制情况编列。",
        "",
        "一般公共预算支出情况表（按功能分类科目）",
        "小计",
        "",
        "12.00",
        "12.00",
        "12.00",
        "",
        "一般公共预算支出",
        "其中：基本支出",
        "5.00",
        "5.00",
        "5.00",
        "",
        "单位：万元",
        "项目支出",
        "",
        "7.00",
        "7.00",
        "7.00",
      ].join("\n"),
    );
    expect(joined(gridsOf(pages))).toEqual([
      "合计|12.00|5.00|7.00",
      "[205]教育支出|12.00|5.00|7.00",
      "[20501]教育管理事务|12.00|5.00|7.00",
    ]);
    expect(pages.flatMap(({ regions }) => regions).map((region) => (region.kind === "text" ? region.role : region.kind))).toEqual([
      "tableNumber",
      "budgetUnit",
      "title",
      "amountUnit",
      "grid",
      "note",
    ]);
    expect(linesOf(pages, "note")).toEqual(["注：本表根据本单位实际预算编制情况编列。"]);
  });

  it("two columns of coded names that come one after the other stand beside one another, if their sections add up", async () => {
    const text = (section: string) =>
      [
        "表9",
        "一般公共预算基本支出情况表（按支出经济分类科目）",
        "政府预算经济分类",
        "[501]机关工资福利支出",
        "[50101]工资奖金津补贴",
        "[50101]工资奖金津补贴",
        "部门预算经济分类",
        "合计",
        "[301]工资福利支出",
        "[30101]基本工资",
        "[30102]津贴补贴",
        "[302]商品和服务支出",
        "[502]机关商品和服务支出",
        "预算",
        "9.00",
        "7.00",
        section,
        "3.00",
        "2.00",
      ].join("\n");
    expect(joined(gridsOf(await regionsOf(text("4.00"))))).toEqual([
      "|合计|9.00",
      "[501]机关工资福利支出|[301]工资福利支出|7.00",
      "[50101]工资奖金津补贴|[30101]基本工资|4.00",
      "[50101]工资奖金津补贴|[30102]津贴补贴|3.00",
      "[502]机关商品和服务支出|[302]商品和服务支出|2.00",
    ]);
    const wrong = await regionsOf(text("5.00"));
    expect(joined(gridsOf(wrong)).join()).not.toContain("5.00");
    expect(codesOf(wrong)).toContain("layout.amounts-out-of-order");
  });

  it.each([
    ["合计", "总计", true, []],
    ["总计", "合计", true, []],
    ["合计", "总计", false, ["layout.heading-assumed"]],
    ["合计", "合计", false, []],
  ] as const)(
    "column by column, %s above the amounts and %s as a row are told apart by the numbers of the columns: %s",
    async (...printed) => {
      const [heading, label, numbered, doubts] = printed;
      const rows = [
        ["", label, "9.00", "4.00", "5.00", "0.00", "0.00", "0.00", "0.00"],
        ["205", "教育支出", "9.00", "4.00", "5.00", "0.00", "0.00", "0.00", "0.00"],
        ["20501", "教育管理事务", "9.00", "4.00", "5.00", "0.00", "0.00", "0.00", "0.00"],
      ];
      const columns = ["功能科目编码", "功能科目名称", heading, "基本支出", "项目支出", "事业单位经营支出"].map((head, column) =>
        [head, ...(numbered ? [`${column + 1}`] : []), ...rows.map((row) => row[column] ?? "")].join("\n"),
      );
      const others = ["对附属单位补助支出", "上缴上级支出", "结转下年", ...(numbered ? ["7", "8", "9"] : [])].join("\n");
      const [codes = "", names = "", ...amounts] = columns;
      const zeros = rows.map(() => "0.00\n0.00\n0.00").join("\n");
      const text = ["表3", codes, names, "注：本表根据本部门实际预算编制情况编列。", "", "支出总体情况表", ...amounts, others, zeros].join(
        "\n",
      );
      const pages = await regionsOf(text);
      const doubted = codesOf(pages).filter((code) => code === "layout.heading-assumed");
      expect(doubted).toEqual(doubts);
      if (doubts.length === 0) expect(joined(gridsOf(pages))).toEqual(rows.map((row) => row.join("|")));
    },
  );

  it("amounts in groups of columns come back as they were, or not at all", () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 99 }));
    const widths = fc.constantFrom([1, 1, 1, 1], [4], [1, 3], [2, 2], [3, 1], [1, 2, 1]);
    let read = 0;
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), widths, (parts, groups) => {
        const rows = parts.map((own) => [own.reduce((sum, part) => sum + part, 0), ...own].map((value) => `${value}.00`));
        const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, width) => sum + width, 0));
        const stream = groups.flatMap((width, index) => rows.flatMap((cells) => cells.slice(starts[index], (starts[index] ?? 0) + width)));
        const found = arrangeInGroups(stream, 4, [{ total: 0, parts: [1, 2, 3] }]);
        if (found) read += 1;
        expect([undefined, rows]).toContainEqual(found);
      }),
      { seed: 11, numRuns: 100 },
    );
    expect(read).toBeGreaterThan(50);
  });
});
