// A call takes some hundred thousand arguments at most: lists that grow with the document are not spread into one.

/** Adds all of a list to the end of another. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}

/** The greatest of numbers, or `atLeast` where none is greater. */
export function greatest(numbers: readonly number[], atLeast = Number.NEGATIVE_INFINITY): number {
  return numbers.reduce((most, number) => Math.max(most, number), atLeast);
}

/** The least of numbers, or `atMost` where none is less. */
export function least(numbers: readonly number[], atMost = Number.POSITIVE_INFINITY): number {
  return numbers.reduce((fewest, number) => Math.min(fewest, number), atMost);
}
