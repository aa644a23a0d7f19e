import { compactText } from "../../model/compact-text.ts";
import { displayWidth } from "../../model/display-width.ts";
import { isTotalLabel } from "../../model/label-words.ts";
import { append } from "../../model/long-lists.ts";
import type { Form } from "../../tables/define-table.ts";
import { classifyLine } from "../classify-line.ts";
import { filledAfter, filledBefore, hasCaption, type InputLine, isBlank, wordsOf } from "../text/input-line.ts";
import { linesAboveHeader } from "./above-header.ts";
import { wordShape } from "./flowed-line.ts";
import type { Header } from "./header-words.ts";
import { type KnownTable, knownTables } from "./known-table.ts";
import { type KnownTitle, titleFinder } from "./known-titles.ts";
import { titlesBehindNumbers } from "./late-titles.ts";
import { matchHeader } from "./match-header.ts";
import { isSideLabel } from "./two-sided-flow.ts";
import { isUntitled, untitledTablesAt } from "./untitled-tables.ts";

/** The lines of a table that flows as plain text, from below its title to its note. */
export interface FlowedTable {
  /** Every form that prints a table of this title. */
  readonly candidates: readonly KnownTable[];
  /** Lines of the header and the rows; captions and notes are left out. */
  readonly body: readonly InputLine[];
}

/** Share of a header's characters from which on it is that header. */
const WHOLE_HEADER = 0.9;
/** A header, with its captions, is no longer than this. */
const HEADER_LINES = 30;
const PART = /^第[一二三四五六七八九十]+部分/u;

/**
 * Finds the tables of the known forms in plain text.
 *
 * A table begins with its title and goes on to its note, the next title or the next part of the document; a title without figures below
 * it is an entry of a list.
 *
 * @param contents Line numbers of the table of contents, where titles open no tables.
 */
export function findFlowedTables(
  printed: readonly InputLine[],
  forms: readonly Form[],
  contents: ReadonlySet<number>,
): readonly FlowedTable[] {
  const candidates = knownTables(forms);
  const titleAt = titleFinder(candidates);
  const lines = titlesBehindNumbers(printed, contents, (index) => {
    const title = titleAt(printed, index);
    return title && [printed[index] as InputLine, ...(title.rest ? [title.rest] : [])];
  });
  const tables: { readonly candidates: readonly KnownTable[]; readonly body: InputLine[] }[] = [];
  let open: (typeof tables)[number] | undefined;
  let noted = false;
  let noteEnd = -1;
  /** Lines after the note, which belong to the table only if amounts follow: cells that come out of order. */
  let late: InputLine[] = [];
  let titleRest: InputLine | undefined;
  for (const [index, line] of lines.entries()) {
    if (contents.has(line.line) || line === titleRest) continue;
    const untitled = untitledTablesAt(line, candidates);
    const title =
      untitled.length > 0
        ? { candidates: untitled, rest: undefined }
        : isBlank(line)
          ? undefined
          : (titleAt(lines, index) ?? titleByHeader(lines, index, candidates, titleAt));
    const header = untitled.length > 0 ? [line] : [];
    const { captions } = line;
    if (title) {
      titleRest = title.rest;
      if (open && hasHeaderNumber(late)) append(open.body, late);
      if (open && !noted && open.candidates[0]?.spec === title.candidates[0]?.spec) {
        append(open.body, header);
        continue;
      }
      open = { candidates: title.candidates, body: [...header] };
      noted = false;
      late = [];
      tables.push(open);
    } else if (isPart(line) || isOtherTitle(lines, index)) open = undefined;
    else if (captions?.some(({ role }) => role === "note")) {
      noted = true;
      noteEnd = index;
    } else if (noted && noteEnd === index - 1 && !captions && !isBlank(line) && !isOnlyAmounts(line) && !isCode(line)) noteEnd = index;
    else if (open && !noted && !captions?.some(({ role }) => role !== "title")) open.body.push(line);
    else if (open && noted && !captions) {
      const onPage = line.pageNumber === lines[noteEnd]?.pageNumber;
      if (!onPage && hasHeaderNumber(late)) append(open.body, late.splice(0));
      late.push(line);
      if (belongsAfterNote(lines, index, open)) append(open.body, late.splice(0));
      else if (endsAfterNote(line, open) || !onPage) open = undefined;
    }
  }
  return tables
    .filter(
      ({ body, candidates: known }) =>
        known.some(isUntitled) || body.some((line) => wordsOf(line).some(isMoney)) || isEmptyTable(body, known),
    )
    .map(fromHeader);
}

/** The table without what stands between its title and its header. */
function fromHeader(table: FlowedTable): FlowedTable {
  const above = linesAboveHeader(
    table.body,
    table.candidates.map(({ header }) => header),
  );
  return above.length === 0 ? table : { ...table, body: table.body.filter((line) => !above.includes(line)) };
}

/** The header of a table and its total row, which leaves its amounts out. */
function isEmptyTable(body: readonly InputLine[], candidates: readonly KnownTable[]): boolean {
  const last = body.findLast((line) => !isBlank(line));
  if (!last || !isTotalLabel(last.text)) return false;
  return candidates.some(({ header }) => matchHeader(body.flatMap(wordsOf), header).coverage > WHOLE_HEADER);
}

/** A title that no form knows, above the header of a table that one knows. */
function titleByHeader(
  lines: readonly InputLine[],
  index: number,
  candidates: readonly KnownTable[],
  titleAt: ReturnType<typeof titleFinder>,
): KnownTitle | undefined {
  if (!isOtherTitle(lines, index)) return undefined;
  const isNext = (line: InputLine, at: number) => at > index && (isPart(line) || isOtherTitle(lines, at) || titleAt(lines, at));
  const next = lines.findIndex((line, at) => !isBlank(line) && isNext(line, at));
  const below = lines.slice(index + 1, next === -1 ? lines.length : next).filter((line) => !isBlank(line));
  const printed = below.slice(0, HEADER_LINES).flatMap(wordsOf);
  const headed = candidates
    .map((candidate) => {
      const { header } = candidate;
      return { candidate, length: lengthOf(header), coverage: matchHeader(printed, header).coverage };
    })
    .filter(({ coverage }) => coverage > WHOLE_HEADER)
    .sort((a, b) => b.coverage - a.coverage || b.length - a.length);
  const [best] = headed;
  const spec = best?.candidate.spec;
  const isAsGood = ({ candidate, length, coverage }: (typeof headed)[number]) =>
    candidate.spec !== spec && length === best?.length && coverage === best.coverage;
  // Two tables may print one header; only a title tells them apart.
  if (headed.some(isAsGood)) return undefined;
  const known = headed.flatMap(({ candidate }) => (candidate.spec === spec ? [candidate] : []));
  return known.length > 0 ? { candidates: known, rest: undefined } : undefined;
}

function lengthOf({ cells }: Header): number {
  return cells.reduce((length, { wordings: [wording = ""] }) => length + wording.length, 0);
}

function isPart(line: InputLine): boolean {
  return PART.test(compactText(line.text)) && classifyLine(line.text) === "heading";
}

/** The title of a table that no form knows: another caption stands beside it, which a cell that ends with 表 has not. */
function isOtherTitle(lines: readonly InputLine[], index: number): boolean {
  const line = lines[index];
  if (!line || !hasCaption(line, "title")) return false;
  if ((line.captions?.length ?? 0) > 1) return true;
  const around = [filledBefore(lines, index), filledAfter(lines, index)];
  return around.some((other) => other?.captions?.some(({ role }) => role !== "title" && role !== "note"));
}

function isMoney(word: string): boolean {
  return ["amount", "dash"].includes(wordShape(word));
}

/** Whether a line after the note shows that the table goes on: amounts, a code, the name beside a code, the rest of a text with amounts. */
function belongsAfterNote(lines: readonly InputLine[], index: number, { candidates, body }: FlowedTable): boolean {
  const line = lines[index] as InputLine;
  const [firstWord = ""] = wordsOf(line);
  const beside = lines[index - 1] === body.at(-1) && lines[index - 1] !== undefined;
  if (hasLongTexts(candidates)) return isMoney(firstWord) || (beside && !isBlank(line) && classifyLine(line.text) !== "heading");
  return isOnlyAmounts(line) || isCode(line) || (isCode(lastFilled(lines, index)) && !isSentence(line));
}

/** Text that is no header, no label and no long text of the table: it has stops, or opens a section. */
function endsAfterNote(line: InputLine, { candidates }: FlowedTable): boolean {
  if (hasLongTexts(candidates)) return classifyLine(line.text) === "heading";
  return isSentence(line) && !(candidates[0]?.grammar.grammar === "twoSided" && isSideLabel(line.text));
}

function hasLongTexts(candidates: readonly KnownTable[]): boolean {
  return candidates.some(({ layout }) => layout.columns.at(-1)?.type === "text");
}

function isSentence(line: InputLine): boolean {
  return /[。；，]/u.test(line.text) || wordsOf(line).some((word) => displayWidth(word) > 40) || classifyLine(line.text) === "heading";
}

/** Whether one of the lines is the number of a column: the header goes on there. */
function hasHeaderNumber(lines: readonly InputLine[]): boolean {
  return lines.some(({ text }) => /^\s*[1-9]\d?\s*$/u.test(text));
}

function lastFilled(lines: readonly InputLine[], index: number): InputLine | undefined {
  return lines.slice(Math.max(0, index - 3), index).findLast((line) => !isBlank(line));
}

/** A code of a classification, with or without its name. */
function isCode(line: InputLine | undefined): boolean {
  return line !== undefined && /^\s*([[［【]\d{3,7}[\]］】]\S+|\d{3}(\d{2}){0,2})\s*$/u.test(line.text);
}

function isOnlyAmounts(line: InputLine): boolean {
  return !isBlank(line) && wordsOf(line).every(isMoney);
}
