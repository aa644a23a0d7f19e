import {
  type AmountColumn,
  amountColumn,
  type Column,
  codeColumn,
  codedNameColumn,
  codePartColumns,
  optional,
  textColumn,
} from "../column.ts";

type Wordings = readonly [string, ...string[]];

/** Every wording under every heading; `""` for no heading. */
export function under(headings: readonly string[], wordings: Wordings): Wordings {
  const paths = headings.flatMap((heading) => wordings.map((wording) => (heading === "" ? wording : `${heading}/${wording}`)));
  return paths as unknown as Wordings;
}

/** A column of money that tables of the form may lack, under any of these headings. */
export function amountUnder(key: string, headings: readonly string[], ...wordings: Wordings): AmountColumn {
  return optional(amountColumn(key, ...under(headings, wordings)));
}

/** How one of the three funds of 财政拨款 is worded. */
function fundWordings(fund: string): Wordings {
  return [fund, `${fund}拨款`, `${fund}收入`, `${fund}拨款收入`, `${fund}财政拨款`, `${fund}资金`, `${fund}拨款/小计`];
}

/** The three funds of 财政拨款, under any of these headings. */
export function fundColumns(headings: readonly string[], keyed: (key: string) => string = (key) => key): AmountColumn[] {
  return [
    amountUnder(keyed("generalPublicBudget"), headings, ...fundWordings("一般公共预算"), "公共预算拨款/小计"),
    amountUnder(keyed("governmentFundBudget"), headings, ...fundWordings("政府性基金预算"), "政府性基金拨款", "政府性基金"),
    amountUnder(keyed("stateCapitalBudget"), headings, ...fundWordings("国有资本经营预算")),
  ];
}

/** The budget unit before the rows of a classification. */
const unitColumns: readonly Column[] = [
  optional(codeColumn("budgetUnitCode", "单位编码", "单位代码", "预算单位代码", "预算单位编码")),
  optional(textColumn("budgetUnitName", "预算单位", "单位名称", "预算单位名称")),
];

/** 序号, which says nothing, and 备注. */
export const serialNumber: Column = optional(textColumn("serialNumber", "序号"));
export const remarks: Column = optional(textColumn("remarks", "备注"));

const codeHeadings = ["科目编码", "项目/功能分类科目编码", "功能分类科目编码", "功能科目编码", "", "项目/科目编码"];

/** A functional code in one column or in three, its name, and the budget unit before them. */
export const functionalStub: readonly Column[] = [
  serialNumber,
  ...unitColumns,
  ...codePartColumns("code", under(codeHeadings, ["类"]), under(codeHeadings, ["款"]), under(codeHeadings, ["项"])).map(optional),
  optional(
    codeColumn(
      "code",
      ...under(["", "科目", "功能分类科目", "项目"], ["科目编码", "功能科目编码", "功能分类科目编码", "支出功能分类科目编码"]),
    ),
  ),
  textColumn(
    "name",
    ...under(["", "科目", "功能分类科目", "项目"], ["科目名称", "功能科目名称", "功能分类科目名称", "功能科目", "支出功能分类科目名称"]),
  ),
];

const departmentWords = ["", "部门", "部门预算", "支出", "部门预算支出"];
const governmentWords = ["政府", "政府预算", "政府预算支出"];
const economicPaths = (owners: readonly string[], ending: string): Wordings =>
  owners.flatMap((owner) => [
    `${owner}经济分类科目/科目${ending}`,
    `${owner}经济分类科目${ending}`,
    `${owner}经济科目${ending}`,
    `${owner}经济分类${ending}`,
  ]) as unknown as Wordings;

/** A department's economic code in one column or in two, its name, the government's beside it, and the budget unit before them. */
export const economicStub: readonly Column[] = [
  serialNumber,
  ...unitColumns,
  ...codePartColumns("departmentEconomicCode", ["科目编码/类", "经济分类科目编码/类"], ["科目编码/款", "经济分类科目编码/款"]).map(
    optional,
  ),
  optional(codeColumn("departmentEconomicCode", "科目编码", ...economicPaths(departmentWords, "编码"), "项目/经济分类科目编码")),
  textColumn(
    "departmentEconomicName",
    "科目名称",
    ...economicPaths(departmentWords, "名称"),
    "部门预算支出经济分类科目",
    "经济分类科目",
    "项目/部门经济分类科目名称",
    "项目/经济分类科目名称",
  ),
  ...codePartColumns("governmentEconomicCode", ["科目编码/类"], ["科目编码/款"]).map(optional),
  optional(codeColumn("governmentEconomicCode", ...economicPaths(governmentWords, "编码"))),
  optional(textColumn("governmentEconomicName", ...economicPaths(governmentWords, "名称"), "政府预算支出经济分类科目")),
];

/** `[30101]基本工资` in one column. */
export const codedEconomicStub: readonly Column[] = [
  serialNumber,
  codedNameColumn("departmentEconomic", "经济分类科目", "部门预算支出经济分类科目"),
];

/** What expenditure is for, under any of these headings: its sum, basic expenditure with its two parts, projects. */
export function expenditureColumns(headings: readonly string[], total: Wordings): Column[] {
  return [
    optional(amountColumn("total", ...total)),
    amountUnder("basicExpenditure", headings, "基本支出", "基本支出/小计", "基本支出/合计", "其中：/基本支出", "其中：基本支出"),
    amountUnder("personnelExpenses", ["", "基本支出", ...headings], ...personnelWordings),
    amountUnder("publicUseExpenses", ["", "基本支出", ...headings], ...publicUseWordings),
    amountUnder("projectExpenditure", headings, "项目支出", "项目支出/小计", "其中：/项目支出"),
    amountUnder("specialBusinessExpenses", headings, "专项业务经费支出"),
    remarks,
  ];
}

export const personnelWordings: Wordings = ["人员经费", "人员支出", "人员经费支出", "人员类", "基本支出/人员经费", "基本支出/人员支出"];
export const publicUseWordings: Wordings = [
  "公用经费",
  "公用支出",
  "日常公用支出",
  "日常公用经费",
  "公用经费支出",
  "基本支出/公用经费",
  "基本支出/日常公用支出",
];

/** The same money of this year's budget and of what is carried over from the prior year, each with its parts. */
export const carriedOverColumns: readonly Column[] = (["currentYear", "carryover"] as const).flatMap((when) => {
  const headings = when === "currentYear" ? ["当年预算", "本年预算", "编制预算"] : ["上年结转结余", "上年结转"];
  const key = (name: string) => `${when}${name}`;
  return [
    amountUnder(key("Total"), headings, "小计", "合计"),
    amountUnder(key("BasicExpenditure"), headings, "基本支出", "基本支出/小计"),
    amountUnder(key("PersonnelExpenses"), headings, "人员经费", "基本支出/人员经费"),
    amountUnder(key("PublicUseExpenses"), headings, "公用经费", "基本支出/公用经费"),
    amountUnder(key("ProjectExpenditure"), headings, "项目支出"),
    amountUnder(key("BusinessExpenditure"), headings, "事业单位经营支出"),
  ];
});
