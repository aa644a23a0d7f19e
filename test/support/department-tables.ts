import { economicPairs, governmentEconomicClassification } from "../../src/tables/economic-classification.ts";
import { functionalClasses } from "../../src/tables/functional-classes.ts";
import {
  type Atom,
  economicName,
  FISCAL,
  type FormId,
  functionalName,
  groups,
  type Nature,
  OTHER,
  randomOf,
  type Source,
  SPECIAL,
  total,
} from "./department-money.ts";

/** A row before it is printed: texts and amounts by column. */
export interface MadeRow {
  readonly texts?: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number>>;
  /** Columns that are blank whatever the style of zeros. */
  readonly blank?: readonly string[];
}

export interface TableOptions {
  readonly seed: number;
  readonly form: FormId;
  /** The department has a row of its own above those of its units, where the form can tell them apart. */
  readonly nested?: boolean;
  /** A unit's rows end with 小计. */
  readonly subtotals?: boolean;
}

type SideLine = readonly [label: string, fen: number];

/** What stands below 本年支出合计, by form. */
const BELOW: Readonly<Record<FormId, readonly Nature[]>> = {
  "gz-14": ["affiliateGrantExpenditure", "superiorRemittanceExpenditure", "carryoverToNextYear"],
  "gz-12": ["affiliateGrantExpenditure", "superiorRemittanceExpenditure", "carryoverToNextYear"],
  "gz-12-2026": ["carryoverToNextYear"],
};
const NATURE_LABELS: Readonly<Partial<Record<Nature, string>>> = {
  businessExpenditure: "事业单位经营支出",
  affiliateGrantExpenditure: "对附属单位补助支出",
  superiorRemittanceExpenditure: "上缴上级支出",
  carryoverToNextYear: "结转下年",
};
/** Spent beside projects, and printed among them without a goal. */
const BESIDE_PROJECTS: readonly Nature[] = ["businessExpenditure", "affiliateGrantExpenditure", "superiorRemittanceExpenditure"];

/** The row of the department that its units stand under; its code begins theirs. */
export function departmentRow(amounts: Readonly<Record<string, number>>, indent = ""): MadeRow {
  return { texts: { label: `${indent}广州市某某局`, budgetUnitCode: "123" }, amounts };
}

export function unitCode(unit: number | string): string {
  return `123${String(unit).padStart(3, "0")}`;
}

/** The rows of one table of a department's money; undefined for a table that is not made up. */
export function tableRows(kind: string, atoms: readonly Atom[], options: TableOptions): MadeRow[] | undefined {
  const { form } = options;
  const of = (test: (atom: Atom) => boolean) => atoms.filter(test);
  const spent = of(({ nature }) => nature !== "carryoverToNextYear");
  const fund = (source: Source) => spent.filter((atom) => atom.source === source);
  const general = (nature: Nature) => fund("generalPublicBudget").filter((atom) => atom.nature === nature);
  switch (kind) {
    case "revenueAndExpenditureSummary":
      return twoSided(revenueSide(atoms, form), expenditureSide(atoms, options));
    case "fiscalAppropriationSummary":
      return fiscalSummary(atoms, options);
    case "revenueSummary":
      return form === "gz-12-2026" ? revenueByUnit(atoms, options) : functional(atoms, revenueAmounts);
    case "expenditureSummary":
      return functional(form === "gz-12-2026" ? spent : atoms, (some) => ({ total: total(some), ...byNature(some) }));
    case "generalPublicBudgetByFunction":
      return functional(fund("generalPublicBudget"), fundAmounts);
    case "governmentFundBudgetByFunction":
      return functional(fund("governmentFundBudget"), fundAmounts);
    case "stateCapitalBudgetByFunction":
      return functional(fund("stateCapitalBudget"), fundAmounts);
    case "basicExpenditureByEconomicNature":
      return economic(general("basicExpenditure"), form);
    case "projectExpenditureByEconomicNature":
      return economic(general("projectExpenditure"), form);
    case "basicExpenditureByUnit":
      return byUnit(
        of(({ nature }) => nature === "basicExpenditure"),
        options,
        (unit) => categories(unit, form),
      );
    case "projectExpenditureByUnit":
      return byUnit(
        of(({ nature }) => nature === "projectExpenditure" || (form !== "gz-14" && BESIDE_PROJECTS.includes(nature))),
        options,
        (unit) => projects(unit, form),
      );
    case "administrativeAndThreePublicExpenses":
      return threePublic(spent);
    default:
      return undefined;
  }
}

function sumOf(atoms: readonly Atom[], ...sources: Source[]): number {
  return total(atoms.filter(({ source }) => sources.includes(source)));
}

function revenueSide(atoms: readonly Atom[], form: FormId): SideLine[] {
  const sum = (...sources: Source[]) => sumOf(atoms, ...sources);
  if (form === "gz-12-2026")
    return [
      ["一、预算拨款", sum(...FISCAL)],
      ["二、财政专户拨款", sum(...SPECIAL)],
      ["三、事业收入", sum("institutionalRevenue")],
      ["四、事业单位经营收入", sum("businessRevenue")],
      ["五、其他收入", sum("otherRevenue")],
      ["六、上级补助收入", sum("superiorGrantRevenue")],
      ["七、附属单位上缴收入", sum("affiliateRemittanceRevenue")],
      ["本年收入合计", total(atoms) - sum("carryoverFromPriorYear")],
      ["上年结转结余", sum("carryoverFromPriorYear")],
      ["收入总计", total(atoms)],
    ];
  const isOld = form === "gz-14";
  return [
    [isOld ? "一、财政拨款" : "一、预算拨款", sum(...FISCAL)],
    ...(isOld
      ? ([
          ["（一）一般公共预算", sum("generalPublicBudget")],
          ["（二）政府性基金预算", sum("governmentFundBudget")],
          ["（三）国有资本经营预算", sum("stateCapitalBudget")],
        ] as const)
      : []),
    [isOld ? "二、财政专户管理资金" : "二、财政专户拨款", sum(...SPECIAL)],
    ["三、其他资金", sum(...OTHER)],
    ["本年收入合计", sum(...FISCAL, ...SPECIAL, ...OTHER)],
    ["四、上级补助收入", sum("superiorGrantRevenue")],
    ["五、附属单位上缴收入", sum("affiliateRemittanceRevenue")],
    ["六、用事业基金弥补收支差额", sum("institutionalFundDrawdown")],
    ...(isOld ? [["七、上年预结转", sum("carryoverFromPriorYear")] as const] : []),
    ["收入总计", total(atoms)],
  ];
}

function expenditureSide(atoms: readonly Atom[], options: TableOptions): SideLine[] {
  const below = BELOW[options.form];
  const ofNature = (nature: Nature): SideLine => [
    nature === "carryoverToNextYear" && options.form === "gz-12-2026" ? "结转结余下年" : (NATURE_LABELS[nature] ?? ""),
    total(atoms.filter((atom) => atom.nature === nature)),
  ];
  const grants: readonly Nature[] = ["affiliateGrantExpenditure", "superiorRemittanceExpenditure"];
  const inClasses = atoms.filter(({ nature }) => !grants.includes(nature) && nature !== "carryoverToNextYear");
  const above = atoms.filter(({ nature }) => !below.includes(nature));
  return [
    ...classLines(inClasses, options),
    ...grants.filter((nature) => !below.includes(nature)).map(ofNature),
    ["本年支出合计", total(above)],
    ...below.map(ofNature),
    ["支出总计", total(atoms)],
  ];
}

function fiscalSummary(atoms: readonly Atom[], options: TableOptions): MadeRow[] {
  const isOld = options.form === "gz-14";
  const fiscal = atoms.filter(({ source }) => FISCAL.some((one) => one === source));
  const carried = isOld
    ? atoms.filter(({ source, origin }) => source === "carryoverFromPriorYear" && FISCAL.some((one) => one === origin))
    : [];
  const spent = [...fiscal, ...carried].filter(({ nature }) => nature !== "carryoverToNextYear");
  const leftOver = total(fiscal) + total(carried) - total(spent);
  return twoSided(
    [
      ["一、一般公共预算", sumOf(fiscal, "generalPublicBudget")],
      ["二、政府性基金预算", sumOf(fiscal, "governmentFundBudget")],
      ["三、国有资本经营预算", sumOf(fiscal, "stateCapitalBudget")],
      ["本年收入合计", total(fiscal)],
      ...(isOld ? [["上年预结转", total(carried)] as const] : []),
      ["收入总计", total(fiscal) + total(carried)],
    ],
    [
      ...classLines(spent, options),
      ["本年支出合计", total(spent)],
      ...(options.form === "gz-12-2026" ? [["结转下年", leftOver] as const] : []),
      ["支出总计", total(fiscal) + total(carried)],
    ],
  );
}

/** Income and expenditure side by side, subtotals and totals on one row. */
function twoSided(revenue: readonly SideLine[], expenditure: readonly SideLine[]): MadeRow[] {
  const above = (side: readonly SideLine[]) => side.findIndex(([label]) => label.startsWith("本年"));
  const parts = [
    [revenue.slice(0, above(revenue)), expenditure.slice(0, above(expenditure))],
    [revenue.slice(above(revenue), -1), expenditure.slice(above(expenditure), -1)],
    [revenue.slice(-1), expenditure.slice(-1)],
  ] as const;
  return parts.flatMap(([left, right]) =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, index): MadeRow => {
      const [income, spending] = [left[index], right[index]];
      return {
        texts: { ...(income && { revenueItem: income[0] }), ...(spending && { expenditureItem: spending[0] }) },
        amounts: { ...(income && { revenue: income[1] }), ...(spending && { expenditure: spending[1] }) },
        blank: [...(income ? [] : ["revenue"]), ...(spending ? [] : ["expenditure"])],
      };
    }),
  );
}

/** One line a class; some departments print none for debt and transfers, some grain before state capital. */
function classLines(atoms: readonly Atom[], { seed, form }: TableOptions): SideLine[] {
  const random = randomOf(seed + 1);
  const [withDebt, grainFirst] = [random() < 0.5, random() < 0.5];
  const debt = ["230", "231", "232", "233", "234"];
  const classes = functionalClasses.filter(({ code }) => withDebt || form === "gz-14" || !debt.includes(code));
  const ordered = grainFirst ? classes : moved(classes, "222", "223");
  return ordered.map(({ code, names }) => [names[0], total(atoms.filter((atom) => atom.code.startsWith(code)))] as const);
}

function moved<Class extends { readonly code: string }>(classes: readonly Class[], code: string, behind: string): Class[] {
  const rest = classes.filter((one) => one.code !== code);
  const at = rest.findIndex((one) => one.code === behind);
  return [...rest.slice(0, at + 1), ...classes.filter((one) => one.code === code), ...rest.slice(at + 1)];
}

function functional(atoms: readonly Atom[], amounts: (atoms: readonly Atom[]) => Record<string, number>): MadeRow[] {
  const codes = [...new Set(atoms.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
  return [
    { texts: { name: "合计", function: "合计" }, amounts: amounts(atoms) },
    ...codes.map((code) => ({
      texts: { code, name: functionalName(code), function: `[${code}]${functionalName(code)}` },
      amounts: amounts(atoms.filter((atom) => atom.code.startsWith(code))),
    })),
  ];
}

function economic(atoms: readonly Atom[], form: FormId): MadeRow[] {
  const codes = [...new Set(atoms.flatMap(({ economic: code }) => [code.slice(0, 3), code]))].sort();
  const label = (code: string) => `[${code}]${economicName(code)}`;
  return [
    { texts: { departmentEconomic: "合计" }, amounts: { total: total(atoms) } },
    ...codes.map((code) => ({
      texts: { departmentEconomic: label(code), ...(form === "gz-14" && { governmentEconomic: governmentLabel(code) }) },
      amounts: { total: total(atoms.filter((atom) => atom.economic.startsWith(code))) },
    })),
  ];
}

/** The government's code that goes with a department's, or with the first that stands under a class. */
function governmentLabel(code: string): string {
  const pair = Object.entries(economicPairs).find(([, codes]) => codes.some((own) => own.startsWith(code)))?.[0] ?? "";
  const government = pair.slice(0, code.length);
  return `[${government}]${governmentEconomicClassification.names[government]?.[0] ?? ""}`;
}

export function unitName(unit: string): string {
  return `广州市某某${"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申"[Number(unit)]}中心`;
}

function revenueByUnit(atoms: readonly Atom[], { nested = false, subtotals = false }: TableOptions): MadeRow[] {
  const [indent, amounts] = [nested ? "\u3000" : "", revenueAmounts(atoms)];
  return [
    { texts: { label: "合计" }, amounts },
    ...(nested ? [departmentRow(amounts)] : []),
    ...groups(atoms, ({ unit }) => unitCode(unit)).map(([, some]) => ({
      texts: { label: `${indent}${unitName(String(some[0]?.unit))}` },
      amounts: revenueAmounts(some),
    })),
    ...(subtotals ? [{ texts: { label: "小计" }, amounts }] : []),
  ];
}

function byUnit(
  atoms: readonly Atom[],
  { seed, form, nested, subtotals }: TableOptions,
  rows: (atoms: readonly Atom[]) => MadeRow[],
): MadeRow[] {
  const ofWhich: MadeRow[] =
    form === "gz-14" && atoms.some(({ project }) => project !== "")
      ? [
          { texts: { label: "其中：部门项目支出" }, amounts: unitAmounts(atoms, form) },
          { texts: { label: "市级财政专项资金（本级支出）" }, amounts: unitAmounts([], form) },
        ]
      : [];
  // The first unit is the department's own level; 表11 of 2026 says so, 表2 and 表12 do not.
  const isBasic = atoms.every(({ nature }) => nature === "basicExpenditure");
  const ownLevel = form === "gz-12-2026" && isBasic && randomOf(seed + 2)() < 0.5 ? "（本级）" : "";
  return [
    { texts: { label: "合计" }, amounts: unitAmounts(atoms, form) },
    ...ofWhich,
    ...(nested && form === "gz-14" ? [departmentRow(unitAmounts(atoms, form))] : []),
    ...groups(atoms, ({ unit }) => String(unit)).flatMap(([unit, some]) => [
      {
        texts: { label: `${unitName(unit)}${unit === "0" ? ownLevel : ""}`, budgetUnitCode: unitCode(unit) },
        amounts: unitAmounts(some, form),
      },
      ...rows(some),
      ...(subtotals ? [{ texts: { label: "小计" }, amounts: unitAmounts(some, form) }] : []),
    ]),
  ];
}

function categories(atoms: readonly Atom[], form: FormId): MadeRow[] {
  return groups(atoms, ({ economic: code }) => economicName(code.slice(0, 3))).map(([label, some]) => ({
    texts: { label: form === "gz-14" ? label : `\u3000${label}` },
    amounts: unitAmounts(some, form),
  }));
}

function projects(atoms: readonly Atom[], form: FormId): MadeRow[] {
  const isOld = form === "gz-14";
  const ofProject = (some: readonly Atom[]) =>
    groups(some, ({ project }) => project).map(([project, own]) => ({
      texts: {
        label: isOld ? project : `\u3000\u3000${project}`,
        budgetUnitCode: unitCode(own[0]?.unit ?? 0),
        projectContent: "内容",
        performanceGoal: "目标",
      },
      amounts: unitAmounts(own, form),
    }));
  const own = atoms.filter(({ nature }) => nature === "projectExpenditure");
  if (isOld)
    return groups(own, ({ category }) => category).flatMap(([category, some]) => [
      { texts: { label: category }, amounts: unitAmounts(some, form) },
      ...ofProject(some),
    ]);
  const besides = BESIDE_PROJECTS.flatMap((nature) => {
    const some = atoms.filter((atom) => atom.nature === nature);
    return some.length > 0 ? [{ texts: { label: `\u3000\u3000${NATURE_LABELS[nature]}` }, amounts: unitAmounts(some, form) }] : [];
  });
  return [...ofProject(own), ...besides];
}

/** The three public expenses are what is booked under their economic codes; the expenses of an agency are a part of what is booked. */
function threePublic(atoms: readonly Atom[]): MadeRow[] {
  const fiscal = atoms.filter(({ source }) => FISCAL.some((one) => one === source));
  const booked = (...codes: string[]) => fiscal.filter(({ economic: code }) => codes.includes(code));
  const basic = fiscal.filter(({ source, nature }) => source === "generalPublicBudget" && nature === "basicExpenditure");
  const administrative = basic.filter(({ economic: code }) => ["30201", "30205", "30212", "30217", "30231", "31002"].includes(code));
  const lines: [string, Atom[]][] = [
    ["行政经费", administrative],
    ["“三公”经费", booked("30212", "31013", "30231", "30217")],
    ["其中：（一）因公出国（境）费", booked("30212")],
    ["（二）公务用车购置及运行维护费", booked("31013", "30231")],
    ["1.公务用车购置费", booked("31013")],
    ["2.公务用车运行维护费", booked("30231")],
    ["（三）公务接待费", booked("30217")],
  ];
  return lines.map(([label, some]) => ({
    texts: { label },
    amounts: { total: total(some), ...Object.fromEntries(FISCAL.map((source) => [source, sumOf(some, source)])) },
  }));
}

function revenueAmounts(atoms: readonly Atom[]): Record<string, number> {
  const sources: readonly Source[] = atoms.map(({ source }) => source);
  return {
    ...Object.fromEntries([...new Set(sources)].map((source) => [source, sumOf(atoms, source)])),
    total: total(atoms),
    currentYearRevenue: sumOf(atoms, ...FISCAL, ...SPECIAL, ...OTHER),
    fiscalAppropriation: sumOf(atoms, ...FISCAL),
    fiscalSpecialAccount: sumOf(atoms, ...SPECIAL),
    otherFunds: sumOf(atoms, ...OTHER),
  };
}

function fundAmounts(atoms: readonly Atom[]): Record<string, number> {
  const { basicExpenditure = 0, projectExpenditure = 0 } = byNature(atoms);
  return { total: total(atoms), basicExpenditure, projectExpenditure, departmentProjectExpenditure: projectExpenditure };
}

function byNature(atoms: readonly Atom[]): Record<string, number> {
  return Object.fromEntries(groups(atoms, ({ nature }) => nature).map(([nature, some]) => [nature, total(some)]));
}

/** By fund: in 2026 carried-over money counts in the fund that it came from, in 2021 it has a column of its own beside the projects. */
function unitAmounts(atoms: readonly Atom[], form: FormId): Record<string, number> {
  const isOld = form === "gz-14";
  const sum = (...origins: readonly Source[]) => total(atoms.filter(({ source, origin }) => origins.includes(isOld ? source : origin)));
  const named: readonly Source[] = [
    ...FISCAL,
    ...SPECIAL,
    ...(isOld ? (["institutionalRevenue", "businessRevenue", "carryoverFromPriorYear"] as const) : []),
  ];
  return {
    total: total(atoms),
    fiscalAppropriation: sum(...FISCAL),
    ...Object.fromEntries(named.map((source) => [source, sum(source)])),
    fiscalSpecialAccount: sum(...SPECIAL),
    currentYearRevenueAllocation: sum(...SPECIAL),
    otherFunds: total(atoms) - sum(...named),
  };
}
