import { invalidOption } from "../model/invalid-option.ts";
import { type ReadBytesOptions, readBytes } from "./read-bytes.ts";

/** A file as `parseBudget` takes it: bytes of a PDF, or decoded text. */
export interface FileInput {
  readonly bytes: Uint8Array;
  readonly input: Uint8Array | string;
}

/** @throws BudgetError `FILE_UNREADABLE`, with the system's reason; `LIMIT_EXCEEDED`; `OPTION_INVALID` for what is no path. */
export async function readInput(path: string, options: ReadBytesOptions): Promise<FileInput> {
  if (typeof path !== "string") {
    const found = typeof path;
    throw invalidOption(
      {
        en: `the path must be a string, not ${found}; give the bytes of a file to parseBudget`,
        zh: `路径须为字符串，而不是 ${found}；文件的字节请交给 parseBudget`,
      },
      options.locale,
    );
  }
  const bytes = await readBytes(path, options);
  return { bytes, input: bytesToInput(bytes, path) };
}

/**
 * Tells text from PDF: a file named `.pdf`, and bytes that begin as a PDF does, stay bytes; other bytes that are text are decoded.
 *
 * @param name File name; `-` for standard input, which has no ending to go by.
 * @returns Text from UTF-8, UTF-16 with a byte order mark, or GB 18030; the bytes themselves where they are none of these.
 */
export function bytesToInput(bytes: Uint8Array, name: string): Uint8Array | string {
  if (bytes.length === 0 || /\.pdf$/i.test(name) || latin1Start(bytes).includes("%PDF-")) return bytes;
  return decodeText(bytes) ?? bytes;
}

function latin1Start(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
}

function decodeText(bytes: Uint8Array): string | undefined {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
  if (!utf16 && bytes.subarray(0, 4096).includes(0)) return undefined;
  for (const encoding of utf16 ? [utf16] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this encoding: the next one may fit
    }
  }
  return undefined;
}
