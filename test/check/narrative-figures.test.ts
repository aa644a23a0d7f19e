import { describe, expect, it } from "vitest";
import { narrativeFigures } from "../../src/interpret/narrative-figures.ts";
import { Decimal } from "../../src/model/amount.ts";
import type { BudgetTable } from "../../src/tables/budget-document.ts";
import { documentFromTruth } from "../support/check-document.ts";
import { documentOf } from "../support/document-of.ts";

/** Figures as one line each: measure[.item] amount change percentage. */
function read(paragraphs: string | readonly string[], heading: string | null = null, tables: readonly BudgetTable[] = []): string[] {
  const sections = [{ heading, paragraphs: typeof paragraphs === "string" ? [paragraphs] : [...paragraphs] }];
  return narrativeFigures(sections, tables).map(({ measure, item, amount, quantity, change, direction, percentage, notComparable }) =>
    [
      item === undefined ? measure : `${measure}.${item}`,
      amount?.toFixed() ?? `${quantity?.value.toFixed()} ${quantity?.unitOfMeasure}`,
      ...(direction === null ? [] : [direction === "unchanged" ? "=" : (change?.toFixed() ?? direction)]),
      ...(percentage === null ? [] : [`${percentage}%`]),
      ...(notComparable ? ["n/a"] : []),
    ].join(" "),
  );
}

describe("figures that the explanatory part states", () => {
  it.each([
    [
      "2024年本部门收入预算497,229.09万元，比上年增加32,333.22万元，增长6.95%，主要原因是政策调整。",
      ["totalRevenue 497229.09 32333.22 6.95%"],
    ],
    ["2023年收支总预算1,234.5万元，较2022年减少65.5万元，下降5.04%。", ["totalRevenueAndExpenditure 1234.5 -65.5 5.04%"]],
    ["广州市某某局2022年支出预算为3.5亿元，同比减少1.1%。", ["totalExpenditure 35000 decrease 1.1%"]],
    ["单位预算总收入：123456.78元，与上年持平。", ["totalRevenue 12.345678 ="]],
    ["本部门支出预算约1,200万元，较上年增加约100万元，增幅为9.1%。", ["totalExpenditure 1200 100 9.1%"]],
    [
      "因公出国（境）费1.38万元，比上年增加1.38万元，增长--（基数为0，不可比），主要原因是工作安排。",
      ["overseasTravelExpenses 1.38 1.38 n/a"],
    ],
    ["公务接待费支出0万元，与上年一致。", ["officialReceptionExpenses 0 ="]],
    ["2021年本部门财政拨款安排“三公”经费预算 90.23 万元，较上年增加 27.05 万元，增长 42.8%。", ["threePublicExpenses 90.23 27.05 42.8%"]],
    [
      "公务用车购置及运行维护费31.8万元（公务用车购置费0万元，比上年减少36万元；公务用车运行维护费31.8万元，比上年减少5.7万元。）比上年减少41.7万元，下降56.73%，主要原因是：（一）2024年无购置计划；（二）车辆变化，运行维护费减少；公务接待费3.2万元，比上年增加1.24万元，增长63.27%。",
      [
        "officialVehicleExpenses 31.8 -41.7 56.73%",
        "officialVehiclePurchaseExpenses 0 -36",
        "officialVehicleRunningExpenses 31.8 -5.7",
        "officialReceptionExpenses 3.2 1.24 63.27%",
      ],
    ],
    // The bracket opens on the page before: what follows it speaks of another amount.
    ["公务用车运行维护费37.4万元，比上年减少5.6万元。）比上年增加6.9万元，增长10.5%。", ["officialVehicleRunningExpenses 37.4 -5.6"]],
    ["2024年，本单位行政经费（机关运行经费）安排12.9万元，比上年减少0.36万元（下降2.71%）。", ["administrativeExpenses 12.9 -0.36 2.71%"]],
    [
      "政府采购预算总额129.61万元，其中：政府采购货物支出11.37万元、政府采购工程支出0万元、政府采购服务支出118.24万元。",
      [
        "governmentProcurement 129.61",
        "governmentProcurement.goods 11.37",
        "governmentProcurement.works 0",
        "governmentProcurement.services 118.24",
      ],
    ],
    [
      "2021年部门转移支付预算安排111.95万元，其中：越秀区安排45.50万元，从化区66.45万元。",
      ["transferPayments 111.95", "transferPayments.yuexiu 45.5", "transferPayments.conghua 66.45"],
    ],
    [
      "截至2020年8月31日，本部门固定资产金额为11098.01万元。分布构成情况为：房屋8791.61平方米，车辆13辆，单价在100万元以上的设备2台等。本年度拟购置固定资产314.22万元。",
      ["fixedAssets 11098.01", "plannedFixedAssets 314.22", "buildingArea 8791.61 平方米", "vehicles 13 辆", "highValueEquipment 2 台"],
    ],
    [
      "收入预算500万元。其中：一般公共预算财政拨款收入300万元，政府性基金预算150万元，事业收入40万元，其他收入5万元，上年结转5万元。",
      [
        "totalRevenue 500",
        "totalRevenue.generalPublicBudget 300",
        "totalRevenue.governmentFundBudget 150",
        "totalRevenue.institutionalRevenue 40",
        "totalRevenue.otherRevenue 5",
        "totalRevenue.carryoverFromPriorYear 5",
      ],
    ],
    [
      "支出预算500万元，其中：基本支出200万元，项目支出300万元。",
      ["totalExpenditure 500", "totalExpenditure.basicExpenditure 200", "totalExpenditure.projectExpenditure 300"],
    ],
    // what is said of the whole again is not said of its last part
    [
      "2026年收入预算100万元，其中：上年结转0万元，其他资金收入40万元。收入较去年增加24万元，增长31.58%。",
      ["totalRevenue 100", "totalRevenue.carryoverFromPriorYear 0", "totalRevenue.otherFunds 40"],
    ],
    [
      "2026年支出预算100万元，其中：基本支出40万元，项目支出60万元。2026年预算比2025年预算增加3万元，增长3.09%。",
      ["totalExpenditure 100", "totalExpenditure.basicExpenditure 40", "totalExpenditure.projectExpenditure 60"],
    ],
    ["支出预算100万元，其中：基本支出40万元，比上年增加2万元。", ["totalExpenditure 100", "totalExpenditure.basicExpenditure 40 2"]],
    // the basic expenditure of a fund is not that of the whole
    ["一般公共预算支出300万元，其中：基本支出200万元。", ["totalExpenditure.generalPublicBudget 300"]],
  ])("%s", (sentence, expected) => {
    expect(read(sentence)).toEqual(expected);
  });

  it.each([
    ["amounts of something else", "人员支出预算120万元，办公用房租金30万元，签订采购药品合同金额约330亿元。"],
    ["amounts inside a reason", "主要原因是增加医保财政补助项目预算50万元，公务接待费减少2万元。"],
    ["last year's amount", "比2023年收入预算490万元有所增加，上年公务接待费5万元。"],
    ["a price threshold", "单价100万元以上大型设备情况见表。"],
    ["a definition", "“三公”经费：指财政资金安排的，用于公务接待、公务用车、因公出国（境）等方面的经费。"],
  ])("does not take %s", (_, sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  it("reads lines that were not joined into paragraphs", () => {
    const lines = [
      "2024年本部门政府采购安排3,971.5万元，其中：货物类采购",
      "预算63.05万元，工程类采购预算72万元，服务类采购预算",
      "3,836.45万元等。",
    ];
    expect(read(lines)).toEqual([
      "governmentProcurement 3971.5",
      "governmentProcurement.goods 63.05",
      "governmentProcurement.works 72",
      "governmentProcurement.services 3836.45",
    ]);
  });

  it("keeps the sentence and the reason as printed", () => {
    const [figure] = narrativeFigures([
      {
        heading: "二、“三公”经费",
        page: 25,
        paragraphs: [
          "其中：因公出国（境）费 0 万元，较上年减少 22.65 万元，下降 100.0%，主要原因是考虑疫情影响，2021 年暂不安排出国（境）经费；",
        ],
      },
    ]);
    expect(figure).toMatchObject({
      sentence: "其中：因公出国（境）费 0 万元，较上年减少 22.65 万元，下降 100.0%，主要原因是考虑疫情影响，2021 年暂不安排出国（境）经费",
      reason: "考虑疫情影响，2021 年暂不安排出国（境）经费",
      printed: { amount: "0", change: "22.65" },
      percentage: "100.0",
      page: 25,
      section: 0,
      paragraph: 0,
    });
  });

  it("says that an amount is rounded", () => {
    expect(narrativeFigures([{ heading: null, paragraphs: ["支出预算近3.5亿元。"] }])[0]).toMatchObject({
      approximate: true,
      printedUnit: "hundredMillionYuan",
    });
  });

  it("reads the key projects from a grid, in its own unit", () => {
    const grid = "项目名称\t2021年预算（元）\t绩效目标\n困难群众医疗救助项目\t24,767.12\t通过开展救助\n合计\t24,767.12\t";
    expect(read([grid], "九、重点项目预算绩效目标情况")).toEqual(["keyProject.困难群众医疗救助项目 2.476712"]);
  });

  it.each([
    ["（13.35）", "-13.35"],
    ["−13.35", "-13.35"],
    ["－1,013.35", "-1013.35"],
  ])("reads a project that is taken back: %s", (printed, read_) => {
    const grid = `项目名称\t2021年预算（万元）\t绩效目标\n困难群众医疗救助项目\t${printed}\t通过开展救助`;
    expect(read([grid], "九、重点项目预算绩效目标情况")).toEqual([`keyProject.困难群众医疗救助项目 ${read_}`]);
  });

  it("reads full-width digits", () => {
    const grid = "项目名称\t2021年预算（万元）\t绩效目标\n困难群众医疗救助项目\t２４，７６７．１２\t通过开展救助";
    expect(read([grid], "九、重点项目预算绩效目标情况")).toEqual(["keyProject.困难群众医疗救助项目 24767.12"]);
  });

  it("reads the key projects from lines, with a name over two lines", () => {
    const lines = [
      "项目预算数（单位：万元）绩效目标",
      "业务用房租赁经费 822.39",
      "通过租赁业务用房，提供有效的",
      "保障。",
      "费用审核结算业务专项工作",
      "经费",
      "903.00",
      "加强监管。",
    ];
    expect(read(lines, "六、重点项目预算绩效目标情况")).toEqual([
      "keyProject.业务用房租赁经费 822.39",
      "keyProject.费用审核结算业务专项工作经费 903",
    ]);
  });

  it("tells a key project in the middle of other text by the name that the tables print", () => {
    const lines = ["项目预算数绩效目标", "务发展决策提供数据支撑", "定点机构事务专项工作经费     706.59          满足人民群众"];
    const name = "定点机构事务专项工作经费";
    const row = (label: string) => [label, "706.59", "706.59", "706.59", "-", "-", "-", "-", ""];
    const { tables } = documentOf({
      tables: [{ kind: "projectExpenditureByUnit", rows: [row("合计"), row("某中心"), row(`\u3000\u3000${name}`)] }],
    });
    expect(read(lines, "重点项目", tables)).toEqual([`keyProject.${name} 706.59`]);
  });
});

describe("key projects in a table that goes on over a page", () => {
  const rowOf = (projectName: string, printed: string, page: number) => ({
    role: "project" as const,
    level: 2,
    parent: null,
    budgetUnitName: null,
    label: projectName,
    projectName,
    performanceGoal: "…",
    amounts: { total: new Decimal(printed.replaceAll(",", "")) },
    cells: [projectName, printed, "…"],
    page,
  });
  const grid: BudgetTable = {
    kind: "keyProjects",
    title: "重点项目预算绩效目标",
    printedUnit: "tenThousandYuan",
    pages: [21, 22],
    columns: [
      { key: "label", path: ["项目"] },
      { key: "total", path: ["预算数（单位：万元）"] },
      { key: "performanceGoal", path: ["绩效目标"] },
    ],
    rows: [
      rowOf("业务用房租赁经费", "822.39", 21),
      rowOf("集团采购工作经费", "1,527.79", 21),
      rowOf("城乡居民医保财政补助资金", "260,579.04", 22),
    ],
    notes: [],
  };

  it("are read where the pages are joined, and only once", () => {
    const prose = "项目\t预算数（单位：万元）\t绩效目标\n业务用房租赁经费\t822.39\t…\n集团采购\t1,527.79\t…\n别的项目\t1.00\t…";
    expect(read([prose], "六、重点项目预算绩效目标情况", [grid])).toEqual([
      "keyProject.业务用房租赁经费 822.39",
      "keyProject.集团采购工作经费 1527.79",
      "keyProject.城乡居民医保财政补助资金 260579.04",
      "keyProject.别的项目 1",
    ]);
    expect(narrativeFigures([], [grid]).map(({ page }) => page)).toEqual([21, 21, 22]);
  });
});

describe("the seeds state", () => {
  it.each([
    ["gz-2021-ybj", 40, 8],
    ["gz-2024-ybzx", 21, 9],
    ["syn-2020-dagl", 17, 5],
  ] as const)("%s: %i amounts and %i changes other than 持平", (id, amounts, changes) => {
    const { figures } = documentFromTruth(id).narrative;
    expect(figures.filter(({ amount }) => amount !== null)).toHaveLength(amounts);
    expect(figures.filter(({ direction }) => direction === "increase" || direction === "decrease")).toHaveLength(changes);
  });
});
