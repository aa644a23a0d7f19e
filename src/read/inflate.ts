/** What came of decompressing a Flate stream (RFC 1950, 1951). */
export interface Inflated {
  /** Bytes that came out, whether or not they were kept. */
  readonly length: number;
  /** True when the last block was reached; false where the data break off, are wrong, or exceed the limit. */
  readonly complete: boolean;
  /** True when more than the limit would have come out. */
  readonly tooLong: boolean;
  /** The bytes themselves, where they were asked for. */
  readonly bytes: Uint8Array | undefined;
  /** Whether the checksum behind the data is theirs; `missing` also where the bytes were not kept. */
  readonly checksum: "right" | "wrong" | "missing";
}

export interface InflateOptions {
  /** Stop when more bytes than this come out. */
  readonly limit: number;
  /** Keep the bytes; otherwise they are only counted, which needs no memory. */
  readonly keep: boolean;
}

const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12_289, 16_385,
  24_577,
];
const distanceExtra = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13];

/**
 * Decompresses, or only measures, a Flate stream. Never throws, and stops at the limit: pdf.js does neither say that a stream is broken nor
 * refuse one that is a bomb, and what the platforms offer differs in what it calls an error.
 */
export function inflate(data: Uint8Array, { limit, keep }: InflateOptions): Inflated {
  const hasHeader = data.length > 1 && ((data[0] as number) & 15) === 8 && (((data[0] as number) << 8) | (data[1] as number)) % 31 === 0;
  let at = hasHeader ? 2 : 0;
  let hold = 0;
  let held = 0;
  let output = new Uint8Array(keep ? Math.min(limit, Math.max(1024, data.length * 4)) : 0);
  let length = 0;
  let broken = false;

  const bits = (count: number): number => {
    while (held < count) {
      if (at >= data.length) {
        broken = true;
        return 0;
      }
      hold |= (data[at++] as number) << held;
      held += 8;
    }
    const value = hold & ((1 << count) - 1);
    hold >>>= count;
    held -= count;
    return value;
  };
  const symbol = ({ table, longest }: Huffman): number => {
    while (held < longest && at < data.length) {
      hold |= (data[at++] as number) << held;
      held += 8;
    }
    const entry = table[hold & ((1 << longest) - 1)] as number;
    const size = entry & 15;
    if (size === 0 || size > held) {
      broken = true;
      return 0;
    }
    hold >>>= size;
    held -= size;
    return entry >>> 4;
  };
  const room = (more: number) => {
    if (!keep || length + more <= output.length) return;
    const larger = new Uint8Array(Math.min(Math.max(output.length * 2, length + more), Math.max(limit, length + more)));
    larger.set(output);
    output = larger;
  };
  const stored = () => {
    hold = 0;
    held = 0;
    const size = (data[at] ?? 0) | ((data[at + 1] ?? 0) << 8);
    at += 4;
    const from = at;
    at += size;
    if (at > data.length) broken = true;
    const there = Math.max(0, Math.min(size, data.length - from));
    room(there);
    if (keep) output.set(data.subarray(from, from + there), length);
    length += there;
  };
  const compressed = (literals: Huffman, distances: Huffman) => {
    while (!broken && length <= limit) {
      const code = symbol(literals);
      if (broken || code === 256) return;
      if (code < 256) {
        room(1);
        if (keep) output[length] = code;
        length++;
        continue;
      }
      const run = (lengthBase[code - 257] ?? 0) + bits(lengthExtra[code - 257] ?? 0);
      const far = symbol(distances);
      const distance = (distanceBase[far] ?? 0) + bits(distanceExtra[far] ?? 0);
      if (broken || code > 285 || far > 29 || distance > length) {
        broken = true;
        return;
      }
      room(run);
      if (keep) for (let i = 0; i < run; i++) output[length + i] = output[length + i - distance] as number;
      length += run;
    }
  };

  for (let last = 0; last === 0 && !broken && length <= limit; ) {
    last = bits(1);
    const type = bits(2);
    if (broken) break;
    if (type === 0) stored();
    else if (type === 1) compressed(fixedLiterals, fixedDistances);
    else if (type === 2) {
      const tables = readTables(bits, symbol);
      if (tables) compressed(...tables);
      else broken = true;
    } else broken = true;
  }
  const tooLong = length > limit;
  const complete = !broken && !tooLong;
  if (!keep) return { length, complete, tooLong, bytes: undefined, checksum: "missing" };
  const bytes = output.subarray(0, Math.min(length, output.length));
  const end = at - (held >> 3);
  const hasChecksum = hasHeader && complete && end + 4 <= data.length;
  const checksum = hasChecksum
    ? new DataView(data.buffer, data.byteOffset + end).getUint32(0) === adler32(bytes)
      ? "right"
      : "wrong"
    : "missing";
  return { length, complete, tooLong, bytes, checksum };
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let start = 0; start < bytes.length; start += 3800) {
    // Neither sum leaves 32 bits within so many bytes.
    const end = Math.min(start + 3800, bytes.length);
    for (let i = start; i < end; i++) {
      a += bytes[i] as number;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return b * 65_536 + a;
}

/** `table[next bits]` holds symbol × 16 + its length in bits. */
interface Huffman {
  readonly table: Uint16Array;
  readonly longest: number;
}

function readTables(bits: (count: number) => number, symbol: (code: Huffman) => number): [Huffman, Huffman] | undefined {
  const literalCount = bits(5) + 257;
  const distanceCount = bits(5) + 1;
  const codeCount = bits(4) + 4;
  const codeLengths = new Uint8Array(19);
  for (let i = 0; i < codeCount; i++) codeLengths[codeLengthOrder[i] as number] = bits(3);
  const code = huffman(codeLengths);
  const lengths = new Uint8Array(literalCount + distanceCount);
  for (let i = 0; i < lengths.length; ) {
    const next = symbol(code);
    if (next < 16) lengths[i++] = next;
    else {
      const repeat = next === 16 ? 3 + bits(2) : next === 17 ? 3 + bits(3) : 11 + bits(7);
      const value = next === 16 ? lengths[i - 1] : 0;
      if (value === undefined || i + repeat > lengths.length) return undefined;
      lengths.fill(value, i, i + repeat);
      i += repeat;
    }
  }
  return [huffman(lengths.subarray(0, literalCount)), huffman(lengths.subarray(literalCount))];
}

function huffman(lengths: Uint8Array): Huffman {
  const counts = new Uint16Array(16);
  let longest = 1;
  for (const size of lengths) {
    counts[size] = (counts[size] as number) + 1;
    if (size > longest) longest = size;
  }
  counts[0] = 0;
  const next = new Uint16Array(17);
  for (let size = 1; size < 16; size++) next[size + 1] = ((next[size] as number) + (counts[size] as number)) << 1;
  const table = new Uint16Array(1 << longest);
  lengths.forEach((size, value) => {
    if (size === 0) return;
    const code = next[size] as number;
    next[size] = code + 1;
    let reversed = 0;
    for (let bit = 0; bit < size; bit++) if (code & (1 << bit)) reversed |= 1 << (size - 1 - bit);
    for (let place = reversed; place < table.length; place += 1 << size) table[place] = (value << 4) | size;
  });
  return { table, longest };
}

const fixedLiterals = huffman(Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)));
const fixedDistances = huffman(new Uint8Array(30).fill(5));
