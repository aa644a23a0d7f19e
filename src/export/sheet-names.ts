const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\]/g;

/**
 * Names that a workbook accepts: at most 31 characters, none of `[]:*?/\`, none twice (upper and lower case alike).
 *
 * @example sheetNames(["表3 收入/支出", "表3 收入/支出"]) // ["表3 收入_支出", "表3 收入_支出 (2)"]
 */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const clean =
      name
        .replace(FORBIDDEN, "_")
        .replace(/^'+|(?<!')'+$/g, "")
        .trim() || "-";
    let unique = clean.slice(0, LONGEST);
    for (let count = 2; taken.has(unique.toLowerCase()); count++) {
      const suffix = ` (${count})`;
      unique = clean.slice(0, LONGEST - suffix.length) + suffix;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
