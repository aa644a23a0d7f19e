import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seriesToText } from "../../src/export/series-to-text.ts";
import { toSeries } from "../../src/export/to-series.ts";
import { Decimal } from "../../src/model/amount.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import type { FormId } from "../support/department-money.ts";
import { documentOf } from "../support/document-of.ts";
import { generatedDepartment } from "../support/generated-department.ts";

const FORMS: readonly FormId[] = ["gz-14", "gz-12", "gz-12-2026"];

/** Budgets of one organisation on the forms of 2021, 2024 and 2026. */
function threeBudgets(seed: number, zero: "0.00" | "-" | ""): BudgetDocument[] {
  return FORMS.map((form, index) => {
    const made = generatedDepartment({ seed: seed + index, form, units: 2, zero, printedUnit: "tenThousandYuan", rounded: false });
    return { ...made, source: { ...made.source, sha256: String(index).repeat(64) } };
  });
}

/** What 收支总体情况表 prints beside a label that ends like this. */
function printed({ tables }: BudgetDocument, label: RegExp): Decimal {
  const rows = tables.find(({ kind }) => kind === "revenueAndExpenditureSummary")?.rows ?? [];
  const pairs = rows.flatMap(({ cells: [left, revenue, right, expenditure] }) => [
    [left, revenue],
    [right, expenditure],
  ]);
  const text = pairs.find(([name]) => label.test(name ?? ""))?.[1] ?? "0";
  return new Decimal(text === "-" || text === "" ? "0" : text);
}

const summary = (form: FormId, fiscalYear: number, rows: readonly (readonly (string | null)[])[]) =>
  documentOf({
    form,
    fiscalYear,
    source: { sha256: String(fiscalYear).padEnd(64, "0") },
    tables: [{ kind: "revenueAndExpenditureSummary", rows }],
  });
const of2024 = (grant: string | null) =>
  summary("gz-12", 2024, [
    ["一、预算拨款", "100.00", "一、一般公共服务支出", "130.00"],
    ["二、财政专户拨款", "0.00", null, null],
    ["三、其他资金", "20.00", null, null],
    ["本年收入合计", "120.00", "本年支出合计", "130.00"],
    ["四、上级补助收入", grant, "对附属单位补助支出", "0.00"],
    ["收入总计", "130.00", "支出总计", "130.00"],
  ]);
const of2026 = (grant: string) =>
  summary("gz-12-2026", 2026, [
    ["一、预算拨款", "110.00", "一、一般公共服务支出", "136.00"],
    ["二、财政专户拨款", "0.00", "二、外交支出", "0.00"],
    ["三、事业收入", "15.00", null, null],
    ["四、事业单位经营收入", "0.00", null, null],
    ["五、其他收入", "6.00", null, null],
    ["六、上级补助收入", grant, "二十四、对附属单位补助支出", "0.00"],
    ["本年收入合计", "136.00", "本年支出合计", "136.00"],
    ["收入总计", "136.00", "支出总计", "136.00"],
  ]);

describe("years on different forms", () => {
  it("stand side by side as a person would type them off, with a sentence where a sum is composed otherwise", () => {
    const text = seriesToText(toSeries([of2024("10.00"), of2026("5.00")]), "zh");
    expect(text.split("\n")).toEqual([
      "广州市某某局  收支总体情况表  单位：万元",
      "编码  名称                        2024    2026    增减                  %",
      "      预算拨款                  100.00  110.00  +10.00             +10.00",
      "      财政专户拨款                0.00    0.00    0.00  (基数为0，不可比)",
      "      其他资金                   20.00   21.00   +1.00              +5.00",
      "      事业收入            (当年无此行)   15.00               (无更早年份)",
      "      事业单位经营收入    (当年无此行)    0.00               (无更早年份)",
      "      其他收入            (当年无此行)    6.00               (无更早年份)",
      "      本年收入合计              120.00  136.00   +6.00              +4.62",
      "      上级补助收入               10.00    5.00   -5.00             -50.00",
      "      收入总计                  130.00  136.00   +6.00              +4.62",
      "      本年支出合计              130.00  136.00   +6.00              +4.62",
      "      对附属单位补助支出          0.00    0.00    0.00  (基数为0，不可比)",
      "      支出总计                  130.00  136.00   +6.00              +4.62",
      "其他资金：2026年为事业收入、事业单位经营收入、其他收入之和",
      "本年收入合计：2026年与2024年口径不同：上级补助收入；2024年按2026年口径为130.00",
      "",
    ]);
  });

  it.each([
    ["no money is composed otherwise", "0.00", "0.00", { change: "16", percentage: "13.33" }],
    ["the earlier year prints none", null, "0.00", { change: "16", percentage: "13.33" }],
    ["the part is printed", "10.00", "0.00", { change: "6", differing: ["上级补助收入"], comparedAmount: "130" }],
    ["the part cannot be read", "1O.00", "5.00", { change: undefined, differing: ["上级补助收入"], notComparable: "composedOtherwise" }],
  ])("a sum is compared as far as the same sum can be put together: %s", (_, earlier, later, wanted) => {
    const { series } = toSeries([of2024(earlier), of2026(later)]);
    const point = series.find(({ key }) => key === "currentYearRevenue")?.points[1];
    const seen = {
      ...point,
      change: point?.change?.toFixed(),
      percentage: point?.percentage?.toFixed(),
      comparedAmount: point?.comparedAmount?.toFixed(),
    };
    expect(seen).toMatchObject(wanted);
  });

  it("print in every year what the budget prints, and count each change from the same sum", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.constantFrom("0.00", "-", ""), (seed, zero) => {
        const [, of2024, of2026] = threeBudgets(seed, zero as "0.00");
        if (!of2024 || !of2026) return;
        const { series } = toSeries(threeBudgets(seed, zero as "0.00"));
        const last = (key: string) => series.find((one) => one.key === key && one.tableKind === "revenueAndExpenditureSummary")?.points[2];
        const sum = (document: BudgetDocument, ...labels: RegExp[]) =>
          labels.reduce((all, label) => all.plus(printed(document, label)), new Decimal(0));
        const revenue = sum(of2024, /^本年收入合计$/, /上级补助收入$/, /附属单位上缴收入$/);
        const expenditure = sum(of2024, /^本年支出合计$/, /对附属单位补助支出$/, /上缴上级支出$/);
        const others = sum(of2026, /、事业收入$/, /事业单位经营收入$/, /、其他收入$/);
        const expected = [
          ["currentYearRevenue", printed(of2026, /^本年收入合计$/), revenue],
          ["currentYearExpenditure", printed(of2026, /^本年支出合计$/), expenditure],
          ["totalRevenue", printed(of2026, /^收入总计$/), printed(of2024, /^收入总计$/)],
          ["fiscalAppropriation", printed(of2026, /预算拨款$/), printed(of2024, /预算拨款$/)],
          ["otherFunds", others, printed(of2024, /其他资金$/)],
        ] as const;
        for (const [key, amount, earlier] of expected) {
          const point = last(key);
          if (!point?.amount || !point.change) continue;
          expect([key, point.amount.toFixed(), point.change.toFixed()]).toEqual([key, amount.toFixed(), amount.minus(earlier).toFixed()]);
        }
        expect(last("currentYearRevenue")?.change).not.toBeNull();
      }),
      { numRuns: 12, seed: 26 },
    );
  });

  it("compare expenditure by code without what one form carries over in it", () => {
    const [, earlier, later] = threeBudgets(3, "0.00");
    const { series } = toSeries(
      [earlier, later].flatMap((one) => one ?? []),
      { by: "functional" },
    );
    const total = series.find(({ key }) => key === "total")?.points[1];
    const carried = printed(earlier as BudgetDocument, /结转下年$/);
    expect(carried.isZero()).toBe(false);
    expect(total?.differing).toEqual(["结转下年"]);
    expect(total?.comparedAmount?.toFixed()).toBe(
      printed(earlier as BudgetDocument, /^支出总计$/)
        .minus(carried)
        .toFixed(),
    );
  });
});
