/**
 * How alike two compact texts are, from 0 to 1: twice the longest common subsequence over both lengths.
 *
 * @param least What less than this is, is not worked out: 0.
 */
export function similarity(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  if (a === "" || b === "" || 2 * Math.min(a.length, b.length) < least * (a.length + b.length)) return 0;
  return (2 * commonLength([...a], [...b])) / (a.length + b.length);
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  let previous = new Array<number>(b.length + 1).fill(0);
  for (const charA of a) {
    const current = [0];
    for (let at = 0; at < b.length; at++) {
      current.push(charA === b[at] ? (previous[at] ?? 0) + 1 : Math.max(previous[at + 1] ?? 0, current[at] ?? 0));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

/** How alike two texts are when the order of their characters does not count (a header whose words were re-broken). */
export function bagSimilarity(a: string, b: string): number {
  return a.length + b.length === 0 ? 1 : (2 * commonCharacters(a, b)) / (a.length + b.length);
}

/** Whether every character of the part stands in the whole, as often. */
export function bagContains(whole: string, part: string): boolean {
  return commonCharacters(whole, part) === part.length;
}

function commonCharacters(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const char of a) counts.set(char, (counts.get(char) ?? 0) + 1);
  let common = 0;
  for (const char of b) {
    const left = counts.get(char) ?? 0;
    if (left > 0) common++;
    counts.set(char, left - 1);
  }
  return common;
}
