import type { Side } from "../tables/row-grammar.ts";
import { expenditureLabels, revenueLabels } from "../tables/two-sided-labels.ts";

/** Where a line of a two-sided table stands on its side. */
export interface SidePosition {
  readonly role: "line" | "subtotal" | "grandTotal";
  readonly standing: "aboveSubtotal" | "subtotal" | "belowSubtotal" | "grandTotal" | "afterTotal";
  /** Index of the line that it is part of. */
  readonly parent: number | null;
}

const ROLE_OF_KEY = new Map([...revenueLabels, ...expenditureLabels].map(({ key, role }) => [key, role]));

/** Reads the order of one side: what stands above a subtotal, what below it, the grand total; a total that stands first is that of what follows. */
export function sidePositions(sides: readonly { readonly side: Side; readonly row: number }[]): SidePosition[] {
  const byRow = new Map(sides.map(({ row }, index) => [row, index]));
  let passed: "aboveSubtotal" | "belowSubtotal" | "afterTotal" = "aboveSubtotal";
  return sides.map(({ side }, index) => {
    const role = roleOf(side.key);
    const parent = side.partOf === undefined ? null : (byRow.get(side.partOf) ?? null);
    if (role === "line") return { role, standing: passed, parent };
    if (index > 0 || role === "subtotal") passed = role === "grandTotal" ? "afterTotal" : "belowSubtotal";
    return { role, standing: role, parent };
  });
}

function roleOf(key: string | null): SidePosition["role"] {
  return (key !== null && ROLE_OF_KEY.get(key)) || "line";
}
