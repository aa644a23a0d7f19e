import { amount } from "../../model/amount.ts";
import { isTotalLabel } from "../../model/label-words.ts";
import type { TextBlock } from "./block-stream.ts";
import { figureOf } from "./column-sums.ts";
import type { FlowedWord } from "./flowed-line.ts";

/** The labels of a row: the government's classification on the left, the department's on the right; a total stands on the right only. */
export interface CodedPair {
  readonly left: readonly (readonly FlowedWord[])[];
  readonly right: readonly (readonly FlowedWord[])[];
  readonly amount: string;
  readonly line: number;
}

interface Label {
  /** Empty for a total. */
  readonly code: string;
  readonly words: (readonly FlowedWord[])[];
  readonly line: number;
  /** Amounts of the stream before it. */
  readonly amountsBefore: number;
}

const CODED = /^[[［【(（](\d{3}|\d{5})[\]］】)）]/u;
/** Codes of the government's economic classification begin with it, those of the department's with 3. */
const GOVERNMENT = "5";

/**
 * Puts two columns of `[code]name` beside one another that come one after the other, or word by word.
 *
 * The amounts come in the order of the rows, or behind their labels and those left over behind the labels left over.
 *
 * @returns One pair an amount; undefined where the numbers differ, a class would stand beside a section, or sections do not add up.
 */
export function codedPairs(blocks: readonly TextBlock[], amounts: readonly string[]): readonly CodedPair[] | undefined {
  const labels = toLabels(blocks);
  const left = labels.filter(({ code }) => code.startsWith(GOVERNMENT));
  const right = labels.filter((label) => !left.includes(label));
  const coded = right.filter(({ code }) => code !== "");
  if (right.length !== amounts.length || coded.length !== left.length) return undefined;
  if (coded.some(({ code }, index) => code.length !== left[index]?.code.length)) return undefined;
  const ordered = [amounts, behindLabels(labels, right, amounts)].find((texts) => sectionsAddUp(right, texts));
  return ordered?.map((text, row) => {
    const label = right[row] as Label;
    const beside = left[coded.indexOf(label)];
    return { left: beside?.words ?? [], right: label.words, amount: text, line: Math.min(label.line, beside?.line ?? label.line) };
  });
}

function behindLabels(labels: readonly Label[], right: readonly Label[], amounts: readonly string[]): readonly string[] {
  const owned = new Map(
    right.flatMap((label) => {
      const next = labels[labels.indexOf(label) + 1]?.amountsBefore ?? amounts.length;
      return next > label.amountsBefore ? [[label, label.amountsBefore] as const] : [];
    }),
  );
  const taken = new Set(owned.values());
  const orphans = amounts.filter((_, index) => !taken.has(index));
  return right.map((label) => {
    const own = owned.get(label);
    return (own === undefined ? orphans.shift() : amounts[own]) ?? "";
  });
}

function toLabels(blocks: readonly TextBlock[]): readonly Label[] {
  const labels: Label[] = [];
  const lines = blocks.flatMap(({ lines: own, amountsBefore }) => own.map((line) => ({ ...line, amountsBefore })));
  for (const { words, line, amountsBefore } of lines) {
    for (const word of words) {
      const code = CODED.exec(word.text)?.[1];
      const open = labels.at(-1);
      if (code !== undefined || isTotalLabel(word.text) || !open) labels.push({ code: code ?? "", words: [[word]], line, amountsBefore });
      else open.words.push([word]);
    }
  }
  return labels;
}

/** Whether each class whose sections are all on the page is their sum. */
function sectionsAddUp(labels: readonly Label[], amounts: readonly string[]): boolean {
  const starts = labels.flatMap(({ code }, index) => (code.length === 5 ? [] : [index]));
  return starts.every((start, index) => {
    const end = starts[index + 1];
    if (end === undefined || end === start + 1 || labels[start]?.code === "") return true;
    const sum = amounts.slice(start + 1, end).reduce((before, text) => before.plus(figureOf(text)), amount(0));
    return sum
      .minus(figureOf(amounts[start]))
      .abs()
      .lessThanOrEqualTo(amount("0.005").times(end - start));
  });
}
