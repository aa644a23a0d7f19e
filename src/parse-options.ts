import type { Locale } from "./model/locale.ts";
import {
  abortSignal,
  callback,
  demandOptions,
  language,
  listOf,
  type OptionKinds,
  plainObject,
  secret,
  text,
} from "./model/option-kinds.ts";
import { type ResolvedLimits, resolveLimits } from "./read/limits.ts";
import { pageSelection } from "./read/page-selection.ts";
import type { OpenPdfOptions } from "./read/read-pdf.ts";
import type { Form } from "./tables/define-table.ts";
import { demandForms } from "./tables/demand-forms.ts";
import { builtInForms } from "./tables/forms.ts";

/** Options of `parseBudget`; all of them are optional. */
export interface ParseOptions extends OpenPdfOptions {
  /** Kept in `source.name`. @default the name of a File, else none */
  readonly name?: string | undefined;
  /** Language of the messages in diagnostics and errors. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
  /** Forms that tables are looked up in. @default the built-in ones: gz-14, gz-12 and gz-12-2026 */
  readonly forms?: readonly Form[] | undefined;
  /** Called after each page, and waited for. What it throws ends the reading. */
  readonly onProgress?: ((progress: ParseProgress) => void) | undefined;
}

export interface ParseProgress {
  readonly pagesRead: number;
  /** undefined where the input does not tell. */
  readonly pageCount: number | undefined;
}

export interface ResolvedOptions extends ParseOptions {
  readonly locale: Locale;
  readonly forms: readonly Form[];
  readonly limits: ResolvedLimits;
}

export const parseOptionKinds: OptionKinds<ParseOptions> = {
  name: text,
  locale: language,
  forms: listOf(plainObject, { en: "a form", zh: "表式" }),
  onProgress: callback,
  password: secret,
  pages: pageSelection,
  signal: abortSignal,
  limits: plainObject,
  cMapUrl: text,
  standardFontDataUrl: text,
  wasmUrl: text,
  recogniseText: callback,
};

/**
 * Fills in the defaults once, at the door.
 *
 * @throws BudgetError OPTION_INVALID for a key that does not exist, naming the nearest one, and for a value of the wrong kind.
 */
export function resolveOptions(options: ParseOptions): ResolvedOptions {
  const given = demandOptions(options, parseOptionKinds);
  const { forms = builtInForms, locale } = given;
  const limits = resolveLimits(given.limits, locale);
  demandForms(forms, locale);
  return { ...given, limits, forms };
}
