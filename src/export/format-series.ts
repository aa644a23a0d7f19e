import { unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, language } from "../model/option-kinds.ts";
import { withPrintableStrings } from "../model/printable.ts";
import type { SeriesReport } from "./series.ts";
import { seriesToCsv, seriesToJson } from "./series-rows.ts";
import { seriesToText } from "./series-to-text.ts";
import { type CsvOptions, csvKinds } from "./to-csv.ts";

export const seriesFormats = ["text", "json", "csv"] as const;
export type SeriesFormat = (typeof seriesFormats)[number];

export interface FormatSeriesOptions extends CsvOptions {
  /** Language of the words. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
}

/**
 * Writes series for a person (`text`), for a program (`json`), or for a spreadsheet (`csv`); `gz-budget/chart` draws them.
 *
 * @throws BudgetError `OPTION_INVALID` for a format that there is not.
 */
export function formatSeries(report: SeriesReport, format: SeriesFormat = "text", options: FormatSeriesOptions = {}): string {
  const { locale, bom } = demandOptions(options, { ...csvKinds, locale: language });
  switch (format) {
    case "text":
      return seriesToText(withPrintableStrings(report), locale);
    case "json":
      return seriesToJson(report);
    case "csv":
      return seriesToCsv(report, { bom });
    default:
      throw unknownName("format", format, seriesFormats, locale);
  }
}
