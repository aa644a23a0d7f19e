import { expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import { withNarrative } from "../support/check-document.ts";
import { documentOf, type TableText } from "../support/document-of.ts";

// The smallest document that each of these rules finds right, and the slip that it tells of.

type Cells = readonly (string | null)[];
type Made = (isRight: boolean) => BudgetDocument;

const zeros = (count: number): string[] => Array.from({ length: count }, () => "0.00");
const tables = (form: string, ...made: readonly TableText[]): BudgetDocument => documentOf({ form, fiscalYear: 2024, tables: made });
const prose = (document: BudgetDocument, ...sentences: readonly string[]): BudgetDocument => withNarrative(document, sentences);
const nothing = documentOf({ tables: [] });

const byFunction = (kind: string, class212: string): TableText => ({
  kind,
  rows: [
    [null, "合计", "30.00", "0.00", "30.00"],
    ["208", "社会保障和就业支出", "10.00", "0.00", "10.00"],
    ["212", "城乡社区支出", class212, "0.00", class212],
  ],
});

const performance = (rows: readonly Cells[]): TableText => ({
  kind: "projectPerformanceTargets",
  rows: rows.map((cells, index) => [...cells, index === 0 ? null : "目标", null]),
});

/** Rows of 政府采购预算表 and 政府购买服务预算表 after code and name. */
const procured = (category: string | null, code: string | null, amount: string): Cells => [
  ...[category && "设备", category, code, category && "1", category && "批"],
  ...[amount, amount, amount, ...zeros(4)],
];
const procurement = (unit: string, item: Cells, project = "运行经费", amount = "10.00"): TableText => ({
  kind: "governmentProcurement",
  rows: [
    [null, "合计", ...procured(null, null, amount)],
    [null, "其中：货物类", ...procured(null, null, amount)],
    [unit, "广州市某某局", ...procured(null, null, amount)],
    [null, "项目支出", ...procured(null, null, amount)],
    [null, project, ...procured(null, null, amount)],
    item,
  ],
});
const goods = (code: string, category = "台式计算机", number = "A02010104", amount = "10.00"): Cells => [
  code,
  "办公设备购置",
  ...procured(category, number, amount),
];
const services = (rows: readonly Cells[]): TableText => ({
  kind: "purchasedPublicServices",
  rows: rows.map(([code = null, name = null, amount = "0.00"]) => [
    ...[code, name],
    ...(code && name === "专项工作" ? ["公共服务", "公共安全", "信息安全", "外包"] : [null, null, null, null]),
    ...[amount, amount, amount, ...zeros(4)],
  ]),
});
const projects = (rows: readonly Cells[]): TableText => ({
  kind: "projectExpenditureByUnit",
  rows: rows.map(([code = null, name = null, amount = "0.00"]) => [
    ...[code, name, amount, amount, amount, ...zeros(7)],
    ...(name === "运行经费" ? ["内容", "目标", "指标"] : [null, null, null]),
  ]),
});
const runningProject = projects([
  [null, "合计", "10.00"],
  ["123001", "广州市某某局", "10.00"],
  [null, "运行保障类", "10.00"],
  ["123001", "运行经费", "10.00"],
]);
const transfers: TableText = {
  kind: "transferPaymentsByDistrict",
  rows: [
    [null, "合计", "10.00", "10.00", ...zeros(4), "4.00", "6.00", ...zeros(10)],
    ["123001", "广州市某某局", "10.00", "10.00", ...zeros(4), "4.00", "6.00", ...zeros(10)],
  ],
};
const runningServices = (amount: string) =>
  services([
    [null, "合计", amount],
    ["123001", "广州市某某局", amount],
    [null, "项目支出", amount],
    [null, "运行经费", amount],
  ]);
const revenueByCode = (code: string): TableText => ({
  kind: "revenueSummary",
  rows: [
    [null, "合计", "10.00", "10.00", ...zeros(8)],
    [code, "社会保障和就业支出", "10.00", "10.00", ...zeros(8)],
  ],
});
const economic = (...rows: readonly Cells[]): TableText => ({
  kind: "basicExpenditureByEconomicNature",
  rows: [["合计", "10.00"], ...rows],
});
const economicPairs = (government: string): TableText => ({
  kind: "basicExpenditureByEconomicNature",
  rows: [
    [null, "合计", "10.00"],
    [government, "[302]商品和服务支出", "10.00"],
  ],
});
const unitRow = (name: string, amount: string): Cells => [name, amount, amount, amount, ...zeros(4)];
const basicOf = (unit: string): TableText => ({
  kind: "basicExpenditureByUnit",
  rows: [unitRow("合计", "10.00"), unitRow(unit, "10.00"), unitRow("　　工资福利支出", "10.00")],
});
const revenueOf = (unit: string): TableText => ({
  kind: "revenueSummary",
  rows: ["合计", unit].map((name) => [name, "10.00", "10.00", ...zeros(10)]),
});
const projectsOf = (unit: string, ...more: readonly string[]): TableText => ({
  kind: "projectExpenditureByUnit",
  rows: [
    [...unitRow("合计", "10.00"), null],
    [...unitRow(unit, "10.00"), null],
    ...more.map((name) => [...unitRow(`　　${name}`, "10.00"), "目标"]),
  ],
});

it.each<readonly [rule: string, made: Made]>([
  [
    "W24",
    (isRight) =>
      tables(
        "gz-12-2026",
        performance([
          ["合计", "10.00", isRight ? "10.00" : "9.00", null, null],
          ["甲项目", "10.00", "10.00", null, null],
        ]),
      ),
  ],
  ["H7", (isRight) => tables("gz-12", byFunction("governmentFundBudgetByFunction", isRight ? "20.00" : "21.00"))],
  ["H8", (isRight) => tables("gz-12", byFunction("stateCapitalBudgetByFunction", isRight ? "20.00" : "21.00"))],
  ["C5", (isRight) => tables("gz-12", economic([isRight ? "[302]商品和服务支出" : "[3020]商品和服务支出", "10.00"]))],
  ["C7", (isRight) => tables("gz-14", procurement("123001", goods(isRight ? "123001" : "123002")))],
  ["C8", (isRight) => tables("gz-12", revenueByCode(isRight ? "208" : "2080"))],
  [
    "C11",
    (isRight) =>
      tables("gz-12", {
        kind: "generalPublicBudgetByFunction",
        rows: [
          ["合计", "10.00", "10.00", "0.00"],
          [isRight ? "[208]社会保障和就业支出" : "[208]社会保障就业支出", "10.00", "10.00", "0.00"],
        ],
      }),
  ],
  ["C14", (isRight) => tables("gz-14", economicPairs(isRight ? "[502]机关商品和服务支出" : "[516]机关商品和服务支出"))],
  ["C15", (isRight) => tables("gz-14", economicPairs(isRight ? "[502]机关商品和服务支出" : "[502]机关商品及服务支出"))],
  [
    "C18",
    (isRight) =>
      tables(
        "gz-12-2026",
        revenueOf("[123001]广州市某某局"),
        basicOf("[123001]广州市某某局"),
        projectsOf(isRight ? "[123001]广州市某某局" : "[123001]广州市某来局"),
      ),
  ],
  [
    "C19",
    (isRight) =>
      tables("gz-14", runningProject, runningServices("10.00"), procurement("123001", goods("123001"), isRight ? "运行经费" : "运行轻费")),
  ],
  ["C20", (isRight) => tables("gz-14", procurement("123001", goods("123001", isRight ? "A02010104台式计算机" : "A02010105台式计算机")))],
  [
    "G20",
    (isRight) =>
      tables(
        "gz-14",
        services([
          [null, "合计", "10.00"],
          [null, "其中：基本支出", "0.00"],
          [null, "项目支出", "10.00"],
          ["123001", "广州市某某局", "10.00"],
          [null, "项目支出", isRight ? "10.00" : "9.00"],
        ]),
      ),
  ],
  [
    "G22",
    (isRight) =>
      tables(
        "gz-12-2026",
        performance([
          ["合计", isRight ? "30.00" : "31.00", "30.00", null, null],
          ["甲项目", "10.00", "10.00", null, null],
          ["乙项目", "20.00", "20.00", null, null],
        ]),
      ),
  ],
  [
    "N3",
    (isRight) =>
      prose(
        tables("gz-12", {
          kind: "revenueAndExpenditureSummary",
          rows: [
            ["三、其他资金", "10.00", "一、一般公共服务支出", "10.00"],
            ["本年收入合计", "10.00", "本年支出合计", "10.00"],
            ["收入总计", "10.00", "支出总计", "10.00"],
          ],
        }),
        `2024年部门预算支出10万元，其中：其他资金${isRight ? 10 : 7}万元。`,
      ),
  ],
  ["N4", (isRight) => prose(nothing, `2024年部门预算收入10万元，其中：一般公共预算${isRight ? 6 : 9}万元，政府性基金预算4万元。`)],
  ["N5", (isRight) => prose(tables("gz-14", transfers), `2024年转移支付项目预算${isRight ? 10 : 11}万元。`)],
  ["N6", (isRight) => prose(nothing, `2024年转移支付项目预算10万元，其中：越秀区4万元，海珠区${isRight ? 6 : 9}万元。`)],
  [
    "N9",
    (isRight) =>
      prose(tables("gz-14", procurement("123001", goods("123001"))), `2024年政府采购安排${isRight ? 10 : 11}万元，其中：货物类10万元。`),
  ],
  [
    "N14",
    (isRight) => prose(nothing, `公务用车购置及运行维护费${isRight ? 5 : 8}万元，其中：公务用车购置费2万元，公务用车运行维护费3万元。`),
  ],
  [
    "N17",
    (isRight) =>
      prose(
        tables("gz-12", economic(["[310]资本性支出", "10.00"], ["[31002]办公设备购置", "10.00"]), {
          kind: "projectExpenditureByEconomicNature",
          rows: [["合计", "0.00"]],
        }),
        `2024年拟购置固定资产${isRight ? 12 : 9}万元。`,
      ),
  ],
  [
    "K5",
    (isRight) =>
      tables(
        "gz-14",
        projects([
          [null, "合计", "10.00"],
          ...(isRight ? [["123001", "广州市某某局", "10.00"]] : []),
          [null, "运行保障类", "10.00"],
          ["123001", "运行经费", "10.00"],
        ]),
      ),
  ],
  ["Q1", (isRight) => tables("gz-14", runningProject, procurement("123001", goods("123001"), "运行经费", isRight ? "10.00" : "12.00"))],
  ["Q2", (isRight) => tables("gz-14", runningProject, runningServices(isRight ? "10.00" : "12.00"))],
])("%s", (rule, made) => {
  const outcomes = (isRight: boolean) => new Set(checkBudget(made(isRight), { rules: [rule] }).findings.map(({ outcome }) => outcome));
  expect(outcomes(true)).toContain("consistent");
  expect(outcomes(true)).not.toContain("inconsistent");
  expect(outcomes(false)).toContain("inconsistent");
});
