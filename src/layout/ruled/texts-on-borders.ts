import type { FilledFrame } from "../grid/fill-grid.ts";
import { spanBox } from "../grid/grid-frame.ts";
import type { PrintedLine } from "../lines/printed-line.ts";

/** A line of text that reaches over the border between two rows by this many ems may belong to the other one: its cell has no room for it. */
const OVER = 0.3;

/** Lines printed across the border between two rows, as where a program wraps a text and leaves its row as low as it was. */
export function textsOnBorders({ frame, lines }: FilledFrame): PrintedLine[] {
  return frame.spans.flatMap((span, index) => {
    const [, top, , bottom] = spanBox(frame, span);
    return (lines[index] ?? []).filter(({ box: [, y0, , y1], fontSize }) => y1 - bottom > OVER * fontSize || top - y0 > OVER * fontSize);
  });
}
