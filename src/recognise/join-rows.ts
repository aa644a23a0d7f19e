import type { Grid } from "../layout/region.ts";
import { unionBox } from "../model/box.ts";
import { append } from "../model/long-lists.ts";
import type { Column } from "../tables/column.ts";
import type { RowGrammar } from "../tables/row-grammar.ts";
import { type BodyRow, bodyRows, EMPTY, mergeCells } from "./body-rows.ts";
import { cutBetween, isFragment, rowNature } from "./cut-row.ts";
import { hadRoom, widestLines } from "./line-room.ts";
import type { JoinedRow } from "./recognised-table.ts";
import type { TablePart } from "./table-part.ts";

interface RowPlace {
  readonly row: number;
  readonly page: number | undefined;
}

/** The rows of all parts, those joined that a page break cut. */
export interface JoinedRows {
  readonly rows: readonly JoinedRow[];
  /** Rows where the page does not say for certain that the first row of a page belongs to the row before. */
  readonly uncertain: readonly RowPlace[];
  /** Rows in which two cells of a page fell into one column of the table, and what stands there now. */
  readonly merged: readonly (RowPlace & { readonly text: string })[];
  /** Rows that a page break cuts and that do not go on on the next page: what was cut off is not printed. */
  readonly cutOff: readonly RowPlace[];
  /** Rows of a known table with neither money nor a label, that could not be joined to another. */
  readonly fragments: readonly RowPlace[];
}

/**
 * Puts the bodies of a table's parts under one another.
 *
 * @param base The grid whose columns the table has.
 * @param columns The form's column for each, to know where money stands; undefined where it is not known.
 * @param grammar How the form prints the table's rows; undefined where it is not known.
 */
export function joinRows(
  parts: readonly TablePart[],
  base: Grid,
  columns: readonly (Column | undefined)[],
  grammar: RowGrammar | undefined,
): JoinedRows {
  const bodies = bodyRows(parts, base, columns);
  const nature = rowNature(
    bodies.map((body) => body.map(({ row }) => row)),
    columns,
    parts.map(({ grid }) => grid),
    grammar,
  );
  const widest = widestLines(parts, base);
  const rows: JoinedRow[] = [];
  let lastLines: BodyRow["lastLines"] = [];
  const uncertain: RowPlace[] = [];
  const cutOff: RowPlace[] = [];
  const merged: (RowPlace & { text: string })[] = [];
  for (const [index, body] of bodies.entries()) {
    const grid = parts[index]?.grid;
    const open = parts[index - 1]?.grid.openBottom === true || grid?.openTop === true;
    const isRuled = parts[index - 1]?.grid.method === "ruled";
    for (const [at, { row, collisions, lastLines: linesOfRow }] of body.entries()) {
      const last = rows.at(-1);
      const cut =
        at === 0 && last ? cutBetween(last, row, nature, { open, isRuled, wrapped: isWrapped(last, lastLines, row, widest) }) : "no";
      lastLines = cut === "no" ? linesOfRow : linesOfRow.map((line, column) => line ?? lastLines[column]);
      if (cut !== "no" && last) rows[rows.length - 1] = mergeRows(last, row);
      else rows.push(row);
      const place = { row: rows.length - 1, page: grid?.pageNumber };
      if (cut === "perhaps") uncertain.push(place);
      if (cut === "no" && at === 0 && last && open) cutOff.push({ row: rows.length - 2, page: parts[index - 1]?.grid.pageNumber });
      append(
        merged,
        collisions.map((text) => ({ ...place, text })),
      );
    }
  }
  const known = columns.some((column) => column);
  const fragments = rows.flatMap((row, index) => (known && isFragment(row, nature) ? [{ row: index, page: row.page }] : []));
  return { rows, uncertain, merged, fragments, cutOff };
}

/** For each column, whether the row's text found no room on the last line of the row before; undefined where the page does not show it. */
function isWrapped(
  last: JoinedRow,
  lastLines: BodyRow["lastLines"],
  row: JoinedRow,
  widest: readonly (number | undefined)[],
): readonly (boolean | undefined)[] {
  return row.cells.map(({ text }, column) => {
    const [line, width] = [lastLines[column], widest[column]];
    if (line === undefined || text === null || width === undefined) return undefined;
    return !hadRoom(line, last.cells[column]?.indent ?? 0, text, width);
  });
}

function mergeRows(last: JoinedRow, rest: JoinedRow): JoinedRow {
  const cells = last.cells.map((cell, column) => mergeCells(cell, rest.cells[column] ?? EMPTY));
  const samePage = last.page === rest.page;
  const bbox = samePage ? unionBox(last.bbox, rest.bbox) : last.bbox;
  return { ...last, cells, ...(bbox && { bbox }) };
}
