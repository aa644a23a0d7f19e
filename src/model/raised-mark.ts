/** What a note is marked with, as it is printed and as it is kept: raised. */
const RAISED: ReadonlyMap<string, string> = new Map(
  [..."0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹(⁽)⁾（⁽）⁾".matchAll(/(.)(.)/gu)].map(([, printed = "", raised = ""]) => [printed, raised]),
);
const MARK = /(?:(?<!\s)\s+|(?<![\s⁰¹²³⁴-⁹⁽⁾]))[⁰¹²³⁴-⁹⁽⁾]+\s*$/u;

/** A character as a raised mark; undefined for one that marks no note. */
export function raisedMark(printed: string): string | undefined {
  return RAISED.get(printed);
}

/**
 * A text without the mark at its end, which refers to a note.
 *
 * @example withoutMark("1,200.00¹") // "1,200.00"
 */
export function withoutMark(text: string): string {
  return text.replace(MARK, "");
}
