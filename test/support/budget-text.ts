export interface SmallBudget {
  readonly year: number;
  readonly organization: string;
  /** Printed total of revenue and expenditure. */
  readonly total: string;
  readonly threePublic?: string;
}

/** A budget of two tables as tab-separated text: small, so that many can be read in a test. */
export function budgetText({ year, organization, total, threePublic = "1.00" }: SmallBudget): string {
  return [
    `${year} 年`,
    `${organization}部门预算`,
    "",
    "表 1",
    "",
    "收支总体情况表",
    "",
    `部门名称： ${organization}`,
    "",
    "单位：万元",
    "",
    "收 入\t\t支 出\t",
    `收入项目\t${year} 年预算\t支出项目\t${year} 年预算`,
    `一、财政拨款\t${total}\t一、社会保障和就业支出\t${total}`,
    `（一）一般公共预算\t${total}\t\t`,
    `本年收入合计\t${total}\t本年支出合计\t${total}`,
    `收入总计\t${total}\t支出总计\t${total}`,
    "",
    "注：本表根据本部门实际预算编制情况编列。",
    "",
    "表 12",
    "",
    "财政拨款安排的行政经费及“三公”经费预算表",
    "",
    `部门名称： ${organization}`,
    "",
    "单位：万元",
    "",
    "项目\t合计\t一般公共预算\t政府性基金预算\t国有资本经营预算",
    `行政经费\t${total}\t${total}\t0.00\t0.00`,
    `“三公”经费总额\t${threePublic}\t${threePublic}\t0.00\t0.00`,
    "其中：（一）因公出国（境）费\t0.00\t0.00\t0.00\t0.00",
    "（二）公务用车购置及运行维护费\t0.00\t0.00\t0.00\t0.00",
    "1. 公务用车购置费\t0.00\t0.00\t0.00\t0.00",
    "2. 公务用车运行维护费\t0.00\t0.00\t0.00\t0.00",
    `（三）公务接待费\t${threePublic}\t${threePublic}\t0.00\t0.00`,
    "",
    "注：本表根据本部门实际预算编制情况编列。",
    "",
  ].join("\n");
}
