import { compactText } from "../model/compact-text.ts";
import type { Form, TableLayout } from "../tables/define-table.ts";
import { cellText } from "./grid-rows.ts";
import { isTitleOf, type TableMatch } from "./match-table.ts";
import type { TablePart } from "./table-part.ts";

/** Headings of a form in a row of a table from which on the row is one of its headings. */
const HEADINGS_IN_ROW = 3;
/** A table of the same title whose blocks are others, less than this share of the form's, is another form's. */
const LEAST_BLOCKS = 0.5;

/**
 * Tells a table whose headings stand among its rows: by its title, or by a first row of such headings; of several forms it is the one most
 * of whose headings are there.
 *
 * @returns The table that it is, and its parts without a header; undefined for a table whose headings stand above.
 */
export function tableOfBlocks(
  title: string | null,
  parts: readonly TablePart[],
  forms: readonly Form[],
): { readonly match: TableMatch; readonly parts: readonly TablePart[] } | undefined {
  const cells = parts.flatMap(({ grid }) => grid.cells.map((cell) => ({ row: cell.row, words: compactText(cellText(cell)) })));
  const printed = new Set(cells.map(({ words }) => words));
  const top = parts[0]?.headerFrom ?? 0;
  const firstRow = cells.slice(0, parts[0]?.grid.cells.length).filter(({ row, words }) => row === top && words !== "");
  const candidates = forms.flatMap(({ id, tables }) =>
    tables.flatMap((spec) => {
      const layout = spec.layouts[id];
      if (layout?.headings !== "within") return [];
      const known = headingsOf(layout);
      const isHeaded = firstRow.length >= HEADINGS_IN_ROW && firstRow.every(({ words }) => known.has(words));
      if (title === null ? !isHeaded : !(isTitleOf(title, spec) && hasBlocks(layout, printed))) return [];
      return [{ spec, form: id, layout, headings: cells.filter(({ words }) => known.has(words)).length }];
    }),
  );
  const [best] = candidates.sort((a, b) => b.headings - a.headings);
  if (!best) return undefined;
  const { spec, form, layout } = best;
  const columns = { columns: [], moved: [], doubtful: [], missing: [], score: 1 };
  return { match: { spec, form, layout, columns }, parts: parts.map((part) => ({ ...part, bodyFrom: part.headerFrom })) };
}

function hasBlocks({ columns }: TableLayout, printed: ReadonlySet<string>): boolean {
  const blocks = new Set(columns.map(({ headers }) => compactText(headers[0]?.[0] ?? "")));
  return [...blocks].filter((words) => printed.has(words)).length >= LEAST_BLOCKS * blocks.size;
}

function headingsOf({ columns }: TableLayout): ReadonlySet<string> {
  return new Set(columns.flatMap(({ headers }) => headers.flatMap((path) => path.map(compactText))));
}
