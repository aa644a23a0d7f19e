import { describe, expect, it } from "vitest";
import { matchColumns } from "../../src/recognise/match-columns.ts";
import { amountColumn, codeColumn, codePartColumns, optional, textColumn } from "../../src/tables/column.ts";
import { layoutOf, type TableSpec } from "../../src/tables/define-table.ts";
import { builtInTables } from "../../src/tables/forms.ts";

const specs: readonly TableSpec[] = builtInTables;

/** The keys of a table's columns where one heading is printed with other words. */
function keysWith(kind: string, form: string, usual: string, printed: string): (string | undefined)[] {
  const columns = layoutOf(specs.find((spec) => spec.kind === kind) as TableSpec, form)?.columns ?? [];
  const paths = columns.map(({ headers: [path = []] }) => path.map((heading) => (heading === usual ? printed : heading)));
  return matchColumns(paths, columns).columns.map((column) => column?.key);
}

const keysOf = (kind: string, form: string) => keysWith(kind, form, "", "");

describe("headings of newer forms head the columns that they took the place of", () => {
  it.each([
    ["basicExpenditureByUnit", "gz-12", "其他资金", "单位资金"],
    ["projectExpenditureByUnit", "gz-12", "其他资金", "单位资金"],
    ["transferPaymentsByDistrict", "gz-14", "其他资金", "单位资金"],
    ["governmentProcurement", "gz-14", "其他资金", "单位资金"],
    ["purchasedPublicServices", "gz-14", "其他资金", "单位资金"],
    ["governmentProcurement", "gz-14", "财政专户管理资金", "财政专户拨款"],
    ["basicExpenditureByUnit", "gz-14", "财政专户管理资金", "财政专户拨款"],
    ["revenueSummary", "gz-12", "财政专户拨款收入", "财政专户管理资金收入"],
    ["revenueSummary", "gz-12", "一般公共预算", "一般公共预算拨款"],
    ["projectExpenditureByUnit", "gz-12", "一般公共预算", "一般公共预算财政拨款"],
    ["transferPaymentsByDistrict", "gz-14", "政府性基金预算", "政府性基金预算财政拨款"],
    ["expenditureSummary", "gz-12", "科目编码", "科目代码"],
    ["expenditureSummary", "gz-14", "功能科目编码", "支出功能分类科目编码"],
    ["governmentProcurement", "gz-14", "单位编码", "单位代码"],
  ])("%s of %s: %s is printed as %s", (kind, form, usual, printed) => {
    expect(keysWith(kind, form, usual, printed)).toEqual(keysOf(kind, form));
  });

  it("but a heading that may be a name or a code is left unknown", () => {
    expect(keysWith("governmentProcurement", "gz-14", "单位编码", "预算单位")).toContain(undefined);
  });

  it("and funds of the unit beside 其他资金 are not taken for them", () => {
    const columns = layoutOf(specs.find(({ kind }) => kind === "projectExpenditureByUnit") as TableSpec, "gz-12")?.columns ?? [];
    const paths = columns.map(({ headers: [path = []] }) => path);
    const { columns: found } = matchColumns([...paths.slice(0, 7), ["单位资金"], ...paths.slice(7)], columns);
    expect(found.map((column) => column?.key).slice(6, 9)).toEqual(["fiscalSpecialAccount", undefined, "otherFunds"]);
  });
});

describe("columns in another order than the form's", () => {
  const columns = [
    textColumn("name", "项目"),
    amountColumn("general", "一般公共预算拨款收入"),
    amountColumn("total", "合计"),
    amountColumn("carryover", "上年结转"),
  ];
  const matched = (...headers: readonly string[]) => {
    const {
      columns: found,
      moved,
      doubtful,
    } = matchColumns(
      headers.map((header) => [header]),
      columns,
    );
    return { keys: found.map((column) => column?.key), moved, doubtful };
  };

  it("are told apart by their very words", () => {
    expect(matched("项目", "合计", "上年结转", "一般公共预算拨款收入")).toEqual({
      keys: ["name", "total", "carryover", "general"],
      moved: [3],
      doubtful: [],
    });
  });

  it("are not the form's where their words are only nearly the same", () => {
    expect(matched("项目", "合计", "上年结转", "一般公共预算拨款").keys).toEqual(["name", "total", "carryover", undefined]);
    expect(matched("项目", "一般公共预算拨款", "合计", "上年结转").keys).toEqual(["name", "general", "total", "carryover"]);
  });

  it("are doubtful where order alone makes a column's words those of its neighbour", () => {
    const parts = [
      optional(codeColumn("section", "项目/支出功能分类科目编码/款")),
      optional(codeColumn("code", "项目/支出功能分类科目编码")),
      textColumn("label", "项目/名称"),
    ];
    const { columns: found, doubtful } = matchColumns(
      [
        ["项目", "支出功能分类科目编码"],
        ["项目", "支出功能分类科目编码"],
        ["项目", "名称"],
      ],
      parts,
    );
    expect([found.map((column) => column?.key), doubtful]).toEqual([["section", "code", "label"], [0]]);
  });

  it("are the next parts of a code where they print nothing beside 类, and doubtful", () => {
    const stub = [
      ...codePartColumns("code", ["项目/编码/类"], ["项目/编码/款"], ["项目/编码/项"]),
      optional(codeColumn("code", "项目/编码")),
      textColumn("name", "项目/名称"),
    ];
    const match = (...codes: readonly string[][]) => {
      const { columns: found, doubtful } = matchColumns([...codes.map((words) => ["项目", ...words]), ["项目", "名称"]], stub);
      return [found.map((column) => column?.key), doubtful];
    };
    expect(match(["编码", "类"], ["编码"], ["编码"])).toEqual([
      ["codeClass", "codeSection", "codeItem", "name"],
      [1, 2],
    ]);
    expect(match(["编码", "类"], ["编码", "款"], ["编码", "项"])).toEqual([["codeClass", "codeSection", "codeItem", "name"], []]);
    expect(match(["编码"])).toEqual([["code", "name"], []]);
  });
});
