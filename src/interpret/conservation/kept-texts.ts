import { columnNumbers } from "../../model/column-numbers.ts";
import { pageNumbersAmong } from "../../model/page-numbers.ts";
import type { PrintedText } from "../../model/printed-text.ts";
import type { RecognisedDocument, RecognisedTable } from "../../recognise/recognised-table.ts";
import type { BudgetDocument } from "../../tables/budget-document.ts";
import { proseOf, textsAround } from "./document-texts.ts";
import { saidIn } from "./said-in.ts";

/**
 * What a document took from each page. A repetition (a header on the next page, a running head) counts only if the document says the same
 * words.
 */
export function keptTexts(recognised: RecognisedDocument, document: BudgetDocument): PrintedText[] {
  const isSaid = saidIn(proseOf(document));
  const isPageNumber = pageNumbersAmong(recognised.furniture);
  return [
    ...recognised.tables.flatMap((table, index) => textsOfTable(table, document.tables[index], document)),
    ...recognised.prose.filter(({ role, text }) => role !== "grid" && isSaid(text)),
    ...recognised.furniture.filter((line) => isPageNumber(line) || isSaid(line.text)),
  ];
}

function textsOfTable(
  { rows, around }: RecognisedTable,
  table: BudgetDocument["tables"][number] | undefined,
  { organization }: BudgetDocument,
): PrintedText[] {
  if (!table) return [];
  const isSaid = saidIn([organization?.name ?? "", ...textsAround(table)]);
  const isNumbering = (text: string) => columnNumbers(text.split(" ")) !== undefined;
  const cells = rows.flatMap(({ cells: own }, row) =>
    own.flatMap(({ text, pieces }, column) => (table.rows[row]?.cells[column] === text ? pieces : [])),
  );
  return [...cells, ...around.filter(({ text }) => isSaid(text) || isNumbering(text))];
}
