import type { CheckedTable, ReportFigure } from "./check-report.ts";
import { cutToWidth } from "./display-width.ts";
import type { Bilingual } from "./locale.ts";

/** A document of a report, as far as places need it. */
export interface NamedDocument {
  readonly organization: string | null;
  readonly fiscalYear: number | null;
  readonly tables: readonly CheckedTable[];
}

/** Says where figures stand: the whole place, the row without its column, the column alone. */
export interface PlaceNames {
  readonly place: (figure: ReportFigure) => Bilingual;
  readonly row: (figure: ReportFigure) => Bilingual;
  readonly column: (figure: ReportFigure) => string;
  readonly table: (figure: ReportFigure) => Bilingual;
  /** A row that is missing under the one that the figure's label names. */
  readonly under: (figure: ReportFigure) => Bilingual;
}

const LABEL_WIDTH = 36;
const SENTENCE_WIDTH = 80;

/**
 * How a person finds the figures of a report: table, page, row with its label, column; or the sentence of the text.
 *
 * @param documents Those of the report; where there are several, a place begins with the year or the organisation that tells them apart.
 * @example placeNames(report.documents).place(figure).zh // "表3 第9页 第10行“2080505 机关事业…”基本支出"
 */
export function placeNames(documents: readonly NamedDocument[]): PlaceNames {
  const years = new Set(documents.map(({ fiscalYear }) => fiscalYear));
  const document = (index: number): Bilingual => {
    const { organization, fiscalYear } = documents[index] ?? { organization: null, fiscalYear: null };
    if (documents.length < 2) return { zh: "", en: "" };
    if (years.size > 1 && fiscalYear !== null) return { zh: `${fiscalYear}年 `, en: `${fiscalYear}, ` };
    return { zh: `${organization ?? index + 1} `, en: `${organization ?? index + 1}, ` };
  };
  const table = (figure: ReportFigure): Bilingual => {
    const own = document(figure.document);
    if (!("kind" in figure)) return { zh: `${own.zh}说明`, en: `${own.en}text` };
    if (figure.number !== undefined) return { zh: `${own.zh}表${figure.number}`, en: `${own.en}table ${figure.number}` };
    const title = documents[figure.document]?.tables.find(({ kind }) => kind === figure.kind)?.title ?? figure.kind;
    return { zh: `${own.zh}“${title}”`, en: `${own.en}table “${title}”` };
  };
  const row = (figure: ReportFigure): Bilingual => {
    const { zh, en } = table(figure);
    const at = pageOf(figure);
    if ("sentence" in figure) {
      const sentence = cutToWidth(figure.sentence, SENTENCE_WIDTH);
      return { zh: `${zh}${at.zh}“${sentence}”`, en: `${en}${at.en} “${sentence}”` };
    }
    const label = cutToWidth(figure.label, LABEL_WIDTH);
    if ("absent" in figure && label === "") return { zh: `${zh}${at.zh} 少一行`, en: `${en}${at.en} lacks a row` };
    if ("absent" in figure) return { zh: `${zh}${at.zh} 没有“${label}”一行`, en: `${en}${at.en} has no row “${label}”` };
    return { zh: `${zh}${at.zh} 第${figure.row + 1}行“${label}”`, en: `${en}${at.en}, row ${figure.row + 1} “${label}”` };
  };
  const column = (figure: ReportFigure): string =>
    "kind" in figure ? (documents[figure.document]?.tables.find(({ kind }) => kind === figure.kind)?.columns[figure.key] ?? "") : "";
  return {
    table,
    row,
    column,
    under: (figure) => {
      const { zh, en } = table(figure);
      const at = pageOf(figure);
      const label = "label" in figure ? cutToWidth(figure.label, LABEL_WIDTH) : "";
      return { zh: `${zh}${at.zh}“${label}”之下少一行`, en: `${en}${at.en}: a row is missing under “${label}”` };
    },
    place: (figure) => {
      const { zh, en } = row(figure);
      if ("sentence" in figure) return partOf(figure.part, { zh, en });
      const name = "absent" in figure ? "" : column(figure);
      return { zh: `${zh}${name}`, en: name === "" ? en : `${en}, ${name}` };
    },
  };
}

function pageOf({ page, line }: ReportFigure): Bilingual {
  if (page !== undefined) return { zh: ` 第${page}页`, en: `, page ${page}` };
  return line === undefined ? { zh: "", en: "" } : { zh: ` 文本第${line}行`, en: `, line ${line}` };
}

const PARTS: Readonly<Record<string, Bilingual>> = {
  change: { zh: "增减额", en: "change" },
  percentage: { zh: "百分比", en: "percentage" },
  prior: { zh: "上年数（推算）", en: "prior year (implied)" },
};

function partOf(part: string, { zh, en }: Bilingual): Bilingual {
  const name = PARTS[part];
  return name ? { zh: `${zh}${name.zh}`, en: `${en}, ${name.en}` } : { zh, en };
}
