/** Fewer characters than this tell nothing. */
const FEWEST = 40;
/** So many in a hundred are no accident. */
const TOO_MANY = 5;

/**
 * Whether text was made from its bytes with a wrong encoding: characters that stand for undecodable bytes, or accented Latin letters
 * where Chinese ones should be, as GBK gives them when it is taken for UTF-8 or Latin-1.
 */
export function looksWronglyDecoded(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const strays = count(/\ufffd/gu) + (count(/\p{Script=Han}/gu) * TOO_MANY < text.length ? count(/[\u0080-\u00ff]/gu) : 0);
  return text.length >= FEWEST && strays * 100 > TOO_MANY * text.length;
}
