/** What a message calls a table: by its number, or by its title where it has none. */
export function tableName(number: number | undefined, title: string | undefined): number | string {
  return number ?? `“${title ?? ""}”`;
}
