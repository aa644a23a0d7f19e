import type { Grid } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { greatest } from "../model/long-lists.ts";
import type { Form } from "../tables/define-table.ts";
import type { Caption } from "./caption.ts";
import { columnRanges } from "./column-map.ts";
import { cellText, filled, gridRows, isFigure } from "./grid-rows.ts";
import { headerWords } from "./match-columns.ts";
import type { OpenTable } from "./open-table.ts";
import { headerTexts, type TablePart, toTablePart } from "./table-part.ts";

/** Edges of one column on two pages are this many points apart or less; of one table that was placed by hand, so many. */
const SAME_EDGE = 2;
const SAME_FRAME = 12;
/** Of a row that is a header, this share of the cells are headings that a form has. */
const HEADINGS = 0.5;

/** A grid as the further part of a table, and what stands above it. */
export interface FurtherPart {
  readonly part: TablePart;
  readonly caption: Caption;
  /** Whether nothing between the two ended the table. */
  readonly open: boolean;
}

/**
 * Whether a grid goes on with the open table.
 *
 * A title, number or unit of its own, be it of money, makes it another table, and so does a header of its own, or the first label of a form again; under the
 * same title again, the header must be printed again too. A grid without either goes on where it has the table's columns, or where a cell of the table is cut.
 */
export function continues(last: OpenTable, { part, caption, open }: FurtherPart, forms: readonly Form[]): boolean {
  if (isOfAnother(last.caption, caption)) return false;
  // Flowed text comes without its header, which was matched with the specification that it carries.
  const spec = part.grid.specification?.spec;
  const sameSpec = spec === last.parts[0]?.grid.specification?.spec;
  const repeatsHeader = part.bodyFrom > part.headerFrom || (spec !== undefined && sameSpec);
  if (caption.title !== undefined) {
    if (last.notes.length > 0) return false;
    return isOnlyHeader(last) || repeatsHeader || (openHeader(last).size > 0 && !hasOtherHeader(last, part.grid, forms));
  }
  if (!open || !sameSpec) return false;
  if (isOnlyHeader(last)) return fitsBelow(last, part.grid);
  if (repeatsHeader || isCutBetween(last, part.grid)) return true;
  return sameColumns(last, part.grid) && !hasOtherHeader(last, part.grid, forms) && !beginsAgain(last, part);
}

/** Whether a form without header begins anew, with the very label that it begins with. */
export function beginsAgain({ parts: [first] }: OpenTable, part: TablePart): boolean {
  if (!first || first.bodyFrom > first.headerFrom) return false;
  const label = firstText(first);
  return label !== undefined && !isFigure(label) && label === firstText(part);
}

function firstText({ grid, bodyFrom }: TablePart): string | undefined {
  const [cell] = filled(gridRows(grid)[bodyFrom] ?? []);
  return cell && compactText(cellText(cell));
}

/** Whether a page break cuts a merged cell: the frame is the same, and not closed all along at the foot of one page or the head of the next. */
function isCutBetween({ parts }: OpenTable, grid: Grid): boolean {
  const before = parts.at(-1)?.grid;
  return before !== undefined && isFurtherInFrame(before, grid) && (before.partlyOpenBottom || grid.partlyOpenTop) === true;
}

/** Whether a grid on a further page begins and ends where the one before does. */
export function isFurtherInFrame(before: Grid, grid: Grid): boolean {
  if (!before.box || !grid.box || before.pageNumber === grid.pageNumber) return false;
  return Math.abs(before.box[0] - grid.box[0]) <= SAME_EDGE && Math.abs(before.box[2] - grid.box[2]) <= SAME_EDGE;
}

/** Whether a caption says what that of a table does not; the further page of one may leave out each of its lines. */
function isOfAnother(first: Caption, next: Caption): boolean {
  return (["title", "number", "budgetUnit", "amountUnit"] as const).some((key) => {
    const [one, other] = [first[key], next[key]];
    return other !== undefined && (one === undefined || compactText(String(one)) !== compactText(String(other)));
  });
}

export function isOnlyHeader({ parts }: OpenTable): boolean {
  return parts.every(({ bodyFrom, grid }) => bodyFrom >= grid.rowCount);
}

/** Whether a grid can be what stands below a header alone: where lines part the columns, it has all that part the header's. */
function fitsBelow({ parts }: OpenTable, grid: Grid): boolean {
  const header = parts.at(-1)?.grid;
  if (header?.method !== "ruled" || grid.method !== "ruled") return true;
  const edges = edgesOf(grid);
  return edgesOf(header).every((edge) => edges.some((other) => Math.abs(edge - other) <= SAME_FRAME));
}

function edgesOf({ cells }: Grid): number[] {
  return [...new Set(cells.flatMap(({ box }) => (box ? [box[0], box[2]] : [])))];
}

/** The texts of a table's header cells. */
export function openHeader({ parts }: OpenTable): ReadonlySet<string> {
  return new Set(parts.flatMap(headerTexts));
}

/**
 * Whether a grid begins with a header. Rows without figures can look like one: in the very columns of the grid before, only headings that a
 * form has, or one over several columns, are a header.
 */
function hasOtherHeader({ parts }: OpenTable, grid: Grid, forms: readonly Form[]): boolean {
  const own = toTablePart(grid, undefined);
  if (own.bodyFrom === own.headerFrom) return false;
  const before = parts.at(-1)?.grid;
  if (!before || !hasSameEdges(before, grid)) return true;
  const texts = headerTexts(own);
  const headings = headingsOf(forms);
  const isTree = own.grid.cells.some(({ row, columnSpan, lines }) => row < own.bodyFrom && columnSpan > 1 && lines.length > 0);
  return isTree || texts.filter((text) => headings.has(headerWords(text))).length >= HEADINGS * texts.length;
}

function headingsOf(forms: readonly Form[]): ReadonlySet<string> {
  const layouts = forms.flatMap(({ tables }) => tables.flatMap((spec) => Object.values(spec.layouts)));
  return new Set(layouts.flatMap(({ columns }) => columns.flatMap(({ headers }) => headers.flat().map((text) => headerWords(text)))));
}

function hasSameEdges(before: Grid, grid: Grid): boolean {
  const [ranges, others] = [columnRanges(before), columnRanges(grid)];
  const near = (a: number | undefined, b: number | undefined) => Math.abs((a ?? Number.NaN) - (b ?? Number.NaN)) <= SAME_EDGE;
  return (
    ranges.length === others.length && ranges.every((range, at) => near(range?.[0], others[at]?.[0]) && near(range?.[1], others[at]?.[1]))
  );
}

/** Whether a grid can have the table's columns: as many, or outer edges that lie on the table's. */
function sameColumns({ parts }: OpenTable, grid: Grid): boolean {
  const previous = parts.at(-1)?.grid;
  const widest = greatest(parts.map((part) => part.grid.columnCount));
  if (grid.columnCount === widest) return true;
  const samePage = previous?.pageNumber !== undefined && previous.pageNumber === grid.pageNumber;
  const [before, now] = [previous?.box, grid.box];
  const isNear = (side: 0 | 2) => before !== undefined && now !== undefined && Math.abs(before[side] - now[side]) < SAME_FRAME;
  return !samePage && isNear(0) && isNear(2);
}
