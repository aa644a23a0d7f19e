import type { Decimal } from "../model/amount.ts";
import type { Suspect } from "../model/check-report.ts";
import type { CheckedClaim } from "./check-claim.ts";
import type { Figure } from "./figure.ts";
import { compare, type Sum } from "./interval.ts";

interface Part {
  readonly checked: CheckedClaim;
  readonly side: "left" | "right";
  /** +1 where the figure is added to its side, -1 where it is taken away. */
  readonly sign: 1 | -1;
}

interface Candidate {
  readonly figure: Figure;
  readonly correction: Decimal;
  readonly explained: readonly CheckedClaim[];
  readonly contradicts: number;
}

const MOST_SUSPECTS = 20;

/**
 * Which figures are the likeliest causes of the inconsistent findings.
 *
 * For each figure of a failed equality, the correction that the equality asks for is tried on every other finding that contains the
 * figure: those it would make consistent speak for it, those it would break speak against it. Where that leaves several, a correction
 * that is a slip of the pen (two digits changed over, one digit wrong, lost or doubled) comes first.
 */
export function suspectsOf(checked: readonly CheckedClaim[]): Suspect[] {
  const failed = checked.filter(({ finding, compared }) => finding.outcome === "inconsistent" && compared);
  if (failed.length === 0) return [];
  const accused = new Set(failed.flatMap(({ left, right }) => [...left, ...right].map((term) => term.figure)));
  const parts = partsByFigure(checked, accused);
  const candidates: Candidate[] = [];
  for (const figure of accused) {
    const own = parts.get(figure) ?? [];
    const best = corrections(own)
      .map((correction) => tried(figure, correction, own))
      .sort(byLikelihood)[0];
    if (best) candidates.push(best);
  }
  return inTurn(candidates.sort(byLikelihood))
    .slice(0, MOST_SUSPECTS)
    .map(({ figure, correction, explained, contradicts }) => ({
      figure: figure.place,
      explains: [...new Set(explained.map(({ finding }) => finding.rule))],
      contradicts,
      expected: figure.value.plus(correction),
    }));
}

/** The likeliest first, then the likeliest for what it leaves unexplained, and so on; last those that explain nothing more. */
function inTurn(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = [];
  const explained = new Set<CheckedClaim>();
  let rest = candidates;
  while (rest.length > 0) {
    const next = rest.find((candidate) => candidate.explained.some((one) => !explained.has(one)));
    if (!next) break;
    chosen.push(next);
    for (const one of next.explained) explained.add(one);
    rest = rest.filter((candidate) => candidate !== next);
  }
  return [...chosen, ...rest];
}

function partsByFigure(checked: readonly CheckedClaim[], wanted: ReadonlySet<Figure>): ReadonlyMap<Figure, readonly Part[]> {
  const parts = new Map<Figure, Part[]>();
  for (const one of checked) {
    if (!one.compared) continue;
    for (const side of ["left", "right"] as const) {
      for (const { figure, weight } of one[side]) {
        if (weight === "upTo" || !wanted.has(figure)) continue;
        const part: Part = { checked: one, side, sign: weight === "minus" ? -1 : 1 };
        const known = parts.get(figure);
        if (known) known.push(part);
        else parts.set(figure, [part]);
      }
    }
  }
  return parts;
}

/** What each failed finding asks the figure to change by, different ones once. */
function corrections(parts: readonly Part[]): Decimal[] {
  const asked = new Map<string, Decimal>();
  for (const { checked, side, sign } of parts) {
    if (checked.finding.outcome !== "inconsistent" || !checked.compared) continue;
    const correction = checked.compared.residual.times(side === "left" ? -sign : sign);
    asked.set(correction.toFixed(), correction);
  }
  return [...asked.values()];
}

function tried(figure: Figure, correction: Decimal, parts: readonly Part[]): Candidate {
  const explained: CheckedClaim[] = [];
  let contradicts = 0;
  for (const part of parts) {
    const holds = holdsAfter(part, correction);
    if (part.checked.finding.outcome === "inconsistent" ? holds : false) explained.push(part.checked);
    else if (part.checked.finding.outcome === "consistent" && !holds && !isTrivial(part.checked)) contradicts += 1;
  }
  return { figure, correction, explained, contradicts };
}

function holdsAfter({ checked: { compared }, side, sign }: Part, correction: Decimal): boolean {
  if (!compared) return false;
  const moved = (sum: Sum): Sum => ({ ...sum, value: sum.value.plus(correction.times(sign)) });
  const { leftSum, rightSum, relation } = compared;
  return compare(side === "left" ? moved(leftSum) : leftSum, side === "right" ? moved(rightSum) : rightSum, relation).holds;
}

function isTrivial({ left, right }: CheckedClaim): boolean {
  return [...left, ...right].every(({ figure }) => figure.value.isZero());
}

function byLikelihood(a: Candidate, b: Candidate): number {
  const score = (candidate: Candidate) => candidate.explained.length - 2 * candidate.contradicts;
  return score(b) - score(a) || slipRank(a) - slipRank(b) || a.contradicts - b.contradicts;
}

/** 0 for two digits changed over, 1 for one digit wrong, lost or doubled, 2 for anything else, 3 where the expected amount would be negative. */
function slipRank({ figure, correction }: Candidate): number {
  const expected = figure.value.plus(correction);
  if (expected.isNegative() && !figure.value.isNegative()) return 3;
  const [printed, meant] = [digitsOf(figure.value), digitsOf(expected)];
  if (isTransposed(printed, meant)) return 0;
  return isOneEdit(printed, meant) ? 1 : 2;
}

function digitsOf(value: Decimal): string {
  return value.abs().toFixed(2).replace(".", "");
}

function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((digit, index) => digit !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}
