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

/** Lines that print no ordinal are told by what they are parts of. */
const WHOLES_OF: Readonly<Record<string, readonly string[]>> = {
  generalPublicBudget: ["fiscalAppropriation", "budgetAppropriation"],
  governmentFundBudget: ["fiscalAppropriation", "budgetAppropriation"],
  stateCapitalBudget: ["fiscalAppropriation", "budgetAppropriation"],
  educationFees: ["fiscalSpecialAccount"],
  otherSpecialAccountAppropriation: ["fiscalSpecialAccount"],
  institutionalRevenue: ["otherFunds"],
  businessRevenue: ["otherFunds"],
  otherRevenue: ["otherFunds"],
};

/** Reads the tree of one side: 一、 over （一） over 1.; a subtotal, what stands below it, the grand total. */
export function sidePositions(sides: readonly Side[]): SidePosition[] {
  const open: { index: number; depth: number }[] = [];
  let passed: "aboveSubtotal" | "belowSubtotal" | "afterTotal" = "aboveSubtotal";
  return sides.map((side, index) => {
    const role = roleOf(side.key);
    if (role !== "line") {
      open.length = 0;
      passed = role === "grandTotal" ? "afterTotal" : "belowSubtotal";
      return { role, standing: role, parent: null };
    }
    const whole = wholeOf(sides, index);
    const depth = depthOf(side.ordinal) ?? (whole === undefined ? 0 : (open.findLast((line) => line.index === whole)?.depth ?? 0) + 1);
    while (open.length > 0 && (open.at(-1)?.depth ?? 0) >= depth) open.pop();
    const parent = open.at(-1)?.index ?? null;
    open.push({ index, depth });
    return { role, standing: passed, parent };
  });
}

function roleOf(key: string | null): SidePosition["role"] {
  return (key !== null && ROLE_OF_KEY.get(key)) || "line";
}

/** Depth that an ordinal says: `一、` 0, `（一）` 1, `1.` 2. */
function depthOf(ordinal: string | null): number | undefined {
  if (ordinal === null) return undefined;
  if (/^[（(]/u.test(ordinal)) return 1;
  return /^\d/u.test(ordinal) ? 2 : 0;
}

function wholeOf(sides: readonly Side[], index: number): number | undefined {
  const wholes = WHOLES_OF[sides[index]?.key ?? ""] ?? [];
  const above = sides.slice(0, index).findLastIndex(({ key }) => key !== null && wholes.includes(key));
  return above < 0 ? undefined : above;
}
