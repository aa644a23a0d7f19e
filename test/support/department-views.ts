import { type Atom, FISCAL, randomOf, type Source, SPECIAL } from "./department-money.ts";
import { departmentRow, type MadeRow, unitCode, unitName } from "./department-tables.ts";

/** A lowest row of a table by unit, with the labels of the rows that it stands under, from its unit inwards. */
interface Leaf {
  readonly unit: number;
  readonly path: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<string, number>>;
}

interface View {
  readonly seed: number;
  readonly nested?: boolean;
}

/** What can be bought, with the category that the official catalogue gives it. */
const GOODS = [
  ["台式计算机", "A02010104 台式计算机", "台"],
  ["办公家具", "A0609 办公家具", "批"],
  ["复印纸", "A090101 复印纸", "箱"],
  ["房屋修缮", "B08 修缮工程", "项"],
  ["会议服务", "C0601 会议服务", "项"],
  ["物业管理服务", "C1204 物业管理服务", "项"],
] as const;
const CLASSES = [
  ["货物类", "A"],
  ["工程类", "B"],
  ["服务类", "C"],
] as const;
const CATALOGUE = [
  ["基本公共服务事项", "公共安全类", "信息安全辅助服务"],
  ["政府履职所需辅助性和技术性事务", "法律服务", "政府法律顾问服务"],
] as const;
const DISTRICTS = "yuexiu haizhu liwan tianhe baiyun huangpu nansha huadu panyu conghua zengcheng unallocated".split(" ");
const NON_TAX_FUNDS = ["一般公共预算", "政府性基金预算", "国有资本经营预算", "财政专户管理资金"] as const;

/** The rows of a table that is no part of the others: of other money, or of the same money seen once more; undefined for any other table. */
export function viewRows(kind: string, atoms: readonly Atom[], view: View): MadeRow[] | undefined {
  const units = [...new Set(atoms.map(({ unit }) => unit))].sort((a, b) => a - b);
  switch (kind) {
    case "nonTaxRevenue":
      return nonTaxRevenue(units, view);
    case "transferPaymentsByDistrict":
      return transferPayments(units, view);
    case "governmentProcurement":
      return procurement(atoms, view);
    case "purchasedPublicServices":
      return purchasedServices(atoms, view);
    default:
      return undefined;
  }
}

/** 非税收入预算表: in no other table, so made up of its own. */
function nonTaxRevenue(units: readonly number[], view: View): MadeRow[] {
  const random = randomOf(view.seed + 11);
  const leaves = units.flatMap((unit) =>
    NON_TAX_FUNDS.filter(() => random() < 0.6).flatMap((fund) =>
      ["利息收入", "国有资产处置收入"].slice(0, random() < 0.5 ? 1 : 2).map((heading): Leaf => {
        const [central, provincial, own] = [random() < 0.3, random() < 0.3, true].map((has) => (has ? drawn(random, 9_000_000) : 0));
        return {
          unit,
          path: [fund],
          texts: { label: fund, revenueHeading: heading, projectName: `${heading}项目` },
          amounts: summed({ remittedToCentral: central, remittedToProvincialSpecialAccount: provincial, ownLevelRevenue: own }),
        };
      }),
    ),
  );
  return tree(
    leaves,
    view,
    ofWhich(NON_TAX_FUNDS, leaves, (leaf, fund) => leaf.path[0] === fund),
    "none",
  );
}

/** 部门预算转移支付项目预算表: money for the districts, no part of what the department spends. */
function transferPayments(units: readonly number[], view: View): MadeRow[] {
  const random = randomOf(view.seed + 12);
  const leaves = units.flatMap((unit) =>
    ["补助项目甲", "补助项目乙"].slice(0, Math.floor(random() * 3)).map((project): Leaf => {
      const given = Object.fromEntries(DISTRICTS.map((district) => [district, random() < 0.6 ? drawn(random, 50_000_000) : 0]));
      const sum = Object.values(given).reduce((all, fen) => all + fen, 0);
      const source = [...FISCAL, "otherFunds", "carryoverFromPriorYear"][Math.floor(random() * 5)] as string;
      return {
        unit,
        path: [],
        texts: { label: project, performanceGoal: "目标", performanceIndicators: "1、数量指标" },
        amounts: { ...given, [source]: sum, total: sum },
      };
    }),
  );
  return tree(leaves, view, []);
}

/** 政府采购预算表: a share of what projects and basic expenditure spend. */
function procurement(atoms: readonly Atom[], view: View): MadeRow[] {
  const leaves = purchases(atoms, view.seed + 13).map(({ atom, fen, choice }): Leaf => {
    const [item, category, measure] = GOODS[choice % GOODS.length] as (typeof GOODS)[number];
    const isBasic = atom.nature === "basicExpenditure";
    return {
      unit: atom.unit,
      path: isBasic ? ["基本支出"] : ["项目支出", atom.project],
      texts: {
        label: isBasic ? "公用经费" : atom.project,
        procurementItemName: item,
        procurementCategoryName: category,
        procurementCategoryCode: category.split(" ")[0] as string,
        quantity: String(1 + (choice % 7)),
        unitOfMeasure: measure,
      },
      amounts: bySource(atom.source, fen),
    };
  });
  const labels = CLASSES.map(([label]) => label);
  const letter = (label: string) => CLASSES.find(([name]) => name === label)?.[1] ?? "";
  return tree(
    leaves,
    view,
    ofWhich(labels, leaves, ({ texts }, label) => texts.procurementCategoryCode?.startsWith(letter(label)) ?? false),
  );
}

/** 政府购买服务预算表: the same money seen once more. */
function purchasedServices(atoms: readonly Atom[], view: View): MadeRow[] {
  const leaves = purchases(atoms, view.seed + 14).map(({ atom, fen, choice }): Leaf => {
    const [catalogueLevel1, catalogueLevel2, catalogueLevel3] = CATALOGUE[choice % CATALOGUE.length] as (typeof CATALOGUE)[number];
    const isBasic = atom.nature === "basicExpenditure";
    const group = isBasic ? "公用经费" : atom.project;
    return {
      unit: atom.unit,
      path: [isBasic ? "基本支出" : "项目支出", group],
      texts: { label: group, catalogueLevel1, catalogueLevel2, catalogueLevel3, purchaseMethod: "服务外包" },
      amounts: bySource(atom.source, fen),
    };
  });
  return tree(
    leaves,
    view,
    ofWhich(["基本支出", "项目支出"], leaves, ({ path }, type) => path[0] === type),
  );
}

/** Shares of what is spent; nothing is bought out of carried-over money, nor for a project that pays money back. */
function purchases(atoms: readonly Atom[], seed: number): { atom: Atom; fen: number; choice: number }[] {
  const random = randomOf(seed);
  const paysBack = new Set(atoms.filter(({ fen }) => fen < 0).map(({ unit, project }) => `${unit} ${project}`));
  return atoms
    .filter(({ nature, source }) => /^(basic|project)/.test(nature) && source !== "carryoverFromPriorYear")
    .filter(({ unit, project }) => !paysBack.has(`${unit} ${project}`) && random() < 0.4)
    .map((atom) => ({ atom, fen: Math.floor((atom.fen * (0.1 + 0.8 * random())) / 10_000) * 10_000, choice: Math.floor(random() * 60) }));
}

function bySource(source: Source, fen: number): Record<string, number> {
  const isFiscal = FISCAL.some((one) => one === source);
  const special = SPECIAL.some((one) => one === source);
  return {
    total: fen,
    ...(isFiscal ? { fiscalAppropriation: fen, [source]: fen } : special ? { fiscalSpecialAccount: fen } : { otherFunds: fen }),
  };
}

/** The rows under 合计 that say what it is made of. */
function ofWhich(labels: readonly string[], leaves: readonly Leaf[], belongs: (leaf: Leaf, label: string) => boolean): MadeRow[] {
  return labels.map((label, index) => ({
    texts: { label: index === 0 ? `其中：${label}` : label },
    amounts: sumOf(leaves.filter((leaf) => belongs(leaf, label))),
  }));
}

/** 合计, what it is made of, the department where its units stand under it, each unit, and a row for each part of the leaves' paths. */
function tree(leaves: readonly Leaf[], { nested = false }: View, made: readonly MadeRow[], leafCode: "same" | "none" = "same"): MadeRow[] {
  const rows = (some: readonly Leaf[], depth: number): MadeRow[] => {
    const ends = some.filter(({ path }) => path.length === depth);
    const further = some.filter(({ path }) => path.length > depth);
    return [
      ...ends.map(({ unit, texts, amounts }) => ({
        texts: { ...texts, ...(leafCode === "same" && { budgetUnitCode: unitCode(unit) }) },
        amounts,
      })),
      ...[...new Set(further.map(({ path }) => path[depth] as string))].flatMap((label) => {
        const own = further.filter(({ path }) => path[depth] === label);
        return [{ texts: { label }, amounts: sumOf(own) }, ...rows(own, depth + 1)];
      }),
    ];
  };
  const units = [...new Set(leaves.map(({ unit }) => unit))].sort((a, b) => a - b);
  return [
    { texts: { label: "合计" }, amounts: sumOf(leaves) },
    ...made,
    ...(nested && leaves.length > 0 ? [departmentRow(sumOf(leaves))] : []),
    ...units.flatMap((unit) => {
      const own = leaves.filter((leaf) => leaf.unit === unit);
      return [{ texts: { label: unitName(String(unit)), budgetUnitCode: unitCode(unit) }, amounts: sumOf(own) }, ...rows(own, 0)];
    }),
  ];
}

function sumOf(leaves: readonly Leaf[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { amounts } of leaves) for (const [key, fen] of Object.entries(amounts)) sums[key] = (sums[key] ?? 0) + fen;
  return sums;
}

function summed(amounts: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const given = Object.fromEntries(Object.entries(amounts).map(([key, fen = 0]) => [key, fen]));
  return { ...given, total: Object.values(given).reduce((sum, fen) => sum + fen, 0) };
}

function drawn(random: () => number, most: number): number {
  return 10_000 * (1 + Math.floor(random() * (most / 10_000)));
}
