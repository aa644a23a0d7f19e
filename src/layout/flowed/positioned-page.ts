import { type Notice, notice } from "../../model/diagnostic.ts";
import type { TableLayout } from "../../tables/define-table.ts";
import { type AmountColumns, amountColumns, placeAmounts } from "./amount-columns.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";
import { textColumns } from "./text-columns.ts";

/** A page of a table whose words stand in columns: every word in its column, rows not yet told apart. */
export interface PositionedLines {
  readonly lines: readonly FlowedLine[];
  /** Indexes of the lines that print amounts. */
  readonly anchors: readonly number[];
  /** For each column of the layout, its words on each line. */
  readonly cells: readonly (readonly (readonly FlowedWord[])[])[];
  /** Left edge of each column before the amounts, to tell indents from. */
  readonly edges: readonly (number | undefined)[];
  readonly notices: readonly Notice[];
}

/**
 * Puts the words of a page into the columns of a layout, by where they stand.
 *
 * @returns undefined when no row prints all its amounts, so that their columns are not known.
 */
export function toPositionedLines(lines: readonly FlowedLine[], { columns }: TableLayout): PositionedLines | undefined {
  const first = columns.findIndex(({ type }) => type === "amount");
  const last = columns.findLastIndex(({ type }) => type === "amount");
  const amounts = amountColumns(lines, last - first + 1);
  if (!amounts) return undefined;
  const placed = lines.map(({ words }) => placeAmounts(words, amounts));
  const texts = lines.map((line, index) => sideTexts(line, placed[index], amounts));
  const lead = textColumns(
    texts.map(({ left }) => left),
    columns.slice(0, first),
  );
  const trail = textColumns(
    texts.map(({ right }) => right),
    columns.slice(last + 1),
  );
  const amountCells = amounts.map((_, column) => placed.map((words) => (words?.[column] ? [words[column]] : [])));
  const strays = texts.flatMap(({ between }, index) => between.map(({ text }) => strayNotice(text, lines[index] as FlowedLine)));
  return {
    lines,
    anchors: lines.flatMap((_, index) => (placed[index] ? [index] : [])),
    cells: [...lead.cells, ...amountCells, ...trail.cells],
    edges: lead.edges,
    notices: [...lead.notices, ...trail.notices, ...strays],
  };
}

function strayNotice(text: string, { line, pageNumber }: FlowedLine): Notice {
  return notice("layout.unplaced-words", { line, text }, { page: pageNumber });
}

interface SideTexts {
  readonly left: readonly FlowedWord[];
  readonly right: readonly FlowedWord[];
  /** Words among the amounts that are none. */
  readonly between: readonly FlowedWord[];
}

/** The words left and right of the amounts of their line, or of the amount columns where the line has none. */
function sideTexts({ words }: FlowedLine, placed: readonly (FlowedWord | undefined)[] | undefined, amounts: AmountColumns): SideTexts {
  const rest = words.filter((word) => !placed?.includes(word));
  const [left, right] = [amounts[0]?.[0] ?? 0, amounts.at(-1)?.[1] ?? 0];
  const own = placed?.filter((word) => word !== undefined) ?? [];
  const [from, to] = own.length > 0 ? [own[0]?.from ?? left, own.at(-1)?.to ?? right] : [left, right];
  const isRight = (word: FlowedWord) =>
    own.length > 0 ? word.from >= to && word.from >= right - 2 : word.to > right && word.from > (left + right) / 2;
  const isLeft = (word: FlowedWord) => !isRight(word) && word.from < from;
  return { left: rest.filter(isLeft), right: rest.filter(isRight), between: rest.filter((word) => !isLeft(word) && !isRight(word)) };
}
