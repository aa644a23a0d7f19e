import { type Inflated, inflate } from "./inflate.ts";
import type { FileObjects } from "./objects/file-objects.ts";
import { dictionaryOf, isArray, type PdfDictionary, PdfName, type PdfValue } from "./objects/pdf-value.ts";
import { decodeAscii85, decodeAsciiHex, decodeLzw, decodeRunLength, type SimpleFilter } from "./simple-filters.ts";

/** A filter of a stream, by its long name. */
export interface StreamFilter {
  readonly name: string;
  /** LZW: codes grow one entry early. */
  readonly earlyChange: boolean;
  /** Bytes of a row that a predictor holds; 0 without one. */
  readonly rowBytes: number;
}

/** What pictures are packed with; not undone here. */
export const pictureFilters: ReadonlySet<string> = new Set(["DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"]);

const simpleFilters: Readonly<Record<string, SimpleFilter>> = {
  ASCII85Decode: decodeAscii85,
  ASCIIHexDecode: decodeAsciiHex,
  RunLengthDecode: decodeRunLength,
  LZWDecode: decodeLzw,
};

/** Bytes that each filter can make of one; others leave the data as they are. */
const highestRatio: Readonly<Record<string, number>> = {
  FlateDecode: 1032,
  LZWDecode: 2560,
  RunLengthDecode: 64,
  ASCII85Decode: 4,
  ASCIIHexDecode: 1,
};

/** Short names are those of pictures within a page's content; pdf.js knows them everywhere. */
const longNames: Readonly<Record<string, string>> = {
  Fl: "FlateDecode",
  LZW: "LZWDecode",
  RL: "RunLengthDecode",
  A85: "ASCII85Decode",
  AHx: "ASCIIHexDecode",
  CCF: "CCITTFaxDecode",
  DCT: "DCTDecode",
  JPX: "JPXDecode",
};

/** The filters of a stream in the order in which they are undone, whatever names them. */
export function filtersOf(dictionary: PdfDictionary, objects: FileObjects): readonly StreamFilter[] {
  const entry = (key: string, short: string) => objects.resolve(dictionary.get(short) ?? dictionary.get(key));
  const names = listOf(entry("Filter", "F"));
  const parameters = listOf(entry("DecodeParms", "DP"));
  return names.flatMap((value, index) => {
    const name = objects.resolve(value);
    if (!(name instanceof PdfName)) return [];
    const own = dictionaryOf(objects.resolve(parameters[index]));
    const number = (key: string, otherwise: number) => {
      const found = objects.resolve(own.get(key));
      return typeof found === "number" ? found : otherwise;
    };
    const rowBits = number("Columns", 1) * number("Colors", 1) * number("BitsPerComponent", 8);
    return [
      {
        name: longNames[name.name] ?? name.name,
        earlyChange: number("EarlyChange", 1) !== 0,
        rowBytes: number("Predictor", 1) > 1 ? Math.ceil(rowBits / 8) : 0,
      },
    ];
  });
}

function listOf(value: PdfValue): readonly PdfValue[] {
  return isArray(value) ? value : [value];
}

/** Whether the filters could make more bytes of the data than this. */
export function canGrowBeyond(limit: number, data: Uint8Array, filters: readonly StreamFilter[]): boolean {
  const most = filters.reduce((bytes, { name, rowBytes }) => Math.max(bytes * (highestRatio[name] ?? 1), rowBytes), data.length);
  return most > limit;
}

/**
 * Undoes the filters of a stream, but for one of pictures and what stands behind it, up to a limit on what all of them make together.
 *
 * @param keep Keep the bytes; otherwise they are only counted.
 */
export function decodeStream(data: Uint8Array, filters: readonly StreamFilter[], limit: number, keep: boolean): Inflated {
  let result: Inflated = { length: data.length, complete: true, tooLong: data.length > limit, bytes: data, checksum: "missing" };
  let spent = 0;
  for (const [index, { name, earlyChange, rowBytes }] of filters.entries()) {
    if (pictureFilters.has(name) || result.bytes === undefined || result.tooLong) return result;
    if (rowBytes > limit) return { ...result, length: rowBytes, tooLong: true };
    const left = limit - spent;
    const simple = simpleFilters[name];
    if (name === "FlateDecode") {
      const inflated = inflate(result.bytes, { limit: left, keep: keep || index < filters.length - 1 });
      result = { ...inflated, complete: inflated.complete && result.complete };
    } else if (simple) {
      const { bytes, tooLong } = simple(result.bytes, left, { earlyChange });
      result = { ...result, length: bytes.length, tooLong, bytes };
    }
    spent += result.length;
    if (result.tooLong) return { ...result, length: spent };
  }
  return result;
}
