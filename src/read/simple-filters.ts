/** What came of a filter: the bytes, up to the limit; more would have come out where `tooLong` is true. */
export interface Unfiltered {
  readonly bytes: Uint8Array;
  readonly tooLong: boolean;
}

/** Undoes a filter, as far as the limit. Data that break off or make no sense give what came before. */
export type SimpleFilter = (data: Uint8Array, limit: number, parameters: FilterParameters) => Unfiltered;

export interface FilterParameters {
  /** Of LZW: codes grow one entry early. */
  readonly earlyChange: boolean;
}

export const decodeAscii85: SimpleFilter = (data, limit) => {
  const output = collector(limit);
  let value = 0;
  let digits = 0;
  const flush = (bytes: number) => {
    for (let i = 0; i < bytes; i++) output.add((value / 256 ** (3 - i)) & 255);
    value = 0;
    digits = 0;
  };
  for (const byte of data) {
    if (byte === 0x7e || output.isFull()) break;
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
  return output.finish();
};

export const decodeAsciiHex: SimpleFilter = (data, limit) => {
  const output = collector(limit);
  let high: number | undefined;
  for (const byte of data) {
    if (byte === 0x3e || output.isFull()) break;
    const digit = Number.parseInt(String.fromCharCode(byte), 16);
    if (Number.isNaN(digit)) continue;
    if (high === undefined) high = digit;
    else {
      output.add(16 * high + digit);
      high = undefined;
    }
  }
  if (high !== undefined) output.add(16 * high);
  return output.finish();
};

export const decodeRunLength: SimpleFilter = (data, limit) => {
  const output = collector(limit);
  for (let at = 0; at < data.length && data[at] !== 128 && !output.isFull(); ) {
    const length = data[at] as number;
    if (length < 128) for (let i = 0; i <= length && at + 1 + i < data.length; i++) output.add(data[at + 1 + i] as number);
    else for (let i = 0; i < 257 - length; i++) output.add(data[at + 1] ?? 0);
    at += length < 128 ? length + 2 : 2;
  }
  return output.finish();
};

const clearTable = 256;
const endOfData = 257;
const mostEntries = 4096;

export const decodeLzw: SimpleFilter = (data, limit, { earlyChange }) => {
  const output = collector(limit);
  /** Each entry is the one before it and a last byte. */
  const prefix = new Uint16Array(mostEntries);
  const last = Uint8Array.from({ length: mostEntries }, (_, code) => code);
  const length = new Uint16Array(mostEntries).fill(1);
  const sequence = new Uint8Array(mostEntries);
  let entries = endOfData + 1;
  let width = 9;
  let before: number | undefined;
  let bits = 0;
  let held = 0;
  const add = (code: number) => {
    const size = length[code] as number;
    for (let at = size - 1, link = code; at >= 0; at--, link = prefix[link] as number) sequence[at] = last[link] as number;
    for (let at = 0; at < size; at++) output.add(sequence[at] as number);
    return sequence[0] as number;
  };
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xff_ffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === endOfData || output.isFull()) break;
    if (code === clearTable) {
      entries = endOfData + 1;
      width = 9;
      before = undefined;
      continue;
    }
    if (code > entries || (code === entries && before === undefined)) break;
    if (before !== undefined && entries < mostEntries) {
      prefix[entries] = before;
      length[entries] = (length[before] as number) + 1;
      last[entries] = firstOf(code === entries ? before : code, prefix, length, last);
      entries++;
    }
    add(code);
    before = code;
    const next = entries + (earlyChange ? 1 : 0);
    width = next >= 2048 ? 12 : next >= 1024 ? 11 : next >= 512 ? 10 : 9;
  }
  return output.finish();
};

function firstOf(code: number, prefix: Uint16Array, length: Uint16Array, last: Uint8Array): number {
  let link = code;
  for (let left = (length[code] as number) - 1; left > 0; left--) link = prefix[link] as number;
  return last[link] as number;
}

/** Grows as bytes come, up to the limit. */
function collector(limit: number): { add(byte: number): void; isFull(): boolean; finish(): Unfiltered } {
  let bytes = new Uint8Array(16_384);
  let length = 0;
  return {
    add: (byte) => {
      if (length > limit) return;
      if (length === bytes.length) {
        const larger = new Uint8Array(2 * length);
        larger.set(bytes);
        bytes = larger;
      }
      bytes[length++] = byte;
    },
    isFull: () => length > limit,
    finish: () => ({ bytes: bytes.subarray(0, length), tooLong: length > limit }),
  };
}
