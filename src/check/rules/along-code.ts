import type { RowFilter, SumRule } from "../rule.ts";

/** Rows of a code that the form does not know (a budget unit's, 2021 表2) stand beside the tree. */
const PARTS: RowFilter = { childrenOf: "this", notRoles: ["other"] };

/** H: what stands under a code adds up to it, column by column. */
export const alongCodeRules: readonly SumRule[] = [
  rule("H1", "revenueSummary", "收入总体情况表", "Revenue summary"),
  rule("H2", "expenditureSummary", "支出总体情况表", "Expenditure summary"),
  rule("H3", "generalPublicBudgetByFunction", "一般公共预算支出表（按功能分类）", "General public budget by function"),
  rule("H4", "basicExpenditureByEconomicNature", "一般公共预算基本支出表（按经济分类）", "Basic expenditure by economic nature"),
  rule("H5", "projectExpenditureByEconomicNature", "一般公共预算项目支出表（按经济分类）", "Project expenditure by economic nature"),
  rule("H7", "governmentFundBudgetByFunction", "政府性基金预算支出情况表", "Government-managed funds by function"),
  rule("H8", "stateCapitalBudgetByFunction", "国有资本经营预算支出情况表", "State capital operations by function"),
];

function rule(id: string, table: string, zh: string, en: string): SumRule {
  return {
    id,
    family: "alongCode",
    severity: "error",
    claims: [
      {
        each: { each: "cell", tables: [table], parts: { rows: PARTS } },
        left: [{ columns: "this" }],
        right: [{ rows: PARTS, columns: "this" }],
      },
    ],
    sentence: {
      zh: `${zh}：合计 ＝ 各类之和，类 ＝ 其下各款之和，款 ＝ 其下各项之和（逐列）`,
      en: `${en}: the total is the sum of its classes, a class of its sections, a section of its items, column by column`,
    },
  };
}
