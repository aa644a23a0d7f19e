import { amountColumn, textColumn } from "./column.ts";
import { defineTable } from "./define-table.ts";
import { keyedRows } from "./row-grammar.ts";
import { funds } from "./shared-columns.ts";
import type { RowOf, TableOf } from "./table-schema.ts";

const columns = [textColumn("label", "项目"), amountColumn("total", "合计", "总计"), ...funds] as const;

/** 财政拨款安排的行政经费及“三公”经费预算表: seven fixed lines. 表12 of gz-14, 表8 of gz-12 and 2026. */
export const administrativeAndThreePublicExpenses = defineTable({
  kind: "administrativeAndThreePublicExpenses",
  titles: [
    '财政拨款安排的行政经费及"三公"经费预算表',
    '行政经费及"三公"经费预算表',
    // departments without an administrative expense; the second as 财预〔2016〕143号 names it
    '财政拨款安排的"三公"经费预算表',
    '一般公共预算"三公"经费支出表',
    '"三公"经费预算表',
  ],
  rows: keyedRows([
    { key: "administrativeExpenses", labels: ["行政经费"], level: 1 },
    { key: "threePublicExpenses", labels: ['"三公"经费', '"三公"经费总额', "三公经费", "三公经费总额"], level: 1 },
    { key: "overseasTravelExpenses", labels: ["因公出国(境)支出", "因公出国(境)费", "因公出国(境)费用"], level: 2 },
    {
      key: "officialVehicleExpenses",
      labels: ["公务用车购置及运行维护支出", "公务用车购置及运行维护费", "公务用车购置及运行费"],
      level: 2,
    },
    { key: "officialVehiclePurchaseExpenses", labels: ["公务用车购置费", "公务用车购置支出"], level: 3 },
    { key: "officialVehicleRunningExpenses", labels: ["公务用车运行维护费", "公务用车运行维护支出", "公务用车运行费"], level: 3 },
    { key: "officialReceptionExpenses", labels: ["公务接待费支出", "公务接待费", "公务接待支出"], level: 2 },
  ]),
  layouts: {
    "gz-14": { number: 12, columns },
    "gz-12": { number: 8, columns },
    "gz-12-2026": { number: 8, columns },
  },
});

/** A row of 财政拨款安排的行政经费及"三公"经费预算表. */
export interface AdministrativeAndThreePublicExpensesRow extends RowOf<typeof administrativeAndThreePublicExpenses> {}

/** 财政拨款安排的行政经费及"三公"经费预算表. */
export interface AdministrativeAndThreePublicExpenses extends TableOf<typeof administrativeAndThreePublicExpenses> {
  rows: AdministrativeAndThreePublicExpensesRow[];
}
