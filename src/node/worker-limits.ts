import { noCount, unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import type { ReadLimits } from "../read/limits.ts";

/** What one document may cost. `milliseconds` and `megabytes` are enforced from outside, whatever the reader does. */
export interface BatchLimits extends ReadLimits {
  /** For a whole document, from its file to its result. @default 300_000 */
  readonly milliseconds?: number | undefined;
  /** Memory of the process that reads it. @default 2048 */
  readonly megabytes?: number | undefined;
}

/** Time that the reader has to notice its own limit and say so, before its process is ended. */
const GRACE_MILLISECONDS = 5000;

export interface ResolvedBatchLimits {
  readonly read: ReadLimits;
  readonly milliseconds: number;
  readonly megabytes: number;
  /** After this the process is ended. */
  readonly endAfterMilliseconds: number;
}

const KNOWN = Object.keys({
  bytes: true,
  pages: true,
  glyphsPerPage: true,
  rulingsPerPage: true,
  contentBytes: true,
  decodedBytes: true,
  repeatedPages: true,
  milliseconds: true,
  megabytes: true,
} satisfies Record<keyof BatchLimits, true>);

/** @throws BudgetError OPTION_INVALID for a limit that does not exist or is no positive number (`Infinity` lifts it). */
export function resolveBatchLimits(limits: BatchLimits = {}, locale: Locale): ResolvedBatchLimits {
  const { megabytes = 2048, ...read } = limits;
  const milliseconds = read.milliseconds ?? 300_000;
  for (const [name, value] of Object.entries({ ...read, milliseconds, megabytes })) {
    if (!KNOWN.includes(name)) throw unknownName("limit", name, KNOWN, locale);
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value > 0)) throw noCount(`options.limits.${name}`, value, "number", locale);
  }
  return { read, milliseconds, megabytes, endAfterMilliseconds: milliseconds + GRACE_MILLISECONDS };
}
