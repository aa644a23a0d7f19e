/**
 * Digits with a comma between thousands.
 *
 * @param digits With or without a sign and decimals.
 * @example groupThousands("-1234567.50") // "-1,234,567.50"
 */
export function groupThousands(digits: string): string {
  const start = digits.startsWith("-") ? 1 : 0;
  const point = digits.indexOf(".");
  const end = point < 0 ? digits.length : point;
  const first = start + ((end - start) % 3 || 3);
  const further = digits.slice(first, end).match(/\d{3}/gu) ?? [];
  return [digits.slice(0, first), ...further].join(",") + digits.slice(end);
}
