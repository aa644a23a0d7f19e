import { type Notice, notice } from "../../model/diagnostic.ts";
import { least } from "../../model/long-lists.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { amountColumns } from "./amount-columns.ts";
import { addsUp, type ColumnSum, columnSums } from "./column-sums.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";

import type { Place } from "./header-places.ts";
import type { KnownTable } from "./known-table.ts";
import { isRowLabel, joinRowLabels } from "./label-rows.ts";
import { type AmountRow, placeAmounts } from "./place-amounts.ts";
import { textColumns } from "./text-columns.ts";
import { isBroken } from "./wrapped-amounts.ts";

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
 * @param printed Without headers.
 * @param headings Where the heading of each column stands.
 * @returns undefined when the amounts make no columns.
 */
export function toPositionedLines(
  printed: readonly FlowedLine[],
  { grammar, layout: { columns }, lead: before, trail: behind, amountCount }: KnownTable,
  headings: readonly (Place | undefined)[],
): PositionedLines | undefined {
  const sums = columnSums(columns);
  const told = amountColumns(printed, headings.slice(before.length, before.length + amountCount), sums);
  if (!told) return undefined;
  const amounts = told.places;
  const left = amounts.find((place) => place !== undefined)?.[0] ?? 0;
  const lines = joinRowLabels(printed, grammar, ({ words }) => words.every(({ to, shape }) => shape === "text" && to <= left));
  const printedRows = lines.map(({ words }) => placeAmounts(words, amounts, sums));
  const filled = printedRows.map((printedRow) => printedRow?.row);
  const placed = filled.some((row) => row?.includes(undefined)) ? withEmptyRows(lines, filled, grammar) : filled;
  const behindAmounts = startBehind(lines, placed, amounts);
  const texts = lines.map((line, index) => sideTexts(line, placed[index], amounts, behindAmounts));
  const lead = textColumns(
    texts.map(({ left }) => left),
    before,
  );
  const trail = textColumns(
    texts.map(({ right }) => right),
    behind,
  );
  const doubtful = brokenRows(placed, texts, sums);
  const amountCells = amounts.map((_, column) =>
    placed.map((words, index) => (words?.[column] && !doubtful.includes(index) ? [words[column]] : [])),
  );
  const torn = doubtful.map((index) => tornNotice(placed[index] ?? [], lines[index] as FlowedLine));
  const unsure = lines.filter((_, index) => printedRows[index]?.certain === false && !doubtful.includes(index));
  const assumed = told.certain ? unsure.map((line) => assumedNotice([line])) : [assumedNotice(lines.filter((_, index) => placed[index]))];
  const strays = texts.flatMap(({ between, right }, index) => {
    const unplaced = behind.length > 0 ? between : [...between, ...right];
    return unplaced.map(({ text }) => strayNotice(text, lines[index] as FlowedLine));
  });
  return {
    lines,
    anchors: lines.flatMap((_, index) => (placed[index] ? [index] : [])),
    cells: [...lead.cells, ...amountCells, ...trail.cells],
    edges: lead.edges,
    notices: [...unclearNotices(lines, [...lead.unclear, ...trail.unclear]), ...assumed, ...torn, ...strays],
  };
}

type Placed = AmountRow | undefined;

/** In a table that leaves amounts out, a label of the form by itself is a row without any, unless the amounts stand on the line below it. */
function withEmptyRows(lines: readonly FlowedLine[], filled: readonly Placed[], grammar: RowGrammar): readonly Placed[] {
  const empty = filled.find((row) => row !== undefined)?.map(() => undefined);
  return lines.map((line, index) => {
    const below = filled[index + 1];
    const belongsBelow = below && lines[index + 1]?.words.every((word) => below.includes(word));
    const isEmptyRow = !filled[index] && !belongsBelow && isRowLabel(line.words.map(({ text }) => text).join(""), grammar);
    return isEmptyRow ? empty : filled[index];
  });
}

/**
 * Rows that may print parts of amounts: narrow cells have broken amounts on the page, of which some stand among other words, and the row
 * does not add up, prints what could be such a part itself, or has one on the line above or below.
 */
function brokenRows(placed: readonly Placed[], texts: readonly SideTexts[], sums: readonly ColumnSum[]): readonly number[] {
  const isPart = (word: FlowedWord) => isBroken(word) && word.text.length > 3;
  const stray = texts.map(({ between }) => between.some((word) => word.shape === "digits" || isPart(word)));
  if (!stray.includes(true) && !texts.some(({ left }) => left.some(isPart))) return [];
  return placed.flatMap((row, index) => {
    if (!row) return [];
    if (stray.slice(Math.max(index - 1, 0), index + 2).includes(true)) return [index];
    const whole =
      row.every((word) => !word || !isBroken(word)) &&
      addsUp(
        row.map((word) => word?.text),
        sums,
      );
    return whole ? [] : [index];
  });
}

function tornNotice(row: readonly (FlowedWord | undefined)[], { line, pageNumber }: FlowedLine): Notice {
  const text = row.flatMap((word) => (word ? [word.text] : [])).join(" ");
  return notice("layout.amounts-out-of-order", { line, text }, { page: pageNumber });
}

function assumedNotice(rows: readonly FlowedLine[]): Notice {
  const { line = 1, pageNumber } = rows[0] ?? {};
  return notice("layout.amount-columns-assumed", { line, last: rows.at(-1)?.line ?? line }, { page: pageNumber });
}

function unclearNotices(lines: readonly FlowedLine[], unclear: readonly FlowedWord[]): readonly Notice[] {
  const from = lines.find(({ words }) => words.some((word) => unclear.includes(word)));
  const text = unclear
    .slice(0, 8)
    .map((word) => word.text)
    .join("");
  return from ? [notice("layout.columns-unclear", { line: from.line, text }, { page: from.pageNumber })] : [];
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

/** Where the text behind the amounts begins furthest to the left, on a line that fills the last amount column. */
function startBehind(lines: readonly FlowedLine[], placed: readonly Placed[], amounts: readonly (Place | undefined)[]): number {
  const last = amounts.findLastIndex((place) => place !== undefined);
  const starts = lines.flatMap(({ words }, index) => {
    const end = placed[index]?.[last]?.to;
    return end === undefined ? [] : words.filter(({ from }) => from >= end).map(({ from }) => from);
  });
  return least(starts);
}

/**
 * The words left and right of the amounts of their line, or of the amount columns where the line has none.
 *
 * @param behindAmounts Where the text behind the amounts begins at the earliest.
 */
function sideTexts({ words }: FlowedLine, placed: Placed, amounts: readonly (Place | undefined)[], behindAmounts: number): SideTexts {
  const rest = words.filter((word) => !placed?.includes(word));
  const known = amounts.flatMap((place) => (place ? [place] : []));
  const [left, right] = [known[0]?.[0] ?? 0, known.at(-1)?.[1] ?? 0];
  const own = placed?.filter((word) => word !== undefined) ?? [];
  const [from, to] = own.length > 0 ? [own[0]?.from ?? left, own.at(-1)?.to ?? right] : [left, right];
  // Behind the last amount of a row nothing is among its amounts, wherever the column ends in other rows.
  const end = placed?.[amounts.findLastIndex((place) => place !== undefined)] ? to : Math.max(to, right - 2);
  const reaches = ({ from, to, shape }: FlowedWord) => to > right || (shape === "text" && from >= behindAmounts);
  const isRight = (word: FlowedWord) => (own.length > 0 ? word.from >= end : reaches(word) && word.from > (left + right) / 2);
  const isLeft = (word: FlowedWord) => !isRight(word) && word.from < from;
  return { left: rest.filter(isLeft), right: rest.filter(isRight), between: rest.filter((word) => !isLeft(word) && !isRight(word)) };
}
