import type { ReadGuard } from "./guard.ts";
import type { Inflated } from "./inflate.ts";
import type { ResolvedLimits } from "./limits.ts";
import { type FileObjects, fileObjects } from "./objects/file-objects.ts";
import { isName, type PdfStream } from "./objects/pdf-value.ts";
import type { Decrypt } from "./objects/standard-security.ts";
import { canGrowBeyond, decodeStream, filtersOf } from "./stream-filters.ts";

/** The objects of a file, and what its streams unfold to. */
export interface FileStreams {
  readonly objects: FileObjects;
  /**
   * Undoes the encryption and the filters of a stream.
   *
   * @returns undefined where the stream could not grow beyond the limit and its bytes are not asked for; of pictures what is still packed
   * @throws BudgetError LIMIT_EXCEEDED
   */
  decode(stream: PdfStream, limit: StreamLimit, use: "bytes" | "size"): Inflated | undefined;
  /**
   * Bytes that a stream of drawing operators unfolds to.
   *
   * @throws BudgetError LIMIT_EXCEEDED `contentBytes`
   */
  lengthOf(stream: PdfStream): number;
}

/** The limit that a stream is held to: of what is drawn, or of anything. */
export type StreamLimit = "contentBytes" | "decodedBytes";

export interface FileStreamOptions {
  readonly password: string | undefined;
  readonly limits: ResolvedLimits;
  readonly guard: ReadGuard;
}

export async function openFileStreams(bytes: Uint8Array, { password, limits, guard }: FileStreamOptions): Promise<FileStreams> {
  const lengths = new Map<PdfStream, number>();
  let decrypt: Decrypt | undefined;
  const decode: FileStreams["decode"] = (stream, limit, use) => {
    guard.check();
    const filters = filtersOf(stream.dictionary, objects);
    const packed = objects.dataOf(stream);
    if (use === "size" && !canGrowBeyond(limits[limit], packed, filters)) return undefined;
    const isLocked = decrypt && !isName(objects.resolve(stream.dictionary.get("Type")), "XRef");
    const plain = isLocked && decrypt ? decrypt(packed, stream.owner) : packed;
    const decoded = decodeStream(plain, filters, limits[limit], use === "bytes");
    if (decoded.tooLong) guard.atMost(limit, decoded.length);
    if (limit === "contentBytes") lengths.set(stream, decoded.length);
    return decoded;
  };
  const objects = fileObjects(bytes, guard, (stream) => decode(stream, "contentBytes", "bytes")?.bytes);
  if (objects.trailers.some((trailer) => trailer.has("Encrypt"))) {
    const { standardSecurity } = await import("./objects/standard-security.ts");
    decrypt = standardSecurity(objects, password);
  }
  const lengthOf = (stream: PdfStream) =>
    lengths.get(stream) ?? decode(stream, "contentBytes", "bytes")?.length ?? objects.dataOf(stream).length;
  return { objects, decode, lengthOf };
}
