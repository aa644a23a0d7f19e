import { amountColumn, type Column, codeColumn, labelColumn, optional, textColumn } from "../column.ts";
import { defineTable, type TableSpec } from "../define-table.ts";
import { keyedRows, plainRows, unitRows } from "../row-grammar.ts";
import { textField } from "../unit-fields.ts";
import { amountUnder, serialNumber, under } from "./columns.ts";

const kind = "threePublicExpenses";

const titles = [
  "一般公共预算三公经费支出表",
  "一般公共预算三公经费支出情况表",
  "一般公共预算三公经费支出预算表",
  "一般公共预算三公经费预算表",
  "一般公共预算三公经费、会议费、培训费支出表",
  "一般公共预算拨款三公经费、会议费、培训费表",
  "一般公共预算拨款三公经费、会议费、培训费表(不含上年结转)",
  "一般公共预算拨款三公经费及会议费、培训费支出预算表",
  "一般公共预算拨款三公经费及会议费、培训费支出预算表(不含上年结转)",
  "财政拨款三公经费支出表",
  "财政拨款三公经费支出情况表",
  "财政拨款预算三公经费支出表",
  "三公经费支出表",
  "三公经费和机关运行经费预算表",
] as const;

type Wordings = readonly [string, ...string[]];

const vehicles = ["公务用车购置及运行费", "公务用车购置及运行维护费", "公务用车购置和运行维护费"];
const inVehicles = (...wordings: string[]): Wordings => {
  const paths = vehicles.flatMap((vehicle) => wordings.map((wording) => `${vehicle}/${wording}`));
  return paths as unknown as Wordings;
};
/** 因公出国（境）费, vehicles with their two parts, 公务接待费: what every paper prints, in any order. */
const items: readonly (readonly [string, Wordings])[] = [
  ["overseasTravelExpenses", ["因公出国（境）费", "因公出国（境）费用", "因公出国（境）经费", "因公出国（境）费/小计"]],
  ["officialVehicleExpenses", [...inVehicles("小计", "合计"), ...vehicles] as unknown as Wordings],
  [
    "officialVehiclePurchaseExpenses",
    [
      ...inVehicles("公务用车购置费", "公务用车购置经费", "公务用车购置", "购置费"),
      "其中：公务用车购置",
      "其中：公务用车购置费",
    ] as unknown as Wordings,
  ],
  [
    "officialVehicleRunningExpenses",
    [
      ...inVehicles("公务用车运行费", "公务用车运行维护费", "公务用车运行维护经费", "运行费"),
      "其中：公务用车运行费",
      "其中：公务用车运行维护费",
    ] as unknown as Wordings,
  ],
  ["officialReceptionExpenses", ["公务接待费", "公务接待费用"]],
];

const capital = (key: string) => `${key.charAt(0).toUpperCase()}${key.slice(1)}`;

/** The items under the heading of a year, or of what they are compared with. */
function itemsUnder(headings: readonly string[], keyed: (key: string) => string): Column[] {
  const all = headings.flatMap((heading) => [heading, `${heading}/一般公共预算拨款安排的三公经费预算`]);
  return [
    amountUnder(keyed("total"), headings, "合计", "小计"),
    amountUnder(keyed("threePublicExpenses"), headings, "一般公共预算拨款安排的三公经费预算/小计"),
    ...items.map(([key, wordings]) => amountUnder(keyed(key), all, ...wordings)),
    amountUnder(keyed("meetingExpenses"), headings, "会议费"),
    amountUnder(keyed("trainingExpenses"), headings, "培训费"),
  ];
}

const ofYear: readonly Column[] = [
  optional(amountColumn("total", "合计", "三公经费合计", "三公经费预算数/合计", "预算数/合计", "三公经费预（决）算数（财政拨款）/小计")),
  ...items.map(([key, wordings]) => amountUnder(key, ["", "三公经费预算数", "预算数", "三公经费预（决）算数（财政拨款）"], ...wordings)),
  amountUnder("meetingExpenses", [""], "会议费"),
  amountUnder("trainingExpenses", [""], "培训费"),
  amountUnder("administrativeExpenses", [""], "机关运行经费预算数", "机关运行经费"),
];
const compared: readonly Column[] = [
  ...itemsUnder(["上年预算数", "上年"], (key) => `priorYear${capital(key)}`),
  ...itemsUnder(["本年预算数", "当年", "本年"], (key) => key),
  ...itemsUnder(["增减变化情况", "增减变化", "增减情况", "增减变化金额"], (key) => `change${capital(key)}`),
];
const carriedOver: readonly Column[] = (["currentYear", "carryover"] as const).flatMap((when) => {
  const headings = when === "currentYear" ? ["当年预算"] : ["上年结转结余"];
  return [
    amountUnder(`${when}Total`, headings, "小计"),
    ...items.map(([key, wordings]) => amountUnder(`${when}${capital(key)}`, headings, ...wordings)),
    amountUnder(`${when}GeneralOverseasTravelExpenses`, headings, "因公出国（境）费/因公出国（境）费"),
    amountUnder(`${when}ResearchOverseasTravelExpenses`, headings, "因公出国（境）费/科研因公出国（境）费用"),
  ];
});

const unitStub: readonly Column[] = [
  serialNumber,
  optional(codeColumn("budgetUnitCode", "单位编码", "单位代码", "部门编码")),
  labelColumn("单位名称", "部门名称", "预算单位"),
];

/** One row, the total. */
const ofOneUnit = defineTable({ kind, titles, rows: plainRows({}), layouts: { mof: { number: 7, columns: [...ofYear, ...carriedOver] } } });
const ofOneUnitByYear = defineTable({ kind, titles, rows: plainRows({}), layouts: { mof: { number: 7, columns: compared } } });

const rowsByUnit = unitRows({ levels: [{ role: "unit", field: "budgetUnitName", unitCode: "own" }], fields: {} });
const byUnit = defineTable({ kind, titles, rows: rowsByUnit, layouts: { mof: { number: 7, columns: [...unitStub, ...ofYear] } } });
const byUnitAndYear = defineTable({ kind, titles, rows: rowsByUnit, layouts: { mof: { number: 7, columns: [...unitStub, ...compared] } } });

/** One row an item. */
const byItem = defineTable({
  kind,
  titles,
  rows: keyedRows([
    {
      key: "total",
      labels: ["合计", "三公经费合计"],
      parts: [
        { key: "overseasTravelExpenses", labels: ["因公出国（境）费用", "因公出国（境）费"] },
        { key: "officialReceptionExpenses", labels: ["公务接待费"] },
        {
          key: "officialVehicleExpenses",
          labels: ["公务用车购置及运行费", "公务用车购置及运行维护费"],
          parts: [
            { key: "officialVehiclePurchaseExpenses", labels: ["公务用车购置费"] },
            { key: "officialVehicleRunningExpenses", labels: ["公务用车运行费", "公务用车运行维护费"] },
          ],
        },
      ],
    },
  ]),
  layouts: { mof: { number: 7, columns: [labelColumn("项目"), amountColumn("total", "预算数", "本年预算数", "金额", "合计")] } },
});

/** One row a unit and year, each item by fund. */
const funds = [
  ["GeneralPublicBudget", "一般公共预算"],
  ["GovernmentFundBudget", "政府性基金预算"],
  ["StateCapitalBudget", "国有资本经营预算"],
] as const;
const byFund = defineTable({
  kind,
  titles,
  rows: plainRows({ budgetUnitName: textField, year: textField }, ["budgetUnitName"]),
  layouts: {
    mof: {
      number: 7,
      columns: [
        textColumn("budgetUnitName", "预算单位", "单位名称"),
        textColumn("year", "年度"),
        ...funds.map(([key, fund]) => amountColumn(`${key.charAt(0).toLowerCase()}${key.slice(1)}`, ...under(["总计", "合计"], [fund]))),
        ...items.flatMap(([key, wordings]) => funds.map(([of, fund]) => optional(amountColumn(`${key}${of}`, ...under(wordings, [fund]))))),
      ],
    },
  },
});

export const threePublicExpenses: readonly TableSpec[] = [ofOneUnit, ofOneUnitByYear, byUnit, byUnitAndYear, byItem, byFund];
