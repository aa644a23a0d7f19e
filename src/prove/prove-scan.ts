import { ledgerOf } from "../check/ledger.ts";
import { builtInRules } from "../check/rules/built-in-rules.ts";
import { runRules } from "../check/run-rules.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { JoinedRow, RecognisedDocument, RecognisedTable } from "../recognise/recognised-table.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import type { Form } from "../tables/define-table.ts";
import { type PictureFigure, pictureFigures } from "./picture-figures.ts";
import { type Correction, proveFigures } from "./prove-figures.ts";

/** What is set right may prove what stands beside it: so many times at most. */
const mostRounds = 5;
const rules = builtInRules.filter(({ optIn }) => !optIn);

/**
 * Lets the identities of the form prove or accuse the figures that were recognised in pictures.
 *
 * Where one fails, and one other reading of one of its figures makes all identities of that figure hold, that reading is taken, and told.
 * A figure that no identity proves is told as an error if it was not read surely, or if an identity accuses it.
 *
 * @param recognised Tables with the characters of their cells.
 * @param forms Those that the tables were looked up in.
 * @param interpreted Makes the document of them.
 */
export function proveScan(
  recognised: RecognisedDocument,
  forms: readonly Form[],
  interpreted: (recognised: RecognisedDocument) => BudgetDocument,
): { readonly recognised: RecognisedDocument; readonly document: BudgetDocument } {
  let current = recognised;
  for (let round = 0; ; round++) {
    const figures = pictureFigures(current.tables);
    const document = interpreted(current);
    // A table that was not read for certain fails no sum of the checker's; here its figures are in question, whatever else is.
    const ledger = ledgerOf({ ...document, diagnostics: [] }, 0, forms);
    const { corrections, proven, accused } = proveFigures(runRules(rules, [ledger]), figures);
    if (corrections.length > 0 && round < mostRounds) {
      current = corrected(current, corrections);
      continue;
    }
    const doubtful = [...figures].filter(([place, { isUnsure }]) => !proven.has(place) && (isUnsure || accused.has(place)));
    if (doubtful.length === 0) return { recognised: current, document };
    current = { ...current, notices: [...current.notices, ...doubtful.map(([, figure]) => doubt(figure))] };
    return { recognised: current, document: interpreted(current) };
  }
}

function corrected(recognised: RecognisedDocument, corrections: readonly Correction[]): RecognisedDocument {
  return {
    ...recognised,
    tables: recognised.tables.map((table) => {
      const own = corrections.filter(({ figure }) => figure.table === table);
      return own.length === 0
        ? table
        : {
            ...table,
            rows: table.rows.map((row, index) =>
              correctedRow(
                row,
                own.filter(({ figure }) => figure.row === index),
              ),
            ),
          };
    }),
    notices: [...recognised.notices, ...corrections.map(({ figure, reading }) => told(figure, reading.text))],
  };
}

/** What was taken instead is no longer in question. */
function correctedRow(row: JoinedRow, corrections: readonly Correction[]): JoinedRow {
  if (corrections.length === 0) return row;
  const readings = new Map(corrections.map(({ figure, reading }) => [figure.column, reading.text]));
  return {
    ...row,
    cells: row.cells.map((cell, column) => {
      const text = readings.get(column);
      return text === undefined ? cell : { ...cell, text, recognised: [...text].map((character) => ({ text: character, confidence: 1 })) };
    }),
  };
}

function told(figure: PictureFigure, reading: string): Notice {
  const { number, title, row, place } = named(figure);
  return notice("recognise.figure-corrected", { number, title, row, text: figure.text, reading }, place);
}

function doubt(figure: PictureFigure): Notice {
  const { number, title, row, place } = named(figure);
  return notice("recognise.figure-doubtful", { number, title, row, text: figure.text }, place);
}

function named({ table, number, row, cell }: PictureFigure) {
  const { page, box } = cell.places[0] ?? {};
  return { number: number ?? "–", title: titleOf(table), row: row + 1, place: { table: number, row, page, bbox: box } };
}

function titleOf({ title, match }: RecognisedTable): string {
  return title ?? match?.spec.titles[0] ?? "";
}
