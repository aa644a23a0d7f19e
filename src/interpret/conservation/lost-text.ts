import { type Notice, notice } from "../../model/diagnostic.ts";
import { groupBy } from "../../model/group-by.ts";
import type { PrintedPage, PrintedText } from "../../model/printed-text.ts";
import type { RecognisedDocument } from "../../recognise/recognised-table.ts";
import type { BudgetDocument } from "../../tables/budget-document.ts";
import { textsOf } from "./document-texts.ts";
import { keptTexts } from "./kept-texts.ts";
import { lostFromPage } from "./lost-from-page.ts";
import { lostFromText } from "./lost-from-text.ts";
import { saidIn } from "./said-in.ts";

/** Notices that hold words which stand nowhere else. */
const HOLDS_WORDS: ReadonlySet<Notice["code"]> = new Set([
  "layout.unplaced-text",
  "layout.unplaced-words",
  "layout.amounts-out-of-order",
  "recognise.figure-corrected",
  "recognise.label-corrected",
]);

/** The law of conservation, from the page to the finished document: every word that was read stands in the document or in a notice. */
export function lostText(
  printed: readonly PrintedPage[],
  recognised: RecognisedDocument,
  document: BudgetDocument,
  notices: readonly Notice[],
): Notice[] {
  const told = notices.flatMap(({ code, page, fields: { text } }): PrintedText[] =>
    HOLDS_WORDS.has(code) && text !== undefined ? [{ page, text: String(text) }] : [],
  );
  const kept = groupBy([...keptTexts(recognised, document), ...told], ({ page }) => page);
  const isSaid = saidIn([...textsOf(document), ...told.map(({ text }) => text)]);
  return printed.flatMap((page) => {
    const words = page.kind === "text" ? lostFromText(page, kept, isSaid) : lostFromPage(page, kept);
    return words.length === 0
      ? []
      : [notice("interpret.text-lost", { page: page.page ?? "–", text: words.join(" ") }, { page: page.page })];
  });
}
