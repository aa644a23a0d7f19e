/**
 * How many round brackets a text opens and leaves open; below zero where it closes more than it opens.
 *
 * @example openBrackets("维修（护") // 1
 */
export function openBrackets(text: string): number {
  const count = (bracket: RegExp) => text.match(bracket)?.length ?? 0;
  return count(/[（(]/gu) - count(/[)）]/gu);
}
