import type { Locale } from "../model/locale.ts";
import { demandKinds, type OptionKinds, positiveNumber } from "../model/option-kinds.ts";
import type { ReadLimits } from "../read/limits.ts";

/** What one document may cost. `milliseconds` and `megabytes` are enforced from outside, whatever the reader does. */
export interface BatchLimits extends ReadLimits {
  /** For a whole document, from its file to its result. @default 300_000, and 3_600_000 where the pages of a scan are recognised */
  readonly milliseconds?: number | undefined;
  /** Memory of the process that reads it. @default 2048 */
  readonly megabytes?: number | undefined;
}

const usualMilliseconds = 300_000;
/** A page of a scan takes seconds, and a slow machine several times as many. */
const scanMilliseconds = 3_600_000;
/** Time that the reader has to notice its own limit and say so, before its process is ended. */
const GRACE_MILLISECONDS = 5000;

export interface ResolvedBatchLimits {
  readonly read: ReadLimits;
  readonly milliseconds: number;
  readonly megabytes: number;
  /** After this the process is ended. */
  readonly endAfterMilliseconds: number;
}

const limitKinds: OptionKinds<BatchLimits> = {
  bytes: positiveNumber,
  characters: positiveNumber,
  pages: positiveNumber,
  glyphsPerPage: positiveNumber,
  rulingsPerPage: positiveNumber,
  contentBytes: positiveNumber,
  decodedBytes: positiveNumber,
  repeatedPages: positiveNumber,
  milliseconds: positiveNumber,
  megabytes: positiveNumber,
};

/**
 * @param isScan Whether the pages are recognised in their pictures.
 * @throws BudgetError OPTION_INVALID for a limit that does not exist or is no positive number (`Infinity` lifts it).
 */
export function resolveBatchLimits(limits: BatchLimits = {}, locale: Locale, isScan = false): ResolvedBatchLimits {
  demandKinds(limits, limitKinds, locale, "options.limits", "limit");
  const { megabytes = 2048, ...read } = limits;
  const { milliseconds = isScan ? scanMilliseconds : usualMilliseconds } = read;
  return { read: { ...read, milliseconds }, milliseconds, megabytes, endAfterMilliseconds: milliseconds + GRACE_MILLISECONDS };
}
