import { basename } from "node:path";
import { type BudgetDocument, type ParseOptions, parseBudget } from "../index.ts";
import { resolveOptions } from "../parse-options.ts";
import { readInput } from "./read-input.ts";

/**
 * Reads a budget from a file: a PDF, or a text file in UTF-8, UTF-16 or GB 18030.
 *
 * @param path Path of the file; its name is kept in `source.name`.
 * @throws BudgetError `FILE_UNREADABLE`, or what `parseBudget` throws.
 */
export async function parseBudgetFile(path: string, options: ParseOptions = {}): Promise<BudgetDocument> {
  const { locale, limits } = resolveOptions(options);
  const { input } = await readInput(path, { limit: limits.bytes, locale });
  return parseBudget(input, { name: basename(path), ...options });
}
