import type { InkMask } from "./grey-picture.ts";
import { inkRuns, touchingRuns } from "./ink-runs.ts";

/** Pixels, right and bottom not including. */
export interface InkBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Points. Print is at least as large: the dot of a small font; less is a speck. */
const smallestDot = 0.55;
/** What is higher is no character: a seal, a picture, the edge of the page. Characters of a heavy type run together, and are wider. */
const highestCharacter = 60;

/** Ink that hangs together and can be print: characters and parts of them. */
export function textBlobs(ink: InkMask, dotsPerInch: number): InkBox[] {
  const pixels = (points: number) => (points * dotsPerInch) / 72;
  const least = Math.max(2, pixels(smallestDot) ** 2);
  return touchingRuns(inkRuns(ink, 1, 0), 1).flatMap((runs) => {
    let [left, right, area] = [Infinity, 0, 0];
    for (const { from, to } of runs) {
      left = Math.min(left, from);
      right = Math.max(right, to);
      area += to - from;
    }
    const [top, bottom] = [runs[0]?.row ?? 0, (runs.at(-1)?.row ?? 0) + 1];
    return area >= least && bottom - top <= pixels(highestCharacter) ? [{ left, top, right, bottom }] : [];
  });
}
