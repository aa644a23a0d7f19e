import { type Notice, notice } from "../../model/diagnostic.ts";
import { groupBy } from "../../model/group-by.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";
import type { RecognisedDocument } from "../../recognise/recognised-table.ts";
import type { BudgetDocument } from "../../tables/budget-document.ts";
import { textsOf } from "./document-texts.ts";
import { keptTexts } from "./kept-texts.ts";
import { lostFromPage } from "./lost-from-page.ts";
import { lostFromTexts } from "./lost-from-text.ts";
import { saidIn } from "./said-in.ts";
import { unprintedFigures } from "./unprinted-figures.ts";

/** Notices that hold words which stand nowhere else. */
const HOLDS_WORDS: ReadonlySet<Notice["code"]> = new Set([
  "layout.unplaced-text",
  "layout.unplaced-words",
  "layout.amounts-out-of-order",
  "recognise.figure-corrected",
  "recognise.label-corrected",
]);

const AMOUNT = /^[^\d]?\d[\d,]*\.\d+$/u;

/**
 * The law of conservation, from the page to the finished document: every word that was read stands in the document or in a notice, and no
 * figure is there that was not printed, or more often than it was.
 */
export function conservation(
  printed: readonly PrintedPage[],
  recognised: RecognisedDocument,
  document: BudgetDocument,
  notices: readonly Notice[],
): Notice[] {
  const told = notices.flatMap(({ code, page, fields: { text } }): PrintedText[] =>
    HOLDS_WORDS.has(code) && text !== undefined ? [{ page, text: String(text) }] : [],
  );
  const kept = keptTexts(recognised, document);
  const keptOrTold = groupBy([...kept, ...told], ({ page }) => page);
  const keptOf = groupBy(kept, ({ page }) => page);
  const amountsOf = groupBy(amountsTaken(recognised, document), ({ page }) => page);
  const isSaid = saidIn([...textsOf(document), ...told.map(({ text }) => text)]);
  const texts = printed.filter(({ kind }) => kind === "text");
  const lost = lostFromTexts(texts, keptOrTold, isSaid);
  const lostFrom = new Map(texts.map((page, at) => [page, lost[at] ?? []]));
  return printed.flatMap((page) => [
    ...say("interpret.text-lost", page, lostFrom.get(page) ?? lostFromPage(page, keptOrTold)),
    ...say("interpret.figure-not-printed", page, unprintedFigures(page, amountsOf.get(page.page) ?? [], keptOf.get(page.page) ?? [])),
  ]);
}

/** The cells that are amounts, each on the one page that it stands on. */
function amountsTaken({ tables }: RecognisedDocument, document: BudgetDocument): PrintedText[] {
  return tables.flatMap(({ rows }, index) =>
    rows.flatMap(({ cells }, row) =>
      cells.flatMap(({ text, pieces }, column): PrintedText[] => {
        const isTaken = text !== null && AMOUNT.test(text) && document.tables[index]?.rows[row]?.cells[column] === text;
        const [page, ...others] = new Set(pieces.map((piece) => piece.page));
        return isTaken && pieces.length > 0 && others.length === 0 ? [{ page, text }] : [];
      }),
    ),
  );
}

function say(code: "interpret.text-lost" | "interpret.figure-not-printed", { page }: PrintedPage, words: readonly string[]): Notice[] {
  return words.length === 0 ? [] : [notice(code, { page: page ?? "–", text: words.join(" ") }, { page })];
}
