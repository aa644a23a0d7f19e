import type { RecognisedCharacter } from "../layout/region.ts";
import { sure } from "./nearest-wording.ts";

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
 * What a cell says if a doubtful character in it is what its neighbours make of it: 建设项日 is 建设项目 where 项日 stands nowhere else.
 *
 * A character stays where it stands beside one of its neighbours elsewhere, too; instead of it, only what the recognition took into
 * account comes into question. One that was read rather surely gives way only to one that both neighbours know.
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
  const settled = characters.map((own, at) => {
    if (!own.runnersUp || NUMERAL.test(own.text)) return own.text;
    const [before, behind] = [characters[at - 1]?.text ?? "", characters[at + 1]?.text ?? ""];
    // A letter or a digit between others is one.
    if (!HAN.test(own.text) && !(HAN.test(behind) && (HAN.test(before) || before === ""))) return own.text;
    const sides = [before, behind].filter((one) => HAN.test(one)).length;
    const known = (other: string) => [before + other, other + behind].filter((pair) => pairs.has(pair)).length;
    if (sides === 0 || known(own.text) > 0) return own.text;
    const least = (own.confidence ?? 1) < sure ? 1 : 2;
    const [best] = own.runnersUp
      .filter((one) => HAN.test(one.text) && !NUMERAL.test(one.text) && known(one.text) >= least)
      .sort((a, b) => known(b.text) - known(a.text));
    return best?.text ?? own.text;
  });
  return settled.join("");
}
