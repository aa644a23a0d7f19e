import { columnNumbers } from "../../model/column-numbers.ts";
import { groupBy } from "../../model/group-by.ts";
import { type Chunk, isValue } from "../lines/chunk.ts";
import { bodyColumns, type ColumnExtent } from "./aligned-columns.ts";
import { chunksToBlocks } from "./text-block.ts";

export interface HeaderAndBody {
  readonly header: readonly Chunk[];
  /** The row of column numbers; empty where none is printed. */
  readonly numbers: readonly Chunk[];
  readonly body: readonly Chunk[];
}

/** A column is one of amounts when this share of its chunks are. */
const AMOUNTS = 0.6;
/** Blocks of one row share more than this many ems of height. */
const SHARED = 0.3;

/**
 * Tells a table's header from its body: the header ends with the last line that heads a column of amounts, or with the column numbers.
 *
 * @param pitch Greatest distance of two baselines in one cell, in points: what goes on a heading belongs to it.
 */
export function partHeader(chunks: readonly Chunk[], pitch: number): HeaderAndBody {
  const ofLines = [...groupBy(chunks, ({ lineIndex }) => lineIndex)];
  const numberLine = ofLines.find(([, line], index) => isNumberRow(line, ofLines[index - 1]?.[1] ?? []))?.[0];
  const firstValue = Math.min(
    ...chunks.filter((chunk) => isValue(chunk) && chunk.lineIndex !== numberLine).map(({ lineIndex }) => lineIndex),
  );
  const numbered = numberLine !== undefined && numberLine <= firstValue;
  if (numbered) {
    return {
      header: chunks.filter(({ lineIndex }) => lineIndex < numberLine),
      numbers: chunks.filter(({ lineIndex }) => lineIndex === numberLine),
      body: chunks.filter(({ lineIndex }) => lineIndex > numberLine),
    };
  }
  const last = lastLabelHeading(chunks, lastHeaderLine(chunks, firstValue, pitch), firstValue, pitch);
  const header = chunks.filter(({ lineIndex }) => lineIndex <= last);
  const body: Chunk[] = [];
  for (const chunk of chunks) {
    if (chunk.lineIndex <= last) continue;
    if (chunk.lineIndex < firstValue && header.some((above) => goesOn(above, chunk, pitch))) header.push(chunk);
    else body.push(chunk);
  }
  return { header, numbers: [], body };
}

/** Headings of the label columns may stand lower than those of the amounts: a line of two words or more that do not go on below it. */
function lastLabelHeading(chunks: readonly Chunk[], last: number, firstValue: number, pitch: number): number {
  if (last < 0 || firstValue === Number.POSITIVE_INFINITY) return last;
  const between = chunks.filter(({ lineIndex }) => lineIndex > last && lineIndex < firstValue);
  let lowest = last;
  for (const [lineIndex, line] of groupBy(between, (chunk) => chunk.lineIndex)) {
    const ends = line.filter((chunk) => !chunks.some((below) => goesOn(chunk, below, pitch)));
    if (line.length >= 2 && ends.length > 0 && line.every(({ shape }) => shape === "text")) lowest = Math.max(lowest, lineIndex);
  }
  return lowest;
}

function goesOn(above: Chunk, below: Chunk, pitch: number): boolean {
  const distance = below.baseline - above.baseline;
  return distance > 0 && distance <= pitch && Math.min(above.box[2], below.box[2]) > Math.max(above.box[0], below.box[0]);
}

/** Whether most of what stands in a column are amounts. */
export function isAmountColumn(column: ColumnExtent, body: readonly Chunk[]): boolean {
  const own = body.filter((chunk) => standsIn(column, chunk));
  return own.filter(({ shape }) => shape !== "text").length >= AMOUNTS * own.length && own.some(isValue);
}

export function standsIn({ left, right }: ColumnExtent, { box }: Chunk): boolean {
  return Math.min(right, box[2]) - Math.max(left, box[0]) > 0.5 * (box[2] - box[0]);
}

/** `1 2 3 …`, at least three of them, or one under each of two headings; the first may be a word (栏次). */
function isNumberRow(line: readonly Chunk[], above: readonly Chunk[]): boolean {
  const texts = [...line].sort((a, b) => a.box[0] - b.box[0]).map(({ text }) => text);
  const numbers = columnNumbers(texts) ?? columnNumbers(texts.slice(1)) ?? [];
  const isOfTwo = texts.length === 2 && numbers.length === 2 && above.length === 2 && above.every(({ shape }) => shape === "text");
  return (numbers.length >= 3 || isOfTwo) && (numbers[0] ?? 0) <= 2;
}

/** Index of the lowest line that heads a column of amounts, -1 where the page begins inside the body. */
function lastHeaderLine(chunks: readonly Chunk[], firstValue: number, pitch: number): number {
  if (firstValue === Number.POSITIVE_INFINITY) return lastFullLine(chunks, pitch);
  const rest = chunks.filter(({ lineIndex }) => lineIndex >= firstValue);
  const { columns } = bodyColumns(rest);
  const labels = columns.filter((column) => !isAmountColumn(column, rest));
  let last = -1;
  for (const { lineIndex, box } of chunks) {
    if (lineIndex >= firstValue || lineIndex <= last) continue;
    const over = columns.filter(({ left, right }) => Math.min(right, box[2]) > Math.max(left, box[0]));
    if (over.length === 0 || over.some((column) => !labels.includes(column))) last = lineIndex;
  }
  return last;
}

/** Without amounts: the header ends with the row that fills most columns; rows below it hold a label or the rest of a cell. */
function lastFullLine(chunks: readonly Chunk[], pitch: number): number {
  const bands: { blocks: number; last: number; bottom: number }[] = [];
  for (const block of chunksToBlocks(chunks, pitch, [], "header")) {
    const band = bands.at(-1);
    const last = Math.max(...block.chunks.map(({ lineIndex }) => lineIndex));
    if (band && block.box[1] < band.bottom - SHARED * block.fontSize) {
      band.blocks += 1;
      band.last = Math.max(band.last, last);
      band.bottom = Math.max(band.bottom, block.box[3]);
    } else {
      bands.push({ blocks: 1, last, bottom: block.box[3] });
    }
  }
  const fullest = Math.max(...bands.map(({ blocks }) => blocks));
  return bands.findLast(({ blocks }) => blocks >= AMOUNTS * fullest)?.last ?? -1;
}
