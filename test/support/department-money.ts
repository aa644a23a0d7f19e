import { departmentEconomicClassification } from "../../src/tables/economic-classification.ts";
import { functionalClassification } from "../../src/tables/functional-classification.ts";

export type FormId = "gz-14" | "gz-12" | "gz-12-2026";

export const FISCAL = ["generalPublicBudget", "governmentFundBudget", "stateCapitalBudget"] as const;
export const SPECIAL = ["educationFees", "otherSpecialAccountAppropriation"] as const;
export const OTHER = ["institutionalRevenue", "businessRevenue", "otherRevenue"] as const;
const GRANTED = ["superiorGrantRevenue", "affiliateRemittanceRevenue"] as const;
export const CURRENT = [...FISCAL, ...SPECIAL, ...OTHER] as const;

/** Where a piece of money comes from: a column of 收入总体情况表. */
export type Source = (typeof CURRENT)[number] | (typeof GRANTED)[number] | "institutionalFundDrawdown" | "carryoverFromPriorYear";

/** What it is spent on: a column of 支出总体情况表. */
export type Nature =
  | "basicExpenditure"
  | "projectExpenditure"
  | "businessExpenditure"
  | "affiliateGrantExpenditure"
  | "superiorRemittanceExpenditure"
  | "carryoverToNextYear";

/** The smallest piece of money: every table is a sum of these. */
export interface Atom {
  readonly unit: number;
  /** Functional code of 7 digits. */
  readonly code: string;
  /** The department's economic code of 5 digits. */
  readonly economic: string;
  readonly source: Source;
  /** The source that carried-over money once came from; the source itself for any other. */
  readonly origin: Source;
  readonly nature: Nature;
  readonly project: string;
  readonly category: string;
  /** In 分. */
  readonly fen: number;
}

export interface MoneyOptions {
  readonly seed: number;
  readonly form: FormId;
  readonly units: number;
  /** Amounts are made in 分 and rounded one by one to what is printed, so that sums come out a little off. */
  readonly rounded: boolean;
  /** Some projects pay money back. */
  readonly negative?: boolean;
}

const CODES = ["2010101", "2010102", "2080505", "2080506", "2101101", "2120801", "2130305", "2210201", "2230105", "2290804"];
const ECONOMIC = ["30101", "30108", "30201", "30205", "30212", "30217", "30227", "30231", "30299", "30302", "31002", "31007", "31013"];
/** Contributions are booked under one economic code wherever they are paid. */
const CONTRIBUTIONS: Readonly<Record<string, string>> = { "2080505": "30108", "2080506": "30109", "2210201": "30113" };

/** What a form can print beside what every form can. */
const MORE_SOURCES: Readonly<Record<FormId, readonly Source[]>> = {
  "gz-14": ["institutionalFundDrawdown", "carryoverFromPriorYear"],
  "gz-12": ["institutionalFundDrawdown"],
  "gz-12-2026": ["carryoverFromPriorYear"],
};

/** What is spent beside basic expenditure and projects: out of money that is not of the three funds. */
const BESIDES: readonly (readonly [Nature, readonly Source[]])[] = [
  ["businessExpenditure", ["businessRevenue"]],
  ["affiliateGrantExpenditure", ["superiorGrantRevenue", "otherRevenue"]],
  ["superiorRemittanceExpenditure", ["affiliateRemittanceRevenue", "institutionalRevenue"]],
  ["carryoverToNextYear", ["otherRevenue", "superiorGrantRevenue"]],
];

/** A department's money, made up from a seed: every source and every nature that its form can print. */
export function departmentMoney({ seed, form, units, rounded, negative = false }: MoneyOptions): Atom[] {
  const random = randomOf(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const fen = () =>
    rounded
      ? 10_000 + Math.floor(random() * 90_000_000)
      : 1_000_000 * (1 + Math.floor(random() * 900)) + 10_000 * Math.floor(random() * 100);
  const atoms: Atom[] = [];
  const add = (unit: number, source: Source, nature: Nature, project = "", category = "") => {
    const code = pick(CODES);
    const contributes = nature === "basicExpenditure" && source === "generalPublicBudget";
    const economic = (contributes ? CONTRIBUTIONS[code] : undefined) ?? pick(ECONOMIC);
    const origin = source === "carryoverFromPriorYear" ? pick(CURRENT) : source;
    const sign = negative && nature === "projectExpenditure" && random() < 0.1 ? -1 : 1;
    atoms.push({ unit, code, economic, source, origin, nature, project, category, fen: sign * fen() });
  };
  const sources: readonly Source[] = [...CURRENT, ...GRANTED, ...MORE_SOURCES[form]];
  for (let unit = 0; unit < units; unit++) {
    // Of several units one may have no basic expenditure, another no project: the tables by unit leave them out.
    const [hasBasic, hasProjects] = [unit === 0 || random() < 0.8, unit === 0 || random() < 0.8];
    for (let count = 0; hasBasic && count < 8; count++) {
      add(unit, count < 4 ? "generalPublicBudget" : pick(withoutDrawnBasics(sources, form)), "basicExpenditure");
    }
    for (let count = 0; hasProjects && count < 8; count++) {
      const source = count < 3 ? "generalPublicBudget" : pick(sources);
      const category = count % 2 === 0 ? "运行保障类" : "经济和社会发展类";
      add(unit, source, "projectExpenditure", `项目${"甲乙丙丁戊"[count % 5]}`, category);
    }
    for (const [nature, from] of BESIDES) if (random() < 0.7) add(unit, pick(from), nature);
    if (form === "gz-12-2026" && random() < 0.5) add(unit, pick(FISCAL), "carryoverToNextYear");
  }
  return atoms;
}

/** gz-14 prints carryover in a column of its own beside the projects, and none beside basic expenditure. */
function withoutDrawnBasics(sources: readonly Source[], form: FormId): readonly Source[] {
  return form === "gz-14" ? sources.filter((source) => source !== "carryoverFromPriorYear") : sources;
}

export function total(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, { fen }) => sum + fen, 0);
}

export function groups(atoms: readonly Atom[], key: (atom: Atom) => string): [string, Atom[]][] {
  const found = new Map<string, Atom[]>();
  for (const atom of atoms) found.set(key(atom), [...(found.get(key(atom)) ?? []), atom]);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function functionalName(code: string): string {
  return functionalClassification.names[code]?.[0] ?? `科目${code}`;
}

export function economicName(code: string): string {
  return departmentEconomicClassification.names[code]?.[0] ?? `科目${code}`;
}

export function randomOf(seed: number): () => number {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
