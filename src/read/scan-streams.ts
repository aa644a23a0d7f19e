import type { ReadGuard } from "./guard.ts";
import type { ResolvedLimits } from "./limits.ts";
import { type RawObject, rawObjects } from "./raw-objects.ts";
import { decodeStream, filtersOf } from "./stream-filters.ts";

/** What the streams of a file say about themselves before pdf.js reads them. */
export interface StreamScan {
  /** Numbers of the objects whose compressed data break off or are wrong; fonts and pictures are not looked at. */
  readonly damaged: ReadonlySet<number>;
  /** Those of them that are no page's own content: what pages share, or the file itself. */
  damagedElsewhere(): readonly number[];
  /** The content streams of a page, by the page's object number; empty where they could not be found. */
  contentsOf(pageObject: number): readonly number[];
  /** True when the stream holds anything but white space. */
  hasContent(object: number): boolean;
}

/** Flate makes at most this many bytes of one. */
const highestRatio = 1032;

/**
 * Measures every Flate stream, so that a file that would grow without bounds is refused before pdf.js unfolds it.
 * Encrypted streams, LZW, and filters named through a reference are not seen: it is a sieve and not a proof.
 *
 * @throws BudgetError LIMIT_EXCEEDED `contentBytes` or `decodedBytes`
 */
export function scanStreams(bytes: Uint8Array, latin1: string, limits: ResolvedLimits, guard: ReadGuard): StreamScan {
  const damaged = new Set<number>();
  const wrongChecksum = new Set<number>();
  let rightChecksums = 0;
  const objects = new Map<number, RawObject>();
  const isEncrypted = /\/Encrypt\b/.test(latin1);
  for (const object of rawObjects(bytes, latin1)) {
    objects.set(object.objectNumber, object);
    damaged.delete(object.objectNumber);
    wrongChecksum.delete(object.objectNumber);
    const { source, stream, objectNumber } = object;
    if (!stream) continue;
    guard.check();
    const isContent = !/\/Length[123]\b|\/Subtype\s*\/(Image|Type1C|CIDFontType0C|OpenType)\b/.test(source);
    const limit = isContent ? "contentBytes" : "decodedBytes";
    const filters = isEncrypted ? [] : filtersOf(source);
    const cannotGrow = stream.length * (filters.length > 0 ? highestRatio ** filters.length : 1) <= limits[limit];
    if (cannotGrow && (!isContent || filters.length === 0)) continue;
    const decoded = decodeStream(stream, filters, limits[limit], isContent);
    if (decoded?.tooLong) guard.atMost(limit, decoded.length);
    if (!decoded || !isContent) continue;
    if (!decoded.complete) damaged.add(objectNumber);
    if (decoded.checksum === "wrong") wrongChecksum.add(objectNumber);
    if (decoded.checksum === "right") rightChecksums++;
  }
  // Some programs write no true checksum at all; one that is wrong among true ones tells of damage.
  if (rightChecksums > 0) for (const objectNumber of wrongChecksum) damaged.add(objectNumber);
  let unpacked: ReadonlyMap<number, string> | undefined;
  const sources = () => {
    unpacked ??= objectSources(objects, isEncrypted, limits.contentBytes);
    return unpacked;
  };
  return {
    damaged,
    damagedElsewhere: () => {
      if (damaged.size === 0) return [];
      const pages = Array.from(sources()).filter(([, source]) => /\/Type\s*\/Page\b/.test(source));
      const ofPages = new Set(pages.flatMap(([objectNumber]) => contentsOf(objectNumber, sources())));
      return [...damaged].filter((objectNumber) => !ofPages.has(objectNumber));
    },
    contentsOf: (pageObject) => contentsOf(pageObject, sources()),
    hasContent: (objectNumber) => {
      const { stream, source } = objects.get(objectNumber) ?? {};
      if (!stream || source === undefined) return false;
      const decoded = isEncrypted ? undefined : decodeStream(stream, filtersOf(source), limits.contentBytes, true);
      return decoded?.bytes ? decoded.bytes.some((byte) => byte > 32) || !decoded.complete : stream.length > 0;
    },
  };
}

/** The source of every object, those packed into object streams among them. */
function objectSources(objects: ReadonlyMap<number, RawObject>, isEncrypted: boolean, limit: number): ReadonlyMap<number, string> {
  const sources = new Map(Array.from(objects, ([objectNumber, { source }]) => [objectNumber, source]));
  for (const { source, stream } of objects.values()) {
    if (!stream || isEncrypted || !/\/Type\s*\/ObjStm\b/.test(source)) continue;
    const unpacked = decodeStream(stream, filtersOf(source), limit, true)?.bytes;
    if (!unpacked) continue;
    const text = new TextDecoder("latin1").decode(unpacked);
    const first = Number(/\/First\s+(\d+)/.exec(source)?.[1] ?? 0);
    const pairs = Array.from(
      text.slice(0, first).matchAll(/(\d+)\s+(\d+)/g),
      ([, objectNumber, offset]) => [Number(objectNumber), Number(offset)] as const,
    );
    pairs.forEach(([objectNumber, offset], index) => {
      const next = pairs[index + 1]?.[1];
      if (!sources.has(objectNumber)) sources.set(objectNumber, text.slice(first + offset, next === undefined ? undefined : first + next));
    });
  }
  return sources;
}

function contentsOf(pageObject: number, sources: ReadonlyMap<number, string>): readonly number[] {
  const [, value = ""] = /\/Contents\s*(\d+\s+\d+\s+R|\[[^\]]*\])/.exec(sources.get(pageObject) ?? "") ?? [];
  const references = (text: string) => Array.from(text.matchAll(/(\d+)\s+\d+\s+R/g), ([, objectNumber]) => Number(objectNumber));
  return references(value).flatMap((objectNumber) => {
    const array = /^\s*\[([^\]]*)\]/.exec(sources.get(objectNumber) ?? "");
    return array ? references(array[1] ?? "") : [objectNumber];
  });
}
