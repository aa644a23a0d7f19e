import * as z from "zod";
import { CheckReport } from "../model/check-report.ts";
import { unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, flag, language, type OptionKinds } from "../model/option-kinds.ts";
import { printableJson, withPrintableStrings } from "../model/printable.ts";
import { reportToJunit } from "./report-to-junit.ts";
import { reportToMarkdown } from "./report-to-markdown.ts";
import { reportToText } from "./report-to-text.ts";

export const reportFormats = ["text", "json", "markdown", "junit"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface FormatReportOptions {
  /** Language of the sentences. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
  /** Terminal colours, in text only. @default false */
  readonly colour?: boolean | undefined;
}

const kinds: OptionKinds<FormatReportOptions> = { locale: language, colour: flag };

/**
 * Writes a check report for a person (`text`, `markdown`), for a program (`json`), or for a build server (`junit`).
 *
 * @throws BudgetError `OPTION_INVALID` for a format that there is not.
 */
export function formatReport(report: CheckReport, format: ReportFormat = "text", options: FormatReportOptions = {}): string {
  const { locale, colour = false } = demandOptions(options, kinds);
  switch (format) {
    case "text":
      return reportToText(withPrintableStrings(report), { locale, colour });
    case "json":
      return `${printableJson(z.encode(CheckReport, report), 2)}\n`;
    case "markdown":
      return reportToMarkdown(withPrintableStrings(report), locale);
    case "junit":
      return reportToJunit(withPrintableStrings(report), locale);
    default:
      throw unknownName("format", format, reportFormats, locale);
  }
}
