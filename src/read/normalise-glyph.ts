import { hanOfRadical } from "./han-radicals.ts";

/** Punctuation of vertical writing, as the same mark lying on the line. */
const uprightForms: ReadonlyMap<string, string> = new Map(
  Array.from(
    "︐，︑、︒。︓：︔；︕！︖？︗〖︘〗︙…︰：︱—︲–︵（︶）︷｛︸｝︹〔︺〕︻【︼】︽《︾》︿〈﹀〉﹁「﹂」﹃『﹄』".matchAll(
      /(.)(.)/gu,
    ),
    ([, vertical = "", level = ""]) => [vertical, level],
  ),
);

/**
 * The text of a glyph as a person would type it: radicals and compatibility ideographs become the Han they stand for, ligatures their
 * letters. Full-width digits, Roman numerals, circled numbers and the like stay as printed.
 *
 * @example normaliseGlyph("⼀") // "一"
 */
export function normaliseGlyph(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 0x2e80 && text.length === 1) return code === 0xad ? "-" : text; // some programs print a minus as a soft hyphen
  let folded = "";
  for (const character of text) folded += fold(character);
  return folded;
}

function fold(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2e80) return code === 0xad ? "-" : character;
  const isRadical = code < 0x2fe0 || (code >= 0x31c0 && code < 0x31f0);
  const isCompatibility = (code >= 0xf900 && code < 0xfb07) || (code >= 0x2f800 && code < 0x2fa20);
  if (isRadical) return hanOfRadical.get(character) ?? character.normalize("NFKC");
  if (isCompatibility) return character.normalize("NFKC");
  return code >= 0xfe10 && code < 0xfe50 ? (uprightForms.get(character) ?? character) : character;
}
