import { type Atom, FISCAL, groups, OTHER, randomOf, type Source, SPECIAL, total } from "./department-money.ts";
import { type MadeRow, type TableOptions, tableRows, unitName } from "./department-tables.ts";
import { viewRows } from "./department-views.ts";

export interface ProseSection {
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const DISTRICTS: Readonly<Record<string, string>> = {
  yuexiu: "越秀区",
  haizhu: "海珠区",
  liwan: "荔湾区",
  tianhe: "天河区",
  baiyun: "白云区",
  huangpu: "黄埔区",
  nansha: "南沙区",
  huadu: "花都区",
  panyu: "番禺区",
  conghua: "从化区",
  zengcheng: "增城区",
};

/** The explanatory part of a department's budget: what its form of the year states, with changes, percentages and reasons. */
export function departmentProse(atoms: readonly Atom[], year: number, options: TableOptions): ProseSection[] {
  const isOld = options.form === "gz-14";
  const random = randomOf(options.seed + 21);
  const rows = (kind: string): readonly MadeRow[] => tableRows(kind, atoms, options) ?? viewRows(kind, atoms, options) ?? [];
  const decimals = isOld ? 1 : 2;
  const changed = (fen: number) => change(fen, priorOf(fen, random), decimals);
  const all = total(atoms);
  const sections: (ProseSection | undefined)[] = [
    {
      heading: "一、部门预算收支增减变化情况",
      paragraphs: isOld
        ? [
            `${year}年收支总预算${money(all)}万元，${changed(all)}。`,
            `${year}年收入预算${money(all)}万元，${changed(all)}。其中：${funds(atoms, "收入")}。`,
            `${year}年支出预算${money(all)}万元，${changed(all)}。其中：${funds(atoms, "支出")}。`,
          ]
        : [`${year}年本部门收入预算${money(all)}万元，${changed(all)}；支出预算${money(all)}万元，${changed(all)}。`],
    },
    isOld ? transfers(rows("transferPaymentsByDistrict"), year) : undefined,
    { heading: "二、“三公”经费安排情况", paragraphs: threePublic(rows("administrativeAndThreePublicExpenses"), year, random, decimals) },
    {
      heading: "三、机关运行经费安排情况",
      paragraphs: [
        `${year}年，本部门机关运行经费${isOld ? "（行政经费）预算" : ""}安排${money(rows("administrativeAndThreePublicExpenses")[0]?.amounts.total)}万元，${changed(rows("administrativeAndThreePublicExpenses")[0]?.amounts.total ?? 0)}。`,
      ],
    },
    { heading: "四、政府采购情况", paragraphs: [procurement(rows("governmentProcurement"), year)] },
    { heading: "五、国有资产占有使用情况", paragraphs: [assets(atoms, rows("governmentProcurement"), year)] },
    options.form === "gz-12-2026"
      ? {
          heading: "六、委托业务费安排情况",
          paragraphs: [`${year}年本部门一般公共预算安排委托业务费${money(commissioned(atoms))}万元，${changed(commissioned(atoms))}。`],
        }
      : undefined,
    { heading: "七、重点项目预算绩效目标情况", paragraphs: [`${year}年，本部门重点项目绩效目标情况如下：`] },
  ];
  // Nobody writes that an amount of less than nothing was set aside.
  return sections.flatMap((section) =>
    section ? { ...section, paragraphs: section.paragraphs.filter((text) => !/-\d/u.test(text)) } : [],
  );
}

/** 重点项目: projects alone, under units with or without amounts, or under a total; amounts as irregular as departments print them. */
export function keyProjectRows(atoms: readonly Atom[], { seed, form }: TableOptions): string[][] {
  const random = randomOf(seed + 22);
  const [withUnits, withAmounts, withTotal] = [random() < 0.6, random() < 0.6, random() < 0.5];
  const own = atoms.filter(({ nature }) => nature === "projectExpenditure");
  const projects = groups(own, ({ unit, project }) => `${unit} ${project}`)
    .map(([, some]) => ({
      unit: some[0]?.unit ?? 0,
      name: some[0]?.project ?? "",
      fen: total(some),
      categories: new Set(some.map((one) => one.category)).size,
    }))
    .filter(
      ({ name, fen, categories }) =>
        fen > 0 &&
        (form !== "gz-14" || categories === 1) &&
        (withUnits || own.every((atom) => atom.project !== name || atom.unit === own.find((one) => one.project === name)?.unit)),
    );
  const row = ({ name, fen }: { readonly name: string; readonly fen: number }) => [name, irregular(fen, random), "完成全年目标。"];
  const sum = (some: readonly { readonly fen: number }[]) => money(some.reduce((all, { fen }) => all + fen, 0));
  if (!withUnits) return projects.map(row);
  const units = [...new Set(projects.map(({ unit }) => unit))];
  return [
    ...(withAmounts && withTotal ? [["合计", sum(projects), ""]] : []),
    ...units.flatMap((unit) => {
      const some = projects.filter((project) => project.unit === unit);
      return [[unitName(String(unit)), withAmounts ? sum(some) : "", ""], ...some.map(row)];
    }),
  ];
}

function funds(atoms: readonly Atom[], side: "收入" | "支出"): string {
  const sum = (...sources: readonly Source[]) => money(total(atoms.filter(({ source }) => sources.includes(source))));
  return [
    `一般公共预算${side}${sum("generalPublicBudget")}万元`,
    `政府性基金${side}${sum("governmentFundBudget")}万元`,
    `国有资本经营预算${sum("stateCapitalBudget")}万元`,
    `财政专户管理资金${sum(...SPECIAL)}万元`,
    `其他资金${sum(...OTHER)}万元`,
    `上年预结转${sum("carryoverFromPriorYear")}万元`,
  ].join("，");
}

function transfers([sum]: readonly MadeRow[], year: number): ProseSection {
  const given = Object.entries(DISTRICTS).flatMap(([key, name]) => (sum?.amounts[key] ? `${name}安排${money(sum.amounts[key])}万元` : []));
  const parts = given.length > 0 ? `，其中：${given.join("，")}` : "";
  return {
    heading: "二、部门转移支付情况",
    paragraphs: [`${year}年部门转移支付预算安排${money(sum?.amounts.total)}万元${parts}。`],
  };
}

/** The whole's prior year is the sum of its parts'. */
function threePublic(rows: readonly MadeRow[], year: number, random: () => number, decimals: number): string[] {
  const [, three = 0, abroad = 0, vehicles = 0, bought = 0, run = 0, received = 0] = rows.map(({ amounts }) => amounts.total);
  const [before, boughtBefore, runBefore, receivedBefore] = [abroad, bought, run, received].map((fen) => priorOf(fen, random)) as [
    number,
    number,
    number,
    number,
  ];
  const vehiclesBefore = boughtBefore + runBefore;
  const said = (fen: number, prior: number) => `${money(fen)}万元，${change(fen, prior, decimals)}`;
  const detailed = random() < 0.5;
  const parts = detailed
    ? `公务用车购置费${said(bought, boughtBefore)}；公务用车运行维护费${said(run, runBefore)}`
    : `公务用车购置费${money(bought)}万元，公务用车运行维护费${money(run)}万元`;
  return [
    `${year}年本部门财政拨款安排“三公”经费${said(three, before + vehiclesBefore + receivedBefore)}。其中：`,
    `因公出国（境）费${said(abroad, before)}，主要原因是厉行节约；`,
    `公务用车购置及运行维护费${money(vehicles)}万元（${parts}），${change(vehicles, vehiclesBefore, decimals)}，主要原因是车辆更新；`,
    `公务接待费${said(received, receivedBefore)}，主要原因是厉行节约。`,
  ];
}

function procurement(rows: readonly MadeRow[], year: number): string {
  const of = (label: string) => rows.find(({ texts }) => texts?.label?.endsWith(label))?.amounts.total;
  const [all, goods, works, services] = ["合计", "货物类", "工程类", "服务类"].map(of);
  const stated = rows.length > 0 ? [all, goods, works, services] : [12_000_0000, 4_000_0000, 0, 8_000_0000];
  const [sum, ...parts] = stated.map(money);
  return `${year}年本部门政府采购安排${sum}万元，其中：货物类采购预算${parts[0]}万元，工程类采购预算${parts[1]}万元，服务类采购预算${parts[2]}万元等。`;
}

/** What is to be bought is at least what the tables show of it: goods procured, equipment and vehicles booked. */
function assets(atoms: readonly Atom[], procured: readonly MadeRow[], year: number): string {
  const goods = procured
    .filter(({ texts }) => /^A0[1-6]/.test(texts?.procurementCategoryCode ?? ""))
    .reduce((sum, { amounts }) => sum + (amounts.total ?? 0), 0);
  const booked = total(atoms.filter(({ fen, economic }) => fen > 0 && ["31002", "31003", "31013", "31019"].includes(economic)));
  return `截至${year}年1月31日，本部门固定资产金额3,210.55万元，分布构成情况为：房屋1,850.2平方米，车辆3辆，单价在100万元以上的设备2台等。本年度拟购置固定资产${money(Math.max(goods, booked) + 50_000)}万元，主要是办公设备等。`;
}

function commissioned(atoms: readonly Atom[]): number {
  return total(
    atoms.filter(
      ({ source, economic, nature }) => source === FISCAL[0] && economic === "30227" && /^(basic|project)Expenditure$/.test(nature),
    ),
  );
}

/** The amount in 万元 as prose prints it: no zeros at the end. */
function money(fen = 0): string {
  return (Math.round(fen / 10_000) / 100).toLocaleString("en", { maximumFractionDigits: 2 });
}

function irregular(fen: number, random: () => number): string {
  const text = money(fen);
  return random() < 0.5 ? text.replaceAll(",", "") : text;
}

/** The year before is made up: nothing, the same, or anything from a fifth to double. */
function priorOf(fen: number, random: () => number): number {
  const [choice, share] = [random(), random()];
  if (choice < 0.1) return 0;
  if (choice < 0.2) return fen;
  return Math.floor(fen * (0.2 + 2 * share)) + (fen === 0 ? 12_340_000 : 0);
}

function change(fen: number, prior: number, decimals: number): string {
  const difference = fen - prior;
  if (/^-?0$/.test(money(difference))) return "与上年持平";
  const [more, up] = difference > 0 ? ["增加", "增长"] : ["减少", "下降"];
  const by = `比上年${more}${money(Math.abs(difference))}万元`;
  if (prior === 0) return `${by}，增长--（基数为0，不可比）`;
  return `${by}，${up}${((100 * Math.abs(difference)) / prior).toFixed(decimals)}%`;
}
