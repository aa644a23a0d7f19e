import { columnsOf } from "../aligned/columns-of.ts";
import { chunksToRows, withEmptyCells } from "../aligned/row-cells.ts";
import { splitAtEdges } from "../aligned/split-at-edges.ts";
import { captionParts } from "../caption-parts.ts";
import { classifyLine } from "../classify-line.ts";
import type { FilledFrame } from "../grid/fill-grid.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { cellPitch } from "../lines/cell-pitch.ts";
import { type Chunk, isValue, tableChunks } from "../lines/chunk.ts";
import { printsPageNumber } from "../lines/page-number.ts";
import { type PrintedLine, printedText } from "../lines/printed-line.ts";

export interface ExtendedFrame extends FilledFrame {
  /** Lines below the frame that turned out to be rows of it. */
  readonly taken: readonly PrintedLine[];
  readonly doubts: readonly string[];
}

/** The next row is at most this many ems below the last one. */
const APART = 3.5;
/** Rows without figures follow as closely as this, in ems, or as the rows above them do, and in the same type. */
const FOLLOWS = 2.4;
const SAME_TYPE = 0.05;
/** Most chunks of a row keep to one column each; text may run over into the next one. */
const MOSTLY = 0.6;
const DIGITS_ALONE = /^\d+$/u;

/**
 * Adds the rows below a ruled grid that keep to its columns without being ruled: a body under a ruled header, a last row that lost its lines.
 *
 * @param below Lines that stand under the grid and over no other one, top to bottom.
 */
export function extendFrame(filled: FilledFrame, below: readonly PrintedLine[], horizontals: readonly Rule[]): ExtendedFrame {
  const { xs } = filled.frame;
  const taken: PrintedLine[] = [];
  const pending: PrintedLine[] = [];
  let bottom = filled.frame.ys.at(-1) ?? 0;
  for (const [index, line] of below.entries()) {
    const own = tableChunks(line, index).flatMap((chunk) => splitAtEdges(chunk, xs));
    if (line.box[1] - bottom > APART * line.fontSize || !keepsToColumns(line, own, xs)) break;
    bottom = line.box[3];
    pending.push(line);
    if (own.length < 2 || !own.some(isValue)) continue;
    taken.push(...pending.splice(0));
  }
  const isHeaderOnly = !filled.lines.flat().some((line) => tableChunks(line, 0).some(isValue));
  if (taken.length === 0 && !(isHeaderOnly && pending.length > 0)) return { ...filled, taken, doubts: [] };
  const chunksOf = (lines: readonly PrintedLine[]) => lines.flatMap(tableChunks);
  const em = Math.max(...[...taken, ...pending].map(({ fontSize }) => fontSize));
  const pitch = cellPitch(chunksOf([...taken, ...pending]), em);
  const follows = rowsFollow(filled, taken);
  for (const line of pending) {
    const above = taken.at(-1)?.baseline;
    if (!(above !== undefined && line.baseline - above <= pitch) && !follows(line, above)) break;
    taken.push(line);
  }
  if (taken.length === 0) return { ...filled, taken, doubts: [] };
  const { rows, cells, doubts } = chunksToRows(chunksOf(taken), xs, pitch, horizontals);
  const first = filled.frame.ys.length - 1;
  const rowCount = first + rows.length;
  const all = withEmptyCells(
    [
      ...filled.frame.spans.map((span, index) => ({ span, lines: filled.lines[index] ?? [] })),
      ...cells.map(({ span, lines }) => ({ span: { ...span, row: span.row + first }, lines })),
    ],
    rowCount,
    xs.length - 1,
  );
  const ys = [
    ...filled.frame.ys,
    ...rows.slice(1).map((row, index) => ((rows[index]?.bottom ?? row.top) + row.top) / 2),
    rows.at(-1)?.bottom ?? bottom,
  ];
  return { frame: { ...filled.frame, ys, spans: all.map(({ span }) => span) }, lines: all.map(({ lines }) => lines), taken, doubts };
}

function keepsToColumns(line: PrintedLine, chunks: readonly Chunk[], xs: readonly number[]): boolean {
  const [x0 = 0] = xs;
  const x1 = xs.at(-1) ?? 0;
  if (line.box[0] < x0 - line.fontSize || line.box[2] > x1 + line.fontSize) return false;
  const text = printedText(line);
  if (captionParts(text) || printsPageNumber(chunks) || (classifyLine(text) === "furniture" && !DIGITS_ALONE.test(text))) return false;
  const keeping = chunks.filter((chunk) => {
    const { first, last } = columnsOf(chunk, xs);
    return first === last;
  });
  return keeping.length === chunks.length || (chunks.some(isValue) && keeping.length >= MOSTLY * chunks.length);
}

/** Whether a line without figures is a row of its own below the others: in their type, as close as they are, no page number and no heading; the first row has a label. */
function rowsFollow(
  { frame, lines }: FilledFrame,
  taken: readonly PrintedLine[],
): (line: PrintedLine, above: number | undefined) => boolean {
  const foot = frame.ys.at(-1) ?? 0;
  const rows = taken.map(({ baseline }) => baseline);
  const widest = Math.max(0, ...rows.slice(1).map((baseline, index) => baseline - (rows[index] ?? baseline)));
  const size = taken.at(-1)?.fontSize ?? Math.max(...lines.flat().map(({ fontSize }) => fontSize));
  const beginsRow = (line: PrintedLine) => taken.length > 0 || columnsOf(tableChunks(line, 0)[0] as Chunk, frame.xs).first <= 1;
  return (line, above = foot) =>
    beginsRow(line) &&
    line.baseline - above <= Math.max(FOLLOWS * size, widest) &&
    Math.abs(line.fontSize - size) <= SAME_TYPE * size &&
    !DIGITS_ALONE.test(printedText(line)) &&
    classifyLine(printedText(line)) !== "heading";
}
