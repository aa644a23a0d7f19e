import type { CheckReport, ReportFigure } from "../model/check-report.ts";
import type { Locale } from "../model/locale.ts";

/** What a check says of a cell. */
export interface CellMark {
  /** Whether a cause is there, or only findings that speak of the cell. */
  readonly strength: "cause" | "finding";
  readonly texts: readonly string[];
}

/** Marks of one table. */
export interface TableMarks {
  readonly cell: (row: number, column: number) => CellMark | undefined;
  /** Of what the table does not print: rows that are missing. */
  readonly table: CellMark | undefined;
}

/**
 * What a report says of the cells of a document's tables: causes with their corrections, and the findings that are inconsistent.
 *
 * @param document Index into the report's documents.
 */
export function cellMarks(report: CheckReport, document: number, locale: Locale): (kind: string) => TableMarks {
  const marks = new Map<string, CellMark & { readonly texts: string[] }>();
  const mark = (figure: ReportFigure, strength: CellMark["strength"], text: string) => {
    if (figure.document !== document || !("kind" in figure)) return;
    const key = keyOf(figure.kind, "row" in figure ? figure : undefined);
    const known = marks.get(key) ?? { strength, texts: [] };
    if (!known.texts.includes(text)) known.texts.push(text);
    marks.set(key, known);
  };
  for (const { message, corrections } of report.causes) for (const { figure } of corrections) mark(figure, "cause", message[locale]);
  for (const { outcome, rule, message, left, right } of report.findings) {
    if (outcome !== "inconsistent") continue;
    for (const figure of [...left.figures, ...right.figures]) mark(figure, "finding", `${rule} ${message[locale]}`);
  }
  return (kind) => ({ cell: (row, column) => marks.get(keyOf(kind, { row, column })), table: marks.get(keyOf(kind)) });
}

function keyOf(kind: string, cell?: { readonly row: number; readonly column: number }): string {
  return cell ? `${kind} ${cell.row} ${cell.column}` : kind;
}
