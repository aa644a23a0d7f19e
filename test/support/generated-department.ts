import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import type { TableSpec } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { functionalClasses } from "../../src/tables/functional-classes.ts";
import { documentOf, type TableText } from "./document-of.ts";

/** How a made-up department prints its budget. */
export interface GeneratedOptions {
  readonly seed: number;
  readonly form: "gz-14" | "gz-12";
  readonly units: number;
  readonly zero: "0.00" | "-" | "";
  readonly printedUnit: "tenThousandYuan" | "yuan";
  /** Amounts are made in 分 and rounded one by one to what is printed, so that sums come out a little off. */
  readonly rounded: boolean;
}

type Source =
  | "generalPublicBudget"
  | "governmentFundBudget"
  | "stateCapitalBudget"
  | "educationFees"
  | "institutionalRevenue"
  | "otherRevenue"
  | "superiorGrantRevenue"
  | "institutionalFundDrawdown"
  | "carryoverFromPriorYear";
type Nature = "basicExpenditure" | "projectExpenditure" | "businessExpenditure" | "affiliateGrantExpenditure" | "carryoverToNextYear";

/** The smallest piece of money: every table is a sum of these. */
interface Atom {
  readonly unit: number;
  readonly code: string;
  readonly economic: string;
  readonly source: Source;
  readonly nature: Nature;
  readonly project: string;
  readonly category: string;
  /** In 分. */
  readonly fen: number;
}

const CODES = ["2010101", "2010102", "2080505", "2080506", "2101101", "2120801", "2130305", "2210201", "2230105", "2290804"];
const ECONOMIC = ["30101", "30102", "30108", "30201", "30205", "30299", "30302", "31002", "31007"];
const ECONOMIC_NAMES: Readonly<Record<string, string>> = {
  "301": "工资福利支出",
  "302": "商品和服务支出",
  "303": "对个人和家庭的补助",
  "310": "资本性支出",
};
const FISCAL: readonly Source[] = ["generalPublicBudget", "governmentFundBudget", "stateCapitalBudget"];

/** A department's budget whose every identity holds, made up from a seed: several units, several funds, carryover. */
export function generatedDepartment(options: GeneratedOptions): BudgetDocument {
  const atoms = atomsOf(options);
  const kinds = builtInForms.find(({ id }) => id === options.form)?.tables ?? [];
  const tables = kinds.flatMap((spec): TableText[] => {
    const rows = tableRows(spec.kind, atoms, options);
    return rows ? [{ kind: spec.kind, printedUnit: options.printedUnit, rows: rows.map((row) => cellsOf(row, spec, options)) }] : [];
  });
  return documentOf({ form: options.form, fiscalYear: 2022, tables });
}

/** A row before it is printed: texts and amounts by column. */
interface MadeRow {
  readonly texts?: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number>>;
  /** A blank cell whatever the style of zeros. */
  readonly blank?: readonly string[];
}

function atomsOf({ seed, form, units, rounded }: GeneratedOptions): Atom[] {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const fen = () =>
    rounded ? 1 + Math.floor(random() * 90_000_000) : 1_000_000 * (1 + Math.floor(random() * 900)) + 10_000 * Math.floor(random() * 100);
  const atoms: Atom[] = [];
  for (let unit = 0; unit < units; unit++) {
    for (let count = 0; count < 6; count++) {
      const source = pick<Source>([
        "generalPublicBudget",
        "generalPublicBudget",
        "generalPublicBudget",
        "governmentFundBudget",
        "educationFees",
        "institutionalRevenue",
      ]);
      atoms.push({
        unit,
        code: pick(CODES),
        economic: pick(ECONOMIC),
        source,
        nature: "basicExpenditure",
        project: "",
        category: "",
        fen: fen(),
      });
    }
    for (let count = 0; count < 5; count++) {
      const sources: Source[] = [
        "generalPublicBudget",
        "generalPublicBudget",
        "governmentFundBudget",
        "stateCapitalBudget",
        "educationFees",
        "otherRevenue",
      ];
      const source = pick<Source>(form === "gz-14" ? [...sources, "carryoverFromPriorYear"] : sources);
      atoms.push({
        unit,
        code: pick(CODES),
        economic: pick(ECONOMIC),
        source,
        nature: "projectExpenditure",
        project: `项目${"甲乙丙丁"[count % 4]}`,
        category: count % 2 === 0 ? "运行保障类" : "经济和社会发展类",
        fen: fen(),
      });
    }
    const others: Nature[] = ["affiliateGrantExpenditure", "carryoverToNextYear"];
    for (const nature of others) {
      atoms.push({
        unit,
        code: pick(CODES),
        economic: "30299",
        source: pick<Source>(["superiorGrantRevenue", "institutionalFundDrawdown"]),
        nature,
        project: "",
        category: "",
        fen: fen(),
      });
    }
  }
  return atoms;
}

function tableRows(kind: string, atoms: readonly Atom[], options: GeneratedOptions): MadeRow[] | undefined {
  const of = (test: (atom: Atom) => boolean) => atoms.filter(test);
  const fund = (source: Source) => of((atom) => atom.source === source && atom.nature !== "carryoverToNextYear");
  switch (kind) {
    case "revenueAndExpenditureSummary":
      return twoSided(revenueSide(atoms, options), [
        ...classLines(of(({ nature }) => !BELOW.includes(nature))),
        ["本年支出合计", total(of(({ nature }) => !BELOW.includes(nature)))],
        ["对附属单位补助支出", total(of(({ nature }) => nature === "affiliateGrantExpenditure"))],
        ["结转下年", total(of(({ nature }) => nature === "carryoverToNextYear"))],
        ["支出总计", total(atoms)],
      ]);
    case "fiscalAppropriationSummary": {
      const fiscal = of(({ source }) => FISCAL.includes(source) || source === "carryoverFromPriorYear");
      const current = of(({ source }) => FISCAL.includes(source));
      return twoSided(
        [
          ["一、一般公共预算", total(fund("generalPublicBudget"))],
          ["二、政府性基金预算", total(fund("governmentFundBudget"))],
          ["三、国有资本经营预算", total(fund("stateCapitalBudget"))],
          ["本年收入合计", total(current)],
          ...(options.form === "gz-14" ? [["上年预结转", total(fund("carryoverFromPriorYear"))] as const] : []),
          ["收入总计", total(fiscal)],
        ],
        [...classLines(fiscal), ["本年支出合计", total(fiscal)], ["支出总计", total(fiscal)]],
      );
    }
    case "revenueSummary":
      return functional(atoms, revenueAmounts);
    case "expenditureSummary":
      return functional(atoms, (some) => ({ total: total(some), ...byNature(some) }));
    case "generalPublicBudgetByFunction":
      return functional(fund("generalPublicBudget"), fundAmounts);
    case "governmentFundBudgetByFunction":
      return functional(fund("governmentFundBudget"), fundAmounts);
    case "stateCapitalBudgetByFunction":
      return functional(fund("stateCapitalBudget"), fundAmounts);
    case "basicExpenditureByEconomicNature":
      return economic(
        of(({ source, nature }) => source === "generalPublicBudget" && nature === "basicExpenditure"),
        options.form,
      );
    case "projectExpenditureByEconomicNature":
      return economic(
        of(({ source, nature }) => source === "generalPublicBudget" && nature === "projectExpenditure"),
        options.form,
      );
    case "basicExpenditureByUnit":
      return byUnit(
        of(({ nature }) => nature === "basicExpenditure"),
        options,
        (unit) =>
          groups(unit, ({ economic: code }) => ECONOMIC_NAMES[code.slice(0, 3)] ?? "").map(([label, some]) => ({
            texts: { label: options.form === "gz-14" ? label : `\u3000\u3000${label}` },
            amounts: unitAmounts(some),
          })),
      );
    case "projectExpenditureByUnit":
      return byUnit(
        of(({ nature }) => nature === "projectExpenditure"),
        options,
        (unit) => projects(unit, options),
      );
    case "administrativeAndThreePublicExpenses":
      return threePublic(options);
    default:
      return undefined;
  }
}

const BELOW: readonly Nature[] = ["affiliateGrantExpenditure", "carryoverToNextYear"];

function revenueSide(atoms: readonly Atom[], { form }: GeneratedOptions): (readonly [string, number])[] {
  const sum = (...sources: Source[]) => total(atoms.filter(({ source }) => sources.includes(source)));
  const current: Source[] = [...FISCAL, "educationFees", "institutionalRevenue", "otherRevenue"];
  return [
    [form === "gz-14" ? "一、财政拨款" : "一、预算拨款", sum(...FISCAL)],
    ...(form === "gz-14"
      ? ([
          ["（一）一般公共预算", sum("generalPublicBudget")],
          ["（二）政府性基金预算", sum("governmentFundBudget")],
          ["（三）国有资本经营预算", sum("stateCapitalBudget")],
        ] as const)
      : []),
    [form === "gz-14" ? "二、财政专户管理资金" : "二、财政专户拨款", sum("educationFees")],
    ["三、其他资金", sum("institutionalRevenue", "otherRevenue")],
    ["本年收入合计", sum(...current)],
    ["四、上级补助收入", sum("superiorGrantRevenue")],
    ["五、附属单位上缴收入", 0],
    ["六、用事业基金弥补收支差额", sum("institutionalFundDrawdown")],
    ...(form === "gz-14" ? [["七、上年预结转", sum("carryoverFromPriorYear")] as const] : []),
    ["收入总计", total(atoms)],
  ];
}

/** Income and expenditure side by side, subtotals and totals on one row. */
function twoSided(revenue: readonly (readonly [string, number])[], expenditure: readonly (readonly [string, number])[]): MadeRow[] {
  const above = (side: readonly (readonly [string, number])[]) => side.findIndex(([label]) => label.startsWith("本年"));
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

function classLines(atoms: readonly Atom[]): (readonly [string, number])[] {
  return functionalClasses.map(({ code, names }) => [names[0], total(atoms.filter((atom) => atom.code.startsWith(code)))] as const);
}

function functional(atoms: readonly Atom[], amounts: (atoms: readonly Atom[]) => Record<string, number>): MadeRow[] {
  const codes = [...new Set(atoms.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
  const name = (code: string) => functionalClasses.find((one) => one.code === code)?.names[0] ?? `科目${code}`;
  return [
    { texts: { name: "合计", function: "合计" }, amounts: amounts(atoms) },
    ...codes.map((code) => ({
      texts: { code, name: name(code), function: `[${code}]${name(code)}` },
      amounts: amounts(atoms.filter((atom) => atom.code.startsWith(code))),
    })),
  ];
}

function economic(atoms: readonly Atom[], form: GeneratedOptions["form"]): MadeRow[] {
  const codes = [...new Set(atoms.flatMap(({ economic: code }) => [code.slice(0, 3), code]))].sort();
  const label = (code: string) => `[${code}]${ECONOMIC_NAMES[code] ?? `科目${code}`}`;
  return [
    { texts: { departmentEconomic: "合计" }, amounts: { total: total(atoms) } },
    ...codes.map((code) => ({
      texts: { departmentEconomic: label(code), ...(form === "gz-14" && { governmentEconomic: `[${code.replace("3", "5")}]政府科目` }) },
      amounts: { total: total(atoms.filter((atom) => atom.economic.startsWith(code))) },
    })),
  ];
}

function byUnit(atoms: readonly Atom[], { form }: GeneratedOptions, rows: (atoms: readonly Atom[]) => MadeRow[]): MadeRow[] {
  const ofWhich: MadeRow[] =
    form === "gz-14" && atoms.some(({ project }) => project !== "")
      ? [
          { texts: { label: "其中：部门项目支出" }, amounts: unitAmounts(atoms) },
          { texts: { label: "市级财政专项资金（本级支出）" }, amounts: unitAmounts([]) },
        ]
      : [];
  return [
    { texts: { label: "合计" }, amounts: unitAmounts(atoms) },
    ...ofWhich,
    ...groups(atoms, ({ unit }) => String(unit)).flatMap(([unit, some]) => [
      { texts: { label: `广州市某某${"甲乙丙丁"[Number(unit)]}中心`, budgetUnitCode: `12300${unit}` }, amounts: unitAmounts(some) },
      ...rows(some),
    ]),
  ];
}

function projects(atoms: readonly Atom[], { form }: GeneratedOptions): MadeRow[] {
  const ofProject = (some: readonly Atom[]) =>
    groups(some, ({ project }) => project).map(([project, own]) => ({
      texts: {
        label: form === "gz-14" ? project : `\u3000\u3000${project}`,
        budgetUnitCode: `12300${own[0]?.unit}`,
        projectContent: "内容",
        performanceGoal: "目标",
      },
      amounts: unitAmounts(own),
    }));
  if (form === "gz-12") return ofProject(atoms);
  return groups(atoms, ({ category }) => category).flatMap(([category, own]) => [
    { texts: { label: category }, amounts: unitAmounts(own) },
    ...ofProject(own),
  ]);
}

function threePublic({ seed }: GeneratedOptions): MadeRow[] {
  const [travel = 0, purchase = 0, running = 0, reception = 0, rest = 0] = [1, 2, 3, 4, 5].map((part) => 1_000_000 * ((seed * part) % 50));
  const lines: [string, number][] = [
    ["行政经费", rest + travel + purchase + running + reception],
    ["“三公”经费", travel + purchase + running + reception],
    ["其中：（一）因公出国（境）费", travel],
    ["（二）公务用车购置及运行维护费", purchase + running],
    ["1.公务用车购置费", purchase],
    ["2.公务用车运行维护费", running],
    ["（三）公务接待费", reception],
  ];
  return lines.map(([label, fen]) => ({
    texts: { label },
    amounts: { total: fen, generalPublicBudget: fen, governmentFundBudget: 0, stateCapitalBudget: 0 },
  }));
}

function revenueAmounts(atoms: readonly Atom[]): Record<string, number> {
  const sum = (...sources: Source[]) => total(atoms.filter(({ source }) => sources.includes(source)));
  return {
    total: total(atoms),
    currentYearRevenue: sum(...FISCAL, "educationFees", "institutionalRevenue", "otherRevenue"),
    fiscalAppropriation: sum(...FISCAL),
    generalPublicBudget: sum("generalPublicBudget"),
    governmentFundBudget: sum("governmentFundBudget"),
    stateCapitalBudget: sum("stateCapitalBudget"),
    fiscalSpecialAccount: sum("educationFees"),
    educationFees: sum("educationFees"),
    otherFunds: sum("institutionalRevenue", "otherRevenue"),
    institutionalRevenue: sum("institutionalRevenue"),
    otherRevenue: sum("otherRevenue"),
    superiorGrantRevenue: sum("superiorGrantRevenue"),
    institutionalFundDrawdown: sum("institutionalFundDrawdown"),
    carryoverFromPriorYear: sum("carryoverFromPriorYear"),
  };
}

function fundAmounts(atoms: readonly Atom[]): Record<string, number> {
  const { basicExpenditure = 0, projectExpenditure = 0 } = byNature(atoms);
  return { total: total(atoms), basicExpenditure, projectExpenditure, departmentProjectExpenditure: projectExpenditure };
}

function byNature(atoms: readonly Atom[]): Record<string, number> {
  return Object.fromEntries(groups(atoms, ({ nature }) => nature).map(([nature, some]) => [nature, total(some)]));
}

function unitAmounts(atoms: readonly Atom[]): Record<string, number> {
  const { currentYearRevenue: _, otherRevenue, total: all, ...amounts } = revenueAmounts(atoms) as Record<string, number>;
  return {
    ...amounts,
    total: all ?? 0,
    otherFunds: (otherRevenue ?? 0) + 0,
    currentYearRevenueAllocation: amounts.fiscalSpecialAccount ?? 0,
  };
}

function groups(atoms: readonly Atom[], key: (atom: Atom) => string): [string, Atom[]][] {
  const found = new Map<string, Atom[]>();
  for (const atom of atoms) found.set(key(atom), [...(found.get(key(atom)) ?? []), atom]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function total(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, { fen }) => sum + fen, 0);
}

function cellsOf({ texts = {}, amounts, blank = [] }: MadeRow, spec: TableSpec, options: GeneratedOptions): string[] {
  const { columns = [] } = spec.layouts[options.form] ?? {};
  // A form without columns of their own for 事业收入 and 经营收入 counts them as 其他资金.
  const own = columns.some(({ key }) => key === "institutionalRevenue");
  const value = (key: string) =>
    key === "otherFunds" && !own ? (amounts.otherFunds ?? 0) + (amounts.institutionalRevenue ?? 0) : (amounts[key] ?? 0);
  return columns.map(({ key, type }) =>
    type === "amount" ? (blank.includes(key) ? "" : printed(value(key), options)) : (texts[key] ?? ""),
  );
}

function printed(fen: number, { zero, printedUnit }: GeneratedOptions): string {
  if (fen === 0) return zero;
  return printedUnit === "yuan" ? (fen / 100).toFixed(2) : (Math.round(fen / 10_000) / 100).toFixed(2);
}

function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
