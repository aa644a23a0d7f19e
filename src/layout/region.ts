import type { Box } from "../model/box.ts";
import type { Notice } from "../model/diagnostic.ts";
import type { Glyph } from "../read/page.ts";
import type { TableSpec } from "../tables/define-table.ts";

/** One cell of a grid; a merged cell stands once, at its top left corner, with its spans. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** Printed lines, top to bottom, outer white space removed; empty for an empty cell. */
  readonly lines: readonly string[];
  /** Ems by which the first line stands in from the column's usual left edge (leading U+3000 in text input); 0 for centred and right-aligned cells. */
  readonly indent: number;
  /** Ems from the cell's left border to the column's usual left edge on this page; absent where no border is drawn, and for centred cells. */
  readonly textEdge?: number;
  /** Absent for text input. */
  readonly box?: Box;
  /** Where it is printed, if not on the grid's page: `box` is then its place beside the grid's other columns. */
  readonly elsewhere?: PagePlace;
  /** The characters of its lines, where they were recognised in a picture; absent where the file says what it prints. */
  readonly recognised?: readonly RecognisedCharacter[];
}

/** A character as a text recognition saw it: how sure it was, and what else it may be. */
export type RecognisedCharacter = Pick<Glyph, "text" | "confidence" | "runnersUp">;

/** A box on a page. */
export interface PagePlace {
  readonly pageNumber: number;
  readonly box: Box;
}

/** A table, or the part of one that stands on one page. Every place of `rowCount` × `columnCount` is covered by exactly one cell. */
export interface Grid {
  readonly kind: "grid";
  readonly pageNumber: number | undefined;
  /** Lines of the text input on which the grid begins and ends; undefined for PDF. */
  readonly line?: number;
  readonly lastLine?: number;
  readonly method: "ruled" | "aligned" | "tabbed" | "flowed";
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: readonly GridCell[];
  /** Rows at the top that the layout knows to be header (a specification gave them); undefined where recognition has to find out. */
  readonly headerRowCount?: number;
  /** The specification and its form, where the layout needed one to tell columns apart (flowed text). */
  readonly specification?: GridSpecification;
  readonly box?: Box;
  /** Box of each row; absent for text input. */
  readonly rowBoxes?: readonly Box[];
  /** Line of the input for each row; absent for PDF. */
  readonly rowLines?: readonly number[];
  /** True when the grid's bottom (top) edge has no ruling although its rows have: a row is cut there by the page break. */
  readonly openBottom?: boolean;
  readonly openTop?: boolean;
  /** True when a part of the edge has no ruling: a cell that is merged over several rows is cut there. */
  readonly partlyOpenBottom?: boolean;
  readonly partlyOpenTop?: boolean;
  /** The further pages that hold columns of it, where a sheet was printed on pages side by side; `box` is on the first. */
  readonly beside?: readonly PagePlace[];
}

/** The table of a form that a grid was read as. */
export interface GridSpecification {
  /** The specification itself: a user's own form may have a table of the same kind as a built-in one. */
  readonly spec: TableSpec;
  readonly form: string;
  /** The header path of each column as printed; undefined where the text does not show which wording it has. */
  readonly paths: readonly (readonly string[] | undefined)[];
}

/** Column edges of a grid that has boxes, left to right. */
export function gridEdges({ cells, columnCount, box }: Grid): number[] {
  const edges = Array.from({ length: columnCount }, (_, column) => cells.find((cell) => cell.column === column)?.box?.[0] ?? 0);
  return [...edges, box?.[2] ?? 0];
}

/** What a line of text outside the grids is. */
export type LineRole =
  /** A table's title, `…表`. */
  | "title"
  /** `表1`, `表 1`, `附表1`. */
  | "tableNumber"
  /** `单位：万元`, `金额单位：元`. */
  | "amountUnit"
  /** `部门名称：…`, `单位名称：…`. */
  | "budgetUnit"
  /** `注：…` and its further lines. */
  | "note"
  /** Page numbers, running heads, watermarks. */
  | "furniture"
  /** Heading of the prose: 第一部分…, 一、…, （一）… */
  | "heading"
  | "paragraph";

/** A line or paragraph of text outside the grids; wrapped lines are joined. */
export interface TextRegion {
  readonly kind: "text";
  readonly role: LineRole;
  readonly text: string;
  readonly pageNumber: number | undefined;
  readonly line?: number;
  readonly box?: Box;
  readonly fontSize?: number;
}

export type Region = Grid | TextRegion;

/** One page divided into regions, in reading order; nothing on the page is in no region and in no notice. */
export interface PageRegions {
  readonly pageNumber: number | undefined;
  readonly regions: readonly Region[];
  readonly notices: readonly Notice[];
}
