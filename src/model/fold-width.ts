const FULL_WIDTH = /[\uff01-\uff5e\u3000]/u;

/**
 * Full-width letters, digits and punctuation as their half-width twins, ideographic space as a space.
 *
 * Chinese punctuation without an ASCII twin (、。《》“”) stays.
 */
export function foldWidth(text: string): string {
  if (!FULL_WIDTH.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)).replace(/\u3000/gu, " ");
}
