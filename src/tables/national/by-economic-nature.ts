import { labelColumn } from "../column.ts";
import { defineTable, type TableSpec } from "../define-table.ts";
import { economicRowsWithItems, rowsByBudgetUnit, unitRows } from "../row-grammar.ts";
import { unitFields } from "../unit-fields.ts";
import { amountUnder, carriedOverColumns, economicStub, expenditureColumns, fundColumns } from "./columns.ts";

type Titles = readonly [string, ...string[]];

const totalHeadings = [
  "",
  "基本支出",
  "预算数",
  "基本支出预算",
  "本年财政拨款基本支出",
  "本年一般公共预算基本支出",
  "一般公共预算基本支出",
  "一般公共预算支出",
];

function byEconomicNature(kind: string, number: number, titles: Titles): TableSpec {
  const totals = totalHeadings.flatMap((heading) =>
    ["合计", "总计", "小计"].map((total) => (heading === "" ? total : `${heading}/${total}`)),
  );
  return defineTable({
    kind,
    titles,
    rows: rowsByBudgetUnit(economicRowsWithItems),
    layouts: {
      mof: {
        number,
        columns: [
          ...economicStub,
          ...expenditureColumns(totalHeadings, ["合计", ...totals, "支出总计", "预算数", "金额"]),
          ...carriedOverColumns,
          amountUnder("fiscalAppropriation", ["财政拨款"], "小计", "合计"),
          ...fundColumns(["财政拨款"]),
          amountUnder("fiscalSpecialAccount", [""], "财政专户管理资金"),
          amountUnder("otherFunds", [""], "单位资金", "其他资金"),
          amountUnder("institutionalFundDrawdown", [""], "使用非财政拨款结余"),
          amountUnder("carryoverFromPriorYear", [""], "上年结转", "上年结转结余"),
        ],
      },
    },
  });
}

/** How titles say that a table is by economic nature. */
const byNature = [
  "按经济分类",
  "按经济分类科目",
  "按支出经济分类科目",
  "按经济分类科目分",
  "按支出经济分类科目-不含上年结转",
  "支出经济分类科目-不含上年结转",
];

function titles(of: string): Titles {
  return [
    `${of}表(按经济分类)`,
    ...byNature.flatMap((by) => [`${of}表(${by})`, `${of}明细表(${by})`]),
    `${of}经济分类情况表`,
    `${of}部门预算经济分类预算表`,
  ];
}

/** 基本支出总表: basic expenditure of all funds by unit, category and item. */
const basicExpenditureByUnit = defineTable({
  kind: "basicExpenditureByUnit",
  titles: ["基本支出总表", "部门基本支出预算表"],
  rows: unitRows({
    levels: [
      { role: "unit", field: "budgetUnitName", unitCode: "own" },
      {
        role: "category",
        field: "category",
        unitCode: "none",
        labels: ["工资福利支出", "商品和服务支出", "对个人和家庭的补助*", "资本性支出*", "债务利息及费用支出", "其他支出"],
      },
      { role: "item", field: "item", unitCode: "none" },
    ],
    fields: { ...unitFields("category"), item: unitFields("category").category },
  }),
  layouts: {
    mof: {
      number: 6,
      columns: [
        labelColumn("支出项目类别", "支出项目类别（单位名称）"),
        amountUnder("total", [""], "总计", "合计"),
        amountUnder("fiscalAppropriation", ["财政拨款"], "小计", "合计"),
        ...fundColumns(["财政拨款"]),
        amountUnder("fiscalSpecialAccount", [""], "财政专户管理资金"),
        amountUnder("institutionalRevenue", ["单位资金"], "事业收入"),
        amountUnder("businessRevenue", ["单位资金"], "事业单位经营收入"),
        amountUnder("superiorGrantRevenue", ["单位资金"], "上级补助收入"),
        amountUnder("affiliateRemittanceRevenue", ["单位资金"], "附属单位上缴收入"),
        amountUnder("otherRevenue", ["单位资金"], "其他收入"),
        amountUnder("carryoverFromPriorYear", [""], "上年结余、结转", "上年结转"),
      ],
    },
  },
});

export const byEconomicNatureTables: readonly TableSpec[] = [
  byEconomicNature("generalPublicBudgetByEconomicNature", 5, titles("一般公共预算支出")),
  byEconomicNature("basicExpenditureByEconomicNature", 6, [
    "一般公共预算基本支出表",
    "一般公共预算基本支出情况表",
    "一般公共预算基本支出预算表",
    "一般公共预算基本支出明细表",
    ...titles("一般公共预算基本支出"),
  ]),
  byEconomicNature("fiscalAppropriationBasicByEconomicNature", 6, ["财政拨款基本支出表(经济科目)", "财政拨款基本支出表(按经济分类)"]),
  byEconomicNature("basicExpenditureOfAllFunds", 6, ["基本支出预算情况表", "基本支出预算表"]),
  basicExpenditureByUnit,
];
