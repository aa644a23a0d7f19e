import type { RecognisedCharacter } from "../layout/region.ts";
import type { AmountUnit } from "../model/amount.ts";
import type { Box } from "../model/box.ts";
import type { Notice } from "../model/diagnostic.ts";
import type { PrintedText } from "../model/printed-text.ts";
import type { Column } from "../tables/column.ts";
import type { TableLayout, TableSpec } from "../tables/define-table.ts";

/** A cell of the joined table: text with wrapped lines and page breaks joined, and every place that it stands on. */
export interface JoinedCell {
  /** null for an empty cell. */
  readonly text: string | null;
  readonly indent: number;
  readonly places: readonly { readonly page: number; readonly box: Box }[];
  /** What each page prints of the text. */
  readonly pieces: readonly PrintedText[];
  /** The characters of its text, where it was recognised in a picture. */
  readonly recognised?: readonly RecognisedCharacter[];
}

export interface JoinedRow {
  /** One a leaf column. */
  readonly cells: readonly JoinedCell[];
  readonly page?: number;
  readonly line?: number;
  readonly bbox?: Box;
}

export interface JoinedColumn {
  /** As printed, outermost first. */
  readonly path: readonly string[];
  /** The form's column; undefined for one that it does not have. */
  readonly column: Column | undefined;
}

/** The table of a form that a printed one is taken for. */
export interface RecognisedMatch {
  readonly spec: TableSpec;
  readonly form: string;
  readonly layout: TableLayout;
  /** Every column is surely one of the form's, and none of the form's is missing. */
  readonly right: boolean;
}

/** Where a part of a table stands: a page and a box on it, or the lines of the input on which it begins and ends. */
export interface TableExtent {
  readonly page?: number | undefined;
  readonly box?: Box | undefined;
  readonly line?: number | undefined;
  readonly lastLine?: number | undefined;
}

/** A whole table: its pages joined, its header read, its form told. Cells are still text. */
export interface RecognisedTable {
  /** undefined when no form knows the table. */
  readonly match: RecognisedMatch | undefined;
  /** As printed (表N); undefined where none is printed. */
  readonly printedNumber: number | undefined;
  readonly title: string | null;
  /** undefined where no 单位 line is printed. */
  readonly printedUnit: AmountUnit | undefined;
  readonly budgetUnitName: string | undefined;
  readonly pages: readonly number[];
  /** Where each of its parts stands. */
  readonly extents: readonly TableExtent[];
  readonly columns: readonly JoinedColumn[];
  readonly rows: readonly JoinedRow[];
  readonly notes: readonly string[];
  /** What is printed of its captions, header and notes on each of its pages, the repetitions included. */
  readonly around: readonly PrintedText[];
  readonly notices: readonly Notice[];
}

/** What stands outside the tables, in document order; wrapped lines joined. */
export interface ProseBlock {
  readonly role: "heading" | "paragraph" | "grid";
  readonly text: string;
  readonly page: number | undefined;
  readonly line?: number;
}

export interface RecognisedDocument {
  /** The form that every table follows and most of whose tables are there; undefined for none. */
  readonly form: string | undefined;
  readonly tables: readonly RecognisedTable[];
  readonly prose: readonly ProseBlock[];
  /** Running heads and feet, page numbers, watermarks, wherever printed. */
  readonly furniture: readonly PrintedText[];
  readonly notices: readonly Notice[];
}
