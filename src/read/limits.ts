import type { Locale } from "../model/locale.ts";
import { demandKinds, type OptionKinds, positiveNumber } from "../model/option-kinds.ts";

/** How much of a file is read before it is refused with `LIMIT_EXCEEDED`. They bound what a hostile file can cost; no real budget comes near. */
export interface ReadLimits {
  /** Bytes of the file. @default 134_217_728 (128 MiB) */
  readonly bytes?: number | undefined;
  /** Characters of a text. @default 2_000_000, ten times those of the largest budgets */
  readonly characters?: number | undefined;
  /** Pages to be read. @default 3000 */
  readonly pages?: number | undefined;
  /** Glyphs on one page, seen and hidden. @default 100_000 */
  readonly glyphsPerPage?: number | undefined;
  /** Lines drawn on one page. @default 200_000 */
  readonly rulingsPerPage?: number | undefined;
  /** Bytes that one stream of drawing operators may decompress to, and all of a page together, as often as they are drawn. @default 16_777_216 (16 MiB) */
  readonly contentBytes?: number | undefined;
  /** Bytes that any one stream may decompress to, fonts and pictures too. @default 134_217_728 (128 MiB) */
  readonly decodedBytes?: number | undefined;
  /** Pages that show one and the same content. @default 50 */
  readonly repeatedPages?: number | undefined;
  /** Milliseconds for the whole document. Looked at between pages and operators; only ending the thread can cut short pdf.js itself. @default 300_000 */
  readonly milliseconds?: number | undefined;
}

export type ResolvedLimits = { readonly [K in keyof ReadLimits]-?: number };

const defaults: ResolvedLimits = {
  bytes: 128 * 2 ** 20,
  characters: 2_000_000,
  pages: 3000,
  glyphsPerPage: 100_000,
  rulingsPerPage: 200_000,
  contentBytes: 16 * 2 ** 20,
  decodedBytes: 128 * 2 ** 20,
  repeatedPages: 50,
  milliseconds: 300_000,
};

const limitKinds: OptionKinds<ReadLimits> = {
  bytes: positiveNumber,
  characters: positiveNumber,
  pages: positiveNumber,
  glyphsPerPage: positiveNumber,
  rulingsPerPage: positiveNumber,
  contentBytes: positiveNumber,
  decodedBytes: positiveNumber,
  repeatedPages: positiveNumber,
  milliseconds: positiveNumber,
};

/** @throws BudgetError OPTION_INVALID for a limit that does not exist or is no positive number (`Infinity` lifts it). */
export function resolveLimits(limits: ReadLimits = {}, locale: Locale): ResolvedLimits {
  demandKinds(limits, limitKinds, locale, "options.limits", "limit");
  return { ...defaults, ...Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined)) };
}
