import { classifyLine } from "../classify-line.ts";
import { type InputLine, isBlank } from "./input-line.ts";
import { runningNumbers } from "./running-numbers.ts";

/**
 * The lines that are page numbers: `— 5 —` anywhere, bare digits as the first or the last line of a page or, where the text marks no
 * pages, as they count them; several numbers are cells.
 *
 * @returns Line numbers of the input.
 */
export function furnitureLines(lines: readonly InputLine[]): ReadonlySet<number> {
  const filled = lines.filter((line) => !isBlank(line));
  const furniture = filled.filter((line, index) => {
    if (classifyLine(line.text) !== "furniture" || /\d\s+\d/u.test(line.text)) return false;
    if (!/^\s*\d+\s*$/u.test(line.text)) return true;
    const onEdge = (neighbour: InputLine | undefined) => neighbour?.pageNumber !== line.pageNumber;
    return line.pageNumber !== undefined && line.text.trim().length <= 3 && (onEdge(filled[index - 1]) || onEdge(filled[index + 1]));
  });
  const running = lines.every(({ pageNumber }) => pageNumber === undefined) ? runningNumbers(lines) : [];
  return new Set([...furniture, ...running].map(({ line }) => line));
}
