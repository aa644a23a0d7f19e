import { realpath, stat, writeFile } from "node:fs/promises";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { systemReason } from "./system-reason.ts";
import { writeAtomic } from "./write-atomic.ts";

/**
 * Writes a file whole or not at all, where a link leads to it too; into a pipe or a device as into any.
 *
 * @throws BudgetError `FILE_UNWRITABLE` with the system's reason
 */
export async function writeResult(path: string, content: string | Uint8Array, locale: Locale): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found || found.isFile()) return writeAtomic(found ? await realpath(path) : path, content, locale);
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new BudgetError("FILE_UNWRITABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
  }
}
