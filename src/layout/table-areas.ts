import type { Box } from "../model/box.ts";
import { bodyColumns, type ColumnExtent } from "./aligned-columns.ts";
import type { TableArea } from "./aligned-grid.ts";
import { captionParts } from "./caption-parts.ts";
import { type Chunk, isValue, lineToChunks } from "./chunk.ts";
import { classifyLine } from "./classify-line.ts";
import type { Rule } from "./join-rulings.ts";
import { type PrintedLine, printedText, splitAtGaps } from "./printed-line.ts";

/** Dots that lead to a page number. */
const LEADERS = /[.…·]{4,}/u;
const CONTENTS = /^目录$/u;
/** Captions begin or end at most this many ems from the outermost text of the page, */
const MARGIN = 4;
/** or have their middle within this share of the page's text from its own middle, doubled. */
const CENTRED = 0.3;

/**
 * Lines outside the ruled grids that stand in columns, table by table.
 *
 * A table is a run of lines of two or more chunks between captions, notes and prose, with the single chunks that keep to one of its columns.
 */
export function tableAreas(lines: readonly PrintedLine[], horizontals: readonly Rule[], obstacles: readonly Box[]): TableArea[] {
  if (lines.some((line) => CONTENTS.test(printedText(line).replace(/\s/gu, "")))) return [];
  return blocksOfLines(lines, obstacles).flatMap((block) => areaOf(block, horizontals) ?? []);
}

/** Left and right end of all text of a page. */
function pageExtent(lines: readonly PrintedLine[]): ColumnExtent {
  return { left: Math.min(...lines.map(({ box }) => box[0])), right: Math.max(...lines.map(({ box }) => box[2])) };
}

interface Line {
  readonly line: PrintedLine;
  readonly chunks: readonly Chunk[];
}

/** Runs of lines that no caption, note, page number or ruled grid interrupts. */
function blocksOfLines(lines: readonly PrintedLine[], obstacles: readonly Box[]): Line[][] {
  const page = pageExtent(lines);
  const blocks: Line[][] = [[]];
  let above: PrintedLine | undefined;
  for (const line of lines) {
    const chunks = lineToChunks(line, blocks.at(-1)?.length ?? 0);
    const wall = obstacles.some(([, y0, , y1]) => above && y0 >= above.baseline - 1 && y1 <= line.baseline + 1);
    above = line;
    if (interrupts(line, page)) {
      blocks.push([]);
      continue;
    }
    if (wall) blocks.push([]);
    const block = blocks.at(-1) as Line[];
    block.push({ line, chunks: wall ? lineToChunks(line, 0) : chunks });
  }
  return blocks.filter((block) => block.length > 0);
}

/** Whether a line is a caption, note or page number by its words and by its place on the page: cells hold such words too. */
function interrupts(line: PrintedLine, page: ColumnExtent): boolean {
  const text = printedText(line);
  if (LEADERS.test(text.replace(/\s/gu, "")) || classifyLine(text) === "furniture") return true;
  const [role] = captionParts(text) ?? [];
  const parts = role ? [role] : splitAtGaps(line, 2).map((part) => captionParts(printedText(part))?.[0]);
  if (!parts.every((part) => part !== undefined)) return false;
  const atLeft = line.box[0] <= page.left + MARGIN * line.fontSize;
  const atRight = line.box[2] >= page.right - MARGIN * line.fontSize;
  const centred = Math.abs(line.box[0] + line.box[2] - page.left - page.right) <= CENTRED * (page.right - page.left);
  if (parts.length > 1) return atLeft || atRight || centred;
  return parts[0]?.role === "note" ? atLeft : parts[0]?.role === "title" ? centred : atLeft || atRight || centred;
}

function areaOf(block: readonly Line[], horizontals: readonly Rule[]): TableArea | undefined {
  const multi = block.filter(({ chunks }) => chunks.length >= 2);
  if (multi.length === 0) return undefined;
  const rules = horizontals.filter(({ from, to, position }) => crosses(block, from, to, position));
  const firstValue = block.findIndex(({ chunks }) => chunks.some(isValue));
  const lastMulti = block.indexOf(multi.at(-1) as Line);
  const { columns } = bodyColumns(firstValue < 0 ? [] : block.slice(firstValue, lastMulti + 1).flatMap(({ chunks }) => chunks));
  const evidence = multi.filter(({ chunks }) => chunks.some(isValue)).length;
  if (evidence === 0 && rules.length < 2 && multi.length < 2) return undefined;
  if (evidence === 0 && rules.length < 2 && !multi.some(({ chunks }) => chunks.length >= 3)) return undefined;
  if (isContents(multi)) return undefined;
  const first = block.indexOf(multi[0] as Line);
  let start = first;
  while (start > 0 && belongs(block[start - 1] as Line, block[start] as Line, columns, "above")) start -= 1;
  let end = lastMulti;
  while (end + 1 < block.length && belongs(block[end + 1] as Line, block[end] as Line, columns, "below")) end += 1;
  return { lines: block.slice(start, end + 1).map(({ line }) => line), horizontals: rules };
}

/** Whether a line next to the table keeps to one of its columns, or heads several of them. */
function belongs({ line, chunks }: Line, neighbour: Line, columns: readonly ColumnExtent[], side: "above" | "below"): boolean {
  const [chunk] = chunks;
  if (!chunk || chunks.length > 1) return true;
  const distance = Math.abs(line.baseline - neighbour.line.baseline);
  if (distance > 3.5 * line.fontSize || line.fontSize > 1.2 * neighbour.line.fontSize) return false;
  const left = columns[0]?.left ?? 0;
  const over = columns.filter((column) => Math.min(column.right, line.box[2]) > Math.max(column.left, line.box[0]));
  if (over.length === 1 && (over[0] !== columns[0] || columns.length > 1)) return line.box[2] <= (over[0]?.right ?? 0) + 2 * line.fontSize;
  return side === "above" && line.box[0] > left + 2 * line.fontSize && chunk.text.length <= 20 && classifyLine(chunk.text) !== "heading";
}

/** Headings and page numbers that rise: a table of contents without leaders. */
function isContents(lines: readonly Line[]): boolean {
  const pages = lines.map(({ chunks }) => (chunks.length === 2 ? Number(chunks[1]?.text) : Number.NaN));
  return (
    pages.every((page, index) => Number.isInteger(page) && page > 0 && page < 1000 && page >= (pages[index - 1] ?? 0)) && lines.length >= 2
  );
}

function crosses(block: readonly Line[], from: number, to: number, position: number): boolean {
  const first = block[0]?.line;
  const last = block.at(-1)?.line;
  if (!first || !last) return false;
  if (position < first.box[1] - 3 * first.fontSize || position > last.box[3] + 3 * last.fontSize) return false;
  return block.some(({ line }) => line.box[0] < to && line.box[2] > from);
}
