import { describe, expect, it } from "vitest";
import { builtInForms, national } from "../../src/forms.ts";
import { checkBudget, parseBudget } from "../../src/index.ts";

const forms = [...builtInForms, national];
const budget = (...lines: readonly string[]) => lines.map((line) => line.replaceAll("|", "\t")).join("\n");
type Row = Readonly<Record<string, unknown>> & { readonly amounts: object };

async function read(text: string) {
  const document = await parseBudget(text, { forms, locale: "en" });
  const rows = (document.tables[0]?.rows ?? []) as unknown as readonly Row[];
  const warnings = document.diagnostics.filter(({ severity }) => severity !== "info").map(({ code }) => code);
  return { document, rows, warnings };
}

const byFunction = (...rows: readonly string[]) =>
  budget(
    "甲市乙局2024年部门预算",
    "一般公共预算支出明细表（按功能科目分）",
    "单位：万元",
    "功能科目编码|功能科目名称|合计|人员经费支出|公用经费支出|备注",
    ...rows,
  );

describe("a section that prints its own two digits", () => {
  it("has the code that the item below confirms", async () => {
    const { rows, warnings } = await read(
      byFunction(
        "|合计|9.00|9.00||",
        "208|社会保障和就业支出|9.00|9.00||",
        "05|行政事业单位养老支出|9.00|9.00||",
        "2080505|养老保险缴费|6.00|6.00||",
        "2080506|职业年金缴费|3.00|3.00||",
      ),
    );
    expect(rows.map(({ role, level, code }) => [role, level, code])).toEqual([
      ["total", 0, null],
      ["class", 1, "208"],
      ["section", 2, "20805"],
      ["item", 3, "2080505"],
      ["item", 3, "2080506"],
    ]);
    expect(warnings).toEqual([]);
  });

  it("stays as printed, and is told, where the item below is of another section", async () => {
    const { rows, warnings } = await read(
      byFunction("|合计|9.00|9.00||", "208|社会保障和就业支出|9.00|9.00||", "05|养老支出|9.00|9.00||", "2089999|其他支出|9.00|9.00||"),
    );
    expect(rows[2]).toMatchObject({ role: "other", code: "05" });
    expect(warnings).toEqual(["interpret.bad-code"]);
  });
});

it("a budget unit in the columns of the classification stands over its codes", async () => {
  const { document, rows, warnings } = await read(
    byFunction(
      "|合计|9.00|9.00||",
      "125001|甲市乙局本级|6.00|6.00||",
      "201|一般公共服务支出|6.00|6.00||",
      "20106|财政事务|6.00|6.00||",
      "2010601|行政运行|6.00|6.00||",
      "125002|甲市乙局信息中心|3.00|3.00||",
      "201|一般公共服务支出|3.00|3.00||",
      "20106|财政事务|3.00|3.00||",
      "2010650|事业运行|3.00|3.00||",
    ),
  );
  expect(rows.map(({ role, level, parent, code, budgetUnitCode }) => [role, level, parent, code, budgetUnitCode])).toEqual([
    ["total", 0, null, null, null],
    ["unit", 1, 0, null, "125001"],
    ["class", 2, 1, "201", "125001"],
    ["section", 3, 2, "20106", "125001"],
    ["item", 4, 3, "2010601", "125001"],
    ["unit", 1, 0, null, "125002"],
    ["class", 2, 5, "201", "125002"],
    ["section", 3, 6, "20106", "125002"],
    ["item", 4, 7, "2010650", "125002"],
  ]);
  expect(rows[5]?.budgetUnitName).toBe("甲市乙局信息中心");
  expect(warnings).toEqual([]);
  expect(checkBudget(document).findings.filter(({ outcome }) => outcome === "inconsistent")).toEqual([]);
});

describe("economic codes", () => {
  const byNature = (...rows: readonly string[]) =>
    budget("甲市乙局2024年部门预算", "一般公共预算基本支出情况表", "单位：万元", "科目编码|科目名称|总计|人员经费|公用经费", ...rows);

  it("go down to the items that some cities print", async () => {
    const { document, rows, warnings } = await read(
      byNature(
        "|合计|9.00|9.00|",
        "301|工资福利支出|9.00|9.00|",
        "30101|基本工资|5.00|5.00|",
        "30102|津贴补贴|4.00|4.00|",
        "3010201|规范津贴|3.00|3.00|",
        "3010202|改革性补贴|1.00|1.00|",
      ),
    );
    expect(rows.map(({ role, level, parent }) => [role, level, parent])).toEqual([
      ["total", 0, null],
      ["class", 1, 0],
      ["section", 2, 1],
      ["section", 2, 1],
      ["item", 3, 3],
      ["item", 3, 3],
    ]);
    expect(warnings).toEqual([]);
    expect(checkBudget(document).findings.filter(({ outcome }) => outcome === "inconsistent")).toEqual([]);
  });

  it("are rows of their own without money too", async () => {
    const { rows, warnings } = await read(
      byNature(
        "|合计|9.00|9.00|",
        "301|工资福利支出|9.00|9.00|",
        "30101|基本工资|9.00|9.00|",
        "303|对个人和家庭的补助|||",
        "30301|离休费|||",
      ),
    );
    expect(rows).toHaveLength(5);
    expect(warnings).toEqual([]);
  });
});

it("a list of units under the title of a table is none: it has no money", async () => {
  const { document } = await read(
    budget("甲市乙局2024年部门预算", "一般公共预算“三公”经费支出表", "序号|单位名称", "1|甲市乙局本级", "2|甲市乙局信息中心"),
  );
  expect(document.tables.map(({ kind }) => kind)).toEqual(["unrecognised"]);
});

describe("budget units that neither a code nor an indent tells from their department", () => {
  const byUnit = (...rows: readonly string[]) =>
    budget("甲市乙局2026年部门预算", "收入预算总表", "单位：万元", "单位名称|总计|一般公共预算|事业收入", "合计|9.00|7.00|2.00", ...rows);

  it.each([
    [
      "they are the total together, and the first is it alone",
      ["甲市乙局|9.00|7.00|2.00", "甲市乙局|6.00|5.00|1.00", "甲市丙站|3.00|2.00|1.00"],
      [0, 1, 1],
    ],
    ["the only other one is named otherwise", ["甲市乙局|9.00|7.00|2.00", "甲市丙站|9.00|7.00|2.00"], [0, 1]],
    ["they are the total with the first", ["甲市乙局|4.00|3.00|1.00", "甲市丙站|5.00|4.00|1.00"], [0, 0]],
    ["they are halves of the total", ["甲市乙局|4.50|3.50|1.00", "甲市丙站|4.50|3.50|1.00"], [0, 0]],
    ["there is no other", ["甲市乙局|9.00|7.00|2.00"], [0]],
  ])("%s", async (_, units, parents) => {
    const { document, rows } = await read(byUnit(...units));
    expect(rows.slice(1).map(({ parent }) => parent)).toEqual(parents);
    expect(checkBudget(document, { rules: ["H1", "K4"] }).summary).toMatchObject({ inconsistent: 0, notChecked: 0 });
  });

  it("a unit that is printed twice stays one row too many", async () => {
    const { document, rows } = await read(byUnit("甲市乙局|9.00|7.00|2.00", "甲市乙局|9.00|7.00|2.00"));
    expect(rows.slice(1).map(({ parent }) => parent)).toEqual([0, 0]);
    expect(checkBudget(document, { rules: ["H1"] }).causes.map(({ kind }) => kind)).toEqual(["extraRow"]);
  });

  it("a wrong figure of a unit is found below the department", async () => {
    const { document } = await read(byUnit("甲市乙局|9.00|7.00|2.00", "甲市乙局|6.00|5.00|1.00", "甲市丙站|3.00|2.50|1.00"));
    expect(checkBudget(document, { rules: ["H1"] }).summary).toMatchObject({ inconsistent: 1 });
  });
});

it("a line of expenditure alone stands as deep as its own side says", async () => {
  const { rows, warnings } = await read(
    budget(
      "甲市乙局2024年部门预算",
      "财政拨款收支总表",
      "单位：万元",
      "收入||支出|",
      "项目|预算数|项目|预算数",
      "一、本年收入|9.00|一、本年支出|9.00",
      "（一）一般公共预算拨款|9.00|（一）一般公共服务支出|4.00",
      "二、上年结转||（二）教育支出|3.00",
      "||（三）卫生健康支出|2.00",
      "||二、结转下年|",
      "收入总计|9.00|支出总计|9.00",
    ),
  );
  expect(rows.map(({ level, parent }) => [level, parent])).toEqual([
    [1, 5],
    [2, 0],
    [1, 5],
    [2, 0],
    [1, 5],
    [0, null],
  ]);
  expect(warnings).toEqual([]);
});

describe("names that print neither an ordinal nor an indent among those that do", () => {
  const summary = (total: string) =>
    budget(
      "甲市乙局2024年部门预算",
      "收支总表",
      "单位：万元",
      "收入||支出|",
      "项目|预算数|项目|预算数",
      "一、财政拨款|4.00|一、一般公共服务支出|4.00",
      "二、单位资金|5.00|财政事务|4.00",
      "事业收入|2.00|二、教育支出|5.00",
      "上级补助收入|2.00|职业教育|5.00",
      "其他收入|1.00||",
      `本年收入合计|${total}|本年支出合计|${total}`,
      `收入总计|${total}|支出总计|${total}`,
    );

  it("are no parts of the wrong line, and no sum over them is claimed", async () => {
    const { document, rows } = await read(summary("9.00"));
    expect(rows.map(({ expenditure }) => (expenditure as { partOf?: number } | null)?.partOf)).toEqual(new Array(7).fill(undefined));
    expect(rows.map(({ revenue }) => (revenue as { partOf?: number }).partOf)).toEqual([
      undefined,
      undefined,
      1,
      1,
      1,
      undefined,
      undefined,
    ]);
    const findings = checkBudget(document, { forms, rules: ["S1", "S3", "S4"] }).findings;
    expect(findings.map(({ rule, outcome, reason }) => [rule, outcome, reason])).toEqual([
      ["S1", "consistent", undefined],
      ["S3", "consistent", undefined],
      ["S4", "notChecked", "unknownLabel"],
    ]);
  });

  it("leave a wrong sum of known lines an error", async () => {
    const { document } = await read(summary("9.50"));
    expect(checkBudget(document, { forms, rules: ["S3"] }).findings.map(({ outcome }) => outcome)).toEqual(["inconsistent"]);
  });
});
