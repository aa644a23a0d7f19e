/** Whether two texts differ by one slip: a character wrong, lost, one too many, or two neighbours changed over. */
export function isOneSlip(a: string, b: string): boolean {
  return a !== b && (isOneEdit(a, b) || isTransposed(a, b));
}

/** Whether one character is another, one too many or one too few; or nothing differs. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return long.slice(at + 1) === short.slice(long.length === short.length ? at + 1 : at);
}

/** Whether two neighbours are changed over. */
export function isTransposed(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
