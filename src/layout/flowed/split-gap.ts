import { displayWidth } from "../../model/display-width.ts";
import { textOf } from "./flowed-line.ts";
import type { FlowedText } from "./flowed-stream.ts";

/** What a table tells about its own texts: how wide its last column is, and which texts are labels for certain. */
export interface GapKnowledge {
  /** Width of the widest line of the trailing text columns; 0 where unknown. */
  readonly trailWidth: number;
  /** Width of the widest line that is surely a label; 0 where unknown. */
  readonly labelWidth: number;
  readonly isLabel: (text: string) => boolean;
  readonly hasCode: boolean;
  /** Whether the trailing texts end at full stops. */
  readonly sentences: boolean;
}

export interface GapSplit {
  /** So many texts belong to the row above, the rest begin the row below. */
  readonly at: number;
  readonly certain: boolean;
}

const MARGIN = 2;

/**
 * Where the last text column of one row ends and the label of the next begins.
 *
 * Indents, codes, full stops, the widths of the two columns and what stands on the lines of the amounts each speak for one place; the
 * place with most evidence is taken, and said to be uncertain when another one is close.
 */
export function splitGap(texts: readonly FlowedText[], knowledge: GapKnowledge): GapSplit {
  const least = texts.findLastIndex(({ place }) => place === "afterAmounts") + 1;
  const prefix = texts.findIndex(({ place }) => place === "beforeAmounts");
  const most = prefix === -1 ? texts.length - 1 : prefix;
  if (least >= most) return { at: Math.max(least, most), certain: true };
  const places = Array.from({ length: most - least + 1 }, (_, offset) => least + offset);
  const scored = places.map((at) => ({ at, score: evidence(texts, at, knowledge) })).sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  const at = best?.at ?? most;
  // Converters leave a line blank between paragraphs: where one stands within all that was taken as label, its first lines may end the row above.
  const isParted = at === 0 && texts.slice(1).some(({ afterBlank }) => afterBlank);
  return { at, certain: !isParted && (!best || !second || best.score - second.score >= MARGIN) };
}

function evidence(texts: readonly FlowedText[], at: number, { trailWidth, labelWidth, isLabel, hasCode, sentences }: GapKnowledge): number {
  const trail = texts.slice(0, at);
  const lead = texts.slice(at);
  const opening = lead[0];
  const last = trail.at(-1);
  const closing = last ? textOf(last) : "";
  let score = 0;
  if (opening?.words[0]?.indent) score += 10;
  score -= 6 * lead.slice(1).filter(({ words }) => words[0]?.indent).length;
  if (hasCode && opening?.words[0]?.shape === "digits" && lead.length > 0) score += 8;
  if (opening?.place === "beforeAmounts") score += 4;
  if (isLabel(lead.map(textOf).join(""))) score += 6;
  if (trail.at(-1)?.place === "afterAmounts") score += 3;
  if (opening && trail.length > 0 && trail.at(-1)?.pageNumber !== opening.pageNumber) score += 2;
  if (trail.length > 0) score += /[。！？]$/u.test(closing) ? 8 : /[；;…”）)]$/u.test(closing) ? 3 : sentences ? -8 : -3;
  score -= 6 * count(lead, /[。！？]/u) + 3 * count(lead, /[，；,;]/u);
  const wide = labelWidth > 0 ? lead.filter((text) => displayWidth(textOf(text)) > labelWidth + 2).length : 0;
  score -= 2 * wide;
  if (trailWidth > 0) score -= 2 * trail.slice(0, -1).filter((text) => displayWidth(textOf(text)) < trailWidth - 6).length;
  score -= Math.max(0, lead.length - 4) * 2;
  return score;
}

function count(texts: readonly FlowedText[], pattern: RegExp): number {
  return texts.filter((text) => pattern.test(textOf(text))).length;
}
