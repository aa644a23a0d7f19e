import { isSumLabel } from "../../model/label-words.ts";
import { type FlowedLine, type FlowedWord, isMoney, textOf } from "./flowed-line.ts";

const CODE_LENGTHS: readonly number[] = [3, 5, 7];

/**
 * Joins the lines of rows of which a converter has put the cells on two lines, since their letters do not stand at the same height.
 *
 * Two neighbouring lines are one row if each prints a part of the amounts and together they print all of them; or, where every row has
 * a code of its own, if one has the code and the other the amounts.
 *
 * @param count Amount columns of the table.
 * @param coded Whether every row but the total has a code of a classification.
 */
export function joinSplitRows(lines: readonly FlowedLine[], count: number, coded: boolean): readonly FlowedLine[] {
  const joined: FlowedLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as FlowedLine;
    const next = lines[at + 1];
    const afterNext = lines[at + 2];
    if (next && next.pageNumber === line.pageNumber && (areParts(line, next, count) || (coded && isCodeOf(line, next, afterNext)))) {
      joined.push(together(line, next));
      at += 1;
    } else joined.push(line);
  }
  return joined;
}

/** Whether two lines print the amounts of one row, these on the left and those on the right. */
function areParts(upper: FlowedLine, lower: FlowedLine, count: number): boolean {
  const [above, below] = [upper.words.filter(isMoney), lower.words.filter(isMoney)];
  if (above.length === 0 || below.length === 0 || above.length + below.length !== count) return false;
  const isLeftOf = (left: readonly FlowedWord[], right: readonly FlowedWord[]) => (left.at(-1)?.to ?? 0) <= (right[0]?.from ?? 0);
  return isLeftOf(above, below) || isLeftOf(below, above);
}

/** Whether one line has the code and the other the amounts; the amounts above belong to a code only if those below have one. */
function isCodeOf(line: FlowedLine, next: FlowedLine, afterNext: FlowedLine | undefined): boolean {
  if (hasCode(line) && !hasMoney(line)) return lacksCode(next);
  const belongsBelow = afterNext !== undefined && afterNext.pageNumber === next.pageNumber && lacksCode(afterNext);
  return lacksCode(line) && hasCode(next) && !hasMoney(next) && !belongsBelow;
}

function lacksCode(line: FlowedLine): boolean {
  const label = textOf({ words: line.words.filter((word) => !isMoney(word)) });
  return hasMoney(line) && !hasCode(line) && !isSumLabel(label);
}

function hasCode({ words: [first] }: FlowedLine): boolean {
  return first?.shape === "digits" && CODE_LENGTHS.includes(first.text.length);
}

function hasMoney({ words }: FlowedLine): boolean {
  return words.some(isMoney);
}

/** The code, the texts before the amounts, the amounts, the texts behind them. */
function together(upper: FlowedLine, lower: FlowedLine): FlowedLine {
  const words = [...upper.words, ...lower.words];
  const money = words.filter(isMoney).sort((a, b) => a.from - b.from);
  const code = [upper, lower].find(hasCode)?.words[0];
  const texts = words.filter((word) => !isMoney(word) && word !== code);
  const isBefore = (word: FlowedWord) => word.from < (money[0]?.from ?? 0);
  return {
    ...upper,
    words: [...(code ? [code] : []), ...texts.filter(isBefore), ...money, ...texts.filter((word) => !isBefore(word))],
  };
}
