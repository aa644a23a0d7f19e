import * as z from "zod";
import { CheckReport } from "../model/check-report.ts";
import { unknownName } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { demandOptions, flag, language, type OptionKinds, oneOf } from "../model/option-kinds.ts";
import { printableJson, withPrintableStrings } from "../model/printable.ts";
import { onlyInconsistent } from "./only-inconsistent.ts";
import { reportToJunit } from "./report-to-junit.ts";
import { reportToMarkdown } from "./report-to-markdown.ts";
import { reportToSarif } from "./report-to-sarif.ts";
import { reportToText } from "./report-to-text.ts";

export const reportFormats = ["text", "json", "markdown", "junit", "sarif"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface FormatReportOptions {
  /** Language of the sentences. @default the runtime's: Chinese where that is Chinese, else English */
  readonly locale?: Locale | undefined;
  /** Terminal colours, in text only. @default false */
  readonly colour?: boolean | undefined;
  /** Leaves out the findings that are consistent or were not checked. @default all */
  readonly only?: "inconsistent" | undefined;
}

const kinds: OptionKinds<FormatReportOptions> = { locale: language, colour: flag, only: oneOf(["inconsistent"]) };

/**
 * Writes a check report for a person (`text`, `markdown`), for a program (`json`), for a build server (`junit`), or for code review (`sarif`).
 *
 * @throws BudgetError `OPTION_INVALID` for a format that there is not.
 */
export function formatReport(whole: CheckReport, format: ReportFormat = "text", options: FormatReportOptions = {}): string {
  const { locale, colour = false, only } = demandOptions(options, kinds);
  const report = only ? onlyInconsistent(whole) : whole;
  switch (format) {
    case "text":
      return reportToText(withPrintableStrings(report), { locale, colour });
    case "json":
      return `${printableJson(z.encode(CheckReport, report), 2)}\n`;
    case "markdown":
      return reportToMarkdown(withPrintableStrings(report), locale);
    case "junit":
      return reportToJunit(withPrintableStrings(report), locale);
    case "sarif":
      return reportToSarif(withPrintableStrings(report), locale);
    default:
      throw unknownName("format", format, reportFormats, locale);
  }
}
