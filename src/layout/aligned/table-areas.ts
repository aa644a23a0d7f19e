import type { Box } from "../../model/box.ts";
import { captionParts } from "../caption-parts.ts";
import { classifyLine } from "../classify-line.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { type Chunk, isValue, lineToChunks } from "../lines/chunk.ts";
import { printsPageNumber } from "../lines/page-number.ts";
import { type PrintedLine, printedText, splitAtGaps } from "../lines/printed-line.ts";
import type { LineRole } from "../region.ts";
import { bodyColumns, type ColumnExtent } from "./aligned-columns.ts";

/** A line of a page and its chunks. */
export interface ChunkedLine {
  readonly line: PrintedLine;
  readonly chunks: readonly Chunk[];
}

/** Lines of a page that make up a table without cell borders, and the rules among them. */
export interface TableArea {
  readonly lines: readonly ChunkedLine[];
  readonly horizontals: readonly Rule[];
  /** Ends of the table where a frame gives them. */
  readonly outer?: ColumnExtent;
}

/** Dots that lead to a page number. */
const LEADERS = /[.…·]{4,}/u;
const CONTENTS = /^目\s*录$/u;
/** What may stand above the rest of a table. */
const FURNITURE: ReadonlySet<LineRole> = new Set(["furniture", "amountUnit"]);
/** Digits alone are a page number only in this many lines at the head and the foot of a page. */
const DIGITS_ALONE = /^\d+$/u;
const OUTERMOST = 2;
/** Captions begin or end at most this many ems from the outermost text of the page, */
const MARGIN = 4;
/** or have their middle within this share of the page's text from its own middle, doubled. */
const CENTRED = 0.3;
/** A line this many ems from a table, measured between baselines, is no part of it. */
const APART = 3.5;
/** A chunk over this share of the table's width is running text, and this share of such lines makes prose. */
const RUNNING = 0.62;
const MOSTLY = 0.3;
/** Nor is one in type larger than the table's by this factor. */
const LARGER = 1.2;
/** Lines of one paragraph are at most this many ems apart. */
const BESIDE = 2.5;
/** Lines of one cell are at most this many ems apart, and begin at the same place to this many. */
const WRAPPED = 1.7;
const SAME_START = 0.35;
/** Group headings are short. */
const LONGEST_HEADING = 20;
/** So is the label of a row in a table that is blank throughout. */
const SHORT = 8;

/**
 * Lines outside the ruled grids that stand in columns, table by table.
 *
 * A table is a run of lines of two or more chunks between captions, notes and prose, with the single chunks that keep to one of its columns.
 *
 * @param obstacles Boxes of the ruled grids: no table goes on past one.
 */
export function tableAreas(lines: readonly PrintedLine[], horizontals: readonly Rule[], obstacles: readonly Box[]): TableArea[] {
  const chunked = lines.map((line, index): ChunkedLine => ({ line, chunks: lineToChunks(line, index) }));
  if (chunked.every(({ chunks }) => chunks.length < 2) || chunked.some(({ line }) => CONTENTS.test(printedText(line)))) return [];
  return uninterrupted(chunked, obstacles).flatMap((block) => areaOf(block, horizontals) ?? []);
}

/** The lines at the top of a page, down to the first caption, note or ruled grid; none where the page begins with one of these. */
export function linesAtTop(lines: readonly PrintedLine[], obstacles: readonly Box[]): PrintedLine[] {
  const chunked = lines.map((line, index): ChunkedLine => ({ line, chunks: lineToChunks(line, index) }));
  const page = pageEnds(chunked);
  const first = chunked.findIndex(({ line }) => !FURNITURE.has(classifyLine(printedText(line))));
  const rest = chunked.slice(Math.max(first, 0));
  const end = rest.findIndex((one) => interrupts(one, page) || obstacles.some(([, top]) => top < one.line.baseline));
  return rest.slice(0, end < 0 ? rest.length : end).map(({ line }) => line);
}

/** Runs of lines that no caption, note, page number or ruled grid interrupts. */
function uninterrupted(lines: readonly ChunkedLine[], obstacles: readonly Box[]): ChunkedLine[][] {
  const page = pageEnds(lines);
  const runs: ChunkedLine[][] = [[]];
  let above = Number.POSITIVE_INFINITY;
  for (const one of lines) {
    const { baseline } = one.line;
    const interrupted = interrupts(one, page);
    if (interrupted || obstacles.some(([, top, , bottom]) => top >= above - 1 && bottom <= baseline + 1)) runs.push([]);
    if (!interrupted) runs.at(-1)?.push(one);
    above = baseline;
  }
  return runs.filter((run) => run.length > 0);
}

/** Where the text of a page ends on each side. */
interface PageEnds extends ColumnExtent {
  readonly outermost: ReadonlySet<PrintedLine>;
}

function pageEnds(chunked: readonly ChunkedLine[]): PageEnds {
  const lines = chunked.map(({ line }) => line);
  return {
    left: Math.min(...lines.map(({ box }) => box[0])),
    right: Math.max(...lines.map(({ box }) => box[2])),
    outermost: new Set([...lines.slice(0, OUTERMOST), ...lines.slice(-OUTERMOST)]),
  };
}

/** Whether a line is a caption, note or page number by its words and by its place on the page: cells hold such words too. */
function interrupts({ line, chunks }: ChunkedLine, page: PageEnds): boolean {
  const text = printedText(line);
  if (page.outermost.has(line) && printsPageNumber(chunks)) return true;
  const isFurniture = () =>
    classifyLine(text) === "furniture" &&
    !(chunks.length > 1 && chunks.every((chunk) => DIGITS_ALONE.test(chunk.text))) &&
    (!DIGITS_ALONE.test(text) || page.outermost.has(line));
  if (chunks.length > 3 || chunks.some(isValue)) return chunks.length <= 3 && isFurniture();
  if (LEADERS.test(text.replace(/\s/gu, "")) || isFurniture()) return true;
  const [caption] = captionParts(text) ?? [];
  const parts = caption ? [caption] : splitAtGaps(line, 2).map((part) => captionParts(printedText(part))?.[0]);
  if (parts.includes(undefined)) return false;
  const atLeft = line.box[0] <= page.left + MARGIN * line.fontSize;
  const atRight = line.box[2] >= page.right - MARGIN * line.fontSize;
  const centred = Math.abs(line.box[0] + line.box[2] - page.left - page.right) <= CENTRED * (page.right - page.left);
  if (parts.length > 1) return atLeft || atRight || centred;
  return parts[0]?.role === "note" ? atLeft : parts[0]?.role === "title" ? centred : atLeft || atRight || centred;
}

function areaOf(run: readonly ChunkedLine[], horizontals: readonly Rule[]): TableArea | undefined {
  const multi = run.filter(({ chunks }) => chunks.length >= 2);
  const [firstMulti] = multi;
  const lastMulti = multi.at(-1);
  if (!firstMulti || !lastMulti || isContents(multi)) return undefined;
  const rules = horizontals.filter((rule) => runsThrough(rule, run));
  const besideValues = multi.some(({ chunks }) => chunks.some(isValue));
  if (!besideValues && rules.length < 2 && (multi.length < 2 || multi.every(({ chunks }) => chunks.length < 3))) return undefined;
  let start = run.indexOf(firstMulti);
  let end = run.indexOf(lastMulti);
  // Where a label is wrapped, its amount stands on a line of its own.
  const firstValue = run.findIndex(({ chunks }, index) => index >= start && chunks.some(isValue));
  const { columns } = bodyColumns(besideValues ? run.slice(firstValue, end + 1).flatMap(({ chunks }) => chunks) : []);
  while (start > 0 && belongs(run[start - 1] as ChunkedLine, run[start] as ChunkedLine, columns, "above")) start -= 1;
  const isBelow = (line: ChunkedLine) =>
    belongs(line, run[end] as ChunkedLine, columns, "below") || goesOnBelow(line, run.slice(start, end + 1));
  while (end + 1 < run.length && isBelow(run[end + 1] as ChunkedLine)) end += 1;
  if (isProse(run, start, end)) return undefined;
  return { lines: run.slice(start, end + 1), horizontals: rules };
}

/** Prose with gaps in it: its lines, or those next to it, run on over most of the width. */
function isProse(run: readonly ChunkedLine[], start: number, end: number): boolean {
  const lines = run.slice(start, end + 1);
  const width = Math.max(...lines.map(({ line }) => line.box[2])) - Math.min(...lines.map(({ line }) => line.box[0]));
  const beside = [-2, -1, 1, 2].flatMap((step) => {
    const index = step < 0 ? start + step : end + step;
    const edge = run[step < 0 ? start : end] as ChunkedLine;
    const one = run[index];
    return one && Math.abs(one.line.baseline - edge.line.baseline) <= BESIDE * Math.abs(step) * edge.line.fontSize ? [one] : [];
  });
  const context = [...lines, ...beside];
  const running = context.filter(({ chunks }) => chunks.some(({ box }) => box[2] - box[0] >= RUNNING * width));
  return running.length > MOSTLY * context.length;
}

/** Whether a single chunk next to the table keeps to one of its columns, or heads several of them. */
function belongs(
  { line, chunks }: ChunkedLine,
  neighbour: ChunkedLine,
  columns: readonly ColumnExtent[],
  side: "above" | "below",
): boolean {
  const [left, , right] = line.box;
  const em = line.fontSize;
  if (Math.abs(line.baseline - neighbour.line.baseline) > APART * em || em > LARGER * neighbour.line.fontSize) return false;
  const over = columns.filter((column) => Math.min(column.right, right) > Math.max(column.left, left));
  if (columns.length === 0 && side === "below")
    return left >= neighbour.line.box[0] - em && chunks.every(({ text }) => text.length <= SHORT);
  if (over.length === 1 && right <= (over[0]?.right ?? 0) + 2 * em) return true;
  const text = chunks.map((chunk) => chunk.text).join("");
  const besideFirst = left > (columns[0]?.left ?? 0) + 2 * em;
  return side === "above" && besideFirst && text.length <= LONGEST_HEADING && classifyLine(text) !== "heading";
}

/** Whether a line begins where a chunk closely above it does, as the next line of a cell; lines of other cells may stand between the two. */
function goesOnBelow({ line }: ChunkedLine, above: readonly ChunkedLine[]): boolean {
  const em = line.fontSize;
  const near = above.filter((one) => line.baseline - one.line.baseline <= WRAPPED * em && em <= LARGER * one.line.fontSize);
  return near.some(({ chunks }) => chunks.some(({ box }) => Math.abs(box[0] - line.box[0]) <= SAME_START * em));
}

/** Headings and page numbers that rise: a table of contents without leaders. */
function isContents(lines: readonly ChunkedLine[]): boolean {
  const pages = lines.map(({ chunks }) => (chunks.length === 2 ? Number(chunks[1]?.text) : Number.NaN));
  return (
    lines.length >= 2 && pages.every((page, index) => Number.isInteger(page) && page > 0 && page < 1000 && page >= (pages[index - 1] ?? 0))
  );
}

function runsThrough({ from, to, position }: Rule, run: readonly ChunkedLine[]): boolean {
  const first = run[0]?.line;
  const last = run.at(-1)?.line;
  if (!first || !last || position < first.box[1] - 3 * first.fontSize || position > last.box[3] + 3 * last.fontSize) return false;
  return run.some(({ line }) => line.box[0] < to && line.box[2] > from);
}
