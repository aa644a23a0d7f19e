import { notice } from "../../model/diagnostic.ts";
import { isTotalLabel } from "../../model/label-words.ts";
import type { Column } from "../../tables/column.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { type ArrangedChunk, arrangeAmounts } from "./arrange-amounts.ts";
import { type BlockLabel, blocksToLabels, orderLabels } from "./block-labels.ts";
import { type BlockStream, type TextBlock, toBlockStream } from "./block-stream.ts";
import { codedPairs } from "./coded-pairs.ts";
import { columnSums } from "./column-sums.ts";
import { type FlowedLine, type FlowedWord, textOf } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { KnownTable } from "./known-table.ts";
import { isRowLabel } from "./label-rows.ts";
import type { FlowedCell } from "./lead-cells.ts";
import type { RunningRows } from "./running-rows.ts";

/**
 * Rows of one page whose cells come block by block and out of order, as `pdftotext` prints them by default.
 *
 * Codes, labels, amounts and long texts come in four streams, each in its own order; they are put together again where their numbers
 * agree and the amounts of every row add up.
 *
 * @param lines Without headers.
 * @returns undefined when the streams do not fit together.
 */
export function linesToBlockRows(
  lines: readonly FlowedLine[],
  { grammar, layout: { columns }, lead, trail, amountCount }: KnownTable,
): RunningRows | undefined {
  const paired = lead.length === 2 && lead.every(({ type }) => type === "codedName");
  if (trail.length > 1 || lead.length > 2 || (lead.length === 2 && lead[0]?.type !== "code" && !(paired && amountCount === 1)))
    return undefined;
  const stream = toBlockStream(lines);
  const { blocks, amounts } = stream;
  if (paired && amountCount === 1) return toPairedRows(stream, lines);
  const chunks = arrangeAmounts(amounts, amountCount, columnSums(columns));
  if (!chunks) return undefined;
  const amountRows = chunks.flatMap(({ rows, resolved }) => rows.map((row) => (resolved ? row : row.map(() => undefined))));
  const texts = blocks.filter((block) => trail.length > 0 && isLongText(block));
  const others = blocks.filter((block) => !texts.includes(block));
  const labels = toLabels(others, lead, amountRows.length, chunks);
  if (!labels) return undefined;
  const ordered = orderLabels(labels.labels, grammar);
  const codes = labels.codes.length > 0 ? placeCodes(labels.codes, ordered.labels, grammar) : ordered.labels.map(() => undefined);
  const details = placeTexts(texts, chunks, amountRows.length);
  if (!codes || !details) return undefined;
  const pageNumber = lines[0]?.pageNumber;
  const rows = amountRows.map((amountTexts, row): FlowedRow => {
    const label = ordered.labels[row] as BlockLabel;
    const leadCells = lead.length === 2 ? [toCell(codes[row] ? [[codes[row]]] : []), toCell(label.words)] : [toCell(label.words)];
    const amountCells = amountTexts.map((text) => (text === undefined ? undefined : { lines: [text], indent: 0 }));
    const trailCells = trail.map(() => toCell(details.rows[row]?.lines.map(({ words }) => words) ?? []));
    return { cells: [...leadCells, ...amountCells, ...trailCells], line: label.line, pageNumber };
  });
  const carried = details.carried && {
    cells: columns.map((_, column) =>
      column === lead.length + amountCount ? toCell(details.carried?.lines.map(({ words }) => words) ?? []) : undefined,
    ),
    line: details.carried.lines[0]?.line ?? 1,
    pageNumber,
  };
  const line = lines[0]?.line ?? 1;
  const notices = [
    notice(ordered.certain ? "layout.rows-put-together" : "layout.rows-assumed", { line, rows: rows.length }, { page: pageNumber }),
  ];
  const loose = chunks.filter(({ resolved }) => !resolved).flatMap((chunk) => chunk.rows.flat());
  if (loose.length > 0) notices.push(notice("layout.amounts-out-of-order", { line, text: loose.join(" ") }, { page: pageNumber }));
  return { rows: carried ? [carried, ...rows] : rows, notices, left: [] };
}

/** Rows of two coded names and one amount. */
function toPairedRows({ blocks, amounts }: BlockStream, lines: readonly FlowedLine[]): RunningRows | undefined {
  const pairs = codedPairs(
    blocks,
    amounts.map(({ text }) => text),
  );
  const pageNumber = lines[0]?.pageNumber;
  const rows = pairs?.map(({ left, right, amount, line }): FlowedRow => {
    return { cells: [toCell(left), toCell(right), { lines: [amount], indent: 0 }], line, pageNumber };
  });
  const notices = [notice("layout.rows-put-together", { line: lines[0]?.line ?? 1, rows: pairs?.length ?? 0 }, { page: pageNumber })];
  return rows && { rows, notices, left: [] };
}

/** A text column holds sentences and stands after amounts; a label has no stops and no amounts among its lines. */
function isLongText({ lines, amountsInside, afterAmount }: TextBlock): boolean {
  const text = lines.map(({ words }) => words.map((word) => word.text).join("")).join("");
  return amountsInside > 0 || afterAmount || /[。；，]/u.test(text);
}

/** Codes of a column of their own, and the labels beside them. */
function toLabels(
  blocks: readonly TextBlock[],
  lead: readonly Column[],
  count: number,
  chunks: readonly ArrangedChunk[],
): { readonly labels: readonly BlockLabel[]; readonly codes: readonly FlowedWord[] } | undefined {
  const anchorOf = (amountsBefore: number) => {
    const chunk = chunks.findIndex(({ from }) => from === amountsBefore);
    const single = chunk !== -1 && chunks[chunk]?.rows.length === 1;
    return single ? chunks.slice(0, chunk).reduce((sum, { rows }) => sum + rows.length, 0) : undefined;
  };
  const hasCodes = lead.length === 2;
  const isCode = (word: FlowedWord) => hasCodes && word.shape === "digits";
  const codes = blocks.flatMap((block) => block.lines.flatMap(({ words }) => words.slice(0, 1).filter(isCode)));
  const names = blocks.flatMap((block) => {
    const lines = block.lines
      .map(({ words, line }) => ({ words: words[0] && isCode(words[0]) ? words.slice(1) : words, line }))
      .filter(({ words }) => words.length > 0);
    return lines.length > 0 ? [{ ...block, lines }] : [];
  });
  const labels = blocksToLabels(names, count, anchorOf);
  return labels && { labels, codes };
}

/**
 * One code a row, but for totals and, where rows are of several kinds, for labels that the form prints; codes that do not rise with the
 * rows are not the rows' codes.
 */
function placeCodes(
  codes: readonly FlowedWord[],
  labels: readonly BlockLabel[],
  grammar: RowGrammar,
): readonly (FlowedWord | undefined)[] | undefined {
  const text = ({ words }: BlockLabel) => textOf({ words: words.flat() });
  const coded = [labels.filter((label) => !isTotalLabel(text(label))), labels.filter((label) => !isRowLabel(text(label), grammar))].find(
    ({ length }) => length === codes.length,
  );
  const rising = codes.every(({ text: code }, index) => index === 0 || (codes[index - 1]?.text ?? "") < code);
  if (!coded || !rising) return undefined;
  return labels.map((label) => (coded.includes(label) ? codes[coded.indexOf(label)] : undefined));
}

/** Each long text to its row: in order, no row twice; one that is too many goes on from the page before. */
function placeTexts(
  texts: readonly TextBlock[],
  chunks: readonly ArrangedChunk[],
  count: number,
): { readonly rows: readonly (TextBlock | undefined)[]; readonly carried: TextBlock | undefined } | undefined {
  const rows = new Array<TextBlock | undefined>(count).fill(undefined);
  const starts = chunks.map((_, index) => chunks.slice(0, index).reduce((sum, { rows: own }) => sum + own.length, 0));
  const carried =
    texts[0]?.amountsBefore === 0 && texts[0].amountsInside === 0 && chunks[0]?.rows.length === 1 && texts.length > count
      ? texts[0]
      : undefined;
  for (const [index, chunk] of chunks.entries()) {
    const end = chunks[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    const own = texts.filter(
      (text) => text !== carried && text.amountsBefore + text.amountsInside > chunk.from && text.amountsBefore + text.amountsInside <= end,
    );
    if (own.length > chunk.rows.length) return undefined;
    if (own.length > 0 && own.length < chunk.rows.length) return undefined;
    own.forEach((text, offset) => {
      rows[(starts[index] ?? 0) + offset] = text;
    });
  }
  const placed = rows.filter((text) => text !== undefined).length + (carried ? 1 : 0);
  return placed === texts.length ? { rows, carried } : undefined;
}

function toCell(lines: readonly (readonly FlowedWord[])[]): FlowedCell | undefined {
  const filled = lines.filter((words) => words.length > 0);
  return filled.length === 0 ? undefined : { lines: filled.map((words) => textOf({ words })), indent: filled[0]?.[0]?.indent ?? 0 };
}
