import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { documentOf } from "./document-of.ts";

const organization = { name: "广州市某某局", code: "123001", kind: "department" } as const;

/** A small budget on the twelve-table form: totals, a two-sided table, codes of three lengths, projects, three-public expenses. */
export function budget2024(): BudgetDocument {
  return documentOf({
    form: "gz-12",
    fiscalYear: 2024,
    organization,
    source: { name: "2024.pdf", sha256: "24".repeat(32), mediaType: "application/pdf", pageCount: 12 },
    tables: [
      {
        kind: "revenueAndExpenditureSummary",
        rows: [
          ["一、预算拨款", "1,300.00", "一、一般公共服务支出", "0.00"],
          ["（一）一般公共预算", "1,250.50", "二、社会保障和就业支出", "1,130.00"],
          ["（二）政府性基金预算", "49.50", "三、住房保障支出", "170.00"],
          ["二、财政专户拨款", "-", null, null],
          ["本年收入合计", "1,300.00", "本年支出合计", "1,300.00"],
          ["收入总计", "1,300.00", "支出总计", "1,300.00"],
        ],
      },
      {
        kind: "expenditureSummary",
        rows: [
          [null, "合计", "1,300.00", "300.00", "1,000.00", null, null, null, null],
          ["208", "社会保障和就业支出", "1,130.00", "130.00", "1,000.00", null, null, null, null],
          ["20805", "行政事业单位养老支出", "130.00", "130.00", null, null, null, null, null],
          ["2080505", "机关事业单位基本养老保险缴费支出", "130.00", "130.00", null, null, null, null, null],
          ["20899", "其他社会保障和就业支出", "1,000.00", null, "1,000.00", null, null, null, null],
          ["2089999", "其他社会保障和就业支出", "1,000.00", null, "1,000.00", null, null, null, null],
          ["221", "住房保障支出", "170.00", "170.00", null, null, null, null, null],
          ["22102", "住房改革支出", "170.00", "170.00", null, null, null, null, null],
          ["2210201", "住房公积金", "170.00", "170.00", null, null, null, null, null],
        ],
      },
      {
        kind: "basicExpenditureByEconomicNature",
        rows: [
          ["合计", "300.00"],
          ["[301]工资福利支出", "250.00"],
          ["[30101]基本工资", "150.00"],
          ["[30113]住房公积金", "100.00"],
          ["[302]商品和服务支出", "50.00"],
          ["[30201]办公费", "50.00"],
        ],
      },
      {
        kind: "administrativeAndThreePublicExpenses",
        rows: [
          ["行政经费", "80.00", "80.00", "0.00", "0.00"],
          ["“三公”经费", "12.30", "12.30", "0.00", "0.00"],
          ["其中：（一）因公出国（境）支出", "0.00", "0.00", "0.00", "0.00"],
          ["（二）公务用车购置及运行维护支出", "8.30", "8.30", "0.00", "0.00"],
          ["1.公务用车购置费", "0.00", "0.00", "0.00", "0.00"],
          ["2.公务用车运行维护费", "8.30", "8.30", "0.00", "0.00"],
          ["（三）公务接待费支出", "4.00", "4.00", "0.00", "0.00"],
        ],
      },
      {
        kind: "projectExpenditureByUnit",
        rows: [
          ["合计", "1,000.00", "1,000.00", "950.50", "49.50", null, null, null, null],
          ["广州市某某局", "1,000.00", "1,000.00", "950.50", "49.50", null, null, null, null],
          ["\u3000\u3000=信息化运维", "900.50", "900.50", "900.50", null, null, null, null, "保障系统运行"],
          ["\u3000\u3000-12.30专项", "99.50", "99.50", "50.00", "49.50", null, null, null, "(空)"],
        ],
      },
    ],
  });
}

/** The same department three years before, on the fourteen-table form. */
export function budget2021(): BudgetDocument {
  return documentOf({
    form: "gz-14",
    fiscalYear: 2021,
    organization,
    source: { name: "2021.txt", sha256: "21".repeat(32) },
    tables: [
      {
        kind: "revenueAndExpenditureSummary",
        rows: [
          ["一、财政拨款", "1000.00", "一、社会保障和就业支出", "900.00"],
          ["（一）一般公共预算", "1000.00", "二、住房保障支出", "100.00"],
          ["本年收入合计", "1000.00", "本年支出合计", "1000.00"],
          ["收入总计", "1000.00", "支出总计", "1000.00"],
        ],
      },
      {
        kind: "expenditureSummary",
        rows: [
          [null, "总计", "1000.00", "250.00", "750.00", "0.00", "0.00", "0.00", "0.00"],
          ["208", "社会保障和就业支出", "900.00", "150.00", "750.00", "0.00", "0.00", "0.00", "0.00"],
          ["20805", "行政事业单位养老支出", "150.00", "150.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
          ["2080505", "机关事业单位基本养老保险缴费", "150.00", "150.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
          ["221", "住房保障支出", "100.00", "100.00", "0.00", "0.00", "0.00", "0.00", "0.00"],
        ],
      },
      {
        kind: "basicExpenditureByEconomicNature",
        rows: [
          ["合计", null, "250.00"],
          ["[501]机关工资福利支出", "[301]工资福利支出", "200.00"],
          ["[50101]工资奖金津补贴", "[30101]基本工资", "140.00"],
          ["[50103]住房公积金", "[30113]住房公积金", "60.00"],
          ["[505]对事业单位经常性补助", "[301]工资福利支出", "50.00"],
          ["[50501]工资福利支出", "[30101]基本工资", "50.00"],
        ],
      },
      {
        kind: "administrativeAndThreePublicExpenses",
        rows: [
          ["行政经费", "70.00", "70.00", "0.00", "0.00"],
          ["“三公”经费总额", "10.00", "10.00", "0.00", "0.00"],
          ["其中：（一）因公出国（境）费", "0.00", "0.00", "0.00", "0.00"],
          ["（三）公务接待费", "10.00", "10.00", "0.00", "0.00"],
        ],
      },
      {
        kind: "nonTaxRevenue",
        rows: [
          [null, "合计", null, null, "30.00", "0.00", "0.00", "30.00", null],
          [null, "其中：一般公共预算", null, null, "30.00", "0.00", "0.00", "30.00", null],
          ["123001", "广州市某某局", null, null, "30.00", "0.00", "0.00", "30.00", null],
          [null, "一般公共预算", null, null, "30.00", "0.00", "0.00", "30.00", null],
          [null, "一般公共预算", "罚没收入", "罚款", "30.00", "0.00", "0.00", "30.00", "无"],
        ],
      },
    ],
  });
}

/** The tables of 2026 that state goals: of key projects, of projects by unit, of the department as a whole. */
export function performance2026(): BudgetDocument {
  return documentOf({
    form: "gz-12-2026",
    fiscalYear: 2026,
    organization,
    source: { name: "2026.pdf", sha256: "26".repeat(32), mediaType: "application/pdf", pageCount: 30 },
    tables: [
      {
        kind: "keyProjects",
        rows: [
          ["甲项目", "47500", "目标一"],
          ["乙项目", "1,227.3", "目标二"],
        ],
      },
      {
        kind: "projectPerformanceTargets",
        rows: [
          ["合计", "48,727.30", "47,500.00", null, "1,227.30", null, null],
          ["广州市某某局", "48,727.30", "47,500.00", null, "1,227.30", null, null],
          ["甲项目", "47,500.00", "47,500.00", null, null, "目标一", "1、1-产出指标；11-数量指标；次数；年度指标值:1次"],
          ["乙项目", "1,227.30", null, null, "1,227.30", "目标二", null],
        ],
      },
      {
        kind: "departmentPerformanceTargets",
        rows: [
          ["部门名称", "广州市某某局", null, null, null, null],
          ["预算整体情况", "部门预算支出", "预算金额（万元）", "收入来源", "预算金额（万元）", null],
          [null, "基本支出", "120.00", "财政拨款", "48,847.30", null],
          ["年度重点工作任务", "名称", "主要实施内容", "拟投入的资金（万元）", "期望达到的目标（概述）", null],
          ["年度重点工作任务", "任务一", "内容一", "230.00", "目标一", null],
        ],
      },
    ],
  });
}
