/** An indirect object as it stands in the file, found by its keywords and not by the cross-reference table. */
export interface RawObject {
  readonly objectNumber: number;
  /** Everything before the stream: the dictionary of a stream, the whole value of another object. */
  readonly source: string;
  /** The bytes between `stream` and `endstream`; undefined where the object is no stream. */
  readonly stream: Uint8Array | undefined;
}

const longestDictionary = 100_000;

/**
 * The objects of a PDF in file order; those packed into object streams are not among them.
 *
 * @param latin1 The same bytes, one character each.
 */
export function* rawObjects(bytes: Uint8Array, latin1: string): Generator<RawObject> {
  const header = /(?<![0-9])(\d{1,9})[ \t\r\n]+\d{1,5}[ \t\r\n]+obj\b/g;
  for (let found = header.exec(latin1); found; found = header.exec(latin1)) {
    const start = found.index + found[0].length;
    const end = endOfValue(latin1, start);
    const source = latin1.slice(start, end);
    const objectNumber = Number(found[1]);
    if (!latin1.startsWith("stream", end)) {
      yield { objectNumber, source, stream: undefined };
      header.lastIndex = end;
      continue;
    }
    const from = end + (latin1.startsWith("\r\n", end + 6) ? 8 : 7);
    const to = endOfStream(latin1, from, source);
    yield { objectNumber, source, stream: bytes.subarray(from, to) };
    header.lastIndex = to;
  }
}

function endOfValue(latin1: string, start: number): number {
  const keyword = /\bendobj\b|(?<=>>\s{0,9})stream(?=\r|\n)/g;
  keyword.lastIndex = start;
  const found = keyword.exec(latin1.length > start + longestDictionary ? latin1.slice(0, start + longestDictionary) : latin1);
  return found ? found.index : Math.min(latin1.length, start + longestDictionary);
}

function endOfStream(latin1: string, from: number, source: string): number {
  const [, declared] = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(source) ?? [];
  const end = from + Number(declared ?? Number.NaN);
  if (/^\s{0,3}endstream/.test(latin1.slice(end, end + 12))) return end;
  const keyword = latin1.indexOf("endstream", from);
  return keyword < 0 ? latin1.length : keyword;
}
