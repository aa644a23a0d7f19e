import {
  amountColumn,
  codeColumn,
  codePartColumns,
  defineForm,
  defineTable,
  functionalRows,
  keyedRows,
  labelColumn,
  optional,
  plainRows,
  quantityColumn,
  quantityField,
  rowsByBudgetUnit,
  textColumn,
  textField,
  twoSidedRowsWith,
} from "gz-budget/forms";
import type { SumRule } from "gz-budget/rules";

/** 收支预算汇总表: two sides; 学费 and 住宿费 are lines of this city, parts of 教育事业收费. */
const summary = defineTable({
  kind: "citySummary",
  titles: ["收支预算汇总表", "部门收支预算汇总表"],
  rows: twoSidedRowsWith({
    revenue: [
      { key: "schoolCharges", labels: ["教育事业收费"], role: "line" },
      { key: "tuition", labels: ["学费"], role: "line" },
      { key: "accommodation", labels: ["住宿费"], role: "line" },
    ],
  }),
  layouts: {
    city: {
      number: 1,
      columns: [
        textColumn("revenueItem", "收入/项目"),
        amountColumn("revenue", "收入/金额"),
        textColumn("expenditureItem", "支出/项目"),
        amountColumn("expenditure", "支出/金额"),
      ],
    },
  },
});

/** 支出预算明细表: the code in three columns. Of a built-in kind, so that its keys mean what they always do and the built-in rules run. */
const expenditure = defineTable({
  kind: "expenditureSummary",
  titles: ["支出预算明细表"],
  rows: functionalRows,
  layouts: {
    city: {
      number: 2,
      columns: [
        ...codePartColumns("code", ["科目编码/类"], ["科目编码/款"], ["科目编码/项"]),
        textColumn("name", "科目名称"),
        amountColumn("total", "合计"),
        amountColumn("basicExpenditure", "基本支出"),
        amountColumn("projectExpenditure", "项目支出"),
        optional(textColumn("remarks", "备注")),
      ],
    },
  },
});

/** 分单位支出预算表: the unit stands in two columns before the code. */
const byUnit = defineTable({
  kind: "cityExpenditureByUnit",
  titles: ["分单位支出预算表"],
  rows: rowsByBudgetUnit(functionalRows),
  layouts: {
    city: {
      number: 3,
      columns: [
        codeColumn("budgetUnitCode", "单位编码"),
        textColumn("budgetUnitName", "单位名称"),
        codeColumn("code", "科目编码"),
        textColumn("name", "科目名称"),
        amountColumn("total", "合计"),
      ],
    },
  },
});

/** 公务支出预算表: a fixed list of lines, one of which has parts. */
const official = defineTable({
  kind: "cityOfficialExpenses",
  titles: ["公务支出预算表"],
  rows: keyedRows([
    {
      key: "total",
      labels: ["合计"],
      parts: [
        { key: "reception", labels: ["公务接待费"] },
        {
          key: "vehicles",
          labels: ["公务用车费"],
          parts: [
            { key: "vehiclePurchase", labels: ["购置费"] },
            { key: "vehicleRunning", labels: ["运行维护费"] },
          ],
        },
      ],
    },
  ]),
  layouts: { city: { number: 4, columns: [labelColumn("项目"), amountColumn("total", "预算数")] } },
});

/** 租用办公用房情况表: one row a leased building. */
const leases = defineTable({
  kind: "cityLeases",
  titles: ["租用办公用房情况表"],
  rows: plainRows({ address: textField, floorArea: quantityField }),
  layouts: {
    city: {
      number: 5,
      columns: [textColumn("address", "房屋坐落"), quantityColumn("floorArea", "建筑面积(平方米)"), amountColumn("total", "年租金")],
    },
  },
});

export const tables = { summary, expenditure, byUnit, official, leases };
export const city = defineForm({ id: "city", tables: Object.values(tables) });

/** What this city's tables promise of each other. */
export const unitsAddUp: SumRule = {
  id: "CITY1",
  family: "betweenTables",
  severity: "error",
  claims: [
    {
      each: { each: "document" },
      left: [{ table: "expenditureSummary", rows: { roles: ["total"] }, columns: ["total"] }],
      right: [{ table: "cityExpenditureByUnit", rows: { roles: ["unit"] }, columns: ["total"] }],
    },
  ],
  sentence: { zh: "支出预算明细表合计 ＝ 各单位支出之和", en: "Total expenditure = the sum of the units' expenditure" },
};
