import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { BudgetError } from "../model/budget-error.ts";
import type { Bilingual, Locale } from "../model/locale.ts";
import { systemReason } from "./system-reason.ts";

export interface ReadBytesOptions {
  /** Bytes that there may be. */
  readonly limit: number;
  readonly locale: Locale;
}

const notAFile: Bilingual = {
  en: "it is a pipe or a device and no file; give what comes out of it as standard input: … | gz-budget parse -",
  zh: "这是管道或设备而不是文件；请把其内容作为标准输入：… | gz-budget parse -",
};
const chunkBytes = 2 ** 20;

/**
 * Reads a file whole: as much as it holds when it is opened, for it may grow without end, and not at all where it is none.
 *
 * @throws BudgetError `FILE_UNREADABLE` with the system's reason, `LIMIT_EXCEEDED`
 */
export async function readBytes(path: string, { limit, locale }: ReadBytesOptions): Promise<Uint8Array> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)); // a pipe without a writer is not waited for
    const found = await handle.stat();
    if (!found.isFile() && !found.isDirectory()) throw new BudgetError("FILE_UNREADABLE", { path, detail: notAFile[locale] }, { locale });
    demandAtMost(found.size, limit, locale);
    const bytes = new Uint8Array(found.isFile() ? found.size : 1); // to read a folder is an error with a reason of its own
    for (let length = 0; length < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, length, Math.min(chunkBytes, bytes.length - length));
      if (bytesRead === 0) return bytes.subarray(0, length);
      length += bytesRead;
    }
    return bytes;
  } catch (cause) {
    if (cause instanceof BudgetError) throw cause;
    throw new BudgetError("FILE_UNREADABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
  } finally {
    await handle?.close();
  }
}

/**
 * Reads a stream to its end, or to the limit.
 *
 * @throws BudgetError `LIMIT_EXCEEDED`
 */
export async function readStream(stream: AsyncIterable<Uint8Array>, { limit, locale }: ReadBytesOptions): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    demandAtMost(length, limit, locale);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function demandAtMost(found: number, limit: number, locale: Locale): void {
  if (found > limit) throw new BudgetError("LIMIT_EXCEEDED", { limit: "bytes", found, allowed: limit }, { locale });
}
