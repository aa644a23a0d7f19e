import type { Decimal } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import type { SideLabel } from "../tables/two-sided-labels.ts";
import { INDENT_STEP } from "./indent-levels.ts";
import { type Ordinal, parseOrdinal } from "./parse-ordinal.ts";

/** A line of one side as it is printed. */
export interface PrintedSide {
  readonly ordinal: string | null;
  readonly label: string;
  readonly amount: Decimal | null;
  readonly indent: number;
}

/** What a line of one side is, and where it stands. */
export interface PlacedSide {
  /** undefined for a label that the form does not know. */
  readonly known: SideLabel | undefined;
  /** Index of the line that this one is part of. */
  readonly partOf: number | undefined;
}

/** Lines that print neither an ordinal nor an indent are told by what they are parts of. */
const WHOLES_OF: Readonly<Record<string, readonly string[]>> = {
  generalPublicBudget: ["fiscalAppropriation", "budgetAppropriation", "carryoverFromPriorYear"],
  governmentFundBudget: ["fiscalAppropriation", "budgetAppropriation", "carryoverFromPriorYear"],
  stateCapitalBudget: ["fiscalAppropriation", "budgetAppropriation", "carryoverFromPriorYear"],
  educationFees: ["fiscalSpecialAccount"],
  otherSpecialAccountAppropriation: ["fiscalSpecialAccount"],
  institutionalRevenue: ["otherFunds"],
  businessRevenue: ["otherFunds"],
  superiorGrantRevenue: ["otherFunds"],
  affiliateRemittanceRevenue: ["otherFunds"],
  otherRevenue: ["otherFunds"],
};

/** By ordinal, what stands over the lines that have it: those with the next numbers stand beside them. */
type OverNumbers = Map<string, (OpenLine | undefined)[]>;

interface OpenLine {
  readonly index: number;
  readonly depth: number;
  readonly known: SideLabel | undefined;
}

/**
 * Reads the tree of one side: 一、 over （一） over 1.; a heading 一、本年收入 over its lines, with ordinals or without; names indented below
 * the line that they are parts of.
 *
 * An indent alone, or a heading above, makes no part: lines that are more together than the line above them are not its parts.
 */
export function placeSides(sides: readonly PrintedSide[], labels: readonly SideLabel[]): PlacedSide[] {
  const open: OpenLine[] = [];
  const numbered: OverNumbers = new Map();
  const placed: PlacedSide[] = [];
  const byIndent = new Set<number>();
  for (const [index, side] of sides.entries()) {
    const known = labelled(side.label, labels);
    if (known?.role === "grandTotal" || (known?.role === "subtotal" && side.ordinal === null)) {
      open.length = 0;
      numbered.clear();
      placed.push({ known, partOf: undefined });
      continue;
    }
    const { parent, indented } = parentOf(sides, index, known, open, numbered);
    while (open.length > 0 && open.at(-1) !== parent) open.pop();
    const own = labelled(side.label, parent?.known?.parts ?? []) ?? known;
    if (indented) byIndent.add(index);
    placed.push({ known: own, partOf: parent?.index });
    open.push({ index, depth: (parent?.depth ?? -1) + 1, known: own });
    const ordinal = parseOrdinal(side.ordinal ?? "");
    if (ordinal) overNumber(numbered, ordinal).push(parent);
  }
  return placed.map((line, index) => (byIndent.has(index) && exceeds(sides, placed, line.partOf) ? { ...line, partOf: undefined } : line));
}

function labelled(label: string, labels: readonly SideLabel[]): SideLabel | undefined {
  const compact = compactText(label);
  return labels.find((candidate) => candidate.labels.some((printed) => compactText(printed) === compact));
}

function parentOf(
  sides: readonly PrintedSide[],
  index: number,
  known: SideLabel | undefined,
  open: readonly OpenLine[],
  numbered: OverNumbers,
): { readonly parent: OpenLine | undefined; readonly indented?: boolean } {
  const side = sides[index] as PrintedSide;
  if (side.ordinal !== null) return { parent: byOrdinal(sides, side.ordinal, open, numbered) };
  const wholes = WHOLES_OF[known?.key ?? ""] ?? [];
  const whole = open.findLast((line) => wholes.includes(line.known?.key ?? ""));
  if (whole) return { parent: whole };
  const outer = open.findLast((line) => (sides[line.index]?.indent ?? 0) + INDENT_STEP < side.indent) ?? open.findLast(isHeading);
  return { parent: outer, indented: outer !== undefined };

  function isHeading({ index: at, known: of }: OpenLine): boolean {
    return of?.role === "subtotal" && sides[at]?.ordinal !== null;
  }
}

/** The line over an ordinal: the next number belongs beside the one before it, the first under the line above. */
function byOrdinal(sides: readonly PrintedSide[], printed: string, open: readonly OpenLine[], numbered: OverNumbers): OpenLine | undefined {
  const own = parseOrdinal(printed);
  const before = own ? overNumber(numbered, { ...own, number: own.number - 1 }) : [];
  // What is closed is not opened again.
  for (let last = before.at(-1); last && !open.includes(last); last = before.at(-1)) before.pop();
  if (before.length > 0) return before.at(-1);
  const alike = open.filter((line) => parseOrdinal(sides[line.index]?.ordinal ?? "")?.kind === own?.kind);
  const heading = alike.findLast((line) => line.known?.role === "subtotal");
  if (own?.number === 1 && heading) return heading;
  const last = alike.at(-1);
  return last ? open[open.indexOf(last) - 1] : open.at(-1);
}

function overNumber(numbered: OverNumbers, { kind, number }: Ordinal): (OpenLine | undefined)[] {
  const key = `${kind} ${number}`;
  const over = numbered.get(key) ?? [];
  numbered.set(key, over);
  return over;
}

/** Whether the parts of a line are more than the line itself; then an indent that put them there meant something else. */
function exceeds(sides: readonly PrintedSide[], placed: readonly PlacedSide[], whole: number | undefined): boolean {
  const amount = whole === undefined ? undefined : sides[whole]?.amount;
  if (!amount) return false;
  const parts = placed.flatMap(({ partOf }, index) => (partOf === whole ? (sides[index]?.amount ?? []) : []));
  const allowed = amount.abs().plus(`${parts.length + 1}e-2`);
  return parts
    .reduce((sum, part) => sum.plus(part), amount.minus(amount))
    .abs()
    .gt(allowed);
}
