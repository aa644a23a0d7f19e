import type { FileStreams } from "./file-streams.ts";
import type { ReadGuard } from "./guard.ts";
import type { FileObjects } from "./objects/file-objects.ts";
import { dictionaryOf, isArray, isName, PdfName, PdfReference, PdfStream, type PdfValue } from "./objects/pdf-value.ts";
import { smallImage } from "./pdf-documents.ts";

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
  /**
   * Measures the pictures, which stay folded unless they are asked for.
   *
   * @throws BudgetError LIMIT_EXCEEDED `decodedBytes`
   */
  measurePictures(): void;
}

/**
 * Measures every stream that pdf.js may unfold, so that a file that would grow without bounds is refused before it does.
 *
 * @throws BudgetError LIMIT_EXCEEDED `contentBytes` or `decodedBytes`
 */
export function scanStreams(streams: FileStreams, guard: ReadGuard): StreamScan {
  const { objects } = streams;
  const damaged = new Set<number>();
  const wrongChecksum = new Set<number>();
  let rightChecksums = 0;
  let packedBytes = 0;
  for (const stream of objects.streams) {
    const kind = kindOf(stream, objects);
    if (kind === "fontOrIcon") streams.decode(stream, "decodedBytes", "size");
    if (kind !== "content" && kind !== "objects") continue;
    const decoded = streams.decode(stream, "contentBytes", "bytes");
    if (kind === "objects") {
      packedBytes += decoded?.length ?? 0;
      guard.atMost("decodedBytes", packedBytes);
    }
    if (!decoded || !objects.isCurrent(stream)) continue;
    if (!decoded.complete) damaged.add(stream.owner.objectNumber);
    if (decoded.checksum === "wrong") wrongChecksum.add(stream.owner.objectNumber);
    if (decoded.checksum === "right") rightChecksums++;
  }
  // Some programs write no true checksum at all; one that is wrong among true ones tells of damage.
  if (rightChecksums > 0) for (const objectNumber of wrongChecksum) damaged.add(objectNumber);
  return {
    damaged,
    damagedElsewhere: () => {
      if (damaged.size === 0) return [];
      const pages = [...objects.numbers()].filter((one) =>
        isName(dictionaryOf(objects.resolve(new PdfReference(one))).get("Type"), "Page"),
      );
      const ofPages = new Set(pages.flatMap((page) => contentsOf(page, objects)));
      return [...damaged].filter((objectNumber) => !ofPages.has(objectNumber));
    },
    contentsOf: (pageObject) => contentsOf(pageObject, objects),
    hasContent: (objectNumber) => {
      const stream = objects.resolve(new PdfReference(objectNumber));
      if (!(stream instanceof PdfStream)) return false;
      const decoded = streams.decode(stream, "contentBytes", "bytes");
      return decoded?.bytes ? decoded.bytes.some((byte) => byte > 32) || !decoded.complete : objects.dataOf(stream).length > 0;
    },
    measurePictures: () => {
      for (const stream of objects.streams) if (kindOf(stream, objects) === "picture") streams.decode(stream, "decodedBytes", "size");
    },
  };
}

const fontPrograms: ReadonlySet<string> = new Set(["Type1C", "CIDFontType0C", "OpenType"]);
/** What nobody asks pdf.js for. */
const unread: ReadonlySet<string> = new Set(["EmbeddedFile", "Metadata"]);

function kindOf({ dictionary }: PdfStream, objects: FileObjects): "content" | "objects" | "fontOrIcon" | "picture" | "unread" {
  const nameOf = (key: string) => {
    const value = objects.resolve(dictionary.get(key));
    return value instanceof PdfName ? value.name : "";
  };
  const size = (key: string) => {
    const value = objects.resolve(dictionary.get(key));
    return typeof value === "number" ? value : 0;
  };
  const type = nameOf("Type");
  if (type === "ObjStm" || type === "XRef") return "objects";
  if (unread.has(type)) return "unread";
  const subtype = nameOf("Subtype");
  if (subtype === "Image") return size("Width") * size("Height") > smallImage ? "picture" : "fontOrIcon";
  return fontPrograms.has(subtype) || ["Length1", "Length2", "Length3"].some((key) => dictionary.has(key)) ? "fontOrIcon" : "content";
}

function contentsOf(pageObject: number, objects: FileObjects): readonly number[] {
  const numbers = (value: PdfValue | undefined, depth: number): readonly number[] => {
    if (isArray(value ?? null)) return depth > 1 ? [] : (value as readonly PdfValue[]).flatMap((item) => numbers(item, depth + 1));
    if (!(value instanceof PdfReference)) return [];
    const resolved = objects.resolve(value);
    return isArray(resolved) ? numbers(resolved, depth + 1) : [value.objectNumber];
  };
  return numbers(dictionaryOf(objects.resolve(new PdfReference(pageObject))).get("Contents"), 0);
}
