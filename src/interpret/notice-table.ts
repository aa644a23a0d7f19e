import type { Notice } from "../model/diagnostic.ts";
import type { RecognisedTable, TableExtent } from "../recognise/recognised-table.ts";

/**
 * Says which table a notice of an earlier stage concerns: those stages know the page and the place on it, not the table.
 *
 * @returns The notice with its table's number, or as it was where it concerns none, or where the page holds several and nothing tells which.
 */
export function withTable(made: Notice, tables: readonly RecognisedTable[]): Notice {
  if (made.table !== undefined) return made;
  const table = tableAt(made, tables);
  const number = table?.printedNumber ?? table?.match?.layout.number;
  return number === undefined ? made : { ...made, table: number };
}

function tableAt({ page, bbox, fields }: Notice, tables: readonly RecognisedTable[]): RecognisedTable | undefined {
  const { line } = fields;
  if (typeof line === "number") return tables.find(({ extents }) => extents.some((extent) => isWithin(line, extent)));
  if (page === undefined) return undefined;
  const onPage = tables.filter(({ pages }) => pages.includes(page));
  if (onPage.length === 1 || !bbox) return onPage.length === 1 ? onPage[0] : undefined;
  return onPage.find(({ extents }) => extents.some(({ page: at, box }) => at === page && box && box[1] < bbox[3] && box[3] > bbox[1]));
}

function isWithin(at: number, { line, lastLine }: TableExtent): boolean {
  return line !== undefined && lastLine !== undefined && line <= at && at <= lastLine;
}
