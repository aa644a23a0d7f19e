import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { Fact } from "../../src/export/fact.ts";
import { toFacts } from "../../src/export/to-facts.ts";
import { amount, type Decimal } from "../../src/model/amount.ts";
import { parsePrintedAmount } from "../../src/model/printed-amount.ts";
import { rowsOf } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";
import { documentOf, type TableText } from "../support/document-of.ts";
import { budget2021, budget2024 } from "../support/sample-documents.ts";

const sum = (facts: readonly Fact[]) => facts.reduce((total, { amount: one }) => (one ? total.plus(one) : total), amount(0));

describe("facts", () => {
  it("says of one figure where it stands, what it measures and how it is printed", () => {
    const fact = toFacts(budget2024()).find(({ functionalCode, measure }) => functionalCode === "2080505" && measure === "total");
    expect(fact && z.encode(Fact, fact)).toEqual({
      sourceName: "2024.pdf",
      sourceSha256: "24".repeat(32),
      fiscalYear: 2024,
      organizationName: "广州市某某局",
      organizationCode: "123001",
      organizationKind: "department",
      form: "gz-12",
      tableIndex: 1,
      tableKind: "expenditureSummary",
      tableNumber: 3,
      tableTitle: "支出总体情况表",
      tableIncomplete: false,
      rowIndex: 3,
      rowRole: "item",
      rowLevel: 3,
      rowName: "机关事业单位基本养老保险缴费支出",
      rowCode: "2080505",
      rowPath: "合计 > 208 社会保障和就业支出 > 20805 行政事业单位养老支出 > 2080505 机关事业单位基本养老保险缴费支出",
      itemKey: null,
      budgetUnitCode: null,
      budgetUnitName: null,
      functionalCode: "2080505",
      functionalName: "机关事业单位基本养老保险缴费支出",
      functionalLevel: "item",
      economicCode: null,
      economicName: null,
      governmentEconomicCode: null,
      governmentEconomicName: null,
      category: null,
      projectName: null,
      measure: "total",
      columnIndex: 2,
      columnPath: "合计",
      amount: "130",
      amountYuan: "1300000",
      printedText: "130.00",
      printedUnit: "tenThousandYuan",
      isTotal: true,
      isRowTotal: false,
      isColumnTotal: true,
      page: 3,
      line: null,
    });
  });

  it.each([
    ["支出总体情况表 by function", budget2024(), "expenditureSummary", "total", "1300"],
    ["收支总体情况表, revenue", budget2024(), "revenueAndExpenditureSummary", "revenue", "1300"],
    ["收支总体情况表, expenditure", budget2024(), "revenueAndExpenditureSummary", "expenditure", "1300"],
    ["基本支出 by economic nature", budget2024(), "basicExpenditureByEconomicNature", "total", "300"],
    ["基本支出 with two codes a row", budget2021(), "basicExpenditureByEconomicNature", "total", "250"],
    ["项目支出 by unit", budget2024(), "projectExpenditureByUnit", "total", "1000"],
    ["非税收入 with an 其中 row", budget2021(), "nonTaxRevenue", "total", "30"],
  ])("counts nothing twice in a sum over the rows that are no totals: %s", (_, document, kind, measure, total) => {
    const facts = toFacts(document).filter((fact) => fact.tableKind === kind && fact.measure === measure && !fact.isRowTotal);
    expect(sum(facts).toFixed()).toBe(total);
  });

  it("counts nothing twice in a sum over rows and columns that are no totals", () => {
    const facts = toFacts(budget2024()).filter(({ tableKind, isTotal }) => tableKind === "projectExpenditureByUnit" && !isTotal);
    expect(sum(facts).toFixed()).toBe("1000");
  });

  it("counts a transfer payment once, although it is divided by fund and again by district", () => {
    const cells = [null, "合计", "30.00", "30.00", null, null, null, null, "10.00", "20.00", ...Array(12).fill(null)];
    const facts = toFacts(documentOf({ form: "gz-14", tables: [{ kind: "transferPaymentsByDistrict", rows: [cells] }] }));
    expect(facts.map(({ measure, isColumnTotal }) => [measure, isColumnTotal])).toEqual([
      ["total", true],
      ["generalPublicBudget", false],
      ["yuexiu", true],
      ["haizhu", true],
    ]);
  });

  it("does not call the only amount column of a table a sum", () => {
    const facts = toFacts(budget2024()).filter(({ tableKind }) => tableKind === "basicExpenditureByEconomicNature");
    expect(facts.every(({ isColumnTotal }) => !isColumnTotal)).toBe(true);
  });

  it("keeps a dash as a figure without an amount, and gives blank cells no fact", () => {
    const revenue = toFacts(budget2024()).filter(({ tableIndex, rowIndex }) => tableIndex === 0 && rowIndex === 3);
    expect(revenue).toMatchObject([{ measure: "revenue", rowName: "财政专户拨款", printedText: "-", amount: null, amountYuan: null }]);
  });

  it("names the economic codes of both classifications", () => {
    const fact = toFacts(budget2021()).find(({ economicCode }) => economicCode === "30113");
    expect(fact).toMatchObject({ governmentEconomicCode: "50103", economicName: "住房公积金", rowName: "住房公积金", rowCode: "30113" });
  });

  it("names the budget unit and the project of a row below a unit", () => {
    const fact = toFacts(budget2024()).find(({ projectName, measure }) => projectName === "=信息化运维" && measure === "total");
    expect(fact).toMatchObject({ budgetUnitName: "广州市某某局", rowPath: "合计 > 广州市某某局 > =信息化运维", rowRole: "project" });
  });

  it("follows the ordinals of each side of a two-sided table", () => {
    const facts = toFacts(budget2024()).filter(({ tableIndex, measure }) => tableIndex === 0 && measure === "revenue");
    expect(facts.map(({ rowPath, itemKey, isRowTotal }) => [rowPath, itemKey, isRowTotal])).toEqual([
      ["预算拨款", "budgetAppropriation", true],
      ["预算拨款 > 一般公共预算", "generalPublicBudget", false],
      ["预算拨款 > 政府性基金预算", "governmentFundBudget", false],
      ["财政专户拨款", "fiscalSpecialAccount", false],
      ["本年收入合计", "currentYearRevenue", true],
      ["收入总计", "totalRevenue", true],
    ]);
  });

  it("converts to 元 exactly, whatever the table prints its money in", () => {
    const rows = [["合计", "12,345,678.91"]];
    const document = documentOf({ tables: [{ kind: "basicExpenditureByEconomicNature", rows, printedUnit: "yuan" }] });
    const [fact] = toFacts(document);
    expect([fact?.amount?.toFixed(), fact?.amountYuan?.toFixed()]).toEqual(["1234.567891", "12345678.91"]);
  });

  it("is described column by column, and survives its own JSON", () => {
    for (const [name, schema] of Object.entries(Fact.shape)) expect(schema.description, name).toBeTruthy();
    for (const document of [budget2021(), budget2024()]) {
      const facts = toFacts(document);
      const json = JSON.parse(JSON.stringify(z.encode(z.array(Fact), facts)));
      expect(z.array(Fact).parse(json)).toEqual(facts);
    }
  });

  it("has every amount cell of any table of any form, found again by table, row and column", () => {
    // A form of blocks has no columns of amounts: its figures stand beside their headings.
    const layouts = builtInForms.flatMap(({ id, tables }) =>
      tables.flatMap((spec) => {
        const layout = spec.layouts[id];
        return layout && rowsOf(spec, layout).grammar !== "blocks" ? [{ form: id, spec, columns: layout.columns }] : [];
      }),
    );
    const printed = fc.oneof(
      fc.constantFrom(null, "0.00", "-", "—", "（12.30）", "-1,234.50", "１２.３", "47..38", "8"),
      fc.integer({ min: 0, max: 99_999_999 }).map((cents) => (cents / 100).toFixed(2)),
    );
    const labels = fc.constantFrom(
      "合计",
      "广州市某某局",
      "一、财政拨款",
      "（一）一般公共预算",
      "运行保障类",
      "201",
      "2010101",
      "[301]工资",
      null,
    );
    const document = fc
      .constantFrom(...layouts)
      .chain(({ form, spec, columns }) =>
        fc
          .array(fc.tuple(...columns.map(({ type }) => (type === "amount" ? printed : labels))), { maxLength: 8 })
          .map((rows) => ({ form, columns, document: documentOf({ form, tables: [{ kind: spec.kind, rows } satisfies TableText] }) })),
      );
    fc.assert(
      fc.property(document, ({ columns, document }) => {
        const facts = toFacts(document);
        const found = new Map(facts.map((fact) => [`${fact.tableIndex}/${fact.rowIndex}/${fact.columnIndex}`, fact]));
        expect(found.size).toBe(facts.length);
        for (const [tableIndex, table] of document.tables.entries()) {
          for (const [rowIndex, row] of table.rows.entries()) {
            for (const [columnIndex, column] of columns.entries()) {
              if (column.type !== "amount") continue;
              const text = row.cells[columnIndex] ?? null;
              const fact = found.get(`${tableIndex}/${rowIndex}/${columnIndex}`);
              expect(fact?.printedText ?? null).toBe(text);
              expect(digits(fact?.amount)).toBe(digits(printedValue(text)));
            }
          }
        }
      }),
    );
  });
});

function printedValue(text: string | null): Decimal | null {
  const printed = parsePrintedAmount(text);
  return printed?.kind === "number" ? printed.value : null;
}

function digits(value: Decimal | null | undefined): string | null {
  return value?.toFixed() ?? null;
}
