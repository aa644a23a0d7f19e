import type { PositionedPage } from "../read/page.ts";
import { classifyLine } from "./classify-line.ts";
import { type PrintedLine, printedText, splitAtGaps } from "./printed-line.ts";
import type { TextRegion } from "./region.ts";

/** Text outside the tables as captions, notes, headings and paragraphs. */
export function linesToRegions(lines: readonly PrintedLine[], page: Pick<PositionedPage, "pageNumber">): TextRegion[] {
  return lines.flatMap(partsOf).map((line) => {
    const text = printedText(line);
    return { kind: "text", role: classifyLine(text), text, pageNumber: page.pageNumber, box: line.box, fontSize: line.fontSize };
  });
}

/** A line that prints two captions side by side (单位名称：… 单位：万元), as its two parts. */
function partsOf(line: PrintedLine): PrintedLine[] {
  const parts = splitAtGaps(line, 2);
  return parts.length > 1 && parts.some((part) => isCaption(printedText(part))) ? parts : [line];
}

function isCaption(text: string): boolean {
  const role = classifyLine(text);
  return role === "amountUnit" || role === "budgetUnit" || role === "tableNumber" || role === "title";
}
