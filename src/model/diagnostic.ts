import * as z from "zod";
import { Box } from "./box.ts";
import { interpretDiagnostics } from "./diagnostics/interpret.ts";
import { layoutDiagnostics } from "./diagnostics/layout.ts";
import { readDiagnostics } from "./diagnostics/read.ts";
import { recogniseDiagnostics } from "./diagnostics/recognise.ts";
import { fillTemplate, type Locale, type Placeholder } from "./locale.ts";

export const Severity = z.enum(["info", "warning", "error"]);
export type Severity = z.infer<typeof Severity>;

/** Every diagnostic there is, by the stage that says it. Severity and wording are data. */
export const diagnosticCatalogue = {
  ...readDiagnostics,
  ...layoutDiagnostics,
  ...recogniseDiagnostics,
  ...interpretDiagnostics,
} as const;

export type DiagnosticCode = keyof typeof diagnosticCatalogue;
type Fields<C extends DiagnosticCode> = Readonly<Record<Placeholder<(typeof diagnosticCatalogue)[C]["en"]>, string | number>>;

/** Where a diagnostic arises. `table` is the printed number, `row` counts from 0 in the table's rows. */
export interface Place {
  readonly table?: number | undefined;
  readonly row?: number | undefined;
  readonly page?: number | undefined;
  readonly bbox?: Box | undefined;
}

/** A diagnostic before its wording: what a stage hands on. */
export interface Notice extends Place {
  readonly code: DiagnosticCode;
  readonly fields: Readonly<Record<string, string | number>>;
}

const diagnosticShape = {
  /** 代码: what was noticed; stable. */
  code: z.enum(Object.keys(diagnosticCatalogue) as [DiagnosticCode, ...DiagnosticCode[]]),
  /** 严重程度: info, warning or error. */
  severity: Severity,
  /** 说明: a sentence in the language asked for. */
  message: z.string(),
  /** 细节: what the sentence was filled with. */
  fields: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** 表号: the printed number of the table. */
  table: z.int().optional(),
  /** 行: index in the table's rows. */
  row: z.int().optional(),
  /** 页: counted from 1. */
  page: z.int().optional(),
  /** 位置: box on the page. */
  bbox: Box.optional(),
};
export const Diagnostic: z.ZodObject<typeof diagnosticShape> = z.object(diagnosticShape);
export interface Diagnostic extends z.infer<typeof Diagnostic> {}

/** The only way to make a notice: the fields are checked against the code's own sentence. */
export function notice<C extends DiagnosticCode>(code: C, fields: Fields<C>, place: Place = {}): Notice {
  return { code, fields, ...place };
}

export function toDiagnostic({ code, fields, table, row, page, bbox }: Notice, locale: Locale): Diagnostic {
  const { severity, [locale]: template } = diagnosticCatalogue[code];
  return {
    code,
    severity,
    message: fillTemplate(template, fields),
    ...(Object.keys(fields).length > 0 && { fields: { ...fields } }),
    ...(table !== undefined && { table }),
    ...(row !== undefined && { row }),
    ...(page !== undefined && { page }),
    ...(bbox !== undefined && { bbox }),
  };
}
