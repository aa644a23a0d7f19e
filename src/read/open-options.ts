import type { Locale } from "../model/locale.ts";
import type { ReadLimits } from "./limits.ts";
import type { PageSelection } from "./page-selection.ts";

/** How any input is read. */
export interface OpenOptions {
  /** Pages to read, counted from 1: `"5-30"`, `"1,3,8-"` or `[5, 6]`. A text that does not tell its pages apart is page 1. @default all */
  readonly pages?: PageSelection | undefined;
  /** Ends the reading with the error ABORTED. Seen between pages and while a page is read. */
  readonly signal?: AbortSignal | undefined;
  /** What an input may cost before it is refused with LIMIT_EXCEEDED. @default those of its fields */
  readonly limits?: ReadLimits | undefined;
  /** Language of the messages of errors. @default "en" */
  readonly locale?: Locale | undefined;
}
