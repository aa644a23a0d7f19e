import { type Notice, notice } from "../../model/diagnostic.ts";
import { append } from "../../model/long-lists.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { addsUp, columnSums } from "./column-sums.ts";
import { type FlowedLine, textOf } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import { type FlowedText, toStream } from "./flowed-stream.ts";
import type { KnownTable } from "./known-table.ts";
import { isRowLabel } from "./label-rows.ts";
import { type FlowedCell, leadCells } from "./lead-cells.ts";
import { codeLengths, type RunningRows } from "./running-rows.ts";
import { isBroken } from "./wrapped-amounts.ts";

/**
 * What is sure of a page whose cells come out of order and cannot be put together again.
 *
 * A row that prints one label that is known to be whole and then all its amounts, which add up, stands as it is; any other label stands
 * without amounts, and the amounts that are left over are in a notice, so that no figure stands in a wrong row. Where narrow cells have
 * broken amounts, none is sure.
 *
 * @param lines Without headers.
 */
export function linesToLooseRows(
  lines: readonly FlowedLine[],
  { grammar, layout: { columns }, lead, amountCount }: KnownTable,
): RunningRows {
  const behind = lead.length + amountCount;
  const { groups, rest } = toStream(lines, amountCount);
  const codes = codeLengths(groups, grammar);
  const sums = columnSums(columns);
  const broken = lines.some(({ words }) => words.some(isBroken));
  const rows: FlowedRow[] = [];
  const loose: string[] = [];
  const spread = (cells: readonly (FlowedCell | undefined)[], from: number) => columns.map((_, index) => cells[index - from]);
  const addTexts = (texts: readonly FlowedText[]) => {
    for (const block of toBlocks(texts)) {
      const long = block.some(isLong) && behind < columns.length;
      const cells = long ? spread([{ lines: block.map(textOf), indent: 0 }], behind) : spread(leadCells(block, lead, codes).cells, 0);
      rows.push({ cells, line: block[0]?.line ?? 1, pageNumber: block[0]?.pageNumber });
    }
  };
  for (const { before, amounts, line, pageNumber } of groups) {
    const labels = before.filter((text) => !isLong(text));
    const figures = amounts.map(({ text }) => text);
    const known = labels.length === 1 && labels.every((label) => isWholeLabel(label, grammar));
    const sure = !broken && known && figures.length === amountCount && addsUp(figures, sums);
    addTexts(sure ? before.filter(isLong) : before);
    if (!sure) append(loose, figures);
    else
      rows.push({
        cells: spread([...leadCells(labels, lead, codes).cells, ...figures.map((text) => ({ lines: [text], indent: 0 }))], 0),
        line: labels[0]?.line ?? line,
        pageNumber,
      });
  }
  addTexts(rest);
  return { rows, notices: outOfOrder(lines, loose), left: [] };
}

/** That cells come out of order, and which amounts could not be given to any. */
export function outOfOrder(lines: readonly FlowedLine[], loose: readonly string[]): readonly Notice[] {
  const line = lines[0]?.line ?? 1;
  const place = { page: lines[0]?.pageNumber };
  const amounts = loose.length > 0 ? [notice("layout.amounts-out-of-order", { line, text: loose.join(" ") }, place)] : [];
  return [notice("layout.cells-out-of-order", { line }, place), ...amounts];
}

/** Lines that no blank line parts; a code and the name below it stay together. */
function toBlocks(texts: readonly FlowedText[]): readonly (readonly FlowedText[])[] {
  return texts.reduce<FlowedText[][]>((blocks, text) => {
    const open = blocks.at(-1);
    const besideCode =
      open?.length === 1 && open[0]?.words.length === 1 && open[0].words[0]?.shape === "digits" && text.words[0]?.shape === "text";
    if (open && (besideCode || !text.afterBlank)) open.push(text);
    else blocks.push([text]);
    return blocks;
  }, []);
}

/** Whether a label is no part of one: the form prints it, or it has a code of its classification. */
function isWholeLabel(text: FlowedText, grammar: RowGrammar): boolean {
  return isRowLabel(textOf(text), grammar) || /^(?:\d{3}|\d{5}|\d{7})\s\D+$/u.test(textOf(text));
}

/** A text of sentences, which is no label. */
function isLong(text: FlowedText): boolean {
  return /[。；，]/u.test(textOf(text));
}
