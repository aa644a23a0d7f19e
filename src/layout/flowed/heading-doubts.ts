import { compactText } from "../../model/compact-text.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import { type FlowedLine, type FlowedWord, isMoney } from "./flowed-line.ts";
import type { Header } from "./header-words.ts";
import { isNumberOf, matchHeader } from "./match-header.ts";

/**
 * Labels of a page whose cells come out of order that could as well be a heading: 合计 heads a column and 总计 is the row below it, or the
 * other way round. The number of the column below a heading tells it for certain.
 */
export function headingDoubts(lines: readonly FlowedLine[], header: Header): readonly Notice[] {
  const words = lines.flatMap((line) => line.words.filter((word) => !isMoney(word)));
  const { taken, cells } = matchHeader(
    words.map(({ text }) => text),
    header,
  );
  const labels = lines.map((line) => ({ ...line, label: compactTexts(line.words.filter((word) => taken[words.indexOf(word)] === false)) }));
  return header.cells.flatMap(({ wordings, column }, cell) => {
    const heading = compactTexts(words.filter((_, index) => cells[index] === cell));
    if (heading === "" || isNumberOf(column, words[cells.lastIndexOf(cell) + 1]?.text)) return [];
    const other = labels.find(({ label }) => label !== heading && wordings.includes(label));
    return other ? [notice("layout.heading-assumed", { line: other.line, text: other.label, heading }, { page: other.pageNumber })] : [];
  });
}

function compactTexts(words: readonly FlowedWord[]): string {
  return compactText(words.map(({ text }) => text).join(""));
}
