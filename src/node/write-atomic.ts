import { open, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { systemReason } from "./system-reason.ts";

/** How unfinished files are named: what a killed run leaves behind is known by it. */
export const UNFINISHED = /^\.gz-budget-.*\.unfinished$/s;

/**
 * Writes a file so that it is there whole or not at all: under another name first, to the disk, then renamed.
 *
 * @throws BudgetError `FILE_UNWRITABLE` with the system's reason (a full disk, no permission); nothing is left behind.
 */
export async function writeAtomic(path: string, content: string | Uint8Array, locale: Locale): Promise<void> {
  const unfinished = join(dirname(path), `.gz-budget-${basename(path)}.unfinished`);
  try {
    const handle = await open(unfinished, "w");
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {});
    throw new BudgetError("FILE_UNWRITABLE", { path, detail: systemReason(cause, locale) }, { cause, locale });
  }
}

/** Whether a failure to write will meet every other file too. */
export function isDiskFailure(error: BudgetError): boolean {
  const { code } = (error.cause ?? {}) as { code?: unknown };
  return error.code === "FILE_UNWRITABLE" && ["ENOSPC", "EDQUOT", "EROFS", "EIO"].includes(String(code));
}
