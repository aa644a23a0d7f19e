import { append } from "../model/long-lists.ts";
import type { NarrativeFigure, NarrativeSection } from "../model/narrative.ts";
import type { BudgetTable } from "../tables/budget-document.ts";
import { keyProjectFigures } from "./key-project-figures.ts";
import { type StatedAmount, statedAmounts } from "./narrative-statements.ts";
import { narrativeText } from "./narrative-text.ts";
import { paragraphFigures } from "./paragraph-figures.ts";

/**
 * Reads the figures that the explanatory part states: totals and their funds, three-public and administrative expenses, procurement,
 * transfer payments, assets, key projects; each with its change from the prior year where one is stated.
 *
 * An amount that does not say what it measures is left in the prose.
 *
 * @param sections The prose under its headings; a table in it as a paragraph of tab-separated lines. Lines that were not joined into paragraphs are joined here.
 * @param tables The document's tables: the key projects may stand among them, and their names tell a wrapped one in the prose.
 * @source the explanatory parts of 2021 and 2024; they drop trailing zeros (3,971.5)
 */
export function narrativeFigures(sections: readonly NarrativeSection[], tables: readonly BudgetTable[] = []): NarrativeFigure[] {
  const stated = sections.flatMap(({ heading, paragraphs, page, line }, section) => {
    const place = { section, ...(page !== undefined && { page }), ...(line !== undefined && { line }) };
    const before: StatedAmount[] = [];
    return joinedParagraphs(paragraphs).flatMap(({ text, paragraph }) => {
      const narrative = narrativeText(text);
      const amounts = statedAmounts(narrative);
      const figures = paragraphFigures(narrative, amounts, before, heading ?? "");
      append(before, amounts);
      return figures.map((figure) => ({ ...figure, ...place, paragraph }));
    });
  });
  return [...stated, ...keyProjectFigures(sections, tables)];
}

/** Paragraphs that do not end with their sentence go on in the next one. */
function joinedParagraphs(paragraphs: readonly string[]): { text: string; paragraph: number }[] {
  const joined: { text: string; paragraph: number }[] = [];
  let open = false;
  for (const [paragraph, text] of paragraphs.entries()) {
    const last = joined.at(-1);
    if (text.includes("\t")) open = false;
    else {
      if (open && last) last.text += text;
      else joined.push({ text, paragraph });
      open = !/[。；;！？!?：:]\s*$/u.test(text);
    }
  }
  return joined;
}
