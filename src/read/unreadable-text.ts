import type { Glyph } from "./page.ts";

/** Characters that budgets are written in; a font whose glyph numbers are taken for characters strays far from them. */
const expected =
  /[ -~\u00a0-\u00bf\u00d7\u00f7\u2000-\u27ff\u2e80-\u33ff\u4e00-\u9fff\uf900-\ufaff\ufe10-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}\uf020-\uf0ff]/u;
/** Marks that never stand for a character. Symbol fonts put their bullets at U+F020–F0FF, which are private use too but no loss. */
const meaningless = /(?![\uf020-\uf0ff])[\p{Cc}\p{Co}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/u;

/** A font is told from one that prints a foreign word now and then by this share. */
const strayShare = 0.3;
const fewestStrays = 4;

/**
 * The glyphs of one font whose characters cannot be known: the file gives none, private ones, or numbers in their place.
 *
 * @returns Empty for a font that can be read.
 */
export function unreadableGlyphs(glyphs: readonly Glyph[]): readonly Glyph[] {
  const strays = glyphs.filter(({ text }) => text === "" || !expected.test(text));
  const isGarbled = strays.length >= fewestStrays && strays.length > strayShare * glyphs.length;
  return isGarbled ? glyphs : strays.filter(({ text }) => text === "" || meaningless.test(text));
}
