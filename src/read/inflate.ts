import { ZStream, zlibInflate, zlibInflateInit2 } from "pako";
import { isNode } from "./pdfjs-door.ts";

/** What came of decompressing a Flate stream (RFC 1950, 1951). */
export interface Inflated {
  /** Bytes that came out, whether or not they were kept. */
  readonly length: number;
  /** True when the last block was reached; false where the data break off, are wrong, or exceed the limit. */
  readonly complete: boolean;
  /** True when more than the limit came out. */
  readonly tooLong: boolean;
  /** The bytes themselves, those before damage too, where they were asked for. */
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

/** Larger streams are measured piece by piece. */
const MOST_AT_ONCE = 2 ** 24;
const noFlush = 0;
const isGoingOn = 0;
const isAtTheEnd = 1;
const largestWindowWithoutHeader = -15;

/**
 * Decompresses, or only measures, a Flate stream. Never throws, and stops at the limit: pdf.js does neither say that a stream is broken nor
 * refuse one that is a bomb. `DecompressionStream` cannot stand in: a line feed behind the data, a wrong checksum and damage are one and the
 * same error there on one platform, and not on the next.
 */
export function inflate(data: Uint8Array, options: InflateOptions): Inflated {
  return inflateSound(data, options) ?? inflateAny(data, options);
}

/** Node's own way takes a tenth of the time and gives only sound data; undefined for any other, and for what is too large to be kept. */
function inflateSound(data: Uint8Array, { limit, keep }: InflateOptions): Inflated | undefined {
  if (!isNode) return undefined;
  const { inflateSync } = process.getBuiltinModule("node:zlib");
  try {
    const bytes = inflateSync(data, { maxOutputLength: Math.min(limit, MOST_AT_ONCE) });
    return { length: bytes.length, complete: true, tooLong: false, bytes: keep ? bytes : undefined, checksum: keep ? "right" : "missing" };
  } catch {
    return undefined;
  }
}

function inflateAny(data: Uint8Array, { limit, keep }: InflateOptions): Inflated {
  const [method = 0, flags = 0] = data;
  const hasHeader = data.length > 1 && (method & 15) === 8 && ((method << 8) | flags) % 31 === 0;
  const stream = new ZStream();
  // The checksum is looked at below: some programs write a wrong one behind sound data.
  zlibInflateInit2(stream, largestWindowWithoutHeader);
  stream.input = data;
  stream.next_in = hasHeader ? 2 : 0;
  stream.avail_in = data.length - stream.next_in;
  const chunks: Uint8Array[] = [];
  let length = 0;
  let status: number = isGoingOn;
  while (status === isGoingOn && length <= limit) {
    if (keep || length === 0) stream.output = new Uint8Array(16_384);
    stream.next_out = 0;
    stream.avail_out = stream.output.length;
    status = zlibInflate(stream, noFlush);
    length += stream.next_out;
    if (keep) chunks.push(stream.output.subarray(0, stream.next_out));
  }

  const tooLong = length > limit;
  const complete = status === isAtTheEnd && !tooLong;
  if (!keep) return { length, complete, tooLong, bytes: undefined, checksum: "missing" };
  const bytes = joined(chunks, length);
  if (!hasHeader || !complete || stream.avail_in < 4) return { length, complete, tooLong, bytes, checksum: "missing" };
  const isRight = new DataView(data.buffer, data.byteOffset + stream.next_in).getUint32(0) === adler32(bytes);
  return { length, complete, tooLong, bytes, checksum: isRight ? "right" : "wrong" };
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
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
