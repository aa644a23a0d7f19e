import { groupBy } from "../../model/group-by.ts";
import { columnsOf } from "../aligned/columns-of.ts";
import { chunksToRows, type FilledCell, withEmptyCells } from "../aligned/row-cells.ts";
import { captionParts } from "../caption-parts.ts";
import type { FilledFrame } from "../grid/fill-grid.ts";
import { cellPitch } from "../lines/cell-pitch.ts";
import { type Chunk, isValue, tableChunks } from "../lines/chunk.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** A row of the frame: its cells that begin there. */
interface FrameRow {
  readonly cells: readonly FilledCell[];
  readonly bottom: number;
}

/**
 * Completes a ruled grid whose body is not ruled: verticals in the header only, or no lines between the rows.
 *
 * Rows whose merged cells hold text in several of the frame's columns, or several lines of amounts, are parted as alignment shows; all
 * others stay as they are drawn.
 */
export function refineFrame(filled: FilledFrame): FilledFrame & { readonly doubts: readonly string[] } {
  const { frame, lines } = filled;
  const rows = frameRows(filled);
  const coarse = coarseRows(rows, frame.xs);
  if (coarse.size === 0) return { ...filled, doubts: [] };
  const columnCount = frame.xs.length - 1;
  const cells: FilledCell[] = [];
  const ys = [frame.ys[0] ?? 0];
  const doubts: string[] = [];
  const newRow: number[] = [];
  rows.forEach(({ cells: own, bottom }, index) => {
    newRow.push(ys.length - 1);
    if (coarse.has(index)) {
      const chunks = own.flatMap(chunksOf);
      const em = Math.max(...chunks.map(({ fontSize }) => fontSize));
      const parted = chunksToRows(chunks, frame.xs, cellPitch(chunks, em), []);
      doubts.push(...parted.doubts);
      for (const { span, lines: text } of parted.cells) cells.push({ span: { ...span, row: span.row + ys.length - 1 }, lines: text });
      parted.rows.slice(1).forEach((row, at) => {
        ys.push(((parted.rows[at]?.bottom ?? row.top) + row.top) / 2);
      });
    }
    ys.push(bottom);
  });
  newRow.push(ys.length - 1);
  frame.spans.forEach((span, index) => {
    if (coarse.has(span.row)) return;
    const row = newRow[span.row] ?? 0;
    cells.push({ span: { ...span, row, rowSpan: (newRow[span.row + span.rowSpan] ?? row + 1) - row }, lines: lines[index] ?? [] });
  });
  const all = withEmptyCells(cells, ys.length - 1, columnCount);
  return { frame: { ...frame, ys, spans: all.map(({ span }) => span) }, lines: all.map((cell) => cell.lines), doubts };
}

function frameRows({ frame, lines }: FilledFrame): FrameRow[] {
  const byRow = groupBy(
    frame.spans.map((span, index) => ({ span, lines: lines[index] ?? [] })),
    ({ span }) => span.row,
  );
  return frame.ys.slice(1).map((bottom, row) => ({
    cells: byRow.get(row) ?? [],
    bottom,
  }));
}

function chunksOf({ lines }: FilledCell): Chunk[] {
  return lines.flatMap(tableChunks);
}

/** Rows that hold more cells, or more rows, than are drawn. */
function coarseRows(rows: readonly FrameRow[], xs: readonly number[]): Set<number> {
  const coarse = new Set<number>();
  const covered = rows.map(
    ({ cells }) =>
      cells.every(({ span }) => span.rowSpan === 1) && cells.reduce((sum, { span }) => sum + span.columnSpan, 0) === xs.length - 1,
  );
  rows.forEach(({ cells }, index) => {
    if (!covered[index]) return;
    if (holdsSeveralRows(cells) || cells.some((cell) => cell.span.columnSpan > 1 && holdsSeveralColumns(cell, xs))) coarse.add(index);
  });
  const spread = (index: number, step: number) => {
    for (let at = index + step; covered[at] && !coarse.has(at) && isLabelOnly(rows[at] as FrameRow, xs); at += step) coarse.add(at);
  };
  for (const index of [...coarse]) {
    spread(index, 1);
    spread(index, -1);
  }
  return coarse;
}

const LETTER = /\p{L}/u;
/** An amount that nothing is missing from; `26,34` over `9.88` is one amount that a narrow cell wrapped. */
const COMPLETE = /^(?:[-－−–(（]?[\d,，]+\.\d\d[)）]?|[-－−–—―]+)$/u;

/** Whether cells hold amounts under one another: whole ones, in every cell that holds nothing but figures. */
function holdsSeveralRows(cells: FrameRow["cells"]): boolean {
  const stacks = cells.flatMap((cell) => (cell.lines.length < 2 || cell.lines.some(hasLetters) ? [] : [chunksOf(cell)]));
  const figures = stacks.filter((chunks) => chunks.some(isValue) && chunks.every(({ shape }) => shape !== "text"));
  const whole = figures.filter((chunks) => chunks.every(({ text }) => COMPLETE.test(text)));
  return whole.length === figures.length && (whole.length >= 2 || whole.some((chunks) => chunks.length >= 3));
}

/** Whether a line holds what no figure is printed with. */
function hasLetters({ glyphs }: PrintedLine): boolean {
  return glyphs.some(({ text }) => LETTER.test(text));
}

function holdsSeveralColumns({ lines }: FilledCell, xs: readonly number[]): boolean {
  return lines.some((line, index) => {
    const chunks = tableChunks(line, index);
    const columns = chunks.map((chunk) => columnsOf(chunk, xs));
    return (
      chunks.some(isValue) && columns.every(({ first, last }) => first === last) && new Set(columns.map(({ first }) => first)).size >= 2
    );
  });
}

/** A row over all columns whose text keeps to one of them: a label without amounts, not a caption or a note. */
function isLabelOnly({ cells }: FrameRow, xs: readonly number[]): boolean {
  const [cell] = cells;
  if (!cell || cells.length > 1) return false;
  return chunksOf(cell).every((chunk) => {
    const { first, last } = columnsOf(chunk, xs);
    return first === last && !captionParts(chunk.text);
  });
}
