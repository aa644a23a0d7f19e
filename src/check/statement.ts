import { type Decimal, exponentOfUnit } from "../model/amount.ts";
import type { StatedFigure } from "../model/check-report.ts";
import { groupBy } from "../model/group-by.ts";
import { greatest } from "../model/long-lists.ts";
import type { NarrativeFigure } from "../model/narrative.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { type Figure, halfUnit, ZERO } from "./figure.ts";
import { printedLike } from "./printed-like.ts";

/** A figure of the explanatory part as the rules see it; a part that the text does not state is undefined. */
export interface Statement {
  readonly stated: NarrativeFigure;
  readonly amount: Figure | undefined;
  readonly change: Figure | undefined;
  /** Last year's amount, implied by amount and change. */
  readonly prior: Figure | undefined;
}

/**
 * Reads the stated figures of a document.
 *
 * The text drops trailing zeros (`85.8` for 85.80), so a figure is taken to be as exact as the most exact one of its unit; one that
 * says 约 only to its own decimals; so does one in 万元 of a budget whose tables are in 元.
 */
export function statementsOf(document: BudgetDocument, index: number): Statement[] {
  // Key projects that stand in a table are figures of that table.
  const inTable = document.tables.some(({ kind }) => kind === "keyProjects");
  const figures = document.narrative.figures.filter(({ measure }) => !inTable || measure !== "keyProject");
  const isRounded = ({ printedUnit }: NarrativeFigure) =>
    document.tables.some((table) => table.printedUnit !== undefined && exponentOfUnit[table.printedUnit] < exponentOfUnit[printedUnit]);
  const exact = figures.filter(({ approximate }) => !approximate);
  const mostDecimals = new Map(
    [...groupBy(exact, ({ printedUnit }) => printedUnit)].map(([unit, same]) => [
      unit,
      greatest(same.flatMap(({ printed }) => [decimalsOf(printed.amount), decimalsOf(printed.change)])),
    ]),
  );
  return figures.map((stated) => {
    const { amount, change, printed, printedUnit, approximate } = stated;
    const most = mostDecimals.get(printedUnit) ?? 0;
    const own = approximate || isRounded(stated);
    const half = (text: string | undefined, value: Decimal) =>
      value.isZero() && !approximate ? ZERO : halfUnit((own ? decimalsOf(text) : most) - exponentOfUnit[printedUnit]);
    const print = printedLike([printed.amount ?? null, printed.change ?? null], Math.max(most, 2), exponentOfUnit[printedUnit]);
    const figure = (part: StatedFigure["part"], value: Decimal, halfWidth: Decimal, text: string | null): Figure => ({
      state: "number",
      value,
      halfWidth,
      place: placeOf(stated, index, part, text, value),
      print: (other) => withoutTrailingZeros(print(other)),
    });
    return {
      stated,
      amount: amount ? figure("amount", amount, half(printed.amount, amount), printed.amount ?? null) : undefined,
      change: change ? figure("change", change, half(printed.change, change), printed.change ?? null) : undefined,
      prior:
        amount && change
          ? figure("prior", amount.minus(change), half(printed.amount, amount).plus(half(printed.change, change)), null)
          : undefined,
    };
  });
}

export function placeOf(
  { measure, item, sentence, page, line }: NarrativeFigure,
  document: number,
  part: StatedFigure["part"],
  text: string | null,
  amount: Decimal | null,
): StatedFigure {
  return {
    document,
    measure,
    ...(item !== undefined && { item }),
    part,
    sentence,
    ...(page !== undefined && { page }),
    ...(line !== undefined && { line }),
    text,
    amount,
  };
}

/**
 * The amount of the year before that a stated amount and its change imply.
 *
 * @returns null where the text states no change.
 */
export function impliedPriorAmount({ amount, change }: NarrativeFigure): Decimal | null {
  return amount && change ? amount.minus(change) : null;
}

/** The text drops zeros at the end: 85.8 for 85.80. */
function withoutTrailingZeros(printed: string): string {
  return printed.includes(".") ? printed.replace(/(?:\.|(?<!0))0+$/u, "") : printed;
}

function decimalsOf(text: string | undefined): number {
  return text?.split(".")[1]?.length ?? 0;
}
