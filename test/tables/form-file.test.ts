import { describe, expect, it } from "vitest";
import { budgetDocumentSchema, builtInForms, FormFile, formOf, proposeForm } from "../../src/forms.ts";
import { jsonSchema, parseBudget, toJson } from "../../src/index.ts";

const column = (key: string, type: string, ...headers: string[]) => ({ key, type, headers });
const leases = {
  kind: "leases",
  number: 10,
  titles: ["租用情况表"],
  rows: { grammar: "plain", fields: { address: "text", floorArea: "quantity" } },
  columns: [column("address", "text", "坐落"), column("floorArea", "quantity", "面积"), column("total", "amount", "租金/合计", "租金")],
};
const file = (changes: object = {}) => ({ $schema: "form.schema.json", id: "city", tables: [{ ...leases, ...changes }] });
const text = [
  "甲市乙局2024年部门预算",
  "附表10",
  "租用情况表",
  "单位：万元",
  "坐落\t面积\t租金\t主管科室",
  "合计\t30\t9.00\t",
  "一号楼\t10\t4.00\t办公室",
  "二号楼\t20\t5.00\t财务科",
].join("\n");

describe("a form in a file", () => {
  it("reads the tables that it describes", async () => {
    const forms = [...builtInForms, formOf(file())];
    const document = await parseBudget(text, { forms });
    expect(document.tables[0]).toMatchObject({
      kind: "leases",
      rows: [{ role: "total" }, { role: "item", address: "一号楼" }, { role: "item", address: "二号楼" }],
    });
    expect(JSON.parse(toJson(document, { schema: budgetDocumentSchema(forms) })).tables[0].rows[1].floorArea).toBe("10");
  });

  it.each([
    ["functional", { grammar: "functional", byBudgetUnit: true }, [column("code", "code", "编码"), column("name", "text", "名称")]],
    ["economic", { grammar: "economic", items: true, byBudgetUnit: true }, [column("departmentEconomicName", "text", "名称")]],
    ["economic alone", { grammar: "economic" }, [column("departmentEconomic", "codedName", "科目")]],
    [
      "code in parts",
      { grammar: "functional" },
      [{ ...column("codeClass", "codePart", "编码/类"), of: "code", optional: true }, column("name", "text", "名称")],
    ],
    [
      "twoSided",
      { grammar: "twoSided", revenue: [{ key: "fees", labels: ["学费"], parts: [{ key: "tuition", labels: ["其中学费"] }] }] },
      [
        column("revenueItem", "text", "收入/项目"),
        column("revenue", "amount", "收入/金额"),
        column("expenditureItem", "text", "支出/项目"),
        column("expenditure", "amount", "支出/金额"),
      ],
    ],
    [
      "keyed",
      { grammar: "keyed", lines: [{ key: "total", labels: ["合计"], parts: [{ key: "part", labels: ["其中"] }] }] },
      [column("label", "label", "项目")],
    ],
    ["unit", { grammar: "unit", levels: [{ role: "unit", field: "budgetUnitName", unitCode: "own" }] }, [column("label", "label", "单位")]],
  ])("says every grammar: %s", (_, rows, columns) => {
    const [spec] = formOf(file({ rows, columns })).tables;
    expect(spec?.rows.grammar).toBe(rows.grammar);
    expect(spec?.layouts.city?.columns).toHaveLength(columns.length);
  });

  it.each([
    ["a key that there is not", { title: "租用情况表" }, "tables[0]"],
    ["titles that are no list", { titles: "租用情况表" }, "tables[0].titles"],
    ["a grammar that there is not", { rows: { grammar: "rows" } }, "tables[0].rows"],
    ["a column that the grammar needs", { rows: { grammar: "functional" } }, 'need a column with the key "name"'],
  ])("says where it is wrong: %s", (_, changes, said) => {
    expect(() => formOf(file(changes), "en")).toThrow(
      expect.objectContaining({ code: "OPTION_INVALID", message: expect.stringContaining(said) }),
    );
  });

  it("has a JSON Schema with a description of every part that is not plain", () => {
    const schema = JSON.stringify(jsonSchema(FormFile));
    for (const word of ["byBudgetUnit", "codePart", "carried", "unitCode", "表头"]) expect(schema).toContain(word);
  });
});

describe("a proposed form", () => {
  it("reads the tables that it was made from", async () => {
    const proposed = proposeForm(await parseBudget(text), "city");
    expect(proposed).toMatchObject({
      id: "city",
      tables: [
        {
          titles: ["租用情况表"],
          rows: { grammar: "plain" },
          columns: [{ type: "text", headers: ["坐落"] }, { type: "amount" }, { type: "amount", headers: ["租金"] }, { type: "text" }],
        },
      ],
    });
    const again = await parseBudget(text, { forms: [...builtInForms, formOf(proposed)] });
    expect(again.tables.map(({ kind }) => kind)).toEqual(["table1"]);
    expect(proposeForm(again, "city")).toBeUndefined();
  });

  it("knows the columns and the grammar of tables that are like known ones", async () => {
    const like = [
      "甲市乙局2024年部门预算",
      "专项资金支出明细表",
      "单位：万元",
      "科目编码\t科目名称\t合计\t基本支出\t项目支出",
      "\t合计\t9.00\t4.00\t5.00",
      "201\t一般公共服务支出\t9.00\t4.00\t5.00",
      "20106\t财政事务\t9.00\t4.00\t5.00",
    ].join("\n");
    expect(proposeForm(await parseBudget(like), "city")).toMatchObject({
      tables: [
        {
          rows: { grammar: "functional" },
          columns: [{ key: "code" }, { key: "name" }, { key: "total" }, { key: "basicExpenditure" }, { key: "projectExpenditure" }],
        },
      ],
    });
  });

  it("leaves out a number that is not printed, money that is words, and a header that goes on among the rows", async () => {
    const unlike = (header: string, ...rows: readonly string[]) =>
      parseBudget(["甲市乙局2024年部门预算", "培训情况表", "单位：万元", header, ...rows].join("\n"));
    const proposed = proposeForm(await unlike("班名\t其他资金", "一班\t≥9 人", "二班\t≥3 人"), "city");
    expect(proposed?.tables).toEqual([
      {
        kind: "table1",
        titles: [expect.stringContaining("培训情况表")],
        rows: { grammar: "plain", fields: { column1: "text", otherFunds: "text" } },
        columns: [column("column1", "text", "班名"), column("otherFunds", "text", "其他资金")],
      },
    ]);
    expect(formOf(proposed).tables[0]?.layouts.city).not.toHaveProperty("number");
    const document = await unlike("班名\t金额", "一班\t9.00", "二班\t3.00");
    const deeper = (levels: number) => ({
      ...document,
      tables: document.tables.map((table) => ({
        ...table,
        columns: table.columns.map((each) => ({ ...each, path: Array.from({ length: levels }, (_, at) => `${at}级`) })),
      })) as typeof document.tables,
    });
    expect(proposeForm(deeper(4), "city")).toBeDefined();
    expect(proposeForm(deeper(5), "city")).toBeUndefined();
  });
});
