import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { documentOf, type TableText } from "../support/document-of.ts";

type Cells = readonly (string | null)[];

function said(
  tables: readonly TableText[],
  { form = "gz-12", fiscalYear = 2024 }: { form?: string; fiscalYear?: number | null } = {},
): string[] {
  const report = checkBudget(documentOf({ form, fiscalYear, tables }), { rules: ["classification"] });
  return report.causes.map(({ severity, rules, message }) => `${severity} ${rules.join(" ")} ${message.zh}`);
}

const basic = (...labels: readonly string[]): TableText => ({
  kind: "basicExpenditureByEconomicNature",
  rows: [["合计", "10.00"], ...labels.map((label) => [label, "10.00"])],
});

describe("codes and names of the classifications", () => {
  it.each([
    [
      "a name with a slip in it",
      ["[302]商品和服务支出", "[30201]办工费"],
      "warning C13 表6 第6页 第3行“[30201]办工费” [30201]办工费，应为 [30201]办公费",
    ],
    [
      "a code that no list has",
      ["[302]商品和服务支出", "[30281]办公费"],
      "info C12 表6 第6页 第3行“[30281]办公费” [30281]办公费，应为 [30201]办公费",
    ],
    [
      "a code of another name",
      ["[302]商品和服务支出", "[30202]办公费"],
      "warning C13 表6 第6页 第3行“[30202]办公费” [30202]办公费，应为 [30201]办公费",
    ],
  ])("%s", (_, labels, expected) => {
    expect(said([basic(...labels)])).toEqual([expected]);
  });

  it("accepts every wording of the list, brackets of either width, and codes of the government's list that have no other", () => {
    expect(
      said([
        basic(
          "[302]商品和服务支出",
          "[30213]维修(护)费",
          "[303]对个人和家庭补助",
          "[30305]生活补助",
          "[512]债务还本支出",
          "[51201]国内债务还本",
        ),
      ]),
    ).toEqual([]);
  });

  it("accuses no name that its page cuts off", () => {
    const read = documentOf({ fiscalYear: 2024, tables: [basic("[302]商品和服务支出", "[30201]办公")] });
    const cut = (page: number) => ({
      ...read,
      tables: read.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, page: 3 })) })) as typeof read.tables,
      diagnostics: [{ code: "read.clipped-text", severity: "warning", message: "", page } as const],
    });
    const names = (page: number) => checkBudget(cut(page), { rules: ["C13"] }).findings.map(({ outcome }) => outcome);
    expect(names(3)).toEqual(["consistent"]);
    expect(names(4)).toEqual(["consistent", "inconsistent"]);
  });

  it("misses the class of an economic code, not the section that a city prints by its items", () => {
    const missing = (...labels: readonly string[]) =>
      checkBudget(documentOf({ tables: [basic(...labels)] }), { rules: ["C9"] }).findings.flatMap(({ outcome, message }) =>
        outcome === "inconsistent" ? [message.zh] : [],
      );
    expect(missing("[301]工资福利支出", "[30101]基本工资", "[3010201]津贴补贴", "[3010202]改革性补贴")).toEqual([]);
    expect(missing("[301]工资福利支出", "[30101]基本工资", "[30201]办公费")).toEqual([expect.stringContaining("上级科目 302 不在其上")]);
  });

  it("claims nothing of a year before the list", () => {
    expect(said([basic("[302]商品和服务支出", "[30201]办工费")], { fiscalYear: 2016 })).toEqual([]);
  });

  const functional = (code: string, name: string): TableText => ({
    kind: "generalPublicBudgetByFunction",
    rows: [
      ["合计", "10.00", "10.00", "0.00"],
      [`[${code}]${name}`, "10.00", "10.00", "0.00"],
    ],
  });

  it("says from which year a code is valid", () => {
    const report = checkBudget(documentOf({ fiscalYear: 2021, tables: [functional("20140", "信访事务")] }), { rules: ["C10"] });
    expect(report.findings.map(({ outcome, severity, message }) => [outcome, severity, message.zh])).toEqual([
      ["inconsistent", "info", expect.stringContaining("编码 20140 2024 年起才有")],
    ]);
  });

  it("claims nothing of a section or an item that the list does not have, but of a class", () => {
    expect(said([functional("2010377", "某项事务")]).filter((text) => text.includes("C10"))).toEqual([]);
    expect(checkBudget(documentOf({ tables: [functional("299", "某类支出")] }), { rules: ["C10"] }).findings[0]?.outcome).toBe(
      "inconsistent",
    );
  });

  it("the government's code and the department's in one row", () => {
    const pairs = (government: string): TableText => ({
      kind: "basicExpenditureByEconomicNature",
      rows: [
        ["合计", null, "10.00"],
        ["[502]机关商品和服务支出", "[302]商品和服务支出", "10.00"],
        [government, "[30201]办公费", "10.00"],
      ].map(([a = null, b = null, c = null]): Cells => (a === "合计" ? [b, a, c] : [a, b, c])),
    });
    expect(said([pairs("[50201]办公经费")], { form: "gz-14", fiscalYear: 2021 })).toEqual([]);
    expect(said([pairs("[50202]会议费")], { form: "gz-14", fiscalYear: 2021 })).toEqual([
      "warning C16 表9 第9页 第3行“[50202]会议费 [30201]办公费” [50202]会议费，应为 [50201]会议费",
    ]);
  });
});

describe("labels and names", () => {
  const summary = (label: string): TableText => ({
    kind: "revenueAndExpenditureSummary",
    rows: [
      ["一、预算拨款", "10.00", label, "10.00"],
      ["本年收入合计", "10.00", "本年支出合计", "10.00"],
      ["收入总计", "10.00", "支出总计", "10.00"],
    ],
  });

  it("a label of a two-sided table with a slip in it", () => {
    expect(said([summary("一、社会保障就业支出")])).toEqual([
      "warning C17 表1 第1页 第1行“社会保障就业支出” 一、社会保障就业支出，应为 一、社会保障和就业支出",
    ]);
    expect(said([summary("一、某某事务支出")])).toEqual([]);
  });

  const unit = (name: string, amount = "10.00"): Cells => [name, amount, amount, amount, "0.00", "0.00", "0.00", "0.00"];
  const category = unit("　　工资福利支出");
  const project: Cells = [...unit("　　运行经费"), "目标"];

  it("a wording that a table prints again and again is its own", () => {
    const own = (label: string) => unit(`　　${label}`);
    const rows = (labels: readonly string[]) => [
      unit("合计", "20.00"),
      ...labels.flatMap((label, at) => [unit(`广州市某某局${"甲乙"[at]}中心`), own(label)]),
    ];
    expect(said([{ kind: "basicExpenditureByUnit", rows: rows(["工资和福利支出", "工资和福利支出"]) }])).toEqual([]);
    expect(said([{ kind: "basicExpenditureByUnit", rows: rows(["工资和福利支出", "工资福利支出"]) }])).toEqual([
      "warning C17 表11 第11页 第3行“工资和福利支出” 工资和福利支出，应为 工资福利支出",
    ]);
  });

  it("a unit that one table names with a slip, not two units that one table has beside each other", () => {
    const tables = (name: string): TableText[] =>
      [
        {
          kind: "basicExpenditureByUnit",
          rows: [unit("合计", "20.00"), unit("广州市某某甲中心"), category, unit("广州市某某乙中心"), category],
        },
        { kind: "projectExpenditureByUnit", rows: [[...unit("合计"), null], [...unit(name), null], project] },
        { kind: "transferPaymentsByDistrict", rows: [] },
      ].filter(({ kind }) => kind !== "transferPaymentsByDistrict");
    expect(said(tables("广州市某某甲中心"))).toEqual([]);
    expect(said(tables("广州市某某丙中心"))).toEqual([]);
  });
});
