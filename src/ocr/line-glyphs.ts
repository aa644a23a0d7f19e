import { displayWidth } from "../model/display-width.ts";
import type { LineCharacter, ReadLine } from "./read-line.ts";
import type { TextLine } from "./text-lines.ts";

/** A character in its place on the straight picture of a page, in pixels. */
export interface PlacedCharacter extends LineCharacter {
  readonly box: readonly [left: number, top: number, right: number, bottom: number];
  readonly baseline: number;
  readonly fontSize: number;
}

/** In ems: print of a Chinese character and of figures, from top to bottom. */
const heightOf = { wide: 0.92, narrow: 0.72 } as const;
/** Paper before the first and behind the last character of a line, together. */
const bearings = 0.1;
/** A gap of more ems than this between two characters is a space: the model tells places no better than to a quarter of one. */
const space = 0.5;
/** From the middle of print down to the baseline. */
const middleToBaseline = 0.36;

/** Gives the characters of a line their boxes. */
export function lineGlyphs({ line, characters }: ReadLine, characterHeight: number): PlacedCharacter[] {
  const fontSize = emOf(characters, line, characterHeight);
  const baseline = (line.top + line.bottom) / 2 + middleToBaseline * fontSize;
  const halves = characters.map(({ text }) => (displayWidth(text) / 4) * fontSize);
  // Where a character ends and the next begins: between them, or for each by itself where there is a space.
  const edges = characters.map((character, index) => {
    const next = characters[index + 1];
    const [half, other] = [halves[index] ?? 0, halves[index + 1] ?? 0];
    if (!next) return [line.right, line.right] as const;
    const gap = next.middle - character.middle - half - other;
    if (gap > space * fontSize) return [character.middle + half, next.middle - other] as const;
    const edge = character.middle + half + (gap * half) / (half + other);
    return [edge, edge] as const;
  });
  return characters.map((character, index) => {
    const left = edges[index - 1]?.[1] ?? line.left;
    const right = edges[index]?.[0] ?? line.right;
    return { ...character, box: [left, line.top, Math.max(right, left + 1), line.bottom], baseline, fontSize };
  });
}

/** The size of type: as its width says and its height allows. */
function emOf(characters: readonly LineCharacter[], line: TextLine, characterHeight: number): number {
  const ems = characters.reduce((sum, { text }) => sum + displayWidth(text) / 2, 0);
  const isWide = characters.some(({ text }) => displayWidth(text) > text.length);
  const byHeight = Math.max(line.bottom - line.top, 0.6 * characterHeight) / heightOf[isWide ? "wide" : "narrow"];
  if (ems <= bearings) return byHeight;
  return Math.min(byHeight, (line.right - line.left) / (ems - bearings));
}
