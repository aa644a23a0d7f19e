const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** Columns that text takes up where Chinese characters are so many times as wide as Latin ones: twice, unless said otherwise. */
export function displayWidth(text: string, wide = 2): number {
  let width = 0;
  for (const character of text) width += WIDE.test(character) ? wide : 1;
  return width;
}
