import type { Guard } from "../../model/guard.ts";
import { dictionaryOf, isName, type ObjectId, type PdfDictionary, PdfReference, PdfStream, type PdfValue } from "./pdf-value.ts";
import { isDigit, isRegular, isSpace, placesOf, readValue, skipSpace, standsAt } from "./read-value.ts";

/** The indirect objects of a file, found by their keywords and not by the cross-reference table, which a damaged file may lack. */
export interface FileObjects {
  /** In file order; earlier versions of an object too, and what stands in the data of other streams. */
  readonly streams: readonly PdfStream[];
  /** Dictionaries that say where the file begins and how it is encrypted, in file order. */
  readonly trailers: readonly PdfDictionary[];
  /** The value itself, through all references; null where there is none. */
  resolve(value: PdfValue | undefined): PdfValue;
  /** Numbers of all objects. */
  numbers(): ReadonlySet<number>;
  /** False for an earlier version of an object, and for what stands in the data of another stream. */
  isCurrent(stream: PdfStream): boolean;
  /** The data of a stream, as they stand in the file. */
  dataOf(stream: PdfStream): Uint8Array;
}

/** Undoes the filters of a stream of objects; undefined where that cannot be done. */
export type Unpack = (stream: PdfStream, objects: FileObjects) => Uint8Array | undefined;

/** A chain of references in a real file has no more links. */
const longestChain = 20;
/** In a sound file every byte belongs to one object; where brackets do not close, values are read again and again. */
const usualReadings = 8;
/** Longer values are looked into no further. */
const longestValue = 2 ** 20;
const longestInDisorder = 20_000;

/**
 * Finds every object, in strings and in the data of streams too, where only a cross-reference table can lead.
 *
 * @param guard Asked between objects.
 * @param unpack Asked when an object is wanted that does not stand in the file by itself.
 */
export function fileObjects(bytes: Uint8Array, guard: Guard, unpack: Unpack): FileObjects {
  let left = usualReadings * bytes.length;
  const valueAt = (from: number, owner: ObjectId) => {
    guard.check();
    const { value, end } = readValue(bytes.subarray(0, from + (left > 0 ? longestValue : longestInDisorder)), from, owner);
    left -= end - from;
    return value;
  };
  const ends = placesOf(bytes, "endstream");
  const endOf = (from: number, length: PdfValue | undefined) => {
    const end = typeof length === "number" ? from + length : from;
    return standsAt(bytes, skipSpace(bytes, end), "endstream") ? end : firstFrom(ends, from, bytes.length);
  };
  const values = new Map<number, PdfValue>();
  const inData = new Map<number, PdfValue>();
  const streams: PdfStream[] = [];
  let dataEnd = 0;
  for (const { owner, from } of objectPlaces(bytes)) {
    const value = valueAt(from, owner);
    (from < dataEnd ? inData : values).set(owner.objectNumber, value);
    if (!(value instanceof PdfStream)) continue;
    streams.push(value);
    if (from >= dataEnd) dataEnd = endOf(value.from, value.dictionary.get("Length"));
  }
  const trailers = placesOf(bytes, "trailer").map((at) => dictionaryOf(valueAt(at + 7, { objectNumber: 0, generation: 0 })));
  let packed: ReadonlyMap<number, Packed> | undefined;
  const unpacked = (objectNumber: number): PdfValue => {
    packed ??= packedObjects(objects, unpack);
    const place = packed.get(objectNumber);
    const owner = { objectNumber, generation: 0 };
    const value = place ? withoutData(readValue(place.bytes, place.from, owner).value) : (inData.get(objectNumber) ?? null);
    values.set(objectNumber, value);
    return value;
  };
  const objects: FileObjects = {
    streams,
    trailers: [...trailers, ...streams.map(({ dictionary }) => dictionary).filter((one) => isName(one.get("Type"), "XRef"))],
    resolve: (value) => {
      let resolved = value ?? null;
      for (let link = 0; resolved instanceof PdfReference; link++) {
        if (link === longestChain) return null;
        resolved = values.get(resolved.objectNumber) ?? unpacked(resolved.objectNumber);
      }
      return resolved;
    },
    isCurrent: (stream) => values.get(stream.owner.objectNumber) === stream,
    dataOf: ({ dictionary, from }) => bytes.subarray(from, endOf(from, objects.resolve(dictionary.get("Length")))),
    numbers: () => {
      packed ??= packedObjects(objects, unpack);
      return new Set([...values.keys(), ...packed.keys()]);
    },
  };
  return objects;
}

interface ObjectPlace {
  readonly owner: ObjectId;
  readonly from: number;
}

/** Places behind `7 0 obj`. */
function objectPlaces(bytes: Uint8Array): ObjectPlace[] {
  return placesOf(bytes, "obj").flatMap((at) => {
    if (isRegular(bytes[at + 3])) return [];
    const generation = integerBefore(bytes, at);
    const number = generation && integerBefore(bytes, generation.from);
    return number ? [{ owner: { objectNumber: number.value, generation: generation.value }, from: at + 3 }] : [];
  });
}

/** The whole number that ends before a place; white space and comments may stand between. */
function integerBefore(bytes: Uint8Array, place: number): { readonly value: number; readonly from: number } | undefined {
  const end = skipSpaceBack(bytes, place);
  let from = end;
  while (from > 0 && isDigit(bytes[from - 1])) from--;
  if (from === end || end - from > 10) return undefined;
  return { value: Number(String.fromCharCode(...bytes.subarray(from, end))), from };
}

/** More bytes of comments between the numbers of an object are not looked through. */
const longestComment = 200;

function skipSpaceBack(bytes: Uint8Array, place: number): number {
  let at = place;
  for (;;) {
    while (isSpace(bytes[at - 1])) at--;
    const comment = isDigit(bytes[at - 1]) ? undefined : commentBefore(bytes, at);
    if (comment === undefined || comment < place - longestComment) return at;
    at = comment;
  }
}

/** Where a comment begins that the line at hand ends with. */
function commentBefore(bytes: Uint8Array, place: number): number | undefined {
  for (let at = place - 1; at >= Math.max(0, place - longestComment) && bytes[at] !== 10 && bytes[at] !== 13; at--)
    if (bytes[at] === 0x25) return at;
  return undefined;
}

/** The first of some rising places that is not before another one. */
function firstFrom(places: readonly number[], from: number, otherwise: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return places[low] ?? otherwise;
}

/** No object in a stream of objects is a stream itself. */
function withoutData(value: PdfValue): PdfValue {
  return value instanceof PdfStream ? value.dictionary : value;
}

interface Packed {
  readonly bytes: Uint8Array;
  readonly from: number;
}

/** Where each object stands in the streams that hold several; the last version of each. */
function packedObjects(objects: FileObjects, unpack: Unpack): ReadonlyMap<number, Packed> {
  const packed = new Map<number, Packed>();
  for (const stream of objects.streams) {
    if (!isName(stream.dictionary.get("Type"), "ObjStm")) continue;
    const bytes = unpack(stream, objects);
    const first = objects.resolve(stream.dictionary.get("First"));
    if (!bytes || typeof first !== "number") continue;
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, first));
    for (const [, objectNumber, offset] of head.matchAll(/(\d{1,10})\s+(\d{1,10})/g))
      packed.set(Number(objectNumber), { bytes, from: first + Number(offset) });
  }
  return packed;
}
