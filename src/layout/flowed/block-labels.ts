import { compactText } from "../../model/compact-text.ts";
import { displayWidth } from "../../model/display-width.ts";
import { bareLabel, isTotalLabel, opensLabel } from "../../model/label-words.ts";
import { greatest } from "../../model/long-lists.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import type { TextBlock } from "./block-stream.ts";
import { type FlowedWord, textOf } from "./flowed-line.ts";

/** The label of a row, its lines joined out of a block. */
export interface BlockLabel {
  readonly words: readonly (readonly FlowedWord[])[];
  readonly line: number;
  /** The row whose amounts follow directly, when nothing else stands between. */
  readonly anchor: number | undefined;
  readonly amountsBefore: number;
}

const BRACKETED = /^[[［【]\s*(\d+)/u;

/**
 * Parts blocks of labels into so many labels.
 *
 * A code or an ordinal opens a label; other lines are joined where the one above fills the column, within a block or, where amounts come
 * between the lines of a label, beyond it, until the number is right.
 *
 * @returns undefined when the lines cannot be so many labels.
 */
export function blocksToLabels(
  blocks: readonly TextBlock[],
  count: number,
  anchorOf: (amountsBefore: number) => number | undefined,
): readonly BlockLabel[] | undefined {
  const lines = blocks.flatMap((block) => block.lines.map((line, index) => ({ ...line, block, first: index === 0 })));
  const opening = lines.map(({ words }) => opensLabel(words[0]?.text ?? ""));
  const joints = lines.flatMap(({ first }, index) => (first || opening[index] ? [] : [index]));
  const surplus = lines.length - count;
  if (surplus < 0) return undefined;
  const widths = lines.map(({ words }) => displayWidth(textOf({ words })));
  const widest = greatest(widths, 0);
  const belowFull = lines.flatMap((_, index) => (index > 0 && !opening[index] && (widths[index - 1] ?? 0) >= widest - 2 ? [index] : []));
  const ways = [[], joints, belowFull.filter((index) => joints.includes(index)), belowFull];
  const joined = ways.find(({ length }) => length === surplus);
  if (!joined) return undefined;
  const labels: { words: (readonly FlowedWord[])[]; line: number; block: TextBlock }[] = [];
  lines.forEach(({ words, line, block }, index) => {
    if (joined.includes(index)) labels.at(-1)?.words.push(words);
    else labels.push({ words: [words], line, block });
  });
  return labels.map(({ words, line, block }, index) => {
    const alone =
      labels[index - 1]?.block.amountsBefore !== block.amountsBefore && labels[index + 1]?.block.amountsBefore !== block.amountsBefore;
    return { words, line, amountsBefore: block.amountsBefore, anchor: alone ? anchorOf(block.amountsBefore) : undefined };
  });
}

export interface OrderedLabels {
  readonly labels: readonly BlockLabel[];
  /** False where only their order of appearance speaks for it. */
  readonly certain: boolean;
}

/**
 * The labels in the order of their rows: as they come, by their codes, or as the form lists them, whichever agrees with every label that
 * stands directly before its amounts.
 */
export function orderLabels(labels: readonly BlockLabel[], grammar: RowGrammar): OrderedLabels {
  const totalFirst = labels.toSorted((a, b) => Number(isTotal(b)) - Number(isTotal(a)));
  const agrees = (ordered: readonly BlockLabel[]) => ordered.every(({ anchor }, row) => anchor === undefined || anchor === row);
  const sorted = [totalFirst, labels].map((candidate) => ({ candidate, codes: candidate.flatMap((label) => codeOf(label) ?? []) }));
  const inOrder = sorted.find(({ candidate, codes }) => agrees(candidate) && isAscending(codes));
  if (inOrder) return { labels: inOrder.candidate, certain: true };
  const ranks = labels.map((label) => rankOf(label, grammar));
  if (ranks.every((rank) => rank !== undefined)) {
    const byRank = labels.map((label, index) => ({ label, rank: ranks[index] ?? "" })).sort((a, b) => (a.rank < b.rank ? -1 : 1));
    const ordered = byRank.map(({ label }) => label);
    if (agrees(ordered)) return { labels: ordered, certain: true };
  }
  return { labels: aroundAnchors(labels), certain: false };
}

/** Anchored labels in their rows, the others in the rows that are left. */
function aroundAnchors(labels: readonly BlockLabel[]): readonly BlockLabel[] {
  const rows = new Array<BlockLabel | undefined>(labels.length).fill(undefined);
  for (const label of labels) if (label.anchor !== undefined && rows[label.anchor] === undefined) rows[label.anchor] = label;
  const others = labels.filter((label) => !rows.includes(label));
  return rows.map((label) => label ?? others.shift()).filter((label) => label !== undefined);
}

function isTotal(label: BlockLabel): boolean {
  return isTotalLabel(labelText(label));
}

function codeOf(label: BlockLabel): string | undefined {
  return BRACKETED.exec(compactText(labelText(label)).replace("(", "["))?.[1];
}

/** Codes sort by their digits; the form's own lines by their place in it; a total comes first. */
function rankOf(label: BlockLabel, grammar: RowGrammar): string | undefined {
  if (isTotal(label)) return "";
  const code = codeOf(label);
  if (code !== undefined || grammar.grammar !== "keyed") return code;
  const text = bareLabel(labelText(label));
  const place = grammar.lines.findIndex(({ labels }) => labels.some((wording) => compactText(wording) === text));
  return place === -1 ? undefined : String(place).padStart(3, "0");
}

function isAscending(codes: readonly string[]): boolean {
  return codes.every((code, index) => index === 0 || (codes[index - 1] ?? "") < code);
}

function labelText({ words }: BlockLabel): string {
  return words.map((line) => textOf({ words: line })).join("");
}
