import type { RecognisedCharacter } from "../layout/region.ts";
import { WITH_LOST_STROKES } from "./lost-strokes.ts";

const HAN = /^\p{Script=Han}$/u;
/** Which number stands somewhere, the words beside it do not tell. */
const NUMERAL = /^[〇一二三四五六七八九十百千万亿]$/u;

/** Pairs of Chinese characters that stand beside each other in a text. */
export function pairsIn(texts: Iterable<string>): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const text of texts) for (const [own, next] of text.matchAll(/\p{Script=Han}(?=(\p{Script=Han}))/gu)) pairs.add(`${own}${next}`);
  return pairs;
}

/**
 * Words as the dictionary of the platform parts them; where it has none, each character is one, and nothing speaks for any. Made when it is
 * needed: only scans need it.
 */
let segmenter: Intl.Segmenter | undefined;
/** How much more likely a reading is whose neighbour stands beside it elsewhere in the document, … */
const perPair = 5;
/** … with which the characters around make one word less, … */
const perWord = 20;
/** … and which has level strokes more than what seems to be printed; such a one is possible even where the recognition did not think of it. */
const withLostStrokes = 100;
const leastLikely = 0.001;
/** Characters around a doubtful one that make a word with it. */
const around = 6;

/**
 * What a cell says if a doubtful character in it is what its neighbours make of it: 建设项日 is 建设项目 where 项日 stands nowhere else, and
 * 口常工作 is 日常工作.
 *
 * What the recognition took into account is weighed by its likelihood, by the pairs that the document prints elsewhere, and by the words that
 * it makes.
 *
 * @param pairs Those that the document is known to print.
 * @returns undefined where the text is not what the characters say.
 */
export function settledByNeighbours(
  text: string,
  characters: readonly RecognisedCharacter[],
  pairs: ReadonlySet<string>,
): string | undefined {
  if (characters.map((one) => one.text).join("") !== text) return undefined;
  const settled = characters.map((one) => one.text);
  for (const [at, { text: own, confidence = 1, runnersUp = [] }] of characters.entries()) {
    if (runnersUp.length === 0 || NUMERAL.test(own)) continue;
    const [before, behind] = [settled[at - 1] ?? "", settled[at + 1] ?? ""];
    const sides = [before, behind].filter((one) => HAN.test(one)).length;
    // A letter or a digit between others is one.
    if (sides === 0 || (!HAN.test(own) && !(HAN.test(behind) && (HAN.test(before) || before === "")))) continue;
    const [left, right] = [settled.slice(Math.max(0, at - around), at).join(""), settled.slice(at + 1, at + 1 + around).join("")];
    const weight = (other: string, likelihood: number): number => {
      const known = [before + other, other + behind].filter((pair) => pairs.has(pair)).length;
      const more = WITH_LOST_STROKES[own]?.includes(other) ? withLostStrokes : 1;
      return likelihood * more * perPair ** known * perWord ** -wordsIn(left + other + right);
    };
    const fuller = [...(WITH_LOST_STROKES[own] ?? "")].filter((other) => runnersUp.every(({ text: known }) => known !== other));
    let most = weight(own, confidence);
    for (const { text: other, confidence: likelihood } of [...runnersUp, ...fuller.map((text) => ({ text, confidence: leastLikely }))]) {
      if (!HAN.test(other) || NUMERAL.test(other)) continue;
      const found = weight(other, likelihood);
      if (found > most) [settled[at], most] = [other, found];
    }
  }
  return settled.join("");
}

function wordsIn(text: string): number {
  segmenter ??= new Intl.Segmenter("zh", { granularity: "word" });
  return [...segmenter.segment(text)].length;
}
