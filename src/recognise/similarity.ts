/**
 * How alike two compact texts are, from 0 to 1: twice the longest common subsequence over both lengths.
 *
 * @param least What less than this is, is not worked out: 0.
 */
export function similarity(a: string, b: string, least = 0): number {
  if (a === b) return 1;
  if (a === "" || b === "" || 2 * Math.min(a.length, b.length) < least * (a.length + b.length)) return 0;
  return (2 * commonLength(a, b)) / (a.length + b.length);
}

/** Length of the longest common subsequence; one row of the table at a time. */
function commonLength(a: string, b: string): number {
  const best = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    let diagonal = 0;
    for (let j = 1; j <= b.length; j++) {
      const above = best[j] ?? 0;
      best[j] = a[i] === b[j - 1] ? diagonal + 1 : Math.max(above, best[j - 1] ?? 0);
      diagonal = above;
    }
  }
  return best[b.length] ?? 0;
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
