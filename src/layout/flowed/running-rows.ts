import { compactText } from "../../model/compact-text.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import { displayWidth } from "../../model/display-width.ts";
import { greatest } from "../../model/long-lists.ts";
import { openBrackets } from "../../model/open-brackets.ts";
import type { Column } from "../../tables/column.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { type FlowedLine, textOf } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import { type AmountGroup, type FlowedText, toStream } from "./flowed-stream.ts";
import type { KnownTable } from "./known-table.ts";
import { isRowLabel } from "./label-rows.ts";
import { type CodeLengths, type FlowedCell, leadCells } from "./lead-cells.ts";
import { type GapKnowledge, splitGap } from "./split-gap.ts";

export interface RunningRows {
  readonly rows: readonly FlowedRow[];
  readonly notices: readonly Notice[];
  /** Lines after the last row that belong to none. */
  readonly left: readonly number[];
}

/** Rows of which some have fewer or more amounts than there are columns: these wait, and their cells are empty. */
export interface WaitingRows extends RunningRows {
  /** By the row's index. */
  readonly waiting: ReadonlyMap<number, AmountGroup>;
}

/**
 * Rows of a table whose text runs on cell by cell: what stands before the amounts, the amounts, what stands after them.
 *
 * @param lines Without headers.
 */
export function linesToRunningRows(
  lines: readonly FlowedLine[],
  { grammar, layout: { columns }, lead, trail, amountCount }: KnownTable,
): WaitingRows {
  const { groups, rest } = toStream(lines, amountCount);
  const behind = lead.length + amountCount;
  const knowledge = gapKnowledge(groups, rest, grammar, lead);
  const codes = codeLengths(groups, grammar);
  const stub = lead.findIndex(({ type }) => type === "label");
  const known = new Set<string>();
  const rows: FlowedRow[] = [];
  const notices: Notice[] = [];
  const waiting = new Map<number, AmountGroup>();

  const place = (cells: readonly (FlowedCell | undefined)[], from: number): (FlowedCell | undefined)[] =>
    columns.map((_, index) => cells[index - from]);
  const addTrail = (texts: readonly FlowedText[]) => {
    for (const part of byPage(texts)) {
      const { cells: texts, certain } = trailCells(part, trail.length);
      const cells = place(texts, behind);
      const row = rows.at(-1);
      if (row && row.pageNumber === part[0]?.pageNumber)
        rows[rows.length - 1] = { ...row, cells: row.cells.map((cell, index) => cells[index] ?? cell) };
      else rows.push({ cells, line: part[0]?.line ?? 1, pageNumber: part[0]?.pageNumber });
      if (!certain) notices.push(uncertain("layout.cells-run-together", part));
    }
  };
  const labelRow = (text: FlowedText): FlowedRow => ({
    cells: place(leadCells([text], lead, codes).cells, 0),
    line: text.line,
    pageNumber: text.pageNumber,
  });
  for (const [index, { before, ...amounts }] of groups.entries()) {
    const unfilled = emptyRows(before, grammar);
    for (const text of unfilled) rows.push(labelRow(text));
    const group = { ...amounts, before: before.slice(unfilled.length) };
    const split = trail.length > 0 && index > 0 ? splitGap(group.before, knowledge) : { at: 0, certain: true };
    if (!split.certain) notices.push(uncertain("layout.row-boundary", group.before));
    addTrail(group.before.slice(0, split.at));
    const parts = byPage(group.before.slice(split.at));
    for (const part of parts) {
      if (part[0]?.pageNumber === group.pageNumber) continue;
      rows.push({ cells: place(leadCells(part, lead, codes).cells, 0), line: part[0]?.line ?? 1, pageNumber: part[0]?.pageNumber });
    }
    const own = parts.find((part) => part[0]?.pageNumber === group.pageNumber) ?? [];
    const empty = emptyRows(own, grammar);
    for (const text of empty) rows.push(labelRow(text));
    const label = own.slice(empty.length);
    const { cells, certain } = leadCells(label, lead, codes, known);
    known.add(compactText(cells[stub]?.lines.join("") ?? ""));
    if (!certain) notices.push(uncertain("layout.cells-run-together", label));
    else if (isUnclosed(label.map(textOf).join(""))) notices.push(uncertain("layout.row-boundary", label));
    const fits = group.amounts.length === amountCount;
    if (!fits) waiting.set(rows.length, group);
    const figures = fits ? group.amounts.map(({ text }) => ({ lines: [text], indent: 0 })) : [];
    rows.push({ cells: place([...cells, ...figures], 0), line: label[0]?.line ?? group.line, pageNumber: group.pageNumber });
  }
  if (trail.length === 0) {
    const empty = rest.filter((text) => isRowLabel(textOf(text), grammar));
    return {
      rows: [...rows, ...empty.map(labelRow)],
      notices,
      left: rest.filter((text) => !empty.includes(text)).map(({ line }) => line),
      waiting,
    };
  }
  addTrail(rest);
  return { rows, notices, left: [], waiting };
}

/** Labels of the form at the beginning, each a row that leaves all its amounts out; the last label has the amounts behind it. */
function emptyRows(texts: readonly FlowedText[], grammar: RowGrammar): readonly FlowedText[] {
  if (grammar.grammar !== "keyed" && grammar.grammar !== "unit") return [];
  const end = texts.findIndex((text, index) => index === texts.length - 1 || !isRowLabel(textOf(text), grammar));
  return texts.slice(0, Math.max(end, 0));
}

function byPage(texts: readonly FlowedText[]): readonly (readonly FlowedText[])[] {
  return [...new Set(texts.map(({ pageNumber }) => pageNumber))].map((page) => texts.filter(({ pageNumber }) => pageNumber === page));
}

/**
 * One text column takes all of it; as many words on one line as columns stand one in each, and so do texts of which as many end with a line
 * and a full stop; otherwise nothing tells the columns apart.
 */
function trailCells(
  texts: readonly FlowedText[],
  count: number,
): { readonly cells: readonly (FlowedCell | undefined)[]; readonly certain: boolean } {
  const words = texts.flatMap((text) => text.words);
  if (count > 1 && texts.length === 1 && words.length === count)
    return { cells: words.map(({ text }) => ({ lines: [text], indent: 0 })), certain: true };
  const lines = texts.map(textOf);
  const ends = lines.flatMap((line, index) => (/[。！？]$/u.test(line) ? [index + 1] : []));
  if (count > 1 && ends.length === count && ends.at(-1) === lines.length)
    return { cells: ends.map((end, index) => ({ lines: lines.slice(ends[index - 1] ?? 0, end), indent: 0 })), certain: true };
  return { cells: Array.from({ length: count }, (_, index) => (index === 0 ? { lines, indent: 0 } : undefined)), certain: count === 1 };
}

function gapKnowledge(
  groups: readonly AmountGroup[],
  rest: readonly FlowedText[],
  grammar: RowGrammar,
  lead: readonly Column[],
): GapKnowledge {
  const texts = [...groups.flatMap(({ before }) => before), ...rest];
  const widths = (place: FlowedText["place"]) => texts.filter((text) => text.place === place).map((text) => displayWidth(textOf(text)));
  const alone = widths("alone").sort((a, b) => b - a);
  return {
    trailWidth: alone.length >= 3 ? (alone[Math.floor(alone.length / 10)] ?? 0) : 0,
    labelWidth: greatest(widths("beforeAmounts"), 0),
    isLabel: (text) => grammar.grammar === "unit" && isRowLabel(text, grammar),
    hasCode: lead[0]?.type === "code",
    sentences: texts.filter((text) => /[。！？]$/u.test(textOf(text))).length * 2 > groups.length,
  };
}

const SHORTEST_CODE = 3;

/** Classifications have codes of 3, 5 and 7 digits; how long a budget unit's code is, the table itself tells. */
export function codeLengths(groups: readonly AmountGroup[], grammar: RowGrammar): CodeLengths {
  if (grammar.grammar === "functional" || grammar.grammar === "economic") return new Set([3, 5, 7]);
  const counts = new Map<number, number>();
  for (const { words } of groups.flatMap(({ before }) => before)) {
    const [code, name] = words;
    if (code?.shape !== "digits" || code.text.length < SHORTEST_CODE || name?.shape !== "text") continue;
    counts.set(code.text.length, (counts.get(code.text.length) ?? 0) + 1);
  }
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [6];
  return new Set([usual]);
}

/** Whether a bracket stays open: a page break may have cut the label, and its rest stands among the texts below. */
function isUnclosed(label: string): boolean {
  return openBrackets(label) > 0;
}

function uncertain(code: "layout.row-boundary" | "layout.cells-run-together", texts: readonly FlowedText[]): Notice {
  const text = texts.map(textOf).join("");
  return notice(
    code,
    { line: texts[0]?.line ?? 1, text: text.length > 40 ? `${text.slice(0, 40)}…` : text },
    { page: texts[0]?.pageNumber },
  );
}
