import type { Box } from "../../model/box.ts";
import { type PrintedLine, printedText } from "../lines/printed-line.ts";
import type { Grid, GridCell } from "../region.ts";
import { type CellText, cellIndents } from "./cell-indent.ts";
import { frameBox, type GridFrame, spanBox } from "./grid-frame.ts";

/** Numbers are set flush right or centred: they have no indent. */
const NUMBER = /^[-+−–—\d.,%()（）\s]*$/u;

/** A grid whose text is known: `lines[i]` belongs to `frame.spans[i]`, top to bottom. */
export interface FilledFrame {
  readonly frame: GridFrame;
  readonly lines: readonly (readonly PrintedLine[])[];
}

/** Writes the text into the cells, and measures its indents. */
export function fillGrid({ frame, lines }: FilledFrame, method: "ruled" | "aligned", pageNumber: number): Grid {
  const placed: { index: number; text: CellText }[] = [];
  const texts = frame.spans.map((span, index) => {
    const own = lines[index] ?? [];
    const text = own.map(printedText);
    const first = own[0];
    if (first && !NUMBER.test(text[0] ?? "")) {
      const box = spanBox(frame, span);
      placed.push({
        index,
        text: {
          column: span.column,
          box,
          start: first.box[0],
          left: own.reduce((left, line) => Math.min(left, line.box[0]), first.box[0]),
          right: own.reduce((right, line) => Math.max(right, line.box[2]), first.box[2]),
          fontSize: first.fontSize,
        },
      });
    }
    return text;
  });
  const indents = cellIndents(placed.map(({ text }) => text));
  const indentOf = new Map(placed.map(({ index }, at) => [index, indents[at]]));
  const rowBoxes = frame.ys.slice(1).map((bottom, row): Box => [frame.xs[0] ?? 0, frame.ys[row] ?? 0, frame.xs.at(-1) ?? 0, bottom]);
  return {
    kind: "grid",
    pageNumber,
    method,
    rowCount: frame.ys.length - 1,
    columnCount: frame.xs.length - 1,
    cells: frame.spans.map((span, index): GridCell => {
      const { row, column, rowSpan, columnSpan } = span;
      const { indent = 0, textEdge } = indentOf.get(index) ?? {};
      const recognised = (lines[index] ?? []).flatMap(({ glyphs }) => glyphs).filter(({ confidence }) => confidence !== undefined);
      return {
        row,
        column,
        rowSpan,
        columnSpan,
        lines: texts[index] ?? [],
        indent,
        box: spanBox(frame, span),
        ...(method === "ruled" && textEdge !== undefined && { textEdge }),
        ...(recognised.length > 0 && { recognised }),
      };
    }),
    box: frameBox(frame),
    rowBoxes,
    ...(frame.openTop && { openTop: true }),
    ...(frame.openBottom && { openBottom: true }),
    ...(frame.partlyOpenTop && { partlyOpenTop: true }),
    ...(frame.partlyOpenBottom && { partlyOpenBottom: true }),
  };
}
