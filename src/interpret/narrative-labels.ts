/** What a phrase of the explanatory part measures. */
export interface NarrativeLabel {
  readonly measure: string;
  readonly item?: string;
  /** A part of the total, of transfer payments or of procurement that stands before it. */
  readonly partOf?: "total" | "transferPayments" | "governmentProcurement";
  /** Side that the words themselves name, for a part of a total. */
  readonly side?: "totalRevenue" | "totalExpenditure";
}

interface LabelPattern {
  readonly pattern: RegExp;
  readonly label: NarrativeLabel;
}

/** Half-width, without white space; brackets inside a label stand as 〔 and 〕. */
const BUDGET = "(?:财政)?(?:拨款)?(?:资金)?";
const TRAVEL = "因公出国(?:〔境〕|境)?";
const WORDS_OF_FUNDS: readonly (readonly [string, string])[] = [
  [`一般公共预算${BUDGET}`, "generalPublicBudget"],
  [`政府性基金(?:预算)?${BUDGET}`, "governmentFundBudget"],
  [`国有资本经营(?:预算)?${BUDGET}`, "stateCapitalBudget"],
  ["财政专户(?:管理)?(?:资金|拨款)?", "fiscalSpecialAccount"],
  ["其他资金", "otherFunds"],
  ["事业(?:单位)?(?=收入)", "institutionalRevenue"],
  ["(?:事业单位)?经营(?=收入)", "businessRevenue"],
  ["其他(?=收入)", "otherRevenue"],
  ["上级补助", "superiorGrantRevenue"],
  ["附属单位上缴", "affiliateRemittanceRevenue"],
  ["用?事业基金弥补收支差额", "institutionalFundDrawdown"],
  ["(?:上年|年初)(?:预)?结转(?:和?结余)?(?:资金)?", "carryoverFromPriorYear"],
  ["(?:财政|预算)拨款", "fiscalAppropriation"],
];

/** 一般公共预算基本支出 is not all that is spent on it. */
const OF_ALL_FUNDS = `(?<!(?:公共预算|基金(?:预算)?|经营(?:预算)?)${BUDGET}(?:安排)?的?)`;

const DISTRICTS: readonly (readonly [string, string])[] = [
  ["越秀", "yuexiu"],
  ["海珠", "haizhu"],
  ["荔湾", "liwan"],
  ["天河", "tianhe"],
  ["白云", "baiyun"],
  ["黄埔", "huangpu"],
  ["南沙", "nansha"],
  ["花都", "huadu"],
  ["番禺", "panyu"],
  ["从化", "conghua"],
  ["增城", "zengcheng"],
];

/** Words that may stand between what is measured and its amount. */
const FILLER = "(?:预算|支出|收入|经费|资金|金额|总额|总值|原值|净值|数额|规模|安排|总计|共计|合计|采购|总|共|计|数|为|是|达到?|约|:)*";

const patterns: readonly LabelPattern[] = [
  whole("收支总?(?:预算|额|计)|收入支出(?:总)?预算|收支预算总(?:额|计)", "totalRevenueAndExpenditure"),
  whole("收入(?:总)?预算|总收入|收入(?:总计|总额|合计)|预算(?:总)?收入", "totalRevenue"),
  whole("支出(?:总)?预算|总支出|支出(?:总计|总额|合计)|预算(?:总)?支出", "totalExpenditure"),
  ...WORDS_OF_FUNDS.flatMap(([words, item]): LabelPattern[] => [
    { pattern: ends(`(?:${words})`), label: { measure: "total", item, partOf: "total" } },
    { pattern: ends(`(?:${words})收入`), label: { measure: "total", item, partOf: "total", side: "totalRevenue" } },
    { pattern: ends(`(?:${words})支出`), label: { measure: "total", item, partOf: "total", side: "totalExpenditure" } },
  ]),
  {
    pattern: ends(`${OF_ALL_FUNDS}基本支出`),
    label: { measure: "total", item: "basicExpenditure", partOf: "total", side: "totalExpenditure" },
  },
  {
    pattern: ends(`${OF_ALL_FUNDS}项目支出`),
    label: { measure: "total", item: "projectExpenditure", partOf: "total", side: "totalExpenditure" },
  },
  whole("转移支付(?:项目)?", "transferPayments"),
  ...DISTRICTS.map(([name, item]): LabelPattern => part(`${name}区?`, "transferPayments", item)),
  part("待分配", "transferPayments", "unallocated"),
  whole('"?三公"?(?:经费)?', "threePublicExpenses"),
  whole(`${TRAVEL}(?:费用?|经费|支出)?`, "overseasTravelExpenses"),
  whole("公务用车购置(?:及|和|与|、)运行(?:维护)?(?:费用?|经费|支出)?", "officialVehicleExpenses"),
  whole("公务用车购置(?:费用?|经费|支出)?", "officialVehiclePurchaseExpenses"),
  whole("公务用车运行(?:维护)?(?:费用?|经费|支出)?", "officialVehicleRunningExpenses"),
  whole("公务接待(?:费用?|经费|支出)?", "officialReceptionExpenses"),
  whole("机关运行经费(?:〔行政经费〕)?|行政经费(?:〔机关运行经费〕)?", "administrativeExpenses"),
  whole("委托业务费用?", "commissionedServices"),
  whole("政府采购", "governmentProcurement"),
  part("(?:政府采购)?货物(?:类)?(?:采购)?", "governmentProcurement", "goods"),
  part("(?:政府采购)?工程(?:类)?(?:采购)?", "governmentProcurement", "works"),
  part("(?:政府采购)?服务(?:类)?(?:采购)?", "governmentProcurement", "services"),
  whole("固定资产", "fixedAssets"),
  whole("(?:拟|计划|预计|安排)(?:购置|新增|购买|采购)固定资产", "plannedFixedAssets"),
];

/**
 * The label that a phrase ends with.
 *
 * @param phrase Text before an amount.
 * @returns The label after which only filling words stand, the one that begins first; where it begins in the phrase; undefined where the phrase ends with none.
 * @example labelAtEnd("2021年部门转移支付预算安排") // { label: { measure: "transferPayments" }, from: 7 }
 */
export function labelAtEnd(phrase: string): { readonly label: NarrativeLabel; readonly from: number } | undefined {
  let best: { label: NarrativeLabel; from: number; length: number } | undefined;
  for (const { pattern, label } of patterns) {
    const found = pattern.exec(phrase);
    if (!found) continue;
    const length = found.groups?.label?.length ?? 0;
    if (!best || found.index < best.from || (found.index === best.from && length > best.length))
      best = { label, from: found.index, length };
  }
  return best;
}

function ends(words: string): RegExp {
  return new RegExp(`(?<label>${words})${FILLER}$`, "u");
}

function whole(words: string, measure: string): LabelPattern {
  return { pattern: ends(words), label: { measure } };
}

function part(words: string, measure: "transferPayments" | "governmentProcurement", item: string): LabelPattern {
  return { pattern: ends(words), label: { measure, item, partOf: measure } };
}
