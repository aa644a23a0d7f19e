import type { Box } from "../model/box.ts";
import { bodyColumns, type ColumnExtent, extentOf } from "./aligned-columns.ts";
import { type AlignedHeader, alignedHeader } from "./aligned-header.ts";
import { alignedRows, type PlacedChunk } from "./aligned-rows.ts";
import { type Chunk, isValue } from "./chunk.ts";
import type { FilledFrame } from "./fill-grid.ts";
import { type CellSpan, intervalAt } from "./grid-frame.ts";
import { groupBy } from "./group-by.ts";
import type { Rule } from "./join-rulings.ts";
import { glyphsToLines, type PrintedLine } from "./printed-line.ts";
import type { TableArea } from "./table-areas.ts";
import { chunksToBlocks } from "./text-block.ts";

export interface AlignedTable {
  readonly filled: FilledFrame;
  /** Printed text whose column, span or row is not certain. */
  readonly doubts: readonly string[];
}

/** Lines of one cell are at most this many ems apart, if the table does not show otherwise. */
const USUAL_PITCH = 1.7;
/** A column is one of amounts when this share of its chunks are. */
const AMOUNTS = 0.6;
/** Ends of amounts that are flush agree to this many ems. */
const FLUSH = 0.25;

/**
 * The grid of a table that is held together by alignment.
 *
 * Columns are the x ranges between white rivers, headings name them, lines of amounts are rows; horizontal rules part rows and groups where
 * they are drawn.
 *
 * @returns undefined where the lines show no columns.
 */
export function alignedGrid({ lines, horizontals, outer }: TableArea): AlignedTable | undefined {
  const chunks = lines.flatMap((line) => line.chunks);
  const em = medianOf(chunks.map(({ fontSize }) => fontSize));
  const pitch = cellPitch(chunks, em);
  const { header, numbers, body } = partHeader(chunks);
  const { columns: bodyExtents, crossing } = bodyColumns(
    [...body, ...numbers].filter((chunk) => body.length === 0 || !numbers.includes(chunk)),
  );
  const ends = outer ?? outerExtent(chunks, horizontals);
  const shaped = bodyExtents.map((extent) => ({ ...extent, flushRight: isFlushRight(extent, body, em) }));
  const head = alignedHeader(chunksToBlocks(header, pitch, horizontals), shaped, horizontals, em, ends);
  if (head.columns.length < 2) return undefined;
  const { rows, doubts } = placeRows([...numbers, ...body], head.edges, pitch, horizontals);
  const doubted = [...head.doubts, ...doubts, ...[...crossing].map(({ text }) => text)];
  return { filled: toFrame(head, rows, horizontals), doubts: [...new Set(doubted)] };
}

/** Header lines, the row of column numbers, and the body. */
function partHeader(chunks: readonly Chunk[]): { header: Chunk[]; numbers: Chunk[]; body: Chunk[] } {
  const lines = groupBy(chunks, ({ lineIndex }) => lineIndex);
  const numberLine = [...lines].find(([, line]) => isNumberRow(line))?.[0];
  const firstValue = Math.min(
    ...chunks.filter((chunk) => isValue(chunk) && chunk.lineIndex !== numberLine).map(({ lineIndex }) => lineIndex),
  );
  if (numberLine !== undefined && numberLine <= firstValue) {
    return {
      header: chunks.filter(({ lineIndex }) => lineIndex < numberLine),
      numbers: chunks.filter(({ lineIndex }) => lineIndex === numberLine),
      body: chunks.filter(({ lineIndex }) => lineIndex > numberLine),
    };
  }
  const last = lastHeaderLine(chunks, firstValue);
  return {
    header: chunks.filter(({ lineIndex }) => lineIndex <= last),
    numbers: [],
    body: chunks.filter(({ lineIndex }) => lineIndex > last),
  };
}

/** `1 2 3 …`, at least three of them; the first may be a word (栏次). */
function isNumberRow(line: readonly Chunk[]): boolean {
  const texts = [...line].sort((a, b) => a.box[0] - b.box[0]).map(({ text }) => text);
  const numbers = /^\d+$/.test(texts[0] ?? "") ? texts : texts.slice(1);
  return numbers.length >= 3 && numbers.every((text, index) => text === String(Number(numbers[0]) + index)) && Number(numbers[0]) <= 2;
}

const TOTAL = /^(合计|总计|小计)$/u;

/** Index of the lowest line that heads a column of amounts, -1 where the page begins inside the body. */
function lastHeaderLine(chunks: readonly Chunk[], firstValue: number): number {
  if (firstValue === Number.POSITIVE_INFINITY) {
    const total = chunks.find(({ text, lineIndex, box }) => TOTAL.test(text.replace(/\s/gu, "")) && isFirstOfLine(chunks, lineIndex, box));
    return total ? total.lineIndex - 1 : Math.max(...chunks.map(({ lineIndex }) => lineIndex));
  }
  const rest = chunks.filter(({ lineIndex }) => lineIndex >= firstValue);
  const { columns } = bodyColumns(rest);
  const amounts = columns.filter((column) => isAmountColumn(column, rest));
  let last = -1;
  for (const { lineIndex, box } of chunks) {
    if (lineIndex >= firstValue || lineIndex <= last) continue;
    const over = columns.filter(({ left, right }) => Math.min(right, box[2]) > Math.max(left, box[0]));
    const overText = over.length > 0 && !over.some((column) => amounts.includes(column));
    if (!overText) last = lineIndex;
  }
  return last;
}

function isFirstOfLine(chunks: readonly Chunk[], line: number, box: Box): boolean {
  return !chunks.some((other) => other.lineIndex === line && other.box[0] < box[0]);
}

function inColumn({ left, right }: ColumnExtent, { box }: Chunk): boolean {
  return Math.min(right, box[2]) - Math.max(left, box[0]) > 0.5 * (box[2] - box[0]);
}

function isAmountColumn(column: ColumnExtent, body: readonly Chunk[]): boolean {
  const own = body.filter((chunk) => inColumn(column, chunk));
  return own.filter(({ shape }) => shape !== "text").length >= AMOUNTS * own.length && own.some(isValue);
}

function isFlushRight(column: ColumnExtent, body: readonly Chunk[], em: number): boolean {
  if (!isAmountColumn(column, body)) return false;
  const values = body.filter((chunk) => isValue(chunk) && inColumn(column, chunk));
  return values.filter(({ box }) => column.right - box[2] <= FLUSH * em).length >= AMOUNTS * values.length;
}

/** Greatest distance of two lines of one cell: midway between the closest lines and the closest rows, where both are seen. */
function cellPitch(chunks: readonly Chunk[], em: number): number {
  const values = [...new Set(chunks.filter(isValue).map(({ baseline }) => Math.round(baseline * 10) / 10))].sort((a, b) => a - b);
  const rowGaps = gapsOf(values).filter((gap) => gap > 0.8 * em);
  const row = rowGaps.length > 0 ? Math.min(...rowGaps) : Number.POSITIVE_INFINITY;
  const onValueLine = new Set(chunks.filter(isValue).map(({ lineIndex }) => lineIndex));
  const texts = chunks.filter(({ shape }) => shape === "text").sort((a, b) => a.baseline - b.baseline);
  let line = Number.POSITIVE_INFINITY;
  texts.forEach((chunk, index) => {
    for (let at = index + 1; at < texts.length; at += 1) {
      const other = texts[at] as Chunk;
      const distance = other.baseline - chunk.baseline;
      if (distance > USUAL_PITCH * em) break;
      if (distance < 0.8 * em || (onValueLine.has(other.lineIndex) && onValueLine.has(chunk.lineIndex))) continue;
      if (Math.min(chunk.box[2], other.box[2]) > Math.max(chunk.box[0], other.box[0])) line = Math.min(line, distance);
    }
  });
  if (line === Number.POSITIVE_INFINITY) return Math.min(USUAL_PITCH * em, 0.9 * row);
  return row > line ? Math.min((line + Math.min(row, 1.5 * line)) / 2, 1.2 * line) : line * 1.05;
}

function gapsOf(sorted: readonly number[]): number[] {
  return sorted.slice(1).map((value, index) => value - (sorted[index] ?? value));
}

interface PlacedRow {
  readonly chunks: readonly (PlacedChunk & { readonly columnSpan: number })[];
  readonly top: number;
  readonly bottom: number;
}

function placeRows(
  body: readonly Chunk[],
  edges: readonly number[],
  pitch: number,
  rules: readonly Rule[],
): { rows: PlacedRow[]; doubts: readonly string[] } {
  const spans = new Map<Chunk, number>();
  const placed = body.map((chunk): PlacedChunk => {
    const { column, columnSpan } = columnOf(chunk, edges);
    spans.set(chunk, columnSpan);
    return { chunk, column };
  });
  const { rows, doubts } = alignedRows(placed, pitch, rules);
  return {
    rows: rows.map((row) => ({ ...row, chunks: row.chunks.map((one) => ({ ...one, columnSpan: spans.get(one.chunk) ?? 1 })) })),
    doubts,
  };
}

/** The column of a chunk; one that lies well over an edge spans both columns. */
function columnOf({ box, fontSize }: Chunk, edges: readonly number[]): { column: number; columnSpan: number } {
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 0;
  const at = (x: number) => intervalAt(edges, Math.min(Math.max(x, first), last));
  const column = at(Math.min(box[0] + fontSize, (box[0] + box[2]) / 2));
  const end = at(Math.max(box[2] - fontSize, (box[0] + box[2]) / 2));
  return { column, columnSpan: Math.max(1, end - column + 1) };
}

function toFrame(head: AlignedHeader, rows: readonly PlacedRow[], rules: readonly Rule[]): FilledFrame {
  const columnCount = head.columns.length;
  const spans: CellSpan[] = [];
  const lines: PrintedLine[][] = [];
  const taken = new Set<number>();
  const add = (span: CellSpan, own: readonly PrintedLine[]) => {
    for (let r = span.row; r < span.row + span.rowSpan; r += 1)
      for (let c = span.column; c < span.column + span.columnSpan; c += 1) taken.add(r * columnCount + c);
    spans.push(span);
    lines.push([...own]);
  };
  for (const { block, ...span } of head.cells) add(span, block.chunks);
  rows.forEach(({ chunks }, index) => {
    const row = head.rowCount + index;
    const byColumn = groupBy(chunks, ({ column }) => column);
    for (const [column, own] of [...byColumn].sort(([a], [b]) => a - b)) {
      const wide = Math.max(...own.map(({ columnSpan }) => columnSpan));
      let columnSpan = 1;
      while (columnSpan < wide && column + columnSpan < columnCount && !byColumn.has(column + columnSpan)) columnSpan += 1;
      add({ row, column, rowSpan: 1, columnSpan }, glyphsToLines(own.flatMap(({ chunk }) => chunk.glyphs)));
    }
  });
  const rowCount = head.rowCount + rows.length;
  for (let row = 0; row < rowCount; row += 1) {
    for (let column = 0; column < columnCount; column += 1)
      if (!taken.has(row * columnCount + column)) add({ row, column, rowSpan: 1, columnSpan: 1 }, []);
  }
  const order = spans
    .map((_, index) => index)
    .sort(
      (a, b) => (spans[a] as CellSpan).row - (spans[b] as CellSpan).row || (spans[a] as CellSpan).column - (spans[b] as CellSpan).column,
    );
  const frame = {
    xs: [...head.edges],
    ys: rowEdges(head, rows, rules),
    spans: order.map((index) => spans[index] as CellSpan),
    openTop: false,
    openBottom: false,
  };
  return { frame, lines: order.map((index) => lines[index] ?? []) };
}

/** Row edges midway between rows; header rows share the header's height by their text. */
function rowEdges(head: AlignedHeader, rows: readonly PlacedRow[], _rules: readonly Rule[]): number[] {
  const extents: { top: number; bottom: number }[] = [];
  for (let row = 0; row < head.rowCount; row += 1) {
    const own = head.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    const all = own.length > 0 ? own : head.cells;
    extents.push({ top: Math.min(...all.map(({ block }) => block.box[1])), bottom: Math.max(...all.map(({ block }) => block.box[3])) });
  }
  const texts = [...extents, ...rows];
  return [
    texts[0]?.top ?? 0,
    ...texts.slice(1).map((row, index) => ((texts[index]?.bottom ?? row.top) + row.top) / 2),
    texts.at(-1)?.bottom ?? 0,
  ];
}

function outerExtent(chunks: readonly Chunk[], rules: readonly Rule[]): ColumnExtent {
  const text = extentOf(chunks);
  const wide = rules.filter(({ from, to }) => from <= text.left + 1 && to >= text.right - 1);
  if (wide.length === 0) return text;
  return { left: Math.min(...wide.map(({ from }) => from)), right: Math.max(...wide.map(({ to }) => to)) };
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
