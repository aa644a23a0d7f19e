import * as z from "zod";
import { Amount, AmountUnit } from "../model/amount.ts";

const text = () => z.string().nullable();
const index = () => z.int().nonnegative();

/**
 * One printed figure with everything that is needed to use it alone: the long form of a document's tables.
 *
 * Every field is a single value, so the same columns stand in CSV, Parquet and SQLite. null means that the figure has no such property.
 */
export const Fact = z.object({
  sourceName: text().describe("File name of the document; null for input without a name"),
  sourceSha256: z.string().describe("SHA-256 of the document's bytes, in hexadecimal"),
  fiscalYear: z.int().nullable().describe("Budget year that the document states"),
  organizationName: text().describe("Department or unit whose budget it is"),
  organizationCode: text().describe("Its budget unit code, where the document prints one"),
  organizationKind: z.enum(["department", "unit"]).nullable().describe("Whether the paper is a department's or a single unit's budget"),
  form: z.string().describe("Form that the tables follow: gz-14, gz-12, unknown, or a user's own"),
  tableIndex: index().describe("Position of the table in the document's tables, from 0"),
  tableKind: z.string().describe("Meaning of the table, for example revenueSummary"),
  tableNumber: z.int().nullable().describe("Number of the table as printed (表N); null for a table that prints none"),
  tableTitle: z.string().describe("Title as printed"),
  tableIncomplete: z.boolean().describe("Whether rows of this table are missing from the input: sums over it are too low"),
  rowIndex: index().describe("Position of the row in the table's rows, from 0"),
  rowRole: z.string().describe("What the row is: total, class, section, item, unit, category, project, line, …"),
  rowLevel: index().describe("Depth in the tree of rows; 0 is a total"),
  rowName: z.string().describe("Name of the row, without ordinal and code"),
  rowCode: text().describe("Code of the row: functional, economic, or of the budget unit"),
  rowPath: z.string().describe("Codes and names from the top row down to this one, joined by ' > '"),
  itemKey: text().describe("Glossary key of a fixed line, for example generalPublicBudget or officialReceptionExpenses"),
  budgetUnitCode: text().describe("Code of the budget unit that the row belongs to"),
  budgetUnitName: text().describe("Name of the budget unit that the row belongs to"),
  functionalCode: text().describe("Functional classification code (功能分类) of 3, 5 or 7 digits"),
  functionalName: text().describe("Name printed beside the functional code"),
  functionalLevel: z.enum(["class", "section", "item"]).nullable().describe("类, 款 or 项: what the length of the functional code says"),
  economicCode: text().describe("Code of the department's economic classification (部门预算经济分类)"),
  economicName: text().describe("Name printed beside the economic code"),
  governmentEconomicCode: text().describe("Code of the government's economic classification (政府预算经济分类)"),
  governmentEconomicName: text().describe("Name printed beside the government's economic code"),
  category: text().describe("Category, fund or expenditure type that the row belongs to"),
  projectName: text().describe("Project that the row belongs to"),
  measure: z.string().describe("Key of the column: total, generalPublicBudget, tianhe, …"),
  columnIndex: index().nullable().describe("Position of the printed cell in the row's cells, from 0; null where no cell prints it"),
  columnPath: text().describe("Header from the outermost cell to the leaf as printed, joined by ' > '"),
  amount: Amount.nullable().describe("Exact amount in 万元; null where the cell prints a dash or something that is not a number"),
  amountYuan: Amount.nullable().describe("The same amount in 元, exactly"),
  printedText: text().describe("The cell as printed"),
  printedUnit: AmountUnit.describe("What the table prints its money in"),
  isTotal: z.boolean().describe("isRowTotal or isColumnTotal: leave these out and a sum over the table counts nothing twice"),
  isRowTotal: z.boolean().describe("Whether the row repeats money of other rows: a total, a row with rows under it, an 其中 row"),
  isColumnTotal: z
    .boolean()
    .describe("Whether the column repeats others beside it: their sum (合计, 小计), or a second breakdown (under 其中)"),
  page: z.int().positive().nullable().describe("Page on which the row begins, from 1"),
  line: z.int().positive().nullable().describe("Line of the text input on which the row begins, from 1"),
});

export type Fact = z.infer<typeof Fact>;
