import { type Notice, notice } from "../model/diagnostic.ts";
import { cutToWidth } from "../model/display-width.ts";
import { groupBy } from "../model/group-by.ts";
import type { ProseBlock } from "./recognised-table.ts";

/** A sentence names the unit behind its figure: two figures with nothing between them are cells of a row. */
const SIDE_BY_SIDE = /(?<![\d.,])[-−(]?\d[\d,]*\.\d{2,6}\)?\s+[-−(]?\d[\d,]*\.\d{2,6}(?![\d.,]|\s*[%％])/gu;
/** So much of what stands before the figures is shown with them. */
const LABEL = 12;
const LONGEST_EXCERPT = 60;

/**
 * Rows of figures in the prose, where a table stands that was not found, or was found without a title by which to know it. One notice a page.
 */
export function figuresOutsideTables(prose: readonly ProseBlock[]): Notice[] {
  const isInGrid = ({ role }: ProseBlock) => role === "grid";
  return [
    ...figureNotices(
      "recognise.figures-outside-tables",
      prose.filter((block) => !isInGrid(block)),
    ),
    ...figureNotices("recognise.untitled-table", prose.filter(isInGrid)),
  ];
}

function figureNotices(code: "recognise.figures-outside-tables" | "recognise.untitled-table", prose: readonly ProseBlock[]): Notice[] {
  const places = prose.flatMap(({ text, page }) =>
    [...text.matchAll(SIDE_BY_SIDE)].map(({ index }) => ({ page, text: text.slice(Math.max(0, index - LABEL)) })),
  );
  return [...groupBy(places, ({ page }) => page)].map(([page, found]) => {
    const text = cutToWidth(found[0]?.text ?? "", LONGEST_EXCERPT);
    return notice(code, { count: found.length, text }, { page });
  });
}
