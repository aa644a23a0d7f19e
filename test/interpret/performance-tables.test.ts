import { describe, expect, it } from "vitest";
import { findTable, toFacts } from "../../src/index.ts";
import { performanceTargets } from "../../src/interpret/performance-targets.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { documentOf } from "../support/document-of.ts";

type Cells = readonly (string | null)[];

/** What is told of the tables; that these documents have no cover is told as well. */
const told = ({ diagnostics }: BudgetDocument) => diagnostics.filter(({ code }) => !/fiscal-year|organization/u.test(code));

describe("key projects", () => {
  const document = (rows: readonly Cells[]) => documentOf({ form: "gz-12-2026", tables: [{ kind: "keyProjects", rows }] });
  const tree = (rows: readonly Cells[]) =>
    findTable(document(rows), "keyProjects")?.rows.map(({ role, parent, label }) => `${label}: ${role} under ${parent ?? "none"}`);
  const projects: readonly Cells[] = [
    ["甲项目", "47500", "目标一"],
    ["乙项目", "3,500", "目标二"],
    ["丙项目", "1,227.3", "目标三"],
  ];

  it("are projects alone in most departments, however irregularly their amounts are printed", () => {
    const made = document(projects);
    expect(findTable(made, "keyProjects")?.rows.map(({ role, amounts }) => `${role} ${amounts.total?.toFixed(2)}`)).toEqual([
      "project 47500.00",
      "project 3500.00",
      "project 1227.30",
    ]);
    expect(told(made)).toEqual([]);
  });

  it("stand under a total and subtotals of units", () => {
    expect(
      tree([
        ["合计", "52,227.30", null],
        ["广州市某某局本级", "51,000", null],
        ...projects.slice(0, 2),
        ["广州市某某中心", "1,227.30", null],
        ["丙项目", "1,227.3", "目标三"],
      ]),
    ).toEqual([
      "合计: total under none",
      "广州市某某局本级: unit under 0",
      "甲项目: project under 1",
      "乙项目: project under 1",
      "广州市某某中心: unit under 0",
      "丙项目: project under 4",
    ]);
  });

  it("stand under subtotals of units without a total, and under units without amounts", () => {
    for (const amount of ["51,000", null]) {
      expect(tree([["某某处", amount, null], ...projects.slice(0, 2)])).toEqual([
        "某某处: unit under none",
        "甲项目: project under 0",
        "乙项目: project under 0",
      ]);
    }
  });

  it("are facts in 万元, and no numbered table", () => {
    const [first] = toFacts(document(projects));
    expect(first).toMatchObject({ tableKind: "keyProjects", measure: "total", isTotal: false });
    expect(first?.amount?.toFixed(2)).toBe("47500.00");
    expect(document(projects).tables[0]).not.toHaveProperty("number");
  });
});

describe("the indicators of a project", () => {
  it.each([
    [
      "1、1-产出指标；11-数量指标；活动保障次数；实施周期指标值:每年≥20场；年度指标值:≥20场。",
      [{ ordinal: 1, level1: "产出指标", level2: "数量指标", name: "活动保障次数", termValue: "每年≥20场", yearValue: "≥20场" }],
    ],
    [
      "1、1－产出指标，12－质量指标，验收合格率，实施周期指标值：100%，年度指标值：100%。2、3-满意度指标；31-服务对象满意度指标；满意度；年度指标值:≥90%",
      [
        { ordinal: 1, level1: "产出指标", level2: "质量指标", name: "验收合格率", termValue: "100%", yearValue: "100%" },
        { ordinal: 2, level1: "满意度指标", level2: "服务对象满意度指标", name: "满意度", termValue: null, yearValue: "≥90%" },
      ],
    ],
  ])("are read by level, name and values: %s", (text, indicators) => {
    expect(performanceTargets(text)).toEqual({ indicators, rest: [] });
  });

  it("stay text, and are told, where they have no such structure", () => {
    const targets = "保障机关正常运转。1、1-产出指标；11-数量指标；次数；年度指标值:1次";
    const rows: readonly Cells[] = [
      ["合计", "5.00", "5.00", null, null, null, null],
      ["广州市某某局", "5.00", "5.00", null, null, null, null],
      ["甲项目", "5.00", "5.00", null, null, "目标", targets],
    ];
    const made = documentOf({ form: "gz-12-2026", tables: [{ kind: "projectPerformanceTargets", rows }] });
    const [, unit, project] = findTable(made, "projectPerformanceTargets")?.rows ?? [];
    expect(unit).toMatchObject({ role: "unit", performanceTargets: null });
    expect(project).toMatchObject({ role: "project", parent: 1, budgetUnitName: "广州市某某局", projectName: "甲项目" });
    expect(project?.performanceTargets?.text).toBe(targets);
    expect(project?.performanceTargets?.indicators.map(({ name }) => name)).toEqual(["次数"]);
    expect(told(made).map(({ code, message }) => [code, message.includes("保障机关正常运转")])).toEqual([
      ["interpret.bad-indicator", true],
    ]);
  });
});

describe("the targets of a department", () => {
  const rows: readonly Cells[] = [
    ["部门名称", "广州市某某局", null, null, null, null],
    ["预算整体情况", "部门预算支出", "预算金额（万元）", "收入来源", "预算金额（万元）", null],
    [null, "基本支出", "120.00", "财政拨款", "300.00", null],
    [null, "项目支出", "230.00", "其他资金", "50.00", null],
    ["总体绩效目标", "做好工作。", null, null, null, null],
    ["年度重点工作任务", "名称", "主要实施内容", "拟投入的资金（万元）", "期望达到的目标（概述）", null],
    [null, "任务一", "内容一", "230.00", "目标一", null],
    ["绩效指标", "一级指标", "二级指标", "三级指标", "实施周期指标值", "年度指标值"],
    [null, "产出指标", "数量指标", "次数", "≥3次", "≥1次"],
    [null, null, "质量指标", "合格率", "100%", "100%"],
  ];
  const made = documentOf({ form: "gz-12-2026", tables: [{ kind: "departmentPerformanceTargets", rows }] });
  const table = findTable(made, "departmentPerformanceTargets");

  it("are fields and lists of their blocks", () => {
    expect(table?.rows.map(({ role }) => role)).toEqual([
      "department",
      "heading",
      "funds",
      "funds",
      "goal",
      "heading",
      "task",
      "heading",
      "indicator",
      "indicator",
    ]);
    expect(table?.rows[0]).toMatchObject({ departmentName: "广州市某某局" });
    expect(table?.rows[4]).toMatchObject({ performanceGoal: "做好工作。" });
    expect(table?.rows[6]).toMatchObject({ taskName: "任务一", taskContent: "内容一", taskGoal: "目标一" });
    expect(table?.rows[9]).toMatchObject({
      indicatorLevel1: "产出指标",
      indicatorLevel2: "质量指标",
      indicatorName: "合格率",
      termValue: "100%",
    });
    expect(told(made)).toEqual([]);
  });

  it("print what the department spends, and from where it comes", () => {
    const amounts = table?.rows.flatMap((row) => Object.entries(row.amounts).flatMap(([key, value]) => (value ? [`${key} ${value}`] : [])));
    expect(amounts).toEqual(["basicExpenditure 120", "fiscalAppropriation 300", "projectExpenditure 230", "otherFunds 50", "total 230"]);
  });
});
