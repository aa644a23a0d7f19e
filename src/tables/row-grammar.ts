import * as z from "zod";
import { Amount } from "../model/amount.ts";
import { expenditureLabels, revenueLabels, type SideLabels } from "./two-sided-labels.ts";

const codedNameShape = {
  /** 科目编码: digits of the code; null where none is printed. */
  code: z.string().nullable(),
  /** 科目名称: the name without its code. */
  name: z.string(),
};
/** A classification code and its name, read from `[30101]基本工资`. */
export const CodedName: z.ZodObject<typeof codedNameShape> = z.object(codedNameShape);
export interface CodedName extends z.infer<typeof CodedName> {}

const sideShape = {
  /** 序号: `一、`, `（一）` or `1.` as printed; null where the label has none. */
  ordinal: z.string().nullable(),
  /** 项目: the label without its ordinal. */
  label: z.string(),
  /** 项目标识: the glossary's name for the label (`fiscalAppropriation`, `education`); null for a label the form does not know. */
  key: z.string().nullable(),
  /** 预算: the amount in 万元; null for an empty cell. */
  amount: Amount.nullable(),
  /** 上级项目: index of the row that prints, on the same side, the line that this one is part of; absent for a line that is part of none. */
  partOf: z.int().nonnegative().optional(),
};
/** One side of a two-sided row: `一、财政拨款  509787.78`. */
export const Side: z.ZodObject<typeof sideShape> = z.object(sideShape);
export interface Side extends z.infer<typeof Side> {}

/** How the rows of a table are told apart, and the typed fields that they carry beside their amounts. */
export type RowGrammar =
  | TwoSidedRows
  | FunctionalRows<string, object>
  | EconomicRows<string, object>
  | UnitRows
  | KeyedRows
  | BlockRows
  | PlainRows;

/** The schemas of these fields. */
export type RowFields<Fields extends object> = { readonly [Name in keyof Fields]-?: z.ZodType<Fields[Name]> };

interface GrammarBase<Role extends string, Fields extends object> {
  readonly roles: readonly Role[];
  readonly fields: RowFields<Fields>;
}

const twoSidedFields = {
  /** 收入: the row's revenue side; null where it is empty. */
  revenue: Side.nullable(),
  /** 支出: the row's expenditure side; null where it is empty. */
  expenditure: Side.nullable(),
};
export interface TwoSidedFields extends z.infer<z.ZodObject<typeof twoSidedFields>> {}

/** Income on the left, expenditure on the right (表1, 表4). */
export interface TwoSidedRows extends GrammarBase<"line" | "subtotal" | "grandTotal", TwoSidedFields> {
  readonly grammar: "twoSided";
  readonly labels: SideLabels;
}

const functionalFields = {
  /** 功能分类科目编码: 3, 5 or 7 digits for 类, 款, 项; null on a total. */
  code: z.string().nullable(),
  /** 功能分类科目名称: the name without its ordinal and code. */
  name: z.string(),
  /** 序号: `一、` before the name of a class; null where there is none. */
  ordinal: z.string().nullable(),
};
export interface FunctionalFields extends z.infer<z.ZodObject<typeof functionalFields>> {}

/** One row a functional code of 3, 5 or 7 digits; without codes, one a name that is indented as far as its class, section or item. */
export interface FunctionalRows<Role extends string = "total" | "class" | "section" | "item", Fields extends object = FunctionalFields>
  extends GrammarBase<Role, Fields> {
  readonly grammar: "functional";
}

const economicFields = {
  /** 部门预算支出经济分类科目: the department's economic classification (3xx); null on a total. */
  departmentEconomic: CodedName.nullable(),
  /** 政府预算支出经济分类科目: the government's economic classification (5xx). Printed by gz-14 only; absent in a table without that column. */
  governmentEconomic: CodedName.nullable().optional(),
};
export interface EconomicFields extends z.infer<z.ZodObject<typeof economicFields>> {}

/** One row an economic code of 3 or 5 digits; gz-14 prints the government's code beside the department's. */
export interface EconomicRows<Role extends string = "total" | "class" | "section", Fields extends object = EconomicFields>
  extends GrammarBase<Role, Fields> {
  readonly grammar: "economic";
}

/** One kind of row below the total of a table by budget unit, outermost first. */
export interface UnitLevel<Role extends string = string> {
  readonly role: Role;
  /** The field that takes the row's label. */
  readonly field: string;
  /** Whether the row prints the budget unit's code: its own (`own`), the one of the unit above (`same`), or none (`none`). */
  readonly unitCode: "own" | "same" | "none";
  /** Columns of which at least one is filled on such a row and on no other. */
  readonly detail?: readonly string[];
  /** Labels that can only be this row. A leading `*` matches any beginning. */
  readonly labels?: readonly string[];
}

/** Total, `其中` rows, then a tree: budget units, what they spend on, single items; `小计` rows beside it. */
export interface UnitRows<Role extends string = string, Fields extends object = object> extends GrammarBase<Role, Fields> {
  readonly grammar: "unit";
  /** Labels that `其中：` rows can print before the first unit; empty where the table has none. */
  readonly ofWhich: readonly string[];
  /** The field that also takes the label of an `其中：` row, where it means the same there. */
  readonly ofWhichField?: string;
  /** Whether the total and the rows above the lowest level may be left out, or print no amounts of their own. */
  readonly upperLevels?: "optional";
  readonly levels: readonly UnitLevel<Exclude<Role, "total" | "subtotal" | "ofWhich">>[];
}

export interface KeyedFields<Key extends string> {
  /** 项目标识: which line of the form this is; null for a line that the form does not have. */
  key: Key | null;
  /** 项目: the label without its ordinal. */
  label: string;
  /** 序号: `（一）`, `1.` as printed; null where there is none. */
  ordinal: string | null;
}

/** A fixed list of lines, each with a key (“三公”经费). */
export interface KeyedRows<Key extends string = string> extends GrammarBase<"line", KeyedFields<Key>> {
  readonly grammar: "keyed";
  readonly lines: readonly { readonly key: Key; readonly labels: readonly string[]; readonly level: number }[];
}

/** A line of a keyed table with the lines that it is the sum of, or that are 其中 of it. */
export interface KeyedLine<Key extends string = string> {
  readonly key: Key;
  readonly labels: readonly string[];
  /** 1 for the outermost lines. @default one more than that of the line that it is a part of */
  readonly level?: number;
  readonly parts?: readonly KeyedLine<Key>[];
}

/** A form of blocks, whose headings stand beside or above what they head; its layouts say `headings: "within"`. */
export interface BlockRows<Role extends string = string, Fields extends object = object> extends GrammarBase<Role | "heading", Fields> {
  readonly grammar: "blocks";
  /** The role of a row by the label of the block that it stands in. */
  readonly blocks: Readonly<Record<string, Role>>;
  /** Words that a row of headings prints beside those that head something. */
  readonly words: readonly string[];
  /** Fields whose cell spans the rows below it, outermost first. */
  readonly spanning: readonly string[];
}

/** Rows without structure, for a user's own table: total, and one row an item. */
export interface PlainRows<Fields extends object = object> extends GrammarBase<"total" | "item", Fields> {
  readonly grammar: "plain";
  /** Fields whose cell is printed once for several rows. */
  readonly carried: readonly string[];
}

export const grammarNames = [
  "twoSided",
  "functional",
  "economic",
  "unit",
  "keyed",
  "blocks",
  "plain",
] as const satisfies readonly RowGrammar["grammar"][];

/** Keys of the columns that a grammar reads its rows by; of several in one place, a table needs one. */
export function requiredColumns(rows: RowGrammar): readonly (readonly string[])[] {
  switch (rows.grammar) {
    case "twoSided":
      return [["revenueItem"], ["revenue"], ["expenditureItem"], ["expenditure"]];
    case "functional":
      return [["name", "function"]];
    case "economic":
      return [["departmentEconomic", "departmentEconomicName"]];
    case "unit":
    case "keyed":
      return [["label"]];
    case "blocks":
      return [];
    case "plain":
      return Object.keys(rows.fields).map((field) => [field]);
  }
}

export const twoSidedRows: TwoSidedRows = {
  grammar: "twoSided",
  roles: ["line", "subtotal", "grandTotal"],
  fields: twoSidedFields,
  labels: { revenue: revenueLabels, expenditure: expenditureLabels },
};

/**
 * Two-sided rows with labels of their own beside those that every form prints; where a label is in both, one's own counts.
 *
 * @example twoSidedRowsWith({ revenue: [{ key: "schoolFees", labels: ["学费"], role: "line" }] })
 */
export function twoSidedRowsWith({ revenue = [], expenditure = [] }: Partial<SideLabels>): TwoSidedRows {
  return { ...twoSidedRows, labels: { revenue: [...revenue, ...revenueLabels], expenditure: [...expenditure, ...expenditureLabels] } };
}

export const functionalRows: FunctionalRows = {
  grammar: "functional",
  roles: ["total", "class", "section", "item"],
  fields: functionalFields,
};

/** Economic rows with the items of 7 digits that some cities print under a section. */
export const economicRowsWithItems: EconomicRows<"total" | "class" | "section" | "item"> = {
  grammar: "economic",
  roles: ["total", "class", "section", "item"],
  fields: economicFields,
};

export const economicRows: EconomicRows = { grammar: "economic", roles: ["total", "class", "section"], fields: economicFields };

/**
 * The rows of a classification under budget units: the unit stands in columns before the code (`budgetUnitCode`, `budgetUnitName`), on a
 * row that is the sum of its codes, or on every row.
 *
 * @example rowsByBudgetUnit(functionalRows)
 */
export function rowsByBudgetUnit<Role extends string, Fields extends object>(
  rows: FunctionalRows<Role, Fields>,
): FunctionalRows<Role | "unit", Fields & UnitColumnFields>;
export function rowsByBudgetUnit<Role extends string, Fields extends object>(
  rows: EconomicRows<Role, Fields>,
): EconomicRows<Role | "unit", Fields & UnitColumnFields>;
export function rowsByBudgetUnit(rows: FunctionalRows<string, object> | EconomicRows<string, object>): RowGrammar {
  const [total = "total", ...others] = rows.roles;
  return { ...rows, roles: [total, "unit", ...others], fields: { ...rows.fields, ...unitColumnFields } } as unknown as RowGrammar;
}

/** Roles of a table by budget unit: one without 其中 rows has none for them. */
type UnitRole<Role extends string, OfWhich extends readonly string[]> =
  | "total"
  | "subtotal"
  | Role
  | (OfWhich extends readonly [] ? never : "ofWhich");

export function unitRows<const Role extends string, Fields extends object, const OfWhich extends readonly string[] = readonly []>(rows: {
  readonly ofWhich?: OfWhich;
  readonly ofWhichField?: string;
  readonly upperLevels?: "optional";
  readonly levels: readonly UnitLevel<Role>[];
  readonly fields: RowFields<Fields>;
}): UnitRows<UnitRole<Role, OfWhich>, Fields & BudgetUnitFields> {
  const { ofWhich = [], ofWhichField, upperLevels, levels, fields } = rows;
  const roles = ["total", "subtotal", ...(ofWhich.length > 0 ? ["ofWhich"] : []), ...levels.map(({ role }) => role)];
  return {
    grammar: "unit",
    ofWhich,
    ...(ofWhichField && { ofWhichField }),
    ...(upperLevels && { upperLevels }),
    levels: levels as UnitRows<UnitRole<Role, OfWhich>>["levels"],
    roles: roles as UnitRole<Role, OfWhich>[],
    fields: { ...budgetUnitFields, ...fields } as RowFields<Fields & BudgetUnitFields>,
  };
}

/** A fixed list of lines, in printed order; parts of a line stand under it. */
export function keyedRows<const Key extends string>(lines: readonly KeyedLine<Key>[]): KeyedRows<Key> {
  const all = withLevels(lines, 1);
  const keys = Object.fromEntries(all.map(({ key }) => [key, key])) as Record<Key, Key>;
  return {
    grammar: "keyed",
    lines: all,
    roles: ["line"],
    fields: { key: z.enum(keys).nullable(), label: z.string(), ordinal: z.string().nullable() },
  };
}

function withLevels<Key extends string>(lines: readonly KeyedLine<Key>[], outermost: number): KeyedRows<Key>["lines"] {
  return lines.flatMap(({ key, labels, level = outermost, parts = [] }) => [{ key, labels, level }, ...withLevels(parts, level + 1)]);
}

export function blockRows<const Role extends string, Fields extends object>(rows: {
  readonly blocks: Readonly<Record<string, Role>>;
  readonly words: readonly string[];
  readonly spanning: readonly string[];
  readonly fields: RowFields<Fields>;
}): BlockRows<Role, Fields> {
  return { grammar: "blocks", ...rows, roles: ["heading", ...new Set(Object.values(rows.blocks))] };
}

/**
 * Rows without structure: total, and one row an item; a table without fields is one row, its total.
 *
 * @param carried Fields whose cell is printed once for several rows.
 */
export function plainRows<Fields extends object>(
  fields: RowFields<Fields>,
  carried: readonly Extract<keyof Fields, string>[] = [],
): PlainRows<Fields> {
  return { grammar: "plain", roles: ["total", "item"], fields, carried };
}

/** The budget unit of a row: its own, or the one above it; null on rows that belong to none. The code is absent in a table without that column. */
const budgetUnitFields = {
  /** 单位编码: code of the budget unit that the row belongs to; absent in a table without that column. */
  budgetUnitCode: z.string().nullable().optional(),
  /** 单位名称: the budget unit that the row belongs to. */
  budgetUnitName: z.string().nullable(),
  /** 项目: the row's own stub, without 其中：. */
  label: z.string(),
};
export interface BudgetUnitFields extends z.infer<z.ZodObject<typeof budgetUnitFields>> {}

/** The budget unit of a row of a classification, as the columns before those of the classification print it. */
const unitColumnFields = {
  /** 单位编码: code of the budget unit that the row belongs to; null where none is printed, absent in a table without units. */
  budgetUnitCode: z.string().nullable().optional(),
  /** 单位名称: the budget unit that the row belongs to; null on a total of all, absent in a table without units. */
  budgetUnitName: z.string().nullable().optional(),
};
export interface UnitColumnFields extends z.infer<z.ZodObject<typeof unitColumnFields>> {}
