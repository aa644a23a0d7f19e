import type { Command } from "commander";
import type { ParseOptions } from "../index.ts";
import type { CliContext } from "./cli-context.ts";
import { pageProgress } from "./page-progress.ts";

/** The options of every command that reads budgets. */
export interface ReadFlags {
  readonly password?: string;
  readonly pages?: string;
  readonly ocr?: true;
}

export function addReadOptions(command: Command, { words }: CliContext): Command {
  return command
    .option("--password <password>", words({ zh: "加密 PDF 的密码", en: "password of an encrypted PDF" }))
    .option("--pages <pages>", words({ zh: "只读这些页，如 5-30 或 1,3,8-", en: "read these pages only, such as 5-30 or 1,3,8-" }))
    .option("--ocr", words({ zh: "识别扫描页", en: "read the pages of scans from their pictures" }));
}

/**
 * What the flags say of a reading. Recognition is loaded here, when it is asked for; it has no limit of time, but tells how far it is.
 *
 * One call serves all files of a command: the model is loaded once.
 */
export async function parseOptionsOf({ password, pages, ocr }: ReadFlags, context: CliContext): Promise<ParseOptions> {
  const { locale } = context;
  const options = { locale, password, pages };
  if (!ocr) return options;
  const { createTextRecogniser } = await import("../ocr.ts");
  return {
    ...options,
    recogniseText: createTextRecogniser({ locale }),
    limits: { milliseconds: Infinity },
    onProgress: pageProgress(context),
  };
}
