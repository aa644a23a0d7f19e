import { describe, expect, it } from "vitest";
import {
  amountColumn,
  builtInForms,
  economicRows,
  functionalRows,
  keyedRows,
  national,
  plainRows,
  textColumn,
  textField,
} from "../../src/forms.ts";
import { parseBudget } from "../../src/index.ts";
import type { Form } from "../../src/tables/define-table.ts";
import { demandForms } from "../../src/tables/demand-forms.ts";

const columns = [textColumn("name", "科目名称"), amountColumn("total", "合计")];
const spec = { kind: "leases", titles: ["租用情况表"], rows: functionalRows, layouts: { mine: { number: 1, columns } } };
const form = (changes: object): unknown => ({ id: "mine", tables: [{ ...spec, ...changes }] });
const layout = (changes: object): unknown => form({ layouts: { mine: { number: 1, columns, ...changes } } });
const TABLE = "forms[0].tables[0]";

const wrong: readonly (readonly [what: string, form: unknown, said: string])[] = [
  ["no id", { tables: [spec] }, 'forms[0]: "id" is missing'],
  ["an empty id", { id: " ", tables: [spec] }, "forms[0].id: must be a text that is not empty"],
  ["a key that there is not", { id: "mine", table: [spec] }, 'forms[0]: there is no "table"; did you mean "tables"?'],
  ["no tables", { id: "mine", tables: [] }, "forms[0].tables: must be a list of tables that defineTable declares, not []"],
  ["a table that is none", { id: "mine", tables: ["收支总表"] }, `${TABLE}: must be an object, not "收支总表"`],
  [
    "titles that are no list",
    form({ titles: "租用情况表" }),
    `${TABLE}.titles: must be a list of titles as printed: ["收支总表"], not "租用情况表"`,
  ],
  ["telling labels that are no list", form({ tellingLabels: "上缴上级支出" }), `${TABLE}.tellingLabels: must be a list of row labels`],
  ["a kind that is taken", form({ kind: "unrecognised" }), `${TABLE}.kind: "unrecognised"`],
  ["rows by a name", form({ rows: "functional" }), `${TABLE}.rows: must be an object, not "functional"`],
  [
    "a grammar that there is not",
    form({ rows: { ...functionalRows, grammar: "function" } }),
    `${TABLE}.rows.grammar: must be one of twoSided, functional`,
  ],
  [
    "a layout of another form",
    form({ layouts: { mime: { number: 1, columns } } }),
    `${TABLE}.layouts: there is no layout for the form "mine", only "mime"`,
  ],
  ["no columns", layout({ columns: undefined }), `${TABLE}.layouts.mine: "columns" is missing`],
  [
    "a number that is none",
    layout({ number: "1" }),
    `${TABLE}.layouts.mine.number: must be the table's number in the form, 1 or more, not "1"`,
  ],
  [
    "a header that is no path",
    layout({ columns: [{ ...columns[0], headers: "科目名称" }] }),
    `${TABLE}.layouts.mine.columns[0].headers: must be a list of header paths`,
  ],
  [
    "a column without its key",
    layout({ columns: [{ type: "amount", headers: [["合计"]] }] }),
    `${TABLE}.layouts.mine.columns[0]: "key" is missing`,
  ],
  [
    "a type that there is not",
    layout({ columns: [{ ...columns[0], type: "money" }] }),
    `${TABLE}.layouts.mine.columns[0].type: must be one of amount`,
  ],
  [
    "two columns of one key",
    layout({ columns: [...columns, amountColumn("total", "总计")] }),
    `${TABLE}.layouts.mine.columns[2].key: the column [1] has the key "total" already`,
  ],
  [
    "a name that no column holds",
    layout({ columns: [amountColumn("total", "合计")] }),
    `${TABLE}.layouts.mine.columns: rows of the grammar "functional" need a column with the key "name" or "function"`,
  ],
  [
    "a grammar of the layout's own",
    layout({ rows: economicRows }),
    'need a column with the key "departmentEconomic" or "departmentEconomicName"',
  ],
  ["lines without labels", layout({ rows: keyedRows([{ key: "total", labels: ["合计"] }]) }), 'need a column with the key "label"'],
  ["a field that no column holds", layout({ rows: plainRows({ address: textField }) }), 'need a column with the key "address"'],
];

describe("a form that is wrong", () => {
  it.each(wrong)("says where and what is right: %s", (_, given, said) => {
    expect(() => demandForms([given as Form], "en")).toThrow(
      expect.objectContaining({ code: "OPTION_INVALID", message: expect.stringContaining(said) }),
    );
    expect(() => demandForms([given as Form], "zh")).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/\p{Script=Han}/u) }),
    );
  });

  it("is no form of the list twice", () => {
    expect(() => demandForms([...builtInForms, { ...national, id: "gz-14" }], "en")).toThrow("forms[3].tables[0].layouts");
    expect(() => demandForms([national, { ...national }], "en")).toThrow('forms[1].id: another form is called "mof" already');
  });

  it("is told before anything is read", async () => {
    await expect(parseBudget("", { forms: "gz-12" as never, locale: "en" })).rejects.toMatchObject({ code: "OPTION_INVALID" });
    await expect(parseBudget("", { forms: [form({ titles: [] })] as never, locale: "en" })).rejects.toThrow(`${TABLE}.titles`);
  });
});

it("takes every form that the library has", () => {
  expect(() => demandForms([...builtInForms, national], "en")).not.toThrow();
  expect(() => demandForms([form({}) as Form], "en")).not.toThrow();
});
