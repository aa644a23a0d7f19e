import { compactText } from "../../model/compact-text.ts";
import { isSumLabel } from "../../model/label-words.ts";
import type { Column } from "../../tables/column.ts";
import { catalogueCells } from "./catalogue-cells.ts";
import { type FlowedWord, textOf } from "./flowed-line.ts";
import type { FlowedText } from "./flowed-stream.ts";

/** The text of a cell before it has a place. */
export interface FlowedCell {
  readonly lines: readonly string[];
  readonly indent: number;
}

export interface LeadCells {
  /** One a column; undefined for an empty cell. */
  readonly cells: readonly (FlowedCell | undefined)[];
  /** False where the words could stand in the columns in more than one way. */
  readonly certain: boolean;
}

/** Lengths of the codes that a table prints: fixed for classifications, learnt for budget units. */
export type CodeLengths = ReadonlySet<number>;

/**
 * Divides the words before the amounts of a row among the columns that stand there.
 *
 * @param columns The columns left of the first amount column.
 * @param known Labels of the rows above, without white space.
 */
export function leadCells(
  texts: readonly FlowedText[],
  columns: readonly Column[],
  codeLengths: CodeLengths,
  known: ReadonlySet<string> = new Set(),
): LeadCells {
  const lines = texts.map(({ words }) => words);
  if (columns.length === 1) return { cells: [toCell(lines)], certain: true };
  if (columns.every(({ type }) => type === "codedName")) return codedNames(lines, columns.length);
  if (columns[0]?.type !== "code") return severalTexts(lines, columns);
  const { code, rest } = takeCode(lines, codeLengths);
  const item = code && catalogueCells(rest, columns.slice(1), known);
  if (item) return { cells: [code, ...item].map((lines) => (lines.length > 0 ? { lines, indent: 0 } : undefined)), certain: true };
  const label = columns.length === 2 || rest.length === 0 ? { cells: [toCell(rest)], certain: true } : severalTexts(rest, columns.slice(1));
  return { cells: fill([code && { lines: code, indent: 0 }, ...label.cells], columns.length), certain: label.certain };
}

type WordLines = readonly (readonly FlowedWord[])[];

function toCell(lines: WordLines): FlowedCell | undefined {
  const filled = lines.filter((words) => words.length > 0);
  const indent = filled[0]?.[0]?.indent ?? 0;
  return filled.length === 0 ? undefined : { lines: filled.map((words) => textOf({ words })), indent };
}

function fill(cells: readonly (FlowedCell | undefined)[], length: number): readonly (FlowedCell | undefined)[] {
  return Array.from({ length }, (_, index) => cells[index]);
}

/** The digits at the beginning, if they have a code's length; a code that was wrapped stands on two lines. */
function takeCode(lines: WordLines, lengths: CodeLengths): { readonly code: readonly string[] | undefined; readonly rest: WordLines } {
  const [first = [], second = [], ...others] = lines;
  const head = first[0];
  if (head?.shape !== "digits") return { code: undefined, rest: lines };
  const tail = first.length === 1 && second[0]?.shape === "digits" ? second[0] : undefined;
  if (!lengths.has(head.text.length) && tail && lengths.has(head.text.length + tail.text.length))
    return { code: [head.text, tail.text], rest: [second.slice(1), ...others] };
  if (!lengths.has(head.text.length)) return { code: undefined, rest: lines };
  return { code: [head.text], rest: [first.slice(1), ...lines.slice(1)] };
}

/** `[501]name [301]name`: a bracket opens the next column; a label without a code stands in the last one. */
function codedNames(lines: WordLines, count: number): LeadCells {
  const parts: FlowedWord[][][] = [];
  for (const words of lines) {
    let fresh = true;
    for (const word of words) {
      const opens = /^[[［【(（]\d+[\]］】)）]/u.test(word.text);
      if (opens || parts.length === 0) parts.push([[]]);
      else if (fresh) parts.at(-1)?.push([]);
      parts.at(-1)?.at(-1)?.push(word);
      fresh = false;
    }
  }
  const cells = parts.map(toCell);
  if (cells.length === count) return { cells, certain: true };
  const label = compactText(cells[0]?.lines.join("") ?? "");
  if (cells.length === 1 && isSumLabel(label))
    return { cells: fill([...Array.from({ length: count - 1 }, () => undefined), cells[0]], count), certain: true };
  return { cells: fill(cells.slice(0, count), count), certain: false };
}

/**
 * Text columns side by side. Digits and letter codes find the column of their type; as many words as columns stand one in each; a label
 * alone stands in the first one.
 */
function severalTexts(lines: WordLines, columns: readonly Column[]): LeadCells {
  const words = lines.flat();
  const cells = new Array<FlowedCell | undefined>(columns.length).fill(undefined);
  if (lines.length === 1 && words.length === columns.length && words.every((word, index) => suits(word, columns[index])))
    return { cells: words.map((word) => toCell([[word]])), certain: true };
  const alone = lines.length === 1 && words.length === 1;
  cells[0] = toCell(lines);
  return { cells, certain: alone || isSumLabel(textOf({ words })) };
}

function suits({ shape }: FlowedWord, column: Column | undefined): boolean {
  return column?.type === "quantity" ? shape === "digits" : column?.type === "code" ? shape === "digits" : true;
}
