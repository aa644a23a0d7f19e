import type { CheckedClaim } from "../../src/check/check-claim.ts";
import type { Figure } from "../../src/check/figure.ts";
import { compare, sumOf } from "../../src/check/interval.ts";

/** Checked claims by the figures that they contain. */
export function claimsByFigure(checked: readonly CheckedClaim[]): ReadonlyMap<Figure, readonly CheckedClaim[]> {
  const found = new Map<Figure, CheckedClaim[]>();
  for (const claim of checked) {
    if (!claim.compared) continue;
    for (const { figure } of [...claim.left, ...claim.right]) {
      const claims = found.get(figure);
      if (claims) claims.push(claim);
      else found.set(figure, [claim]);
    }
  }
  return found;
}

/** A claim as it comes out when one figure is printed otherwise, everything else being the same. */
export function withChange(claim: CheckedClaim, printed: Figure, wrong: Figure): CheckedClaim {
  if (!claim.compared) return claim;
  const { relation } = claim.compared;
  const changed = (side: CheckedClaim["left"]) =>
    side.map(({ figure, weight }) => ({ figure: figure === printed ? wrong : figure, weight }));
  const [left, right] = [changed(claim.left), changed(claim.right)];
  const [leftSum, rightSum] = [sumOf(left), sumOf(right)];
  const comparison = compare(leftSum, rightSum, relation);
  const finding = { ...claim.finding, outcome: comparison.holds ? ("consistent" as const) : ("inconsistent" as const) };
  return { left, right, compared: { ...comparison, leftSum, rightSum, relation }, finding };
}
