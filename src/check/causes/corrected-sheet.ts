import { type Decimal, Decimal as Decimals } from "../../model/amount.ts";
import type { Checked, ComparedSums } from "../checked.ts";
import type { Figure } from "../figure.ts";
import { type Comparison, compare, type Sum } from "../interval.ts";

/** A figure that changes, and by how much. */
export interface Move {
  readonly figure: Figure;
  readonly by: Decimal;
}

/** What figures that move do to the findings. */
export interface Effect {
  /** Inconsistent findings that come out consistent. */
  readonly explains: readonly Checked[];
  /** How many consistent findings fail. */
  readonly contradicts: number;
  /** How many findings that hold all the same no longer agree to the last digit, less those that do now. */
  readonly strains: number;
}

/** What a failed comparison asks a figure to change by: any amount less than `allowance` away from `by` would do. */
export interface Asked {
  readonly by: Decimal;
  readonly allowance: Decimal;
}

/** The findings as they come out with the corrections found so far. */
export interface CorrectedSheet {
  /** Inconsistent findings that nothing explains yet. */
  readonly open: ReadonlySet<Checked>;
  /** By how much a comparison is apart now. */
  readonly residual: (compared: ComparedChecked) => Decimal;
  /** What each failed comparison asks a figure to change by, different ones once. */
  readonly asked: (figure: Figure) => Asked[];
  readonly effectOf: (moves: readonly Move[]) => Effect;
  /** Takes corrections over, and findings for explained. */
  readonly correct: (moves: readonly Move[], explained: Iterable<Checked>) => void;
  /** The figures that stand in a comparison with one of these. */
  readonly neighbours: (moves: readonly Move[], explained: Iterable<Checked>) => Iterable<Figure>;
}

type ComparedChecked = Checked & { readonly compared: ComparedSums };

interface Part {
  readonly checked: ComparedChecked;
  readonly side: "left" | "right";
  /** +1 where the figure is added to its side, -1 where it is taken away. */
  readonly sign: 1 | -1;
}

interface Shift {
  readonly left: Decimal;
  readonly right: Decimal;
}

const ZERO = new Decimals(0);
const NO_SHIFT: Shift = { left: ZERO, right: ZERO };

export function correctedSheet(checked: readonly Checked[]): CorrectedSheet {
  const open = new Set(checked.filter(({ outcome }) => outcome === "inconsistent"));
  const parts = partsByFigure(checked, new Set([...open].flatMap(({ left, right }) => [...left, ...right].map(({ figure }) => figure))));
  const shifts = new Map<Checked, Shift>();
  const partsOf = (figure: Figure) => parts.get(figure) ?? [];
  const shifted = (moves: readonly Move[]): Map<ComparedChecked, Shift> => {
    const found = new Map<ComparedChecked, Shift>();
    for (const { figure, by } of moves) {
      for (const { checked: one, side, sign } of partsOf(figure)) {
        const before = found.get(one) ?? shifts.get(one) ?? NO_SHIFT;
        found.set(one, { ...before, [side]: before[side].plus(by.times(sign)) });
      }
    }
    return found;
  };
  return {
    open,
    residual: (one) => comparisonOf(one, shifts.get(one)).residual,
    asked: (figure) => {
      const found = new Map<string, Asked>();
      for (const { checked: one, side, sign } of partsOf(figure)) {
        if (!open.has(one)) continue;
        const { residual, allowance } = comparisonOf(one, shifts.get(one));
        const by = residual.times(side === "left" ? -sign : sign);
        const known = found.get(by.toFixed());
        if (!by.isZero() && !known?.allowance.lt(allowance)) found.set(by.toFixed(), { by, allowance });
      }
      return [...found.values()];
    },
    effectOf: (moves) => {
      const explains: Checked[] = [];
      let contradicts = 0;
      let strains = 0;
      for (const [one, shift] of shifted(moves)) {
        const { holds } = comparisonOf(one, shift);
        if (open.has(one)) {
          if (holds) explains.push(one);
          continue;
        }
        const before = shifts.get(one);
        if (holds) strains += Number(isExact(one, before)) - Number(isExact(one, shift));
        else if (!isTrivial(one) && comparisonOf(one, before).holds) contradicts += 1;
      }
      return { explains, contradicts, strains };
    },
    correct: (moves, explained) => {
      for (const [one, shift] of shifted(moves)) shifts.set(one, shift);
      for (const one of explained) open.delete(one);
    },
    neighbours: (moves, explained) => {
      const touched = new Set([...explained, ...moves.flatMap(({ figure }) => partsOf(figure).map((part) => part.checked))]);
      return new Set([...touched].flatMap(({ left, right }) => [...left, ...right].map(({ figure }) => figure)));
    },
  };
}

export function isCompared(checked: Checked): checked is ComparedChecked {
  return checked.compared !== undefined;
}

function comparisonOf({ compared: { leftSum, rightSum, relation } }: ComparedChecked, { left, right }: Shift = NO_SHIFT): Comparison {
  return compare(plus(leftSum, left), plus(rightSum, right), relation);
}

/** Whether both sides are the same without rounding, and without what may count in part. */
function isExact({ compared: { leftSum, rightSum } }: ComparedChecked, { left, right }: Shift = NO_SHIFT): boolean {
  return plus(leftSum, left).value.equals(plus(rightSum, right).value);
}

function plus(sum: Sum, by: Decimal): Sum {
  return by.isZero() ? sum : { ...sum, value: sum.value.plus(by) };
}

function isTrivial({ left, right }: Checked): boolean {
  return [...left, ...right].every(({ figure }) => figure.value.isZero());
}

function partsByFigure(checked: readonly Checked[], wanted: ReadonlySet<Figure>): ReadonlyMap<Figure, readonly Part[]> {
  const parts = new Map<Figure, Part[]>();
  for (const one of checked) {
    if (!isCompared(one)) continue;
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
