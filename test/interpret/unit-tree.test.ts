import { describe, expect, it } from "vitest";
import { findTable, toFacts } from "../../src/index.ts";
import { documentOf } from "../support/document-of.ts";

type Cells = readonly (string | null)[];

const amounts = (total: string) => [total, total, total, "0.00", "0.00", "0.00", "0.00"];
const row = (label: string, total: string, goal: string | null = null): Cells => [label, ...amounts(total), goal];

function projectsOf(rows: readonly Cells[], form = "gz-12") {
  const document = documentOf({ form, tables: [{ kind: "projectExpenditureByUnit", rows }] });
  return { document, table: findTable(document, "projectExpenditureByUnit") };
}
const treeOf = (rows: readonly Cells[], form?: string) =>
  projectsOf(rows, form).table?.rows.map(({ role, parent, label }) => `${label}: ${role} under ${parent ?? "none"}`);

describe("a row without a goal among the projects", () => {
  it("is no unit where it is what 其他支出 consists of, indented or not", () => {
    for (const indent of ["", "\u3000\u3000"]) {
      expect(
        treeOf([
          row("合计", "30.00"),
          row("广州市甲局", "30.00"),
          row(`${indent}甲项目`, "10.00", "目标"),
          row(`${indent}对附属单位补助支出`, "15.00"),
          row(`${indent}事业单位经营支出`, "5.00"),
        ])?.slice(2),
      ).toEqual(["甲项目: project under 1", "对附属单位补助支出: project under 1", "事业单位经营支出: project under 1"]);
    }
  });

  it("is a project where it stands further in than the units", () => {
    expect(
      treeOf([row("合计", "3.00"), row("广州市甲局", "3.00"), row("\u3000甲项目", "1.00"), row("\u3000乙项目", "2.00")])?.slice(2),
    ).toEqual(["甲项目: project under 1", "乙项目: project under 1"]);
  });
});

describe("a unit whose name begins further in than the first unit's, as wrapped names do in text", () => {
  const rows = (name: string) => [
    row("合计", "3.00"),
    row("广州市甲局", "1.00"),
    row("\u3000\u3000甲项目", "1.00", "目标"),
    row(`\u3000${name}`, "2.00"),
    row("\u3000\u3000乙项目", "2.00", "目标"),
  ];

  it.each(["广州市乙中心", "广州市乙中心（广州市丙发展中心）"])("is told by its name and by having no goal: %s", (name) => {
    expect(treeOf(rows(name))?.slice(3)).toEqual([`${name}: unit under 0`, "乙项目: project under 3"]);
  });

  it("is a project where its name is no organisation's", () => {
    expect(treeOf(rows("乙中心（二期）"))?.[3]).toContain(": project under 1");
  });
});

describe("a sum that is printed once more", () => {
  const rows = [row("合计", "3.00"), row("广州市甲局", "3.00"), row("\u3000甲项目", "3.00", "目标")];

  it.each(["小计", "合 计", "总计"])("%s at the end is no unit and no part of one", (label) => {
    expect(treeOf([...rows, row(label, "3.00")])?.at(-1)).toBe(`${label.replace(" ", "")}: subtotal under none`);
  });

  it("is a total among the facts", () => {
    const { document } = projectsOf([...rows, row("小计", "3.00")]);
    const sum = toFacts(document).filter(({ measure, isTotal }) => measure === "generalPublicBudget" && !isTotal);
    expect(sum.map(({ amount }) => amount?.toFixed(2))).toEqual(["3.00"]);
  });
});

describe("the rest of a row that a page break cut", () => {
  const coded = (code: string | null, label: string, total: string | null, content: string | null): Cells => [
    code,
    label,
    ...[total, total, total, null, null, null, null, null, null, null],
    content,
    null,
    null,
  ];
  const rows = [
    coded(null, "合计", "3.00", null),
    coded(null, "其中：部门项目支出", "3.00", null),
    coded("123001", "广州市甲局", "3.00", null),
    coded(null, "经济和社会发展类", "3.00", null),
    coded("123001", "城市容貌品质提升", "2.00", "申请依据：《关于印发"),
    coded(null, "行动经费", null, "的通知》"),
    coded("123001", "乙项目", "1.00", "内容"),
  ];

  it("is never above another row, and is told", () => {
    expect(treeOf(rows, "gz-14")?.slice(4)).toEqual([
      "城市容貌品质提升: project under 3",
      "行动经费: other under 4",
      "乙项目: project under 3",
    ]);
    const codes = projectsOf(rows, "gz-14").document.diagnostics.flatMap(({ code, table }) => (table === undefined ? [] : code));
    expect(codes).toEqual(["interpret.unknown-row"]);
  });

  it("is a category where the form has one of that name, with or without amounts", () => {
    expect(treeOf([...rows.slice(0, 5), coded(null, "运行保障类", null, null)], "gz-14")?.at(-1)).toBe("运行保障类: category under 2");
  });
});
