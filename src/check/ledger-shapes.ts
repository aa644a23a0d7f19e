import type { Bilingual } from "../model/locale.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { Form, TableSpec } from "../tables/define-table.ts";
import type { Figure } from "./figure.ts";
import type { Attribute, ColumnTerm } from "./rule.ts";
import type { SidePosition } from "./side-positions.ts";
import type { Statement } from "./statement.ts";

/** A row of a table, or one side of a row of a two-sided table. */
export interface Line {
  readonly table: LedgerTable;
  /** Index in the table's rows. */
  readonly row: number;
  readonly side?: "revenue" | "expenditure";
  readonly role: string;
  /** What a person would call the row. */
  readonly label: string;
  readonly key: string | null;
  readonly standing?: SidePosition["standing"];
  /** The line that this one is part of. */
  readonly parent: () => Line | undefined;
  /** The lines that are directly part of this one. */
  readonly children: () => readonly Line[];
  /** The row's own fields, whatever its kind. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** undefined where the table has no such column. */
  readonly figure: (key: string) => Figure | undefined;
}

/** A table as the rules see it. */
export interface LedgerTable {
  readonly document: number;
  readonly kind: string;
  /** undefined for a table that prints none. */
  readonly number: number | undefined;
  readonly title: string;
  /** As messages name it. */
  readonly name: Bilingual;
  readonly incomplete: boolean;
  /** The reader was not certain of its cells: an empty one, or a row that is not there, may be the reader's doing. */
  readonly uncertain: boolean;
  /** … and which of them make a row: a row may be two, or lack some of its cells. */
  readonly rowsUncertain: boolean;
  /** Keys of the columns of money that the table prints, in order. */
  readonly amountKeys: readonly string[];
  /** Index of a column by its key; -1 where the table does not print it. */
  readonly columnOf: (key: string) => number;
  /** A column's header as messages name it: its last words, with those above where they say little. */
  readonly columnName: (key: string) => string;
  readonly lines: readonly Line[];
  /** Keys of the columns that terms stand for in this table. */
  readonly printedKeys: (terms: readonly ColumnTerm[]) => readonly string[];
  /** The lines by the value of an attribute. */
  readonly linesBy: (attribute: Attribute) => LineIndex;
  /** A column that the form does not know holds numbers. */
  readonly unknownColumns: boolean;
  /** The figure of a row that is not there; the same object for the same row and column. */
  readonly absentFigure: (key: string, label: string, role?: "total") => Figure;
}

/** Lines by what they can be matched by: a document has hundreds of codes, and each is looked up in several tables. */
export interface LineIndex {
  readonly byValue: ReadonlyMap<string, readonly Line[]>;
  /** Lines whose label the form does not know. */
  readonly doubtful: readonly Line[];
}

/** A document as the rules see it. */
export interface Ledger {
  readonly index: number;
  readonly document: BudgetDocument;
  readonly tables: readonly LedgerTable[];
  /** An amount is below zero, so that a part may exceed its whole: in whichever table, since others may print only what it comes to with more. */
  readonly hasNegative: boolean;
  /** What the text says of the document's own year. */
  readonly statements: readonly Statement[];
  /** What it says of other years. */
  readonly ofOtherYears: readonly Statement[];
  /** The first table of a kind. */
  readonly table: (kind: string) => LedgerTable | undefined;
  /** Every table that the document may print, of all forms that were given. */
  readonly specs: readonly TableSpec[];
  /** The form that the document follows; undefined where it is none of those given. */
  readonly form: Form | undefined;
  /** Whether the document's form has a table of this kind; undefined where the form is not known, or lets it be another kind. */
  readonly promises: (kind: string) => boolean | undefined;
}
