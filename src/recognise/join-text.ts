/**
 * Joins the printed lines of a cell, or the two halves of one that a page break cut.
 *
 * Nothing is put between Chinese characters, digits, or the parts of a code; a space between two Latin words.
 */
export function joinText(lines: readonly string[]): string {
  return lines.reduce((joined, line) => {
    const next = line.trim();
    if (joined === "" || next === "") return joined + next;
    return /[a-z,;]$/.test(joined) && /^[A-Za-z]/.test(next) ? `${joined} ${next}` : joined + next;
  }, "");
}
