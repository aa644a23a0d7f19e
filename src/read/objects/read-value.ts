import { type ObjectId, PdfName, PdfReference, PdfStream, PdfString, type PdfValue } from "./pdf-value.ts";

/** A value and where it ends. */
export interface ReadValue {
  readonly value: PdfValue;
  readonly end: number;
}

/** Values of real files are nested a few times; what goes deeper is not looked into. */
const deepest = 100;

const space = 1;
const delimiter = 2;
/** White space and delimiters of PDF by byte; all else is a regular character. */
const kinds = new Uint8Array(256);
for (const byte of [0, 9, 10, 12, 13, 32]) kinds[byte] = space;
for (const character of "()<>[]{}/%") kinds[character.charCodeAt(0)] = delimiter;

/**
 * Reads one value as pdf.js does, which goes on after what is wrong: it passes over keys that are no names and closing brackets of nothing,
 * takes any dictionary with `stream` behind it for one, and closes everything at the end of the data.
 *
 * @param owner The indirect object that the value is, or is part of.
 */
export function readValue(bytes: Uint8Array, from: number, owner: ObjectId, depth = 0): ReadValue {
  const at = skipSpace(bytes, from);
  const byte = bytes[at];
  if (byte === undefined) return { value: null, end: at };
  if (byte === 0x2f) return readName(bytes, at);
  if (byte === 0x28) return readString(bytes, at);
  if (byte === 0x3c && bytes[at + 1] === 0x3c) return readDictionary(bytes, at + 2, owner, depth);
  if (byte === 0x3c) return readHexString(bytes, at + 1);
  if (byte === 0x5b) return readArray(bytes, at + 1, owner, depth);
  if (isNumeric(byte)) return readNumber(bytes, at);
  if (kinds[byte] === delimiter) return { value: null, end: at + 1 };
  return readWord(bytes, at);
}

/** The place of the next byte that is neither white space nor in a comment. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte === 0x25) while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
    else if (isSpace(byte)) at++;
    else return at;
  }
}

/** Whether these letters stand at a place. */
export function standsAt(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let index = 0; index < letters.length; index++) if (bytes[at + index] !== letters.charCodeAt(index)) return false;
  return true;
}

/** All places where these letters stand, rising. */
export function placesOf(bytes: Uint8Array, letters: string): number[] {
  const places: number[] = [];
  const first = letters.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) if (standsAt(bytes, at, letters)) places.push(at);
  return places;
}

export function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && kinds[byte] === space;
}

export function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && kinds[byte] === 0;
}

function readDictionary(bytes: Uint8Array, from: number, owner: ObjectId, depth: number): ReadValue {
  if (depth >= deepest) return { value: null, end: bytes.length };
  const entries = new Map<string, PdfValue>();
  let at = skipSpace(bytes, from);
  while (at < bytes.length && !(bytes[at] === 0x3e && bytes[at + 1] === 0x3e)) {
    const key = readValue(bytes, at, owner, depth + 1);
    at = key.end;
    if (key.value instanceof PdfName && at < bytes.length) {
      const { value, end } = readValue(bytes, at, owner, depth + 1);
      entries.set(key.value.name, value);
      at = end;
    }
    at = skipSpace(bytes, at);
  }
  const end = Math.min(at + 2, bytes.length);
  const next = skipSpace(bytes, end);
  if (!standsAt(bytes, next, "stream")) return { value: entries, end };
  const data = afterLine(bytes, next + 6);
  const value = new PdfStream(entries, data, owner);
  if (depth === 0) return { value, end: data };
  return { value, end: endOfData(bytes, data) };
}

function endOfData(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at >= 0 && !standsAt(bytes, at, "endstream")) at = bytes.indexOf(0x65, at + 1);
  return at < 0 ? bytes.length : at + 9;
}

/** Where the next line begins: data do not begin on the line of their keyword. */
function afterLine(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return bytes[at] === 13 && bytes[at + 1] === 10 ? at + 2 : at + 1;
}

function readArray(bytes: Uint8Array, from: number, owner: ObjectId, depth: number): ReadValue {
  if (depth >= deepest) return { value: null, end: bytes.length };
  const items: PdfValue[] = [];
  let at = skipSpace(bytes, from);
  while (at < bytes.length && bytes[at] !== 0x5d) {
    const { value, end } = readValue(bytes, at, owner, depth + 1);
    items.push(value);
    at = skipSpace(bytes, end);
  }
  return { value: items, end: Math.min(at + 1, bytes.length) };
}

function readName(bytes: Uint8Array, slash: number): ReadValue {
  let end = slash + 1;
  while (isRegular(bytes[end])) end++;
  let name = "";
  for (let at = slash + 1; at < end; at++) name += String.fromCharCode(bytes[at] as number);
  return { value: new PdfName(unescapedName(name)), end };
}

/** `#20` stands for the character of that number. */
export function unescapedName(name: string): string {
  return name.includes("#")
    ? name.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : name;
}

/** A number, or a reference where another one and `R` follow. */
function readNumber(bytes: Uint8Array, from: number): ReadValue {
  let end = from + 1;
  while (isNumeric(bytes[end])) end++;
  const value = numberOf(bytes, from, end);
  if (!Number.isInteger(value) || value < 0) return { value, end };
  const generation = skipSpace(bytes, end);
  let generationEnd = generation;
  while (isDigit(bytes[generationEnd])) generationEnd++;
  const letter = skipSpace(bytes, generationEnd);
  const isReference = generationEnd > generation && bytes[letter] === 0x52 && !isRegular(bytes[letter + 1]);
  return isReference ? { value: new PdfReference(value), end: letter + 1 } : { value, end };
}

/** Digits beyond all meaning are left out. */
const longestNumber = 400;

function numberOf(bytes: Uint8Array, from: number, end: number): number {
  let text = "";
  for (let at = from; at < Math.min(end, from + longestNumber); at++) text += String.fromCharCode(bytes[at] as number);
  return Number.parseFloat(text.replace(/^([+-])[+-]+/, "$1")) || 0;
}

function readString(bytes: Uint8Array, from: number): ReadValue {
  let open = 0;
  let at = from;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x5c) at++;
    else if (byte === 0x28) open++;
    else if (byte === 0x29 && --open === 0) break;
  }
  return { value: new PdfString(bytes.subarray(from + 1, at), "literal"), end: Math.min(at + 1, bytes.length) };
}

function readHexString(bytes: Uint8Array, from: number): ReadValue {
  const found = bytes.indexOf(0x3e, from);
  const at = found < 0 ? bytes.length : found;
  return { value: new PdfString(bytes.subarray(from, at), "hexadecimal"), end: Math.min(at + 1, bytes.length) };
}

function readWord(bytes: Uint8Array, from: number): ReadValue {
  let end = from + 1;
  while (isRegular(bytes[end])) end++;
  if (end - from === 4 && standsAt(bytes, from, "true")) return { value: true, end };
  if (end - from === 5 && standsAt(bytes, from, "false")) return { value: false, end };
  return { value: null, end };
}

function isNumeric(byte: number | undefined): boolean {
  return isDigit(byte) || byte === 0x2b || byte === 0x2d || byte === 0x2e;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
