import type { Command } from "commander";
import { budgetDocumentSchema } from "../forms.ts";
import { BudgetDocument, type ParseOptions } from "../index.ts";
import { loadForms } from "../node/index.ts";
import { type IsolatedReader, isolatedReader } from "../node/isolated-reader.ts";
import type { CliContext } from "./cli-context.ts";
import { pageProgress } from "./page-progress.ts";

/** The options of every command that reads budgets. */
export interface ReadFlags {
  readonly password?: string;
  readonly pages?: string;
  /** Module or JSON file with forms of one's own. */
  readonly forms?: string;
  readonly ocr?: true;
}

export function addReadOptions(command: Command, { words }: CliContext): Command {
  return command
    .option("--password <password>", words({ zh: "加密 PDF 的密码", en: "password of an encrypted PDF" }))
    .option("--pages <pages>", words({ zh: "只读这些页，如 5-30 或 1,3,8-", en: "read these pages only, such as 5-30 or 1,3,8-" }))
    .option(
      "--forms <file>",
      words({
        zh: "除内置表式外，另用此模块或 JSON 文件的表式；national 为全国表式",
        en: "also look tables up in the forms of this module or JSON file; national is the country's form",
      }),
    )
    .option("--ocr", words({ zh: "识别扫描页", en: "read the pages of scans from their pictures" }));
}

/** The built-in forms and those that the flags name; undefined for the built-in ones alone. */
export async function formsOf({ forms }: ReadFlags, { locale }: CliContext): Promise<ParseOptions["forms"]> {
  return forms === undefined ? undefined : loadForms(forms, { locale });
}

/** The schema of documents that are read with these forms. */
export function schemaOf(forms: ParseOptions["forms"]): typeof BudgetDocument {
  return forms ? budgetDocumentSchema(forms) : BudgetDocument;
}

/** What reads files as the flags say, each in a process of its own; it tells how far a recognition is. One serves all files of a command. */
export function readerOf({ password, pages, forms, ocr }: ReadFlags, context: CliContext): IsolatedReader {
  const { locale } = context;
  return isolatedReader({ locale, password, pages, forms, ocr, ...(ocr && { onProgress: pageProgress(context) }) });
}
