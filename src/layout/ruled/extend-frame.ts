import { chunksToRows, columnsOf, withEmptyCells } from "../aligned/row-cells.ts";
import { captionParts } from "../caption-parts.ts";
import { classifyLine } from "../classify-line.ts";
import type { FilledFrame } from "../grid/fill-grid.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { cellPitch } from "../lines/cell-pitch.ts";
import { type Chunk, isValue, tableChunks } from "../lines/chunk.ts";
import { type PrintedLine, printedText } from "../lines/printed-line.ts";

export interface ExtendedFrame extends FilledFrame {
  /** Lines below the frame that turned out to be rows of it. */
  readonly taken: readonly PrintedLine[];
  readonly doubts: readonly string[];
}

/** The next row is at most this many ems below the last one. */
const APART = 3.5;

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
    const own = tableChunks(line, index);
    if (line.box[1] - bottom > APART * line.fontSize || !keepsToColumns(line, own, xs)) break;
    bottom = line.box[3];
    pending.push(line);
    if (own.length < 2 || !own.some(isValue)) continue;
    taken.push(...pending.splice(0));
  }
  if (taken.length === 0) return { ...filled, taken, doubts: [] };
  const chunksOf = (lines: readonly PrintedLine[]) => lines.flatMap(tableChunks);
  const em = Math.max(...taken.map(({ fontSize }) => fontSize));
  const pitch = cellPitch(chunksOf([...taken, ...pending]), em);
  for (const line of pending) {
    if (line.baseline - (taken.at(-1)?.baseline ?? line.baseline) > pitch) break;
    taken.push(line);
  }
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
  if (captionParts(text) || classifyLine(text) === "furniture") return false;
  return chunks.every((chunk) => {
    const { first, last } = columnsOf(chunk, xs);
    return first === last;
  });
}
