import { readFile } from "node:fs/promises";
import exceljs from "exceljs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { Fact } from "../../src/export/fact.ts";
import { headerCells } from "../../src/export/header-cells.ts";
import { columnWidths, pageCount, rowHeight } from "../../src/export/sheet-layout.ts";
import { sheetNames } from "../../src/export/sheet-names.ts";
import { printedFigure } from "../../src/export/spreadsheet-value.ts";
import { toFacts } from "../../src/export/to-facts.ts";
import { toXlsx } from "../../src/export/to-xlsx.ts";
import { CheckReport } from "../../src/model/check-report.ts";
import { parseBudget } from "../../src/parse-budget.ts";
import { budget2021, budget2024, performance2026 } from "../support/sample-documents.ts";

const [seed2021, seed2024] = await Promise.all([seed("000_c902f1b07777cdfc.txt"), seed("001_54c9370821fa4330.txt")]);

async function seed(name: string) {
  return parseBudget(await readFile(new URL(`../../seeds/${name}`, import.meta.url), "utf8"), { name });
}

const report = CheckReport.parse({
  schemaVersion: 1,
  documents: [{ sha256: "24".repeat(32), organization: "广州市某某局", fiscalYear: 2024, form: "gz-12", tables: [] }],
  findings: [
    finding("H1", "consistent", { left: "1", right: "1", residual: "0" }),
    finding("X1", "inconsistent", { left: "1300", right: "1300.05", residual: "-0.05" }),
  ],
  causes: [],
  summary: { consistent: 1, inconsistent: 1, notChecked: 0, errors: 1, warnings: 0, byFamily: {} },
  coverage: { figures: 0, covered: 0, nonZeroFigures: 0, nonZeroCovered: 0, tables: [], uncovered: [] },
});

function finding(rule: string, outcome: string, { left, right, residual }: { left: string; right: string; residual: string }) {
  const side = (value: string) => ({
    value,
    figures: [
      { document: 0, kind: "expenditureSummary", row: 0, label: "合计", column: 2, key: "total", page: 3, text: value, amount: value },
    ],
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
      "causes",
      "findings",
      "diagnostics",
    ]);
  });

  it("has a sheet for each table of goals, and their amounts among the facts", async () => {
    const document = performance2026();
    const book = await opened(await toXlsx(document));
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      "重点项目预算绩效目标",
      "项目支出绩效目标表(含转移支付项目)",
      "部门整体预算绩效目标申报表",
      "facts",
      "diagnostics",
    ]);
    expect(["B4", "B5"].map((address) => book.worksheets[0]?.getCell(address).value)).toEqual([47500, 1227.3]);
    expect(["C6", "E6"].map((address) => book.worksheets[2]?.getCell(address).value)).toEqual([120, 48847.3]);
    const columns = ["tableKind", "rowName", "measure", "amount"];
    const [header = [], ...facts] = rowsOf(book.getWorksheet("facts"));
    expect(facts.map((row) => columns.map((column) => row[header.indexOf(column)]).join(" "))).toEqual([
      "keyProjects 甲项目 total 47500",
      "keyProjects 乙项目 total 1227.3",
      "projectPerformanceTargets 合计 total 48727.3",
      "projectPerformanceTargets 合计 fiscalAppropriation 47500",
      "projectPerformanceTargets 合计 otherFunds 1227.3",
      "projectPerformanceTargets 广州市某某局 total 48727.3",
      "projectPerformanceTargets 广州市某某局 fiscalAppropriation 47500",
      "projectPerformanceTargets 广州市某某局 otherFunds 1227.3",
      "projectPerformanceTargets 甲项目 total 47500",
      "projectPerformanceTargets 甲项目 fiscalAppropriation 47500",
      "projectPerformanceTargets 乙项目 total 1227.3",
      "projectPerformanceTargets 乙项目 otherFunds 1227.3",
      "departmentPerformanceTargets 基本支出 basicExpenditure 120",
      "departmentPerformanceTargets 基本支出 fiscalAppropriation 48847.3",
      "departmentPerformanceTargets 任务一 total 230",
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

  it("is printed as pages of the budget: across, as wide as the page, the header on each, its lines drawn", () => {
    const sheet = workbook.getWorksheet("表12 部门预算项目支出及其他支出预算表");
    expect(sheet?.pageSetup).toMatchObject({
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      printTitlesRow: "3:4",
    });
    expect(sheet?.views).toMatchObject([{ state: "frozen", xSplit: 1, ySplit: 4 }]);
    expect(sheet?.getCell("B5").border).toMatchObject({ top: { style: "thin" }, right: { style: "thin" } });
  });

  it("makes totals bold and moves names in by their level", () => {
    const sheet = workbook.getWorksheet("表12 部门预算项目支出及其他支出预算表");
    const { rows = [] } = budget2024().tables.find(({ kind }) => kind === "projectExpenditureByUnit") ?? {};
    expect(rows.length).toBeGreaterThan(2);
    for (const [index, row] of rows.entries()) {
      const { role, level } = row as unknown as { role: string; level: number };
      const cell = sheet?.getCell(5 + index, 1);
      expect([cell?.font.bold ?? false, cell?.alignment.indent ?? 0]).toEqual([role === "total", Math.max(0, level - 1)]);
    }
  });

  it("gives a row the height of its longest text, and a note all its lines", async () => {
    const document = budget2024();
    const [table] = document.tables;
    if (table) table.notes = [`注：${"本表按规定格式填列，".repeat(60)}`];
    const sheet = (await opened(await toXlsx(document))).worksheets[0];
    const lines = ((sheet?.getRow(sheet.rowCount).height ?? 0) - 5) / 13.5;
    const width = [1, 2, 3, 4].reduce((sum, column) => sum + (sheet?.getColumn(column).width ?? 0), 0);
    expect(lines).toBeGreaterThanOrEqual((60 * 20) / width);
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

describe("how a table is laid out on a page", () => {
  const texts = (length: number) => ({ header: "名称", texts: ["字".repeat(length)], figures: [] });
  const figures = { header: "合计", texts: [], figures: ["1,234,567.89"] };

  it("a column is as wide as its figures, and a text no wider than it is read", () => {
    expect(columnWidths([texts(4), texts(100), figures])).toEqual([10, 48, 14]);
  });

  it("where the page is short of room texts give way, and figures do not", () => {
    const widths = columnWidths([texts(20), texts(100), ...Array(6).fill(figures)]);
    expect(widths.slice(2)).toEqual(Array(6).fill(14));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(150, 0);
    expect(columnWidths([texts(100), ...Array(12).fill(figures)])[0]).toBe(20);
  });

  it.each([
    ["one line", [{ text: "合计", width: 10 }], 1],
    ["a line that has no room for its last character", [{ text: "合计合计合计", width: 13 }], 2],
    ["lines of its own", [{ text: "一\n二\n三", width: 10 }], 3],
  ])("a row with %s", (_, cells, lines) => {
    expect(rowHeight(cells)).toBe(lines * 13.5 + 5);
  });

  it.each([
    ["on the page that it has in print", { width: 100, height: 800, header: 40 }, 1, 1],
    ["on as many as it takes where it could not be read", { width: 100, height: 1600, header: 40 }, 1, 0],
    ["on the pages that it fills where the input has none", { width: 100, height: 1100, header: 40 }, 0, 2],
  ])("a table stands %s", (_, size, printed, pages) => {
    expect(pageCount(size, printed)).toBe(pages);
  });

  it("merged cells of a header never overlap, whatever its columns", () => {
    const path = fc.array(fc.constantFrom("收入", "支出", "合计", ""), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(path, { maxLength: 6 }), (paths) => {
        const { cells, rowCount } = headerCells(paths.map((of) => ({ path: of })));
        const taken = cells.flatMap(({ row, column, rowSpan, columnSpan }) =>
          Array.from({ length: rowSpan * columnSpan }, (_, at) => `${row + Math.floor(at / columnSpan)} ${column + (at % columnSpan)}`),
        );
        expect(new Set(taken).size).toBe(taken.length);
        for (const { row, column, rowSpan, columnSpan } of cells) {
          expect(row + rowSpan).toBeLessThanOrEqual(rowCount);
          expect(column + columnSpan).toBeLessThanOrEqual(paths.length);
        }
      }),
    );
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
