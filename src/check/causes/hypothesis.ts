import type { Accused, Checked } from "../checked.ts";
import type { Move } from "./corrected-sheet.ts";

/** Something that may be printed wrong, or left out, with what it would explain. */
export interface Hypothesis extends Accused {
  /** Figures that would change, and by how much. */
  readonly moves: readonly Move[];
  readonly explains: readonly Checked[];
  /** How many consistent findings would fail. */
  readonly contradicts: number;
  /** How many findings that hold all the same no longer agree to the last digit, less those that do then; absent where no figure moves. */
  readonly strains?: number;
  /** How far from a slip of the pen it is: 0 for what looks like nothing else. */
  readonly rank: number;
}

/** The likeliest first: the most explained and the least contradicted, then the likeliest slip, then what agrees best with all other sums. */
export function byLikelihood(a: Hypothesis, b: Hypothesis): number {
  return scoreOf(b) - scoreOf(a) || a.rank - b.rank || a.contradicts - b.contradicts || (a.strains ?? 0) - (b.strains ?? 0);
}

export function scoreOf({ explains, contradicts }: Hypothesis): number {
  return explains.length - 2 * contradicts;
}

/** What is in question, so that two hypotheses about one cell or one row are told to be about the same. */
export function targetOf({ kind, corrections: [{ place }] }: Hypothesis): string {
  if ("sentence" in place) return `text ${place.document} ${place.sentence} ${place.part}`;
  if ("absent" in place) return `${kind} ${place.document} ${place.kind} ${place.label}`;
  return `cell ${place.document} ${place.kind} ${place.row} ${place.column}`;
}
