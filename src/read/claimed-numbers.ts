import type { FileStreams } from "./file-streams.ts";
import {
  dictionaryOf,
  isArray,
  isName,
  type PdfDictionary,
  PdfName,
  PdfReference,
  PdfStream,
  PdfString,
  type PdfValue,
} from "./objects/pdf-value.ts";
import { placesOf, readValue, skipSpace, standsAt } from "./objects/read-value.ts";
import { stringBytes } from "./objects/string-bytes.ts";
import { smallImage } from "./pdf-documents.ts";
import { pixelsClaimed } from "./pixels-claimed.ts";
import { filtersOf, pictureFilters } from "./stream-filters.ts";

/** Codes and glyphs have two bytes, in a few encodings three; pdf.js walks from the first to the last that a font claims. */
const mostCodes = 2 ** 21;
/** Numbers that pdf.js makes room for, or counts to, before it looks at any data. */
const largest: Readonly<Record<string, number>> = {
  FirstChar: mostCodes,
  LastChar: mostCodes,
  Length1: 2 ** 27,
  Length2: 2 ** 27,
  Length3: 2 ** 27,
  Columns: 2 ** 20,
  Colors: 2 ** 8,
  BitsPerComponent: 2 ** 5,
};
/** Samples of a function: 33 steps in each of four dimensions, with room. */
const mostSamples = 2 ** 23;
/** Colours of an indexed colour space have one byte; some files claim more. */
const mostIndexed = 2 ** 16;
/** Pixels that pdf.js unfolds for a picture that is small enough to be a drawn line: those of its mask, which may be a whole page's, … */
const mostMaskPixels = 2 ** 26;
/** … and those that its data claim. */
const mostPixels = 2 ** 24;
/** What leads away from a page to others. */
const elsewhere: ReadonlySet<string> = new Set([
  "Parent",
  "P",
  "Popup",
  "IRT",
  "Dest",
  "A",
  "AA",
  "StructParent",
  "B",
  "PieceInfo",
  "Metadata",
]);
const otherParts: ReadonlySet<string> = new Set(["Page", "Pages", "Catalog", "StructTreeRoot", "StructElem"]);

/**
 * Looks through all that a value leads to for numbers that are beyond all sense and that pdf.js would believe.
 *
 * @returns A function that looks at each object once.
 */
export function claimedNumbers({ objects, decode }: FileStreams): (value: PdfValue | undefined) => void {
  const seen = new Set<number>();
  const numberOf = (value: PdfValue | undefined) => {
    const resolved = objects.resolve(value);
    return typeof resolved === "number" ? resolved : undefined;
  };
  const product = (value: PdfValue) =>
    isArray(value) ? value.reduce<number>((all, item) => all * Math.max(1, numberOf(item) ?? 1), 1) : 1;

  return (start) => {
    const open: { readonly value: PdfValue; readonly object: number }[] = [{ value: start ?? null, object: 0 }];
    for (let next = open.pop(); next; next = open.pop()) {
      const { value } = next;
      if (value instanceof PdfReference) {
        if (seen.has(value.objectNumber)) continue;
        seen.add(value.objectNumber);
        open.push({ value: objects.resolve(value), object: value.objectNumber });
        continue;
      }
      const refuse = (key: string, found: number): never => {
        throw new Error(`object ${next?.object}: /${key} ${found}`);
      };
      if (isArray(value)) {
        if (isName(value[0], "Indexed") && (numberOf(value[2]) ?? 0) > mostIndexed) refuse("Indexed", numberOf(value[2]) ?? 0);
        for (const item of value) if (typeof item === "object") open.push({ value: item, object: next.object });
        continue;
      }
      const dictionary = dictionaryOf(value);
      const type = objects.resolve(dictionary.get("Type"));
      if (type instanceof PdfName && otherParts.has(type.name)) continue;
      checkDictionary(dictionary, refuse);
      if (value instanceof PdfStream && isSmallPicture(value)) {
        const pixels = pixelsClaimed(decode(value, "decodedBytes", "bytes")?.bytes ?? new Uint8Array());
        if (pixels > mostPixels) refuse("Subtype/Image", pixels);
      }
      for (const [key, item] of dictionary)
        if (typeof item === "object" && !elsewhere.has(key)) open.push({ value: item, object: next.object });
    }
  };

  function isSmallPicture({ dictionary }: PdfStream): boolean {
    const pixels = (numberOf(dictionary.get("Width")) ?? 0) * (numberOf(dictionary.get("Height")) ?? 0);
    return isName(objects.resolve(dictionary.get("Subtype")), "Image") && pixels <= smallImage && isPacked(dictionary);
  }

  function isPacked(dictionary: PdfDictionary): boolean {
    return filtersOf(dictionary, objects).some(({ name }) => pictureFilters.has(name));
  }

  function checkDictionary(dictionary: PdfDictionary, refuse: (key: string, found: number) => void): void {
    for (const [key, most] of Object.entries(largest)) {
      const found = dictionary.has(key) ? (numberOf(dictionary.get(key)) ?? 0) : 0;
      if (Math.abs(found) > most) refuse(key, found);
    }
    for (const key of ["W", "W2"]) {
      const widths = dictionary.has(key) ? objects.resolve(dictionary.get(key)) : null;
      const codes = isArray(widths) ? glyphsOf(widths, key === "W" ? 1 : 3) : 0;
      if (codes > mostCodes) refuse(key, codes);
    }
    for (const key of ["ToUnicode", "Encoding"]) {
      const map = dictionary.has(key) ? objects.resolve(dictionary.get(key)) : null;
      const codes = map instanceof PdfStream ? codesOf(map) : 0;
      if (codes > mostCodes) refuse(key, codes);
    }
    if (numberOf(dictionary.get("FunctionType")) === 0) {
      const range = objects.resolve(dictionary.get("Range"));
      const samples = product(objects.resolve(dictionary.get("Size"))) * (isArray(range) ? range.length / 2 : 1);
      if (samples > mostSamples) refuse("Size", samples);
    }
    const shading = numberOf(dictionary.get("ShadingType")) ?? 0;
    const bits = numberOf(dictionary.get("BitsPerCoordinate")) ?? 0;
    if (shading >= 4 && bits < 1) refuse("BitsPerCoordinate", bits);
    for (const key of ["SMask", "Mask"]) {
      const mask = dictionaryOf(dictionary.has(key) ? objects.resolve(dictionary.get(key)) : null);
      const pixels = (numberOf(mask.get("Width")) ?? 0) * (numberOf(mask.get("Height")) ?? 0);
      if (pixels > mostMaskPixels) refuse(key, pixels);
    }
  }

  /** Glyphs that an array of widths names, one by one or from the first to the last. */
  function glyphsOf(widths: readonly PdfValue[], each: number): number {
    let count = 0;
    for (let at = 0; at < widths.length; ) {
      const first = numberOf(widths[at]) ?? 0;
      const second = objects.resolve(widths[at + 1]);
      const last = isArray(second) ? first + second.length : typeof second === "number" ? second : first;
      count += Math.max(0, last - first) + (Math.abs(last) > mostCodes ? Math.abs(last) : 1);
      at += isArray(second) ? 2 : 2 + each;
    }
    return count;
  }

  /** Codes that the ranges of a character map span. */
  function codesOf(map: PdfStream): number {
    const bytes = decode(map, "contentBytes", "bytes")?.bytes ?? new Uint8Array();
    return rangeOperators
      .flatMap((operator) => placesOf(bytes, operator).map((at) => at + operator.length))
      .reduce((count, from) => count + codesOfRanges(bytes, from), 0);
  }
}

const rangeOperators: readonly string[] = ["beginbfrange", "begincidrange"];

/** Codes from the first to the last of each range, up to a word that ends them. */
function codesOfRanges(bytes: Uint8Array, from: number): number {
  let count = 0;
  let low: number | undefined;
  let high: number | undefined;
  for (let at = skipSpace(bytes, from); at < bytes.length && !standsAt(bytes, at, "end"); ) {
    const { value, end } = readValue(bytes, at, nobody);
    if (low === undefined) low = codeOf(value);
    else if (high === undefined) {
      high = codeOf(value);
      count += Math.max(0, high - low) + 1;
    } else {
      low = undefined;
      high = undefined;
    }
    at = skipSpace(bytes, end);
  }
  return count;
}

const nobody = { objectNumber: 0, generation: 0 };

function codeOf(value: PdfValue): number {
  return value instanceof PdfString ? stringBytes(value).reduce((code, byte) => code * 256 + byte, 0) : 0;
}
