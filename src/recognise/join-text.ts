/**
 * Joins the printed lines of a cell, or the two halves of one that a page break cut.
 *
 * Nothing is put between Chinese characters, digits, or the parts of a code; a space between two Latin words.
 */
export function joinText(lines: readonly string[]): string {
  const parts = lines.map((line) => line.trim()).filter((part) => part !== "");
  return parts.map((part, at) => (isLatinPair(parts[at - 1], part) ? ` ${part}` : part)).join("");
}

function isLatinPair(before: string | undefined, after: string): boolean {
  return before !== undefined && /[a-z,;]/.test(before.at(-1) ?? "") && /^[A-Za-z]/.test(after);
}
