import * as z from "zod";
import { CheckReport } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";
import { reportToJunit } from "./report-to-junit.ts";
import { reportToMarkdown } from "./report-to-markdown.ts";
import { reportToText } from "./report-to-text.ts";

export const reportFormats = ["text", "json", "markdown", "junit"] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface FormatReportOptions {
  /** @default "text" */
  readonly format?: ReportFormat;
  /** @default "zh" */
  readonly locale?: Locale;
  /** Terminal colours, in text only. @default false */
  readonly colour?: boolean;
}

/** Writes a check report for a person (`text`, `markdown`), for a program (`json`), or for a build server (`junit`). */
export function formatReport(report: CheckReport, { format = "text", locale = "zh", colour = false }: FormatReportOptions = {}): string {
  switch (format) {
    case "text":
      return reportToText(report, { locale, colour });
    case "json":
      return `${JSON.stringify(z.encode(CheckReport, report), null, 2)}\n`;
    case "markdown":
      return reportToMarkdown(report, locale);
    case "junit":
      return reportToJunit(report, locale);
  }
}
