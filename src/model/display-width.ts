const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

/** How many columns of a terminal or a spreadsheet a text takes: `wide` for a Chinese character, one for the rest. */
export function displayWidth(text: string, wide = 2): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? wide : 1;
  return width;
}

/** Cuts a text so that it takes at most `width` columns, with `…` at the cut. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let cut = "";
  let used = 1;
  for (const char of text) {
    used += displayWidth(char);
    if (used > width) break;
    cut += char;
  }
  return `${cut}…`;
}
