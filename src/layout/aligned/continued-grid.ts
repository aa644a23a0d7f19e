import { compactText } from "../../model/compact-text.ts";
import { classifyLine } from "../classify-line.ts";
import type { FilledFrame } from "../grid/fill-grid.ts";
import type { CellSpan } from "../grid/grid-frame.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { cellPitch } from "../lines/cell-pitch.ts";
import { type Chunk, isValue, tableChunks } from "../lines/chunk.ts";
import { partDashes } from "../lines/part-dashes.ts";
import { partLabels } from "../lines/part-labels.ts";
import { type PrintedLine, printedText } from "../lines/printed-line.ts";
import { type Grid, gridEdges } from "../region.ts";
import { columnsOf } from "./columns-of.ts";
import { chunksToRows, type FilledCell, withEmptyCells } from "./row-cells.ts";
import { splitAtEdges } from "./split-at-edges.ts";

/** A line and its chunks. */
export interface TableLine {
  readonly line: PrintedLine;
  readonly chunks: readonly Chunk[];
}

export interface ContinuedGrid {
  readonly filled: FilledFrame;
  readonly doubts: readonly string[];
  readonly taken: readonly PrintedLine[];
}

/** The next line of a table is at most this many ems below the last one; the first line of a row that was cut this many above the next. */
const APART = 3.5;
const WRAPPED = 1.8;
/** No header has more lines, … */
const MOST_HEADER_LINES = 16;
/** … and this share of the text on a page keeps to the columns of the table that goes on there. */
const MOSTLY = 0.85;

/**
 * The rest of a table that the page before did not finish, where no rulings show it: its columns are known from there.
 *
 * Text without any value is the rest of a row where nothing but it stands down to the note, below the header or in several columns.
 *
 * @param lines The page's lines above its first caption, note or ruled grid.
 * @param before The unfinished grid.
 * @returns undefined where the lines do not keep to the grid's columns.
 */
export function continuedGrid(lines: readonly PrintedLine[], before: Grid, rules: readonly Rule[]): ContinuedGrid | undefined {
  const xs = gridEdges(before);
  const all = lines.map(
    (line, index): TableLine => ({
      line,
      chunks: tableChunks(line, index).flatMap((chunk) => splitAtEdges(chunk, xs)),
    }),
  );
  const header = repeatedHeader(all, before);
  const start = header?.to ?? firstRow(all, xs) ?? (isInSeveralColumns(all, xs) ? 0 : undefined);
  if (start === undefined) return undefined;
  let end = start;
  while (end < all.length && keepsOn(all[end] as TableLine, all[end - 1], xs)) end += 1;
  end = start + withoutHeadings(all.slice(start, end));
  const { chunks: body, doubts: dashes } = partDashes(partLabels(all.slice(start, end).flatMap(({ chunks }) => chunks)));
  const isRestOfRow = body.length > 0 && end === all.length && (header !== undefined || isInSeveralColumns(all, xs));
  if (!(body.some(isValue) || isRestOfRow) || !keepsToColumns(body, xs)) return undefined;
  const em = Math.max(...body.map(({ fontSize }) => fontSize));
  const { rows, cells, doubts } = chunksToRows(body, xs, cellPitch(body, em), rules);
  const headerCells = header ? headerOf(before, header, all) : [];
  const headerRows = header?.rowCount ?? 0;
  const filled = withEmptyCells(
    [...headerCells, ...cells.map(({ span, lines: own }) => ({ span: { ...span, row: span.row + headerRows }, lines: own }))],
    headerRows + rows.length,
    xs.length - 1,
  );
  const first = all[header?.from ?? start]?.line.box[1] ?? 0;
  const top = rows[0]?.top ?? first;
  const ys = [
    ...Array.from({ length: headerRows }, (_, row) => first + ((top - first) * row) / headerRows),
    top,
    ...rows.slice(1).map((row, index) => ((rows[index]?.bottom ?? row.top) + row.top) / 2),
    rows.at(-1)?.bottom ?? top,
  ];
  return {
    filled: {
      frame: { xs, ys, spans: filled.map(({ span }) => span), openTop: false, openBottom: false },
      lines: filled.map((cell) => cell.lines),
    },
    doubts: [...dashes, ...doubts],
    taken: all.slice(header?.from ?? start, end).map(({ line }) => line),
  };
}

interface RepeatedHeader {
  /** Its lines on this page. */
  readonly from: number;
  readonly to: number;
  /** Rows of the grid before that are printed again. */
  readonly rowCount: number;
}

/** The lines at the top that print the first rows of the grid before again; a running head may stand above them. */
function repeatedHeader(lines: readonly TableLine[], before: Grid): RepeatedHeader | undefined {
  const headerRows = Array.from({ length: Math.min(before.rowCount, MOST_HEADER_LINES) }, (): string[] => []);
  for (const { row, lines: printed } of before.cells) headerRows[row]?.push(...printed.map(compactText));
  const words = new Set(headerRows.flat());
  const texts = lines.slice(0, MOST_HEADER_LINES + 1).map(({ chunks }) => chunks.map(({ text }) => compactText(text)));
  for (const from of [0, 1]) {
    let best: RepeatedHeader | undefined;
    const printed: string[] = [];
    for (let to = from; to < Math.min(texts.length, from + MOST_HEADER_LINES) && texts[to]?.every((text) => words.has(text)); to += 1) {
      printed.push(...(texts[to] ?? []));
      const rowCount = printed.length >= 2 ? rowsOf(printed, headerRows) : undefined;
      if (rowCount !== undefined) best = { from, to: to + 1, rowCount };
    }
    if (best) return best;
  }
  return undefined;
}

/** How many rows print these texts, whatever their order; undefined where no number of them does. */
function rowsOf(printed: readonly string[], rows: readonly (readonly string[])[]): number | undefined {
  let count = 0;
  let texts: readonly string[] = [];
  while (texts.length < printed.length && count < rows.length) texts = [...texts, ...(rows[count++] ?? [])];
  return texts.length === printed.length && key(texts) === key(printed) ? count : undefined;
}

function key(texts: readonly string[]): string {
  return [...texts].sort().join("\n");
}

/** The header's cells as they stood on the page before, with the text of this one. */
function headerOf(before: Grid, { from, to, rowCount }: RepeatedHeader, lines: readonly TableLine[]): FilledCell[] {
  const free = lines.slice(from, to).flatMap(({ chunks }) => chunks);
  return before.cells
    .filter(({ row }) => row < rowCount)
    .map(({ row, column, rowSpan, columnSpan, lines: printed, box }): FilledCell => {
      const span: CellSpan = { row, column, rowSpan: Math.min(rowSpan, rowCount - row), columnSpan };
      const own = printed.flatMap((text) => {
        const same = free.filter((chunk) => compactText(chunk.text) === compactText(text));
        const middle = box ? (box[0] + box[2]) / 2 : 0;
        const off = (chunk: Chunk) => Math.abs((chunk.box[0] + chunk.box[2]) / 2 - middle);
        const nearest = same.sort((a, b) => off(a) - off(b) || a.baseline - b.baseline)[0];
        if (nearest) free.splice(free.indexOf(nearest), 1);
        return nearest ?? [];
      });
      return { span, lines: own };
    });
}

/** Index of the first line of the body, where no header is repeated: a running head may stand above it, nothing else. */
function firstRow(lines: readonly TableLine[], xs: readonly number[]): number | undefined {
  const withValue = lines.findIndex(({ chunks }) => chunks.some(isValue));
  if (withValue < 0) return undefined;
  let first = withValue;
  for (; first > 0; first -= 1) {
    const [above, below] = [lines[first - 1] as TableLine, lines[first] as TableLine];
    if (below.line.baseline - above.line.baseline > WRAPPED * below.line.fontSize || !keepsToColumns(above.chunks, xs)) break;
  }
  return first <= 1 ? first : undefined;
}

/** Whether text stands in two columns or more, none of it in the first, where a running head or prose would begin. */
function isInSeveralColumns(lines: readonly TableLine[], xs: readonly number[]): boolean {
  const columns = new Set(lines.flatMap(({ chunks }) => chunks.map((chunk) => columnsOf(chunk, xs).first)));
  return columns.size >= 2 && !columns.has(0);
}

function keepsOn(one: TableLine, above: TableLine | undefined, xs: readonly number[]): boolean {
  const apart = above ? one.line.baseline - above.line.baseline : 0;
  return apart <= APART * one.line.fontSize && (one.chunks.length > 2 || keepsToColumns(one.chunks, xs));
}

/** How many of the lines are the table's: prose below it begins with a heading. */
function withoutHeadings(lines: readonly TableLine[]): number {
  const lastValue = lines.findLastIndex(({ chunks }) => chunks.some(isValue));
  const heading = lines.findIndex(({ line }, index) => {
    const apart = line.baseline - (lines[index - 1]?.line.baseline ?? line.baseline);
    return index > lastValue && apart > WRAPPED * line.fontSize && classifyLine(printedText(line)) !== "paragraph";
  });
  return heading < 0 ? lines.length : heading;
}

function keepsToColumns(chunks: readonly Chunk[], xs: readonly number[]): boolean {
  const left = xs[0] ?? 0;
  const right = xs.at(-1) ?? 0;
  const keeps = chunks.filter((chunk) => {
    const { first, last } = columnsOf(chunk, xs);
    return first === last && chunk.box[0] >= left - chunk.fontSize && chunk.box[2] <= right + chunk.fontSize;
  });
  return chunks.filter(isValue).every((chunk) => keeps.includes(chunk)) && keeps.length >= MOSTLY * chunks.length;
}
