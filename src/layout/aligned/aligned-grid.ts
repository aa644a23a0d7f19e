import { groupBy } from "../../model/group-by.ts";
import type { SearchBudget } from "../../model/search-budget.ts";
import type { FilledFrame } from "../grid/fill-grid.ts";
import type { Rule } from "../grid/join-rulings.ts";
import { cellPitch } from "../lines/cell-pitch.ts";
import { type Chunk, isValue, tableChunks } from "../lines/chunk.ts";
import { partDashes } from "../lines/part-dashes.ts";
import { partLabels } from "../lines/part-labels.ts";
import { printedText } from "../lines/printed-line.ts";
import { bodyColumns, type ColumnExtent, extentOf } from "./aligned-columns.ts";
import { type AlignedHeader, alignedHeader } from "./aligned-header.ts";
import type { AlignedRow } from "./aligned-rows.ts";
import type { BodyColumn } from "./match-headings.ts";
import { columnsBetween, numberedEdges } from "./numbered-columns.ts";
import { isAmountColumn, partHeader, standsIn } from "./part-header.ts";
import { partHeadings } from "./part-headings.ts";
import { partStacked } from "./part-stacked.ts";
import { chunksToRows, type FilledCell, withEmptyCells } from "./row-cells.ts";
import type { TableArea } from "./table-areas.ts";
import { chunksToBlocks } from "./text-block.ts";

export interface AlignedTable {
  readonly filled: FilledFrame;
  /** Printed text whose column, span or row is not certain. */
  readonly doubts: readonly string[];
}

/** Ends of amounts that are flush agree to this many ems, in this share of a column. */
const FLUSH = 0.25;
const MOST = 0.6;
const FIGURE = /^[-\d.,%]+$/u;

/**
 * The grid of a table that is held together by alignment.
 *
 * Columns are the x ranges between white rivers, headings name them, lines of amounts are rows; horizontal rules part rows and groups where
 * they are drawn.
 *
 * @returns undefined where the lines show no columns.
 */
export function alignedGrid({ lines, horizontals, outer }: TableArea, search: SearchBudget): AlignedTable | undefined {
  const { chunks, doubts: dashes } = partDashes(
    partLabels(lines.flatMap(({ line, chunks: [first] }) => tableChunks(line, first?.lineIndex ?? 0))),
  );
  const em = medianOf(chunks.map(({ fontSize }) => fontSize));
  const pitch = cellPitch(chunks, em);
  const { header, numbers, body } = partHeader(chunks, pitch);
  const ends = outer ?? outerExtent(chunks, horizontals);
  const known = numberedEdges(numbers, body, ends, em);
  const { columns, crossing } = known
    ? { columns: columnsBetween(known, [...numbers, ...body]), crossing: [] }
    : bodyColumns(body.length > 0 ? body : numbers);
  const flush = flushSides(columns, body, em);
  const shaped = columns.map((extent, index): BodyColumn => ({ ...extent, flush: flush[index] }));
  const blocks = partStacked(chunksToBlocks(partHeadings(header, columns), pitch, horizontals, "header"));
  const head = alignedHeader({ blocks, body: shaped, rules: horizontals, em, outer: ends, known, search });
  if (head.columns.length < 2) return undefined;
  const numberRow = chunksToRows(numbers, head.edges, 0, []);
  const { rows, cells, doubts } = chunksToRows(body, head.edges, pitch, horizontals, headingMiddles(head));
  const allRows = [...numberRow.rows, ...rows];
  const below = (own: readonly FilledCell[], by: number) =>
    own.map(({ span, lines: text }) => ({ span: { ...span, row: span.row + by }, lines: text }));
  const all = [
    ...head.cells.map(({ block, ...span }): FilledCell => ({ span, lines: block.chunks })),
    ...below(numberRow.cells, head.rowCount),
    ...below(cells, head.rowCount + numberRow.rows.length),
  ];
  if (!readsAsTable(all) || hasAxis(all)) return undefined;
  const complete = withEmptyCells(all, head.rowCount + allRows.length, head.columns.length);
  return {
    filled: {
      frame: { xs: head.edges, ys: rowEdges(head, allRows), spans: complete.map(({ span }) => span), openTop: false, openBottom: false },
      lines: complete.map((cell) => cell.lines),
    },
    doubts: [...new Set([...head.doubts, ...dashes, ...doubts, ...[...crossing].map(({ text }) => text)])],
  };
}

/** Where the heading of each column has its middle; undefined for a column without one of its own. */
function headingMiddles({ columns, cells, rowCount }: AlignedHeader): (number | undefined)[] {
  const ofColumn = new Map(
    cells
      .filter(({ row, rowSpan, columnSpan }) => columnSpan === 1 && row + rowSpan === rowCount)
      .map(({ column, block }) => [column, (block.box[0] + block.box[2]) / 2]),
  );
  return columns.map((_, column) => ofColumn.get(column));
}

/** Whether several rows have more than one cell, and no more figures than others stand alone on theirs, as those at the axis of a chart do. */
function readsAsTable(cells: readonly FilledCell[]): boolean {
  const rows = [...groupBy(cells, ({ span }) => span.row).values()].map((row) => row.filter(({ lines }) => lines.length > 0));
  const withFigures = rows.filter((row) => row.some(({ lines }) => lines.every((line) => FIGURE.test(printedText(line)))));
  const alone = withFigures.filter((row) => row.length === 1);
  return rows.filter((row) => row.length > 1).length >= 2 && alone.length * 2 <= withFigures.length;
}

/** A chart's axis has so many figures or more, and steps that agree to this share of one. */
const FEWEST_AT_AXIS = 3;
const EVEN = 0.01;
const YEAR = /^20\d\d$/u;

/** Whether the figures at the left, from the top, fall by one and the same step, as those at the axis of a chart do; ordinals and codes rise. */
function hasAxis(cells: readonly FilledCell[]): boolean {
  const texts = cells.filter(({ span }) => span.column === 0).flatMap(({ lines }) => lines.map(printedText));
  const figures = texts.filter((text) => FIGURE.test(text) && !YEAR.test(text)).map((text) => Number(text.replace(/[,%]/gu, "")));
  const steps = figures.slice(1).map((figure, index) => (figures[index] ?? 0) - figure);
  const [first = 0] = steps;
  return figures.length >= FEWEST_AT_AXIS && first > 0 && steps.every((step) => Math.abs(step - first) < EVEN * first);
}

/** On which side the text of each column is flush: labels on the left, amounts as those of the columns that tell it. */
function flushSides(columns: readonly ColumnExtent[], body: readonly Chunk[], em: number): BodyColumn["flush"][] {
  const amounts = columns.map((column) => {
    if (!isAmountColumn(column, body)) return undefined;
    const values = body.filter((chunk) => isValue(chunk) && standsIn(column, chunk));
    const left = values.filter(({ box }) => box[0] - column.left <= FLUSH * em).length;
    const right = values.filter(({ box }) => column.right - box[2] <= FLUSH * em).length;
    const least = MOST * values.length;
    return { left: left >= Math.max(least, right), right: right >= Math.max(least, left) };
  });
  const told = amounts.flatMap((sides): BodyColumn["flush"][] =>
    sides && !(sides.left && sides.right) ? [sides.left ? "left" : sides.right ? "right" : undefined] : [],
  );
  const usual = mostFrequent(told, "right");
  return amounts.map((sides) => {
    if (!sides) return "left";
    if (sides.left && sides.right) return usual;
    return sides.right ? "right" : sides.left ? "left" : undefined;
  });
}

function mostFrequent<Value>(values: readonly Value[], otherwise: Value): Value {
  const count = (value: Value) => values.filter((other) => other === value).length;
  return values.reduce((best, value) => (count(value) > count(best) ? value : best), otherwise);
}

/** Row edges midway between rows; header rows share the header's height by their text. */
function rowEdges(head: AlignedHeader, rows: readonly AlignedRow[]): number[] {
  const extents: { top: number; bottom: number }[] = [];
  for (let row = 0; row < head.rowCount; row += 1) {
    const own = head.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    const all = own.length > 0 ? own : head.cells;
    extents.push({ top: Math.min(...all.map(({ block }) => block.box[1])), bottom: Math.max(...all.map(({ block }) => block.box[3])) });
  }
  const texts = [...extents, ...rows];
  return [
    texts[0]?.top ?? 0,
    ...texts.slice(1).map((row, index) => ((texts[index]?.bottom ?? row.top) + row.top) / 2),
    texts.at(-1)?.bottom ?? 0,
  ];
}

/** Where the table's rules begin and end, or else its text. */
function outerExtent(chunks: readonly Chunk[], rules: readonly Rule[]): ColumnExtent {
  const text = extentOf(chunks);
  const wide = rules.filter(({ from, to }) => from <= text.left + 1 && to >= text.right - 1);
  if (wide.length === 0) return text;
  return { left: Math.min(...wide.map(({ from }) => from)), right: Math.max(...wide.map(({ to }) => to)) };
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
