import { compactText } from "../../model/compact-text.ts";
import { isOrganisationName } from "../../model/organisation-name.ts";
import type { HeaderPath } from "../../tables/column.ts";
import type { InputLine } from "../text/input-line.ts";
import type { FlowedLine, FlowedWord } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { Place } from "./header-places.ts";
import type { KnownTable } from "./known-table.ts";
import { toPositionedLines } from "./positioned-page.ts";
import { positionedRows } from "./positioned-rows.ts";
import type { RunningRows } from "./running-rows.ts";

/** The unit of the money, printed behind its heading: 预算数（单位：万元）. */
const UNIT = /(?<!\()\({1,2}(?:金额)?单位:[^()]*\){1,2}$/u;

/** The rows of a table without title, under its headings as printed. */
export interface UntitledRows extends RunningRows {
  readonly paths: readonly HeaderPath[];
}

/**
 * The tables without number and title whose header this line is: all headings side by side, and nothing else.
 *
 * 重点项目预算绩效目标 stands in the prose, with nothing above it but its headings.
 */
export function untitledTablesAt({ text }: InputLine, candidates: readonly KnownTable[]): readonly KnownTable[] {
  const headings = text.trim().split(/\s+/u);
  return candidates.filter((candidate) => isUntitled(candidate) && isUntitledHeader(headings, candidate));
}

/** A table of one column of amounts that a form prints among its prose. */
export function isUntitled({ layout: { number, headings }, amountCount }: KnownTable): boolean {
  return number === undefined && headings !== "within" && amountCount === 1;
}

/** Whether these are the headings of a table's columns, each of its own. */
export function isUntitledHeader(headings: readonly string[], { layout: { columns } }: KnownTable): boolean {
  const printed = headings.map((heading) => compactText(heading).replace(UNIT, ""));
  return (
    printed.length === columns.length &&
    columns.every(({ headers }, column) =>
      headers.some(([heading = "", ...below]) => below.length === 0 && compactText(heading) === printed[column]),
    )
  );
}

/**
 * The rows of a table without title, whose headings say where its columns stand; undefined where the text does not tell its rows for
 * certain.
 *
 * @param lines With headers.
 */
export function untitledRows(lines: readonly FlowedLine[], chosen: KnownTable): UntitledRows | undefined {
  const textsOf = ({ words }: FlowedLine) => words.map(({ text }) => text);
  const headers = lines.filter((line) => isUntitledHeader(textsOf(line), chosen) && standsInColumns(line));
  const pages = [...new Set(lines.map(({ pageNumber }) => pageNumber))];
  let header = headers[0];
  const positioned = pages.map((page) => {
    header = headers.find(({ pageNumber }) => pageNumber === page) ?? header;
    const places = header?.words.map(({ from, to }): Place => [from, to]) ?? [];
    const onPage = lines.filter((line) => line.pageNumber === page && !headers.includes(line));
    return toPositionedLines(moneyUnder(places[chosen.lead.length], onPage), chosen, places);
  });
  const known = positioned.flatMap((page) => page ?? []);
  if (!headers[0] || known.length < positioned.length || known.some(({ notices }) => notices.length > 0)) return undefined;
  const told = positionedRows(known, chosen.layout.columns);
  const rows = told.flatMap((page) => page.rows);
  const isCertain = told.every(({ notices }) => notices.length === 0) && rows.every((row) => isWhole(row, chosen));
  return isCertain ? { rows, notices: [], left: [], paths: textsOf(headers[0]).map((text) => [text]) } : undefined;
}

/** Words of a sentence are parted by one space, headings of columns by more. */
export function standsInColumns({ words }: FlowedLine): boolean {
  return words.slice(1).every(({ from }, index) => from - (words[index]?.to ?? 0) > 1);
}

/** What stands below the heading of the amounts is money, however it is printed (3000, 1,227.3), and no other figure of the table is. */
function moneyUnder([from, to]: Place = [0, 0], lines: readonly FlowedLine[]): readonly FlowedLine[] {
  const shapeOf = (word: FlowedWord) => (word.from < to && word.to > from ? "amount" : "text");
  return lines.map((line) => ({
    ...line,
    words: line.words.map((word) => (word.shape === "text" ? word : { ...word, shape: shapeOf(word) })),
  }));
}

/** A row has a label and an amount; its label holds no name of a unit that heads the rows below it. */
export function isWhole({ cells }: FlowedRow, { lead }: KnownTable): boolean {
  const names = cells[lead.length - 1]?.lines ?? [];
  const mayHoldHeading = names.length > 1 && names.some(isOrganisationName);
  return names.length > 0 && cells[lead.length] !== undefined && !mayHoldHeading;
}
