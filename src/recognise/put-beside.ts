import type { Grid, GridCell, PageRegions, Region, TextRegion } from "../layout/region.ts";
import type { Box } from "../model/box.ts";
import { readCaption } from "./caption.ts";
import { isFurniture, isNear, rowEdges, type SheetPage } from "./sheet-page.ts";

/** Ems from the edge of the sheet's part within which a line ends that the edge cuts. */
const AT_EDGE = 0.6;

/**
 * Puts a page to the right of another: captions, header cells and lines that the edge cut in two become one again.
 *
 * @returns The page with all columns, and what is left on the other one: its furniture.
 */
export function putBeside(left: SheetPage, right: SheetPage): { readonly whole: SheetPage; readonly rest: PageRegions } {
  const grid = joinGrids(left, right.grid);
  const cut = cutLines(left, right);
  const rests = new Set<Region>(cut.map(([, rest]) => rest));
  const lines = new Map<Region, Region>(cut.map(([line, rest]) => [line, joinLine(line, rest, left)]));
  const above = ({ page, grid: own }: SheetPage) => page.regions.slice(0, page.regions.indexOf(own));
  const below = ({ page, grid: own }: SheetPage) => page.regions.slice(page.regions.indexOf(own) + 1);
  const stays = (region: Region) => isFurniture(region) && !rests.has(region);
  const goes = (region: Region) => !(isFurniture(region) || rests.has(region));
  const regions = [...above(left), ...above(right).filter(goes), grid, ...below(left), ...below(right).filter(goes)];
  return {
    whole: {
      ...left,
      page: { ...left.page, regions: regions.map((region) => lines.get(region) ?? region) },
      grid,
      strips: [...left.strips, right.grid],
    },
    rest: { ...right.page, regions: right.page.regions.filter(stays) },
  };
}

/** Lines that reach to the edge between two pages, each with the rest of it. */
export function cutLines(left: SheetPage, right: SheetPage): [line: TextRegion, rest: TextRegion][] {
  const [edge, start] = [edgeOf(left), right.grid.box?.[0] ?? 0];
  const near = (size: number | undefined) => AT_EDGE * (size ?? 0);
  const rests = right.page.regions.filter(isLine).filter(({ box, fontSize }) => box[0] <= start + near(fontSize));
  return left.page.regions.filter(isLine).flatMap((line): [TextRegion, TextRegion][] => {
    if (line.box[2] < edge - near(line.fontSize)) return [];
    const rest = rests.find(({ box }) => isNear(box[1], line.box[1]) && isNear(box[3], line.box[3]));
    return rest ? [[line, rest]] : [];
  });
}

/** A piece of a title that stands on several pages may have been taken for a running head. */
function isLine(region: Region): region is TextRegion & { readonly box: Box } {
  return region.kind === "text" && region.box !== undefined;
}

function joinLine(line: TextRegion, rest: TextRegion, left: SheetPage): TextRegion {
  const goesOver = (line.box?.[2] ?? 0) > edgeOf(left) && !isNear(line.box?.[2], edgeOf(left));
  const text = (goesOver && joinCut(line.text, rest.text)) || line.text + rest.text;
  return { ...line, text, role: readCaption(text).title === undefined ? rest.role : "title" };
}

/** x at which the page on its right begins. */
function edgeOf({ strips }: SheetPage): number {
  return strips.at(-1)?.box?.[2] ?? 0;
}

/** Two halves of a text that the edge went through: the character on it is printed on both pages. */
function joinCut(one: string, other: string): string | undefined {
  return /\p{Script=Han}$/u.test(one) && one.at(-1) === other[0] ? one + other.slice(1) : undefined;
}

function joinGrids({ grid: left, bodyTop, strips }: SheetPage, right: Grid): Grid {
  const by = strips.reduce((edge, { box = [0, 0, 0, 0] }) => edge + box[2] - box[0], left.box?.[0] ?? 0) - (right.box?.[0] ?? 0);
  const edges = unionOf(rowEdges(left), rowEdges(right));
  const header = ({ row }: GridCell) => (edges[row] ?? 0) < bodyTop && !isNear(edges[row], bodyTop);
  const own = left.cells.map((cell) => inRows(cell, left, edges));
  const further = right.cells.map((cell) => inRows(movedTo(cell, left.columnCount, by, right.pageNumber), right, edges));
  const joined = own.filter(header).flatMap((cell): [GridCell, GridCell, GridCell][] => {
    if (cell.column + cell.columnSpan !== left.columnCount) return [];
    const rest = further.find(({ row, rowSpan, column }) => column === left.columnCount && row === cell.row && rowSpan === cell.rowSpan);
    const lines = rest && joinCellLines(cell.lines, rest.lines);
    return lines ? [[cell, rest, { ...cell, lines, columnSpan: cell.columnSpan + rest.columnSpan }]] : [];
  });
  const parts = new Set(joined.flat());
  const { pageNumber, box } = right;
  return {
    ...left,
    rowCount: edges.length - 1,
    columnCount: left.columnCount + right.columnCount,
    cells: [...[...own, ...further].filter((cell) => !parts.has(cell)), ...joined.map(([, , cell]) => cell)],
    rowBoxes: edges.slice(1).map((bottom, row): Box => [left.box?.[0] ?? 0, edges[row] ?? 0, left.box?.[2] ?? 0, bottom]),
    ...(pageNumber !== undefined && box && { beside: [...(left.beside ?? []), { pageNumber, box }] }),
  };
}

/** A header cell that the edge cut: its text stands on one side, or goes through the edge. */
function joinCellLines(one: readonly string[], other: readonly string[]): readonly string[] | undefined {
  if (one.length === 0 || other.length === 0) return one.length === other.length ? undefined : [...one, ...other];
  if (one.length !== other.length) return undefined;
  const lines = one.map((line, at) => joinCut(line, other[at] ?? ""));
  return lines.every((line) => line !== undefined) ? lines : undefined;
}

/** The cell as one of the columns from `first` on, `by` points further to the right. */
function movedTo(cell: GridCell, first: number, by: number, pageNumber: number | undefined): GridCell {
  const { box } = cell;
  const column = first + cell.column;
  if (!box || pageNumber === undefined) return { ...cell, column };
  return { ...cell, column, box: [box[0] + by, box[1], box[2] + by, box[3]], elsewhere: { pageNumber, box } };
}

/** The cell with the rows that its own ones are among all. */
function inRows(cell: GridCell, grid: Grid, edges: readonly number[]): GridCell {
  const own = rowEdges(grid);
  const at = (edge: number) => edges.findIndex((one) => isNear(one, own[edge]));
  const row = at(cell.row);
  return { ...cell, row, rowSpan: at(cell.row + cell.rowSpan) - row };
}

function unionOf(one: readonly number[], other: readonly number[]): number[] {
  return [...one, ...other.filter((edge) => !one.some((known) => isNear(edge, known)))].sort((a, b) => a - b);
}
