import { type Checked, compareSides } from "../../src/check/checked.ts";
import type { Figure } from "../../src/check/figure.ts";

/** Checked claims by the figures that they contain. */
export function claimsByFigure(checked: readonly Checked[]): ReadonlyMap<Figure, readonly Checked[]> {
  const found = new Map<Figure, Checked[]>();
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
export function withChange(claim: Checked, printed: Figure, wrong: Figure): Checked {
  if (!claim.compared) return claim;
  const changed = (side: Checked["left"]) => side.map(({ figure, weight }) => ({ figure: figure === printed ? wrong : figure, weight }));
  return compareSides(claim.rule, claim.context, changed(claim.left), changed(claim.right), claim.compared.relation);
}
