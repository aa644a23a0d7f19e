import { type Inflated, inflate } from "./inflate.ts";

/** Filters that can be undone here; a stream behind any other one is left alone. */
const decoders: Readonly<Record<string, (data: Uint8Array) => Uint8Array>> = {
  ASCII85Decode: decodeAscii85,
  ASCIIHexDecode: decodeAsciiHex,
};

/** The filters of a stream in the order in which they are undone. */
export function filtersOf(dictionary: string): readonly string[] {
  const [, value = ""] = /\/Filter\s*(\/\w+|\[[^\]]*\])/.exec(dictionary) ?? [];
  return Array.from(value.matchAll(/\/(\w+)/g), ([, name = ""]) => name);
}

/**
 * Undoes the filters of a stream up to its limit.
 *
 * @returns undefined when a filter is not known here.
 */
export function decodeStream(data: Uint8Array, filters: readonly string[], limit: number, keep: boolean): Inflated | undefined {
  let result: Inflated = { length: data.length, complete: true, tooLong: data.length > limit, bytes: data, checksum: "missing" };
  for (const [index, filter] of filters.entries()) {
    if (result.bytes === undefined || result.tooLong) break;
    const isLast = index === filters.length - 1;
    if (filter === "FlateDecode") {
      const inflated = inflate(result.bytes, { limit, keep: keep || !isLast });
      result = { ...inflated, complete: inflated.complete && result.complete };
      continue;
    }
    const decoded = decoders[filter]?.(result.bytes);
    if (!decoded) return undefined;
    result = { ...result, length: decoded.length, tooLong: decoded.length > limit, bytes: decoded };
  }
  return result;
}

function decodeAscii85(data: Uint8Array): Uint8Array {
  const output = new Uint8Array(data.length * 4);
  let length = 0;
  let value = 0;
  let digits = 0;
  const flush = (bytes: number) => {
    for (let i = 0; i < bytes; i++) output[length++] = (value / 256 ** (3 - i)) & 255;
    value = 0;
    digits = 0;
  };
  for (const byte of data) {
    if (byte === 0x7e) break;
    if (byte === 0x7a && digits === 0) flush(4);
    if (byte < 0x21 || byte > 0x75) continue;
    value = value * 85 + byte - 0x21;
    digits++;
    if (digits === 5) flush(4);
  }
  if (digits > 1) {
    const bytes = digits - 1;
    while (digits++ < 5) value = value * 85 + 84;
    flush(bytes);
  }
  return output.subarray(0, length);
}

function decodeAsciiHex(data: Uint8Array): Uint8Array {
  const [digits = ""] = new TextDecoder("latin1").decode(data).split(">");
  const hex = digits.replace(/[^0-9a-fA-F]/g, "");
  return Uint8Array.from({ length: Math.ceil(hex.length / 2) }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2).padEnd(2, "0"), 16));
}
