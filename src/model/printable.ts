/** What moves the cursor of a terminal or turns the direction of writing, and is no text: C0, C1, bidirectional marks, line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this finds
const controls = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu;
const betweenLines: readonly string[] = ["\n", "\t"];

/** The text with control characters as escapes: `\u001b`. */
export function printable(text: string): string {
  return text.replace(controls, escaped);
}

/** The same of a text of several lines, which it keeps. */
export function printableLines(text: string): string {
  return text.replace(controls, (control) => (betweenLines.includes(control) ? control : escaped(control)));
}

/** The same value with all strings printable; a text of several lines becomes one. */
export function withPrintableStrings<Value>(value: Value): Value {
  if (typeof value === "string") return printable(value) as Value;
  if (Array.isArray(value)) return value.map(withPrintableStrings) as Value;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withPrintableStrings(item)])) as Value;
}

/** The value as JSON; within its strings an escape stands for each control character. */
export function printableJson(value: unknown, indent?: number): string {
  return printableLines(JSON.stringify(value, null, indent));
}

function escaped(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
