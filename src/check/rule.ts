import type { RuleFamily } from "../model/check-report.ts";
import type { Severity } from "../model/diagnostic.ts";
import type { Bilingual } from "../model/locale.ts";
import type { Relation, Weight } from "./interval.ts";

/** What of a row two tables can be matched by. */
export type Attribute =
  /** The functional code, or the department's economic code; `total` for a total row. */
  | "code"
  /** The functional class (类), by its code or by its name. */
  | "class"
  /** The row's own label. */
  | "label"
  | "budgetUnit"
  /** The project, or the group of items that bears a project's name. */
  | "project"
  | "economicName"
  /** 货物, 工程 or 服务: by its label, or by the first letter of the category code. */
  | "procurementClass"
  /** The key of a line; of a stated figure its item, or what it measures. */
  | "key";

/** Which rows; every condition that is given must hold. On a two-sided table a row is one side of a printed row. */
export interface RowFilter {
  readonly roles?: readonly string[];
  readonly notRoles?: readonly string[];
  readonly side?: "revenue" | "expenditure";
  /** Keys of lines: of a two-sided table's side, or of “三公”经费. */
  readonly keys?: readonly string[];
  readonly labels?: readonly string[];
  readonly codes?: readonly string[];
  readonly categoryPrefixes?: readonly string[];
  /** Above the subtotal of its side (本年收入合计), or between it and the grand total. */
  readonly standing?: "aboveSubtotal" | "belowSubtotal";
  /** Directly part of no other line. */
  readonly topLevel?: true;
  /** Prints an amount, be it a dash, or leaves it out where such rows print one; a heading prints none. */
  readonly filled?: true;
  /** No other row is part of it. */
  readonly lowest?: true;
  /** Directly part of the row that the claim is about. */
  readonly childrenOf?: "this";
  /** Agrees with the row or value that the claim is about in these. */
  readonly same?: readonly Attribute[];
}

/**
 * A column by its key, or what stands for it in a table that prints only its parts; or only where it is printed under the heading that
 * a subtotal stands under, and so is a part of it (`within`), or only where it is not (`beside`).
 */
export type ColumnTerm =
  | string
  | { readonly column: string; readonly orElse: readonly ColumnTerm[] }
  | { readonly column: string; readonly within: string }
  | { readonly column: string; readonly beside: string };

/** Figures of a table that enter one side of a claim. */
export interface TableSelector {
  /** The table's kind; the table that the claim is about by default. */
  readonly table?: string;
  /** Rows of the table; the row that the claim is about by default. */
  readonly rows?: RowFilter;
  /** `this` is the column that the claim is about; `item` the column that is named like the stated figure's item. Columns that the table lacks count as nothing. */
  readonly columns: "this" | "item" | readonly ColumnTerm[];
  readonly weight?: Weight;
  /**
   * A row that is not there counts as nothing (`nothing`: it may well be absent; `leftOut`: the forms print it always, so that a claim
   * that fails says it was left out), or makes the claim meaningless (`noClaim`). By default the claim is not checked.
   */
  readonly ifNoRow?: "nothing" | "leftOut" | "noClaim";
  /** More than one row may match only if their sum is meant; where it does not agree the claim stays unchecked. */
  readonly sole?: true;
  /** A table that the form does not have, or a column that is not there, counts as nothing instead of making the claim meaningless. */
  readonly ifNoTable?: "nothing";
  /** What stands for these figures in a document whose form has no such table, column or row. */
  readonly orElse?: readonly TableSelector[];
  /** Of the same organisation's budget: of the year before, or of the same year where the document is a publication beside it. */
  readonly document?: "priorYear" | "budget";
}

/** Figures that the explanatory part states. */
export interface StatementSelector {
  /** `this` is the statement that the claim is about; otherwise those of a measure (without items unless some are named) that stand near it. */
  readonly statement: "this" | { readonly measure: string; readonly items?: readonly string[]; readonly near?: "paragraph" | "section" };
  readonly part?: "amount" | "change" | "prior";
  readonly weight?: Weight;
}

export type FigureSelector = TableSelector | StatementSelector;

/** What a claim is made about, once for each. */
export type Scope =
  | { readonly each: "document" }
  /** Rows of these tables; `minParts`, `maxParts` bound the number of rows that match `parts`. */
  | {
      readonly each: "row" | "cell";
      readonly tables: readonly string[];
      readonly rows?: RowFilter;
      /** Only rows for which so many rows match `parts.rows`. */
      readonly parts?: { readonly rows: RowFilter; readonly min?: number; readonly max?: number };
      /** For `cell`: these columns; by default every column of money. */
      readonly columns?: readonly string[];
    }
  /** Values of an attribute, gathered from these tables. */
  | {
      readonly each: "value";
      readonly attribute: Attribute;
      readonly in: readonly { readonly table: string; readonly rows?: RowFilter }[];
    }
  /** Statements of the explanatory part. */
  | { readonly each: "statement"; readonly measures: readonly string[]; readonly items?: "none" | "some" | readonly string[] };

/** Left and right must agree, or left be at most right. */
export interface Claim {
  readonly each: Scope;
  readonly left: readonly FigureSelector[];
  readonly relation?: Relation;
  readonly right: readonly FigureSelector[];
  /** Other readings of the right side: any one that agrees will do. */
  readonly orRight?: readonly (readonly FigureSelector[])[];
}

interface RuleHead {
  /** Stable: used to select, silence and cite the rule. */
  readonly id: string;
  readonly family: RuleFamily;
  /** Of a finding that is inconsistent. */
  readonly severity: Severity;
  /** Ids of the forms that promise it; every form by default. */
  readonly forms?: readonly string[];
  /** Not run unless it is selected: the forms do not promise it. */
  readonly optIn?: true;
  /** What the rule says. */
  readonly sentence: Bilingual;
}

/** A rule about sums of figures. */
export interface SumRule extends RuleHead {
  readonly claims: readonly Claim[];
}

/** The column of a classification: 功能分类科目, 部门预算支出经济分类科目, 政府预算支出经济分类科目. */
export type ClassificationColumn = "function" | "departmentEconomic" | "governmentEconomic";

/** What a rule about structure looks at; each has its own file in `structure/`. */
export type StructureTest =
  /** Of each code, those that it begins with, of so many digits, stand above it. */
  | { readonly test: "parentPresent"; readonly tables: readonly string[]; readonly parents: readonly number[] }
  | { readonly test: "codesAscend"; readonly tables: readonly string[] }
  | { readonly test: "codeLength"; readonly tables: readonly string[]; readonly lengths: readonly number[] }
  /** A code has one name in all these tables. */
  | { readonly test: "oneName"; readonly tables: readonly string[] }
  /** A code is in the ministry's list, and valid in the budget's year. */
  | { readonly test: "listedCode"; readonly tables: readonly string[]; readonly column: ClassificationColumn }
  /** A code's name is the one that the ministry's list has for it. */
  | { readonly test: "listedName"; readonly tables: readonly string[]; readonly column: ClassificationColumn }
  /** The government's economic code and the department's in one row go together. */
  | { readonly test: "economicPair"; readonly tables: readonly string[] }
  /** A label that the form does not know is not a slip of one that it knows. */
  | { readonly test: "formLabel"; readonly tables: readonly string[] }
  /** A name is not a slip of one that other tables print. */
  | { readonly test: "likeNames"; readonly attribute: "budgetUnit" | "project"; readonly tables: readonly string[] }
  /** A procurement category's name begins with its code, and is the same wherever the code stands. */
  | { readonly test: "categoryName"; readonly tables: readonly string[] }
  /** An item's budget unit code is that of the unit above it. */
  | { readonly test: "unitCode"; readonly tables: readonly string[] }
  /** What the contents page lists is there. */
  | { readonly test: "contents" }
  /** The tables that the form has are there. */
  | { readonly test: "formTables" }
  /** A code with an amount in one table has its row in the other. */
  | { readonly test: "rowsProven"; readonly pairs: readonly { readonly from: string; readonly to: string }[] }
  /** A row has parts where other rows of its sort have some; rows of the role that may end in some tables need none there. */
  | {
      readonly test: "partsPresent";
      readonly tables: readonly string[];
      readonly mayEnd?: { readonly tables: readonly string[]; readonly role: string };
    }
  /** Rows of a role stand under one of another role. */
  | { readonly test: "standsUnder"; readonly rows: readonly { readonly table: string; readonly role: string; readonly under: string }[] }
  /** A stated percentage is the stated change over the prior year's amount. */
  | { readonly test: "growthRate" }
  /** Stated fixed assets are worth no more than can be. */
  | { readonly test: "assetsPlausible" }
  /** The same organisation's codes keep their names from year to year. */
  | { readonly test: "namesOverYears"; readonly tables: readonly string[] }
  /** A department's row of a unit is the total of that unit's own budget. */
  | { readonly test: "unitBudgets"; readonly tables: readonly string[] }
  /** A department's totals are the sums of its units' budgets, where all of them are given. */
  | { readonly test: "departmentSums"; readonly tables: readonly string[] };

/** A rule about something other than sums: codes, names, what is there. */
export interface StructureRule extends RuleHead {
  readonly structure: StructureTest;
}

export type CheckRule = SumRule | StructureRule;
