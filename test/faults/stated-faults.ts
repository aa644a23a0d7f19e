import { Decimal } from "../../src/model/amount.ts";
import type { NarrativeFigure } from "../../src/model/narrative.ts";
import { type Fault, type FaultKind, pick, type Random, type Subject } from "./fault.ts";

const OPPOSITE: Readonly<Record<string, string>> = { 增加: "减少", 减少: "增加", 增长: "下降", 下降: "增长", 上升: "下降", 降低: "增长" };
const DIRECTION = /增加|减少|增长|下降|上升|降低/gu;

/** What the explanatory part states, printed wrong. */
export const statedFaults: readonly FaultKind[] = [
  {
    name: "stated percentage wrong",
    plants: (subject) =>
      stated(subject, ({ percentage, change }) => percentage !== null && change !== null && !change.isZero()).map(
        ({ block, text, figure }) =>
          (random) => {
            const printed = `${figure.percentage}%`;
            const wrong = otherDigits(printed, random);
            return isWithinRounding(figure, wrong) ? undefined : replaced(block, text, text.replace(printed, wrong));
          },
      ),
  },
  {
    name: "stated directions turned",
    plants: (subject) =>
      stated(subject, turnsAboveRounding).map(({ block, text }) => () => {
        const turned = text.replace(DIRECTION, (word) => OPPOSITE[word] ?? word);
        return replaced(block, text, turned);
      }),
  },
  {
    name: "stated amount wrong",
    plants: (subject) =>
      stated(subject, ({ amount, change }) => amount !== null && !amount.isZero() && change !== null).map(
        ({ block, text, figure: { printed } }) =>
          (random) =>
            replaced(block, text, text.replace(printed.amount ?? "", otherDigits(printed.amount ?? "", random))),
      ),
  },
];

interface StatedText {
  readonly block: number;
  /** From the amount to the last thing said of its change, as printed. */
  readonly text: string;
  readonly figure: NarrativeFigure;
}

/** Statements that stand once, whole, in one block of the prose. */
function stated({ recognised, document }: Subject, wanted: (figure: NarrativeFigure) => boolean): StatedText[] {
  return document.narrative.figures.filter(wanted).flatMap((figure) => {
    const { printed, percentage } = figure;
    if (printed.amount === undefined || printed.change === undefined) return [];
    const parts = [printed.amount, printed.change, ...(percentage === null ? [] : [`${percentage}%`])].map(literal);
    const between = "[^。；]{0,40}?";
    const whole = new RegExp(`(?<![\\d.,])${parts.join(between)}`, "gu");
    const found = recognised.prose.flatMap(({ text }, block) =>
      [...text.matchAll(whole)].map((match) => ({ block, text: match[0], figure })),
    );
    return found.length > 0 ? found.slice(0, 1) : [];
  });
}

/** Whether a percentage may be what the amounts come to before they were rounded: then it is no fault. */
function isWithinRounding({ amount, change, printed }: NarrativeFigure, percentage: string): boolean {
  if (!amount || !change) return true;
  const digits = percentage.replace("%", "");
  const half = (text: string) => new Decimal(10).pow(-(text.split(".")[1]?.length ?? 0)).div(2);
  const slack = half(printed.change ?? "");
  const prior = amount.minus(change);
  const least = prior.abs().plus(slack.plus(half(printed.amount ?? "")));
  const most = prior.abs().minus(slack.plus(half(printed.amount ?? "")));
  if (most.lte(0)) return true;
  const low = change.abs().minus(slack).div(least).times(100).minus(half(digits));
  const high = change.abs().plus(slack).div(most).times(100).plus(half(digits));
  return low.lte(digits) && high.gte(digits);
}

/** Whether the change in the other direction would be another percentage as it is printed; no change has no direction. */
function turnsAboveRounding({ amount, change, percentage }: NarrativeFigure): boolean {
  if (!amount || !change || change.isZero() || percentage === null) return false;
  const turned = amount.plus(change);
  if (turned.lte(0)) return true;
  const unit = new Decimal(10).pow(-(percentage.split(".")[1]?.length ?? 0));
  return change.abs().div(turned).times(100).minus(percentage).abs().gt(unit);
}

function otherDigits(printed: string, random: Random): string {
  const digits = [...printed].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
  const at = pick(digits, random);
  if (at === undefined) return printed;
  const wrong = (Number(printed[at]) + 2 + Math.floor(random() * 7)) % 10;
  return `${printed.slice(0, at)}${wrong}${printed.slice(at + 1)}`;
}

function replaced(block: number, from: string, to: string): Fault | undefined {
  return from === to ? undefined : { edits: [{ edit: "prose", block, from, to }], at: { text: to }, was: from };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
