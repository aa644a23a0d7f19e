import { displayWidth } from "../model/display-width.ts";

/** How many characters of the text size stand beside each other on a landscape A4 page between its margins. */
const PAGE_WIDTH = 150;
/** No column is narrower; a header, and a text where room is short, has at least so much; a longer text is wrapped in any case. */
const NARROWEST = 7;
const LEAST_HEADER = 8;
const LEAST_TEXT = 18;
const WIDEST_TEXT = 46;
/** Room beside a text in its column. */
const PADDING = 2;
/** Points that a line of text takes, and the room above and below a cell's lines. */
const LINE_HEIGHT = 13.5;
const ROW_PADDING = 5;
/** Points between the margins of a landscape A4 page, from top to bottom. */
const PAGE_HEIGHT = 510;
/** A table is made smaller to stand on as many pages as in print, but not smaller than this. */
const SMALLEST_SCALE = 0.55;
/** What a spreadsheet allows. */
const HIGHEST_ROW = 409;

/** The texts of a column: what may be wrapped anywhere, and figures, which may not. */
export interface ColumnTexts {
  readonly header: string;
  readonly texts: readonly string[];
  readonly figures: readonly string[];
}

/**
 * Widths of columns, in characters: as wide as their figures and shorter texts need, so that the table fits a page where it can. Where it
 * cannot, columns of texts give way, the widest most; a header wraps.
 */
export function columnWidths(columns: readonly ColumnTexts[]): number[] {
  const widestOf = (texts: readonly string[]) => texts.reduce((widest, text) => Math.max(widest, displayWidth(text)), 0);
  const needs = columns.map(({ header, texts, figures }) => {
    const [text, figure] = [widestOf(texts), widestOf(figures)];
    const least = Math.max(
      NARROWEST,
      ...[figure, Math.min(displayWidth(header), LEAST_HEADER), Math.min(text, LEAST_TEXT)].map((width) => width + PADDING),
    );
    return { least, wanted: Math.max(least, Math.min(text, WIDEST_TEXT) + PADDING) };
  });
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);
  const least = sum(needs.map((need) => need.least));
  const extra = sum(needs.map((need) => need.wanted)) - least;
  const share = extra > 0 ? Math.min(1, Math.max(0, PAGE_WIDTH - least) / extra) : 1;
  return needs.map((need) => Math.round((need.least + (need.wanted - need.least) * share) * 10) / 10);
}

/** The height of a row, in points, that shows these texts whole in cells of these widths. */
export function rowHeight(cells: readonly { readonly text: string; readonly width: number }[]): number {
  const lines = cells.map(({ text, width }) => linesOf(text, width));
  return Math.min(HIGHEST_ROW, Math.max(1, ...lines) * LINE_HEIGHT + ROW_PADDING);
}

/**
 * On how many pages a table is put, where it can still be read: those that it has in print, or, where nobody knows them, as many as it fills.
 *
 * @param size Width of the table in characters, its height in points, and that of the header that stands on every page.
 * @param printed How many pages the table has in print; 0 where that is unknown.
 * @returns 0 for as many as it takes.
 */
export function pageCount(size: { readonly width: number; readonly height: number; readonly header: number }, printed: number): number {
  const byWidth = Math.min(1, PAGE_WIDTH / size.width);
  const pages = printed || Math.max(1, Math.round((size.height * byWidth) / PAGE_HEIGHT));
  const byHeight = (pages * PAGE_HEIGHT) / (size.height + (pages - 1) * size.header);
  return Math.min(byWidth, byHeight) >= Math.min(byWidth, SMALLEST_SCALE) ? pages : 0;
}

/** A Chinese character does not begin at the end of a line that has room for half of it. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - PADDING / 2 - 1);
  return text.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(displayWidth(line) / room)), 0);
}
