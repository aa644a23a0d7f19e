import {
  type Atom,
  departmentMoney,
  economicName,
  functionalName,
  groups,
  type Nature,
  randomOf,
  type Source,
  total,
} from "./department-money.ts";
import { type CountedHeader, countedHeaders } from "./national-headers.ts";

/** A budget of the national form as one made-up department prints it. */
export interface NationalBudget {
  readonly heading: string;
  readonly tables: readonly NationalTable[];
}

export interface NationalTable {
  readonly kind: string;
  /** Above the title, as 部门公开表1; empty where the papers are not numbered. */
  readonly caption: string;
  readonly title: string;
  readonly amountUnit: string;
  readonly columns: readonly { readonly path: readonly string[]; readonly key: string }[];
  /** What counts the columns, below the header. */
  readonly numbers?: readonly string[];
  readonly rows: readonly NationalRow[];
  readonly note?: string;
}

/** A row, and what has to be read from it. */
export interface NationalRow {
  readonly cells: readonly string[];
  readonly role?: string;
  readonly level?: number;
  readonly code?: string;
  readonly unit?: string;
}

const isLabel = (key: string) => /code|name|label|Item|serialNumber/iu.test(key);

type Line = readonly [label: string, fen: number, indent?: number];

const KINDS = [
  "revenueAndExpenditureSummary",
  "revenueSummary",
  "expenditureSummary",
  "fiscalAppropriationSummary",
  "generalPublicBudgetByFunction",
  "basicExpenditureByEconomicNature",
  "threePublicExpenses",
  "governmentFundBudgetByFunction",
  "stateCapitalBudgetByFunction",
] as const;
type Kind = (typeof KINDS)[number];

/** Titles that at least two cities of the survey print. */
const TITLES: Readonly<Record<Kind, readonly string[]>> = {
  revenueAndExpenditureSummary: ["收支总表", "收支总体情况表", "收支预算总表", "财务收支预算总表"],
  revenueSummary: ["收入总表", "收入预算总表", "收入总体情况表"],
  expenditureSummary: ["支出总表", "支出预算总表", "支出总体情况表"],
  fiscalAppropriationSummary: ["财政拨款收支总表", "财政拨款收支预算总表", "财政拨款收支总体情况表"],
  generalPublicBudgetByFunction: [
    "一般公共预算支出表",
    "一般公共预算支出情况表",
    "一般公共预算支出表（按功能分类）",
    "一般公共预算支出预算表",
  ],
  basicExpenditureByEconomicNature: ["一般公共预算基本支出表", "一般公共预算基本支出情况表", "一般公共预算基本支出预算表"],
  threePublicExpenses: ["一般公共预算“三公”经费支出表", "一般公共预算“三公”经费支出情况表", "一般公共预算“三公”经费预算表"],
  governmentFundBudgetByFunction: ["政府性基金预算支出表", "政府性基金预算支出情况表", "政府性基金预算支出预算表"],
  stateCapitalBudgetByFunction: ["国有资本经营预算支出表", "国有资本经营预算支出情况表", "国有资本经营预算支出预算表"],
};

/** Headers that fewer budgets print than the counted ones: names without codes, a unit in two columns, the three funds beside 合计. */
const RARER: readonly CountedHeader[] = [
  [
    "revenueSummary",
    "单位名称 = label",
    "合计 = total",
    "一般公共预算拨款收入 = generalPublicBudget",
    "政府性基金预算拨款收入 = governmentFundBudget",
    "国有资本经营预算拨款收入 = stateCapitalBudget",
    "财政专户管理资金收入 = fiscalSpecialAccount",
    "事业收入 = institutionalRevenue",
    "事业单位经营收入 = businessRevenue",
    "上级补助收入 = superiorGrantRevenue",
    "附属单位上缴收入 = affiliateRemittanceRevenue",
    "其他收入 = otherRevenue",
    "上年结转结余 = carryoverFromPriorYear",
  ],
  ["expenditureSummary", "功能分类科目名称 = name", "合计 = total", "基本支出 = basicExpenditure", "项目支出 = projectExpenditure"],
  [
    "generalPublicBudgetByFunction",
    "功能分类科目名称 = name",
    "合计 = total",
    "基本支出 = basicExpenditure",
    "项目支出 = projectExpenditure",
  ],
  [
    "fiscalAppropriationSummary",
    "收入/项目 = revenueItem",
    "收入/预算数 = revenue",
    "支出/项目 = expenditureItem",
    "支出/合计 = expenditure",
    "支出/一般公共预算 = generalPublicBudget",
    "支出/政府性基金预算 = governmentFundBudget",
    "支出/国有资本经营预算 = stateCapitalBudget",
  ],
  [
    "threePublicExpenses",
    "合计 = total",
    "因公出国(境)费 = overseasTravelExpenses",
    "公务用车购置及运行费/小计 = officialVehicleExpenses",
    "公务用车购置及运行费/公务用车购置费 = officialVehiclePurchaseExpenses",
    "公务用车购置及运行费/公务用车运行费 = officialVehicleRunningExpenses",
    "公务接待费 = officialReceptionExpenses",
  ],
].map(([kind = "", ...columns]) => ({ budgets: 4, kind, title: "", columns }));

const FUNDS = {
  generalPublicBudget: "一般公共预算",
  governmentFundBudget: "政府性基金预算",
  stateCapitalBudget: "国有资本经营预算",
} as const;
type Fund = keyof typeof FUNDS;
const fundOf = ({ origin }: Atom) => (origin in FUNDS ? (origin as Fund) : undefined);
const isPersonnel = ({ economic }: Atom) => /^30[13]/u.test(economic);
const isBasic = ({ nature }: Atom) => nature === "basicExpenditure";
const SPECIAL: readonly Source[] = ["educationFees", "otherSpecialAccountAppropriation"];

/** What every column that a header can have adds up. */
const SUMMED: Readonly<Record<string, (atom: Atom) => boolean>> = {
  total: () => true,
  expenditure: () => true,
  currentYearRevenue: ({ source }) => source !== "carryoverFromPriorYear",
  fiscalAppropriation: ({ source }) => source in FUNDS,
  fiscalSpecialAccount: ({ source }) => SPECIAL.includes(source),
  ...Object.fromEntries(
    [
      ...Object.keys(FUNDS),
      "institutionalRevenue",
      "businessRevenue",
      "otherRevenue",
      "superiorGrantRevenue",
      "affiliateRemittanceRevenue",
      "institutionalFundDrawdown",
      "carryoverFromPriorYear",
    ].map((key) => [key, ({ source }: Atom) => source === key]),
  ),
  ...Object.fromEntries(
    Object.keys(FUNDS).map((key) => [
      `${key}Carryover`,
      ({ source, origin }: Atom) => source === "carryoverFromPriorYear" && origin === key,
    ]),
  ),
  fiscalSpecialAccountCarryover: ({ source, origin }) => source === "carryoverFromPriorYear" && SPECIAL.includes(origin),
  otherFundsCarryover: ({ source, origin }) => source === "carryoverFromPriorYear" && !(origin in FUNDS) && !SPECIAL.includes(origin),
  basicExpenditure: isBasic,
  personnelExpenses: (atom) => isBasic(atom) && isPersonnel(atom),
  publicUseExpenses: (atom) => isBasic(atom) && !isPersonnel(atom),
  projectExpenditure: ({ nature }) => nature === "projectExpenditure",
  specialBusinessExpenses: ({ nature }) => nature === "projectExpenditure",
  businessExpenditure: ({ nature }) => nature === "businessExpenditure",
  affiliateGrantExpenditure: ({ nature }) => nature === "affiliateGrantExpenditure",
  superiorRemittanceExpenditure: ({ nature }) => nature === "superiorRemittanceExpenditure",
  carryoverToNextYear: ({ nature }) => nature === "carryoverToNextYear",
};

const DEPARTMENT = "甲州市乙局";
const UNIT_NAMES = [DEPARTMENT, "甲州市乙局信息中心", "甲州市丙学校", "甲州市丁研究所"];
const unitCode = (unit: number) => `06100${unit + 1}`;
const ORDINALS = [..."一二三四五六七八九", ..."一二三四五六七八九".split("").map((one) => `十${one}`)].toSpliced(9, 0, "十");

/** A budget of the national form, made up from a seed: one city's wordings, layout of codes, units and lines. */
export function nationalBudget(seed: number): NationalBudget {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const headers = Object.fromEntries(KINDS.map((kind) => [kind, pick(headersOf(kind))])) as Record<Kind, CountedHeader>;
  const units = 1 + Math.floor(random() * 4);
  const prints = (kind: Kind, key: string) => headers[kind].columns.some((column) => column.endsWith(` = ${key}`));
  const withFunds = (source: Source) =>
    source in FUNDS
      ? prints("revenueSummary", source) || prints("revenueSummary", "fiscalAppropriation")
      : prints("revenueSummary", SPECIAL.includes(source) ? "fiscalSpecialAccount" : source);
  const narrow = prints("revenueAndExpenditureSummary", "projectExpenditure");
  const spent = (nature: Nature) =>
    prints("expenditureSummary", nature) && (!narrow || nature === "basicExpenditure" || nature === "projectExpenditure");
  const funds = pick([["generalPublicBudget"], ["generalPublicBudget", "governmentFundBudget"], Object.keys(FUNDS)]);
  const atoms = departmentMoney({ seed, form: "gz-12-2026", units, rounded: false })
    .filter(({ source, nature, origin }) => withFunds(source) && spent(nature) && !(origin in FUNDS && !funds.includes(origin)))
    .filter(({ nature }) => nature !== "carryoverToNextYear");
  const style: Style = {
    pick,
    yuan: random() < 0.3,
    zero: pick(["0.00", "", "-"]),
    thousands: random() < 0.7,
    allParts: random() < 0.5,
    unitRepeated: random() < 0.5,
    emptyClasses: random() < 0.5,
    sections: pick(["flat", "flat", "nested"]),
    revenue: pick(["national", "grouped", "arabic"]),
    fiscal: pick(["national", "flat"]),
    department: random() < 0.5,
  };
  const caption = pick([
    (at: number) => `部门公开表${at}`,
    (at: number) => `表${at}`,
    (at: number) => `附表${at}`,
    () => "",
    (at: number) => `预算${String(at).padStart(2, "0")}表`,
  ]);
  const before = pick(["", "部门", "2026年", `${DEPARTMENT}2026年部门`, "2026年部门", "单位"]);
  const numbers = pick(["none", "none", "ordinals", "asterisks"]);
  const tables = KINDS.map((kind, index): NationalTable => {
    const columns = headers[kind].columns.map((column) => {
      const [path = "", key = ""] = column.split(" = ");
      return { path: path.split("/"), key };
    });
    const rows = rowsOf(
      kind,
      columns.map(({ key }) => key),
      atoms,
      style,
    );
    const isEmpty = rows.length === 0;
    return {
      kind,
      caption: caption(index + 1),
      title: `${before}${pick(TITLES[kind])}`,
      amountUnit: style.yuan ? "单位：元" : pick(["单位：万元", "单位:万元", "金额单位：万元"]),
      columns,
      ...(numbers === "ordinals" && { numbers: columns.map((_, at) => String(at + 1)) }),
      ...(numbers === "asterisks" && {
        numbers: columns.map(({ key }, at) =>
          isLabel(key) ? "**" : String(columns.slice(0, at + 1).filter((column) => !isLabel(column.key)).length),
        ),
      }),
      rows: isEmpty && pick([true, false]) ? [emptyTotal(columns, style)] : rows,
      ...(isEmpty && {
        note: `注：本部门2026年没有使用${kind.startsWith("government") ? "政府性基金预算" : "国有资本经营预算"}拨款安排的支出，故本表无数据。`,
      }),
    };
  });
  return { heading: pick([`${DEPARTMENT}2026年部门预算`, `2026年${DEPARTMENT}部门预算公开`]), tables };
}

interface Style {
  readonly pick: <T>(values: readonly T[]) => T;
  readonly yuan: boolean;
  readonly zero: string;
  readonly thousands: boolean;
  /** 类, 款 and 项 are printed in every row, not only their last. */
  readonly allParts: boolean;
  readonly unitRepeated: boolean;
  /** The summaries list classes on which nothing is spent. */
  readonly emptyClasses: boolean;
  readonly sections: "flat" | "nested";
  readonly revenue: "national" | "grouped" | "arabic";
  readonly fiscal: "national" | "flat";
  /** A row of the department stands above its units. */
  readonly department: boolean;
}

/** Headers that the generator can fill: not those by fund and year, nor of three years, nor of special codes. */
function headersOf(kind: Kind): readonly CountedHeader[] {
  return [...countedHeaders, ...RARER].filter(
    (header) =>
      header.kind === kind && !header.columns.some((column) => / = (year|priorYear|governmentEconomic|cashBalance)/u.test(column)),
  );
}

function rowsOf(kind: Kind, keys: readonly string[], atoms: readonly Atom[], style: Style): readonly NationalRow[] {
  const fund = (key: Fund) => atoms.filter((atom) => fundOf(atom) === key);
  switch (kind) {
    case "revenueAndExpenditureSummary":
      return twoSided(keys, revenueLines(atoms, style), expenditureLines(atoms, style), atoms, style);
    case "fiscalAppropriationSummary": {
      const fiscal = atoms.filter((atom) => fundOf(atom));
      return style.fiscal === "flat"
        ? twoSided(keys, flatFiscalLines(fiscal), expenditureLines(fiscal, { ...style, sections: "flat" }), fiscal, style)
        : twoSided(keys, nestedFiscalLines(fiscal), nestedFiscalExpenditure(fiscal), fiscal, style);
    }
    case "revenueSummary":
      return keys.includes("label") ? byUnit(keys, atoms, style) : byFunction(keys, atoms, style);
    case "expenditureSummary":
      return byFunction(keys, atoms, style);
    case "generalPublicBudgetByFunction":
      return byFunction(keys, fund("generalPublicBudget"), style);
    case "governmentFundBudgetByFunction":
      return byFunction(keys, fund("governmentFundBudget"), style);
    case "stateCapitalBudgetByFunction":
      return byFunction(keys, fund("stateCapitalBudget"), style);
    case "basicExpenditureByEconomicNature":
      return byEconomic(keys, fund("generalPublicBudget").filter(isBasic), style);
    case "threePublicExpenses":
      return threePublic(keys, fund("generalPublicBudget"), style);
  }
}

function money(fen: number, { yuan, zero, thousands }: Style): string {
  if (fen === 0) return zero;
  const text = (fen / (yuan ? 100 : 1_000_000)).toFixed(2);
  return thousands ? text.replace(/\B(?=(\d{3})+\.)/gu, ",") : text;
}

/** The cells of a row: words by key, everything else summed up from the money. */
function cellsOf(keys: readonly string[], words: Readonly<Record<string, string>>, atoms: readonly Atom[], style: Style): string[] {
  return keys.map((key) => {
    const sum = SUMMED[key];
    return words[key] ?? (sum ? money(total(atoms.filter(sum)), style) : "");
  });
}

function emptyTotal(columns: NationalTable["columns"], style: Style): NationalRow {
  const keys = columns.map(({ key }) => key);
  return { cells: cellsOf(keys, { name: "合计" }, [], { ...style, zero: "0.00" }), role: "total", level: 0 };
}

function byFunction(keys: readonly string[], atoms: readonly Atom[], style: Style): NationalRow[] {
  if (atoms.length === 0) return [];
  const rows: NationalRow[] = [];
  const withUnits = keys.includes("budgetUnitName");
  const hasCodes = keys.some((key) => /^code/u.test(key));
  rows.push({ cells: cellsOf(keys, withUnits ? { budgetUnitName: "合计" } : { name: "合计" }, atoms, style), role: "total", level: 0 });
  const tree = (of: readonly Atom[], under: number, unit: string | undefined) => {
    const codes = [...new Set(of.flatMap(({ code }) => [code.slice(0, 3), code.slice(0, 5), code]))].sort();
    for (const code of codes) {
      const level = (code.length - 1) / 2;
      const parts = [code.slice(0, 3), code.slice(3, 5), code.slice(5)];
      const shown = parts.map((part, at) => (style.allParts || at === level - 1 ? part : ""));
      const words = {
        code,
        codeClass: shown[0] ?? "",
        codeSection: shown[1] ?? "",
        codeItem: shown[2] ?? "",
        name: `${hasCodes && style.sections === "flat" ? "" : "　".repeat(2 * (level - 1))}${functionalName(code)}`,
        budgetUnitName: style.unitRepeated ? (unit ?? "") : "",
        remarks: "",
      };
      rows.push({
        cells: cellsOf(
          keys,
          words,
          of.filter((atom) => atom.code.startsWith(code)),
          style,
        ),
        role: ["class", "section", "item"][level - 1] ?? "",
        level: level + under,
        ...(hasCodes && { code }),
        ...(unit && { unit }),
      });
    }
  };
  if (!withUnits) tree(atoms, 0, undefined);
  else
    for (const [unit, of] of groups(atoms, (atom) => String(atom.unit))) {
      const name = UNIT_NAMES[Number(unit)] ?? "";
      rows.push({ cells: cellsOf(keys, { budgetUnitName: name }, of, style), role: "unit", level: 1, unit: name });
      tree(of, 1, name);
    }
  return numbered(keys, rows);
}

function numbered(keys: readonly string[], rows: readonly NationalRow[]): NationalRow[] {
  const at = keys.indexOf("serialNumber");
  return at < 0 ? [...rows] : rows.map((row, index) => ({ ...row, cells: row.cells.with(at, String(index + 1)) }));
}

function byUnit(keys: readonly string[], atoms: readonly Atom[], style: Style): NationalRow[] {
  const rows: NationalRow[] = [{ cells: cellsOf(keys, { label: "合计" }, atoms, style), role: "total", level: 0 }];
  const hasCodes = keys.includes("budgetUnitCode");
  if (style.department && hasCodes)
    rows.push({ cells: cellsOf(keys, { budgetUnitCode: "061", label: DEPARTMENT }, atoms, style), role: "unit", level: 1 });
  for (const [unit, of] of groups(atoms, (atom) => String(atom.unit))) {
    const words = { budgetUnitCode: unitCode(Number(unit)), label: UNIT_NAMES[Number(unit)] ?? "" };
    rows.push({ cells: cellsOf(keys, words, of, style), role: "unit", level: style.department && hasCodes ? 2 : 1 });
  }
  return rows;
}

function byEconomic(keys: readonly string[], atoms: readonly Atom[], style: Style): NationalRow[] {
  const rows: NationalRow[] = [{ cells: cellsOf(keys, { departmentEconomicName: "合计" }, atoms, style), role: "total", level: 0 }];
  for (const code of [...new Set(atoms.flatMap(({ economic }) => [economic.slice(0, 3), economic]))].sort()) {
    const of = atoms.filter(({ economic }) => economic.startsWith(code));
    rows.push({
      cells: cellsOf(keys, { departmentEconomicCode: code, departmentEconomicName: economicName(code) }, of, style),
      role: code.length === 3 ? "class" : "section",
      level: code.length === 3 ? 1 : 2,
      code,
    });
  }
  return rows;
}

function threePublic(keys: readonly string[], atoms: readonly Atom[], style: Style): NationalRow[] {
  const of = (economic: string, among = atoms) => total(among.filter((atom) => atom.economic === economic));
  const amounts = (among: readonly Atom[]) => {
    const [travel, reception, running, purchase] = [of("30212", among), of("30217", among), of("30231", among), of("31013", among)];
    return {
      total: travel + reception + running + purchase,
      overseasTravelExpenses: travel,
      officialReceptionExpenses: reception,
      officialVehicleExpenses: running + purchase,
      officialVehiclePurchaseExpenses: purchase,
      officialVehicleRunningExpenses: running,
      administrativeExpenses: total(among.filter((atom) => isBasic(atom) && !isPersonnel(atom))),
      meetingExpenses: 0,
      trainingExpenses: 0,
    };
  };
  const printed = (among: readonly Atom[]) =>
    Object.fromEntries(Object.entries(amounts(among)).map(([key, fen]) => [key, money(fen, style)]));
  if (!keys.includes("label")) return [{ cells: cellsOf(keys, printed(atoms), [], style), role: "total" }];
  if (keys.length > 2) {
    const units = groups(atoms, (atom) => String(atom.unit)).map(
      ([unit, among]): NationalRow => ({
        cells: cellsOf(keys, { ...printed(among), label: UNIT_NAMES[Number(unit)] ?? "" }, [], style),
        role: "unit",
      }),
    );
    return [{ cells: cellsOf(keys, { ...printed(atoms), label: "合计" }, [], style), role: "total" }, ...units];
  }
  const all = amounts(atoms);
  const lines: readonly Line[] = [
    ["合计", all.total],
    ["1、因公出国（境）费用", all.overseasTravelExpenses],
    ["2、公务接待费", all.officialReceptionExpenses],
    ["3、公务用车购置及运行费", all.officialVehicleExpenses],
    ["其中：（1）公务用车购置费", all.officialVehiclePurchaseExpenses],
    ["（2）公务用车运行费", all.officialVehicleRunningExpenses],
  ];
  return lines.map(([label, fen]) => ({ cells: [label, money(fen, style)] }));
}

const ofSource = (atoms: readonly Atom[], ...sources: readonly string[]) => total(atoms.filter(({ source }) => sources.includes(source)));
const ofOrigin = (atoms: readonly Atom[], origin: string) =>
  total(atoms.filter((atom) => atom.origin === origin && atom.source === "carryoverFromPriorYear"));

/** The revenue side of 收支总表. */
function revenueLines(atoms: readonly Atom[], { revenue }: Style): Line[] {
  const funds = Object.entries(FUNDS).map(([key, name]): Line => [name, ofSource(atoms, key)]);
  const special: Line = ["财政专户管理资金", ofSource(atoms, ...SPECIAL)];
  const own = (
    [
      ["事业收入", "institutionalRevenue"],
      ["上级补助收入", "superiorGrantRevenue"],
      ["附属单位上缴收入", "affiliateRemittanceRevenue"],
      ["事业单位经营收入", "businessRevenue"],
      ["其他收入", "otherRevenue"],
    ] as const
  ).map(([label, key]): Line => [label, ofSource(atoms, key)]);
  const sum = (lines: readonly Line[]) => lines.reduce((all, [, fen]) => all + fen, 0);
  const ordered = (lines: readonly Line[]) => lines.map(([label, fen], at): Line => [`${ORDINALS[at]}、${label}`, fen]);
  const indented = (lines: readonly Line[]) => lines.map(([label, fen]): Line => [label, fen, 1]);
  const [appropriated, ofUnits] = [["财政拨款", sum(funds)] as Line, ["单位资金", sum(own)] as Line];
  const groupsOf = {
    national: () => ordered([...funds.map(([label, fen]): Line => [`${label}拨款收入`, fen]), special, ...own]),
    grouped: () => {
      const [first, second, third] = ordered([appropriated, special, ofUnits]) as [Line, Line, Line];
      return [first, ...indented(funds), second, third, ...indented(own)];
    },
    arabic: () => {
      const [first, ...rest] = ordered([appropriated, special, ...own]) as [Line, ...Line[]];
      return [first, ...funds.map(([label, fen], at): Line => [`${at + 1}、${label}`, fen]), ...rest];
    },
  };
  return [
    ...groupsOf[revenue](),
    ["本年收入合计", total(atoms.filter(({ source }) => !/carryover|Drawdown/u.test(source)))],
    ["使用非财政拨款结余", ofSource(atoms, "institutionalFundDrawdown")],
    ["上年结转", ofSource(atoms, "carryoverFromPriorYear")],
    ["收入总计", total(atoms)],
  ];
}

type MoneyLine = readonly [label: string, atoms: readonly Atom[], indent?: number];

/** The expenditure side: classes, or classes with what stands under them. */
function expenditureLines(atoms: readonly Atom[], { sections, emptyClasses }: Pick<Style, "sections" | "emptyClasses">): MoneyLine[] {
  const classes = [
    ...new Set([
      ...atoms.map(({ code }) => code.slice(0, 3)),
      ...(emptyClasses && sections === "flat" ? ["202", "205", "214", "217"] : []),
    ]),
  ].sort();
  const lines = classes.flatMap((code, at): MoneyLine[] => {
    const under =
      sections === "nested"
        ? [...new Set(atoms.flatMap((atom) => [atom.code.slice(0, 5), atom.code]))].filter((one) => one.startsWith(code)).sort()
        : [];
    return [code, ...under].map((one) => {
      const level = (one.length - 3) / 2;
      return [
        level === 0 ? `${ORDINALS[at]}、${functionalName(one)}` : functionalName(one),
        atoms.filter((atom) => atom.code.startsWith(one)),
        level,
      ];
    });
  });
  return [...lines, ["本年支出合计", atoms], ["结转下年", []], ["支出总计", atoms]];
}

function flatFiscalLines(atoms: readonly Atom[]): Line[] {
  const current = Object.entries(FUNDS).map(([key, name], at): Line => [`${ORDINALS[at]}、${name}拨款`, ofSource(atoms, key)]);
  return [
    ...current,
    ["本年收入合计", ofSource(atoms, ...Object.keys(FUNDS))],
    ["上年结转", ofSource(atoms, "carryoverFromPriorYear")],
    ["收入总计", total(atoms)],
  ];
}

function nestedFiscalLines(atoms: readonly Atom[]): Line[] {
  const funds = Object.entries(FUNDS);
  return [
    ["一、本年收入", ofSource(atoms, ...Object.keys(FUNDS))],
    ...funds.map(([key, name], at): Line => [`（${ORDINALS[at]}）${name}拨款`, ofSource(atoms, key)]),
    ["二、上年结转", ofSource(atoms, "carryoverFromPriorYear")],
    ...funds.map(([key, name], at): Line => [`（${ORDINALS[at]}）${name}拨款`, ofOrigin(atoms, key)]),
    ["收入总计", total(atoms)],
  ];
}

function nestedFiscalExpenditure(atoms: readonly Atom[]): MoneyLine[] {
  const classes = [...new Set(atoms.map(({ code }) => code.slice(0, 3)))].sort();
  return [
    ["一、本年支出", atoms],
    ...classes.map(
      (code, at): MoneyLine => [`（${ORDINALS[at]}）${functionalName(code)}`, atoms.filter((atom) => atom.code.startsWith(code))],
    ),
    ["二、结转下年", []],
    ["支出总计", atoms],
  ];
}

/** Two lists side by side: 合计, 结转 and 总计 of either stand in one row with their like. */
function twoSided(
  keys: readonly string[],
  left: readonly Line[],
  right: readonly MoneyLine[],
  atoms: readonly Atom[],
  style: Style,
): NationalRow[] {
  void atoms;
  const foot = (lines: readonly (readonly [string, ...unknown[]])[]) => {
    const at = lines.findIndex(([label]) => /^本年..合计/u.test(label));
    return at < 0 ? lines.length - 1 : at;
  };
  const [leftFoot, rightFoot] = [foot(left), foot(right)];
  const height = Math.max(leftFoot, rightFoot);
  const pad = <T>(lines: readonly T[], at: number, tail: number) => [
    ...lines.slice(0, at),
    ...new Array<T | undefined>(height - at).fill(undefined),
    ...new Array<T | undefined>(tail - (lines.length - at)).fill(undefined),
  ];
  const tail = Math.max(left.length - leftFoot, right.length - rightFoot);
  // The subtotal leads what stands below it, the grand total ends it.
  const settle = <T>(lines: readonly T[], at: number) => {
    const below = lines.slice(at);
    const gap = new Array<T | undefined>(tail - below.length).fill(undefined);
    return [
      ...pad(lines, at, below.length),
      ...(below.length === 1 ? [...gap, ...below] : [...below.slice(0, -1), ...gap, ...below.slice(-1)]),
    ];
  };
  const [leftLines, rightLines] = [settle(left, leftFoot), settle(right, rightFoot)];
  return leftLines.map((line, at) => {
    const other = rightLines[at];
    const indent = (depth = 0) => "　".repeat(2 * depth);
    const words: Record<string, string> = {
      revenueItem: line ? indent(line[2]) + line[0] : "",
      revenue: line ? money(line[1], style) : "",
      expenditureItem: other ? indent(other[2]) + other[0] : "",
    };
    const cells = keys.map((key) => {
      if (key in words) return words[key] ?? "";
      const fund = key in FUNDS ? (atom: Atom) => fundOf(atom) === key : SUMMED[key];
      return other && fund ? money(total(other[1].filter(fund)), style) : "";
    });
    return { cells };
  });
}
