import { demandLocale, invalidOption, unknownName } from "./model/invalid-option.ts";
import type { Locale } from "./model/locale.ts";
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
  /** Forms that tables are looked up in. @default the built-in ones: gz-14 and gz-12 */
  readonly forms?: readonly Form[] | undefined;
  /** Called after each page, and waited for. What it throws ends the reading. */
  readonly onProgress?: ((progress: ParseProgress) => void | Promise<void>) | undefined;
}

export interface ParseProgress {
  readonly pagesRead: number;
  /** undefined where the input does not tell. */
  readonly pageCount: number | undefined;
}

export interface ResolvedOptions extends ParseOptions {
  readonly locale: Locale;
  readonly forms: readonly Form[];
}

const KNOWN = {
  name: "string",
  locale: "any",
  forms: "object",
  onProgress: "function",
  password: "string",
  pages: "any",
  signal: "object",
  limits: "object",
  cMapUrl: "string",
  standardFontDataUrl: "string",
  wasmUrl: "string",
  recogniseText: "function",
} as const satisfies Record<keyof ParseOptions, string>;

/**
 * Fills in the defaults once, at the door.
 *
 * @throws BudgetError OPTION_INVALID for a key that does not exist, naming the nearest one, and for a value of the wrong type.
 */
export function resolveOptions(options: ParseOptions): ResolvedOptions {
  const { forms = builtInForms } = options;
  const locale = demandLocale(options.locale);
  for (const [key, value] of Object.entries(options)) {
    const expected = (KNOWN as Record<string, string>)[key];
    if (expected === undefined) throw unknownName("option", key, Object.keys(KNOWN), locale);
    if (value !== undefined && expected !== "any" && typeof value !== expected) {
      const found = typeof value;
      throw invalidOption(
        { en: `options.${key} must be a ${expected}, not ${found}`, zh: `options.${key} 须为 ${expected}，而不是 ${found}` },
        locale,
      );
    }
  }
  demandForms(forms, locale);
  return { ...options, locale, forms };
}
