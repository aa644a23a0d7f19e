import type { PdfString } from "./pdf-value.ts";

/** What stands behind a backslash, and what it means. */
const escapes: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
]);

/** The bytes that a string stands for. */
export function stringBytes({ source, notation }: PdfString): Uint8Array {
  let text = "";
  for (const byte of source) text += String.fromCharCode(byte);
  if (notation === "hexadecimal") {
    const pairs = text.replace(/[^0-9a-fA-F]/g, "").match(/..?/g) ?? [];
    return Uint8Array.from(pairs, (pair) => Number.parseInt(pair.padEnd(2, "0"), 16));
  }
  const plain = text.replace(/\\(\r\n|[0-7]{1,3}|[\s\S])/g, (_, escaped: string) => {
    if (/[0-7]/.test(escaped)) return String.fromCharCode(Number.parseInt(escaped, 8) & 255);
    return /[\r\n]/.test(escaped) ? "" : (escapes.get(escaped) ?? escaped);
  });
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}
