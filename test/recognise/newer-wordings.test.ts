import { describe, expect, it } from "vitest";
import { matchColumns } from "../../src/recognise/match-columns.ts";
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
