import { readFile } from "node:fs/promises";
import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { Fact } from "../../src/export/fact.ts";
import { headerCells } from "../../src/export/header-cells.ts";
import { sheetNames } from "../../src/export/sheet-names.ts";
import { printedFigure } from "../../src/export/spreadsheet-value.ts";
import { toFacts } from "../../src/export/to-facts.ts";
import { toXlsx } from "../../src/export/to-xlsx.ts";
import { CheckReport } from "../../src/model/check-report.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { budget2021, budget2024 } from "../support/sample-documents.ts";

const [seed2021, seed2024] = await Promise.all([seed("000_c902f1b07777cdfc.txt"), seed("001_54c9370821fa4330.txt")]);

async function seed(name: string) {
  return parseBudget(await readFile(new URL(`../../seeds/${name}`, import.meta.url), "utf8"), { name });
}

const report = CheckReport.parse({
  schemaVersion: 1,
  documents: [{ sha256: "24".repeat(32), organization: "广州市某某局", fiscalYear: 2024, form: "gz-12" }],
  findings: [
    finding("H1", "consistent", { left: "1", right: "1", residual: "0" }),
    finding("X1", "inconsistent", { left: "1300", right: "1300.05", residual: "-0.05" }),
  ],
  suspects: [],
  summary: { consistent: 1, inconsistent: 1, notChecked: 0, errors: 1, warnings: 0, byFamily: {} },
  coverage: { figures: 0, covered: 0, nonZeroFigures: 0, nonZeroCovered: 0, tables: [], uncovered: [] },
});

function finding(rule: string, outcome: string, { left, right, residual }: { left: string; right: string; residual: string }) {
  const side = (value: string) => ({
    value,
    figures: [{ document: 0, kind: "expenditureSummary", row: 0, column: 2, key: "total", page: 3, text: value, amount: value }],
  });
  const message = { zh: `规则 ${rule}`, en: `rule ${rule}` };
  return {
    rule,
    family: "betweenTables",
    outcome,
    severity: "error",
    left: side(left),
    right: side(right),
    residual,
    allowance: "0.01",
    message,
  };
}

describe("XLSX", () => {
  let workbook: exceljs.Workbook;
  beforeAll(async () => {
    workbook = await opened(await toXlsx(budget2024(), { report, locale: "en" }));
  });

  it("has a sheet a table as printed, then facts, findings and diagnostics", () => {
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "表1 收支总体情况表",
      "表3 支出总体情况表",
      "表6 一般公共预算基本支出情况表(按经济分类科目)",
      "表8 财政拨款安排的行政经费及_三公_经费预算表".replaceAll("_", '"'),
      "表12 部门预算项目支出及其他支出预算表",
      "facts",
      "findings",
      "diagnostics",
    ]);
  });

  it("merges the cells of a header of several levels as they are printed", async () => {
    const sheet = (await opened(await toXlsx(budget2024()))).getWorksheet("表12 部门预算项目支出及其他支出预算表");
    expect(sheet?.getCell("A1").value).toBe("表12 部门预算项目支出及其他支出预算表");
    expect(sheet?.getCell("A2").value).toBe("单位：万元");
    const master = (address: string) => sheet?.getCell(address).master.address;
    expect([sheet?.getCell("C3").value, master("F3")]).toEqual(["财政拨款", "C3"]);
    expect([sheet?.getCell("A3").value, master("A4")]).toEqual(["支出项目类别（资金使用单位）", "A3"]);
    expect(["C4", "D4", "E4", "F4"].map((address) => sheet?.getCell(address).value)).toEqual([
      "合计",
      "一般公共预算",
      "政府性基金预算",
      "国有资本经营预算",
    ]);
  });

  it.each([
    ["2024", budget2024()],
    ["2021", budget2021()],
    ["the seed of 2021", seed2021],
    ["the seed of 2024", seed2024],
  ])("prints every cell of every table back: numbers as numbers, shown as printed (%s)", async (_, document) => {
    const book = await opened(await toXlsx(document));
    for (const [index, table] of document.tables.entries()) {
      const sheet = book.worksheets[index];
      const first = 3 + headerCells(table.columns).rowCount;
      for (const [rowIndex, row] of table.rows.entries()) {
        for (const [columnIndex, text] of row.cells.entries()) {
          const cell = sheet?.getCell(first + rowIndex, columnIndex + 1);
          const expected = text !== null && isFigure(table, columnIndex) ? printedFigure(text) : { value: text };
          expect(cell?.value ?? null).toBe(expected.value);
          if ("format" in expected) expect(cell?.numFmt).toBe(expected.format);
        }
      }
    }
  });

  it("writes a name that looks like a formula as text", () => {
    const cell = workbook.getWorksheet("表12 部门预算项目支出及其他支出预算表")?.getCell("A7");
    expect([cell?.value, cell?.type]).toEqual(["=信息化运维", exceljs.ValueType.String]);
  });

  it("gives the same facts as toFacts, amounts as numbers", () => {
    const rows = rowsOf(workbook.getWorksheet("facts"));
    const [header = [], ...values] = rows;
    const facts = z.encode(z.array(Fact), toFacts(budget2024())) as unknown as Record<string, unknown>[];
    expect(values.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index] ?? null])))).toEqual(
      facts.map((fact) =>
        Object.fromEntries(
          Object.entries(fact).map(([name, value]) => [name, name.startsWith("amount") && value !== null ? Number(value) : value]),
        ),
      ),
    );
  });

  it("lists the findings of a check, inconsistent ones first", () => {
    expect(rowsOf(workbook.getWorksheet("findings"))).toEqual([
      ["outcome", "severity", "rule", "reason", "left", "right", "residual", "allowance", "pages", "message"],
      ["inconsistent", "error", "X1", null, 1300, 1300.05, -0.05, 0.01, "3", "rule X1"],
      ["consistent", "error", "H1", null, 1, 1, 0, 0.01, "3", "rule H1"],
    ]);
  });

  it("writes the same bytes for the same document, whenever it is asked", async () => {
    const first = await toXlsx(budget2024(), { report });
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await toXlsx(budget2024(), { report })).equals(Buffer.from(first))).toBe(true);
  });
});

describe("what a spreadsheet shows", () => {
  it.each([
    ["1,182.88", 1182.88, "#,##0.00"],
    ["1182.88", 1182.88, "0.00"],
    ["（12.30）", -12.3, "0.00;(0.00)"],
    ["1２.5", 12.5, "0.0"],
    ["22,118,861", 22_118_861, "#,##0"],
    ["-", "-", undefined],
    ["47..38", "47..38", undefined],
    ["98,765,432,109,876.54", "98,765,432,109,876.54", undefined],
  ])("shows %s as %s in format %s", (printed, value, format) => {
    expect(printedFigure(printed)).toEqual(format ? { value, format } : { value });
  });

  it.each([
    [
      ["表1 收入/支出", "表1 收入/支出"],
      ["表1 收入_支出", "表1 收入_支出 (2)"],
    ],
    [
      ["Facts", "facts"],
      ["Facts", "facts (2)"],
    ],
    [
      ["x".repeat(40), "x".repeat(40)],
      ["x".repeat(31), `${"x".repeat(27)} (2)`],
    ],
    [
      ["", "'a'"],
      ["-", "a"],
    ],
  ])("names the sheets %j as %j", (wanted, names) => {
    expect(sheetNames(wanted)).toEqual(names);
  });
});

async function opened(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  return workbook;
}

function rowsOf(sheet: exceljs.Worksheet | undefined): unknown[][] {
  const rows: unknown[][] = [];
  sheet?.eachRow((row) => rows.push(Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value ?? null)));
  return rows;
}

function isFigure(table: ReturnType<typeof budget2024>["tables"][number], columnIndex: number): boolean {
  const key = table.columns[columnIndex]?.key ?? "";
  if (key === "quantity") return true; // a count of things is a number too
  return table.kind !== "unrecognised" && table.rows.some(({ amounts }) => key in amounts);
}
