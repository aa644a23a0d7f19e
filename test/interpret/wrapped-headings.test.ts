import { beforeAll, describe, expect, it } from "vitest";
import { type BudgetDocument, parseBudget } from "../../src/index.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

/** Lines of print under each other, centred or from the left edge. */
function lines(texts: readonly string[], { top, size, x }: { readonly top: number; readonly size: number; readonly x?: number }): string {
  return texts.map((text, index) => printed(text, x ?? (612 - text.length * size) / 2, top - index * size * 1.6, size)).join("");
}

/** An entry of the contents: dots as far as the page that it names. */
const entry = (text: string, page: number) => `${text.padEnd(28, "…")}${page}`;

const cover = lines(["2026年广州市花城养护与园林科普", "中心部门预算"], { top: 560, size: 26 });
const contents = [
  lines(["目录"], { top: 740, size: 18 }),
  lines(
    [
      entry("第一部分广州市花城养护与园林科普中心概况", 1),
      entry("第二部分二〇二六年广州市花城养护与园林科普中心部门预算表", 2),
      "一、一般公共预算支出情况表（按功能分类科目，含基本支出和项",
      entry("目支出）", 3),
      "第三部分二〇二六年广州市花城养护与园林科普中心部门预算情况",
      entry("说明及名词解释", 4),
    ],
    { top: 700, size: 12, x: 90 },
  ),
].join("");
const duties = [
  lines(["第一部分 广州市花城养护与园林科", "普中心概况"], { top: 730, size: 20 }),
  lines(["一、主要职责", "负责全市花境的养护。"], { top: 640, size: 14, x: 90 }),
].join("");

function table(): string {
  const [columns, rows] = [
    [60, 280, 360, 440, 520],
    [650, 630, 610, 590],
  ];
  const drawn = [...columns.map((x) => `${x} 590 m ${x} 650 l S`), ...rows.map((y) => `60 ${y} m 520 ${y} l S`)];
  const cells = [
    ["功能科目名称", "小计", "其中：基本支出", "项目支出"],
    ["合计", "40.00", "30.00", "10.00"],
    ["[212]城乡社区支出", "40.00", "30.00", "10.00"],
  ].flatMap((row, at) => row.map((text, column) => (text === "" ? "" : printed(text, (columns[column] ?? 0) + 4, 636 - 20 * at))));
  const title = lines(["一般公共预算支出情况表（按", "功能分类科目）"], { top: 705, size: 16 });
  return [printed("表5", 60, 740), title, printed("单位：万元", 440, 655, 9), ...cells, ...drawn].join(" ");
}
const explained = [
  lines(["第三部分 2026年广州市花城养护与园林科普", "中心部门预算情况说明"], { top: 730, size: 20 }),
  lines(["一、部门预算收支增减变化情况", "2026年本部门收入预算40.00万元。"], { top: 640, size: 14, x: 90 }),
].join("");

describe("what wraps over two lines is one", () => {
  let document: BudgetDocument;
  beforeAll(async () => {
    document = await parseBudget(tinyPdf([cover, contents, duties, table(), explained]));
  });

  it("on the cover: the organisation and the year", () => {
    expect([document.organization?.name, document.organization?.kind, document.fiscalYear]).toEqual([
      "广州市花城养护与园林科普中心",
      "department",
      2026,
    ]);
  });

  it("the title of the cover; a year below it is a line of its own", async () => {
    const [front] = document.narrative.sections;
    expect(front?.paragraphs).toContain("2026年广州市花城养护与园林科普中心部门预算");
    const below = lines(["广州市花城养护与园林科普中心部门预算", "2026年"], { top: 560, size: 24 });
    const other = await parseBudget(tinyPdf([below]));
    expect(other.narrative.sections[0]?.paragraphs).toEqual(["广州市花城养护与园林科普中心部门预算", "2026年"]);
  });

  it("the title above a table", () => {
    expect(document.tables.map(({ kind, title }) => [kind, title])).toEqual([
      ["generalPublicBudgetByFunction", "一般公共预算支出情况表（按功能分类科目）"],
    ]);
  });

  it("a sentence below a heading is not, even with the same middle", async () => {
    const heading = "（六）一般公共预算基本支出情况说明（详见表六所列）";
    const sentence = "2026年基本支出40.00万元，其中：";
    const page = lines([heading], { top: 640, size: 14, x: 90 }) + printed(sentence, 90 + (heading.length - sentence.length) * 7, 617, 14);
    const { narrative } = await parseBudget(tinyPdf([page]));
    expect(narrative.sections).toMatchObject([{ heading, paragraphs: [sentence] }]);
  });

  it("headings, and the entries of the contents", () => {
    const said = document.narrative.sections.flatMap(({ heading, paragraphs, page }) =>
      page === 1 ? [] : [heading ?? "", ...paragraphs].map((text) => `${page}: ${text.replace(/⋯+/gu, "…")}`),
    );
    expect(said).toEqual([
      "2: 第一部分广州市花城养护与园林科普中心概况…1",
      "2: 第二部分二〇二六年广州市花城养护与园林科普中心部门预算表2",
      "2: 一、一般公共预算支出情况表（按功能分类科目，含基本支出和项目支出）…3",
      "2: 第三部分二〇二六年广州市花城养护与园林科普中心部门预算情况说明及名词解释…4",
      "3: 第一部分广州市花城养护与园林科普中心概况",
      "3: 一、主要职责",
      "3: 负责全市花境的养护。",
      "5: 第三部分 2026年广州市花城养护与园林科普中心部门预算情况说明",
      "5: 一、部门预算收支增减变化情况",
      "5: 2026年本部门收入预算40.00万元。",
    ]);
  });
});
