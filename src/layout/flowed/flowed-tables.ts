import { compactText } from "../../model/compact-text.ts";
import { displayWidth } from "../../model/display-width.ts";
import { isSameTitle, isTitleInOtherWords, titleWords } from "../../model/title-number.ts";
import { type Form, rowsOf, type TableLayout, type TableSpec, titlesOf } from "../../tables/define-table.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import { captionParts } from "../caption-parts.ts";
import { classifyLine } from "../classify-line.ts";
import { type InputLine, isBlank, wordsOf } from "../text/input-line.ts";
import { linesAboveHeader } from "./above-header.ts";
import { wordShape } from "./flowed-line.ts";
import { type HeaderWording, headerCells } from "./header-words.ts";
import { titlesBehindNumbers } from "./late-titles.ts";
import { matchHeader } from "./match-header.ts";
import { isSideLabel } from "./two-sided-flow.ts";

/** A table's specification in one form. */
export interface Candidate {
  readonly spec: TableSpec;
  readonly form: string;
  readonly layout: TableLayout;
  readonly grammar: RowGrammar;
}

/** The lines of a table that flows as plain text, from below its title to its note. */
export interface FlowedTable {
  /** Every form that prints a table of this title. */
  readonly candidates: readonly Candidate[];
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
  const candidates = forms.flatMap((form) => form.tables.flatMap((spec) => toCandidate(spec, form.id)));
  const lines = titlesBehindNumbers(printed, contents, (index) => {
    const title = titleAt(printed, index, candidates);
    return title && [printed[index] as InputLine, ...(title.rest ? [title.rest] : [])];
  });
  const tables: { readonly candidates: readonly Candidate[]; readonly body: InputLine[] }[] = [];
  let open: (typeof tables)[number] | undefined;
  let noted = false;
  let noteEnd = -1;
  /** Lines after the note, which belong to the table only if amounts follow: cells that come out of order. */
  let late: InputLine[] = [];
  let titleRest: InputLine | undefined;
  for (const [index, line] of lines.entries()) {
    if (contents.has(line.line) || line === titleRest) continue;
    const title = isBlank(line) ? undefined : (titleAt(lines, index, candidates) ?? titleByHeader(lines, index, candidates));
    const captions = captionParts(line.text);
    if (title) {
      titleRest = title.rest;
      if (open && hasHeaderNumber(late)) open.body.push(...late);
      if (open && !noted && open.candidates[0]?.spec === title.candidates[0]?.spec) continue;
      open = { candidates: title.candidates, body: [] };
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
      if (!onPage && hasHeaderNumber(late)) open.body.push(...late.splice(0));
      late.push(line);
      if (belongsAfterNote(lines, index, open)) open.body.push(...late.splice(0));
      else if (endsAfterNote(line, open) || !onPage) open = undefined;
    }
  }
  return tables
    .filter(({ body, candidates: known }) => body.some((line) => wordsOf(line).some(isMoney)) || isEmptyTable(body, known))
    .map(fromHeader);
}

/** The table without what stands between its title and its header. */
function fromHeader(table: FlowedTable): FlowedTable {
  const above = linesAboveHeader(
    table.body,
    table.candidates.map(({ layout }) => layout),
  );
  return above.length === 0 ? table : { ...table, body: table.body.filter((line) => !above.includes(line)) };
}

/** The header of a table and its total row, which leaves its amounts out. */
function isEmptyTable(body: readonly InputLine[], candidates: readonly Candidate[]): boolean {
  const last = body.findLast((line) => !isBlank(line));
  if (!last || !/^(合计|总计)$/u.test(compactText(last.text))) return false;
  return candidates.some(({ layout }) => matchHeader(body.flatMap(wordsOf), headerCells(layout)).coverage > WHOLE_HEADER);
}

function toCandidate(spec: TableSpec, form: string): readonly Candidate[] {
  const layout = spec.layouts[form];
  return layout ? [{ spec, form, layout, grammar: rowsOf(spec, layout) }] : [];
}

/** The known title that a line holds, or that it and the next one hold together. */
function titleAt(
  lines: readonly InputLine[],
  index: number,
  candidates: readonly Candidate[],
): { readonly candidates: readonly Candidate[]; readonly rest: InputLine | undefined } | undefined {
  const text = titleText(lines[index]?.text ?? "");
  const whole = candidates.filter((candidate) => isTitleOf(text, candidate));
  if (whole.length > 0) return { candidates: whole, rest: undefined };
  const next = lines.slice(index + 1).find((line) => !isBlank(line));
  if (!next || text.length > 30 || /[。；：:]/u.test(text)) return undefined;
  const joined = candidates.filter((candidate) => isTitleOf(text + compactText(next.text), candidate));
  const alone = candidates.some((candidate) => isTitleOf(titleText(next.text), candidate));
  return joined.length > 0 && !alone ? { candidates: joined, rest: next } : undefined;
}

/** A title that no form knows, above the header of a table that one knows. */
function titleByHeader(
  lines: readonly InputLine[],
  index: number,
  candidates: readonly Candidate[],
): { readonly candidates: readonly Candidate[]; readonly rest: undefined } | undefined {
  if (!isOtherTitle(lines, index)) return undefined;
  const isNext = (line: InputLine, at: number) => at > index && (isPart(line) || isOtherTitle(lines, at) || titleAt(lines, at, candidates));
  const next = lines.findIndex((line, at) => !isBlank(line) && isNext(line, at));
  const below = lines.slice(index + 1, next === -1 ? lines.length : next).filter((line) => !isBlank(line));
  const printed = below.slice(0, HEADER_LINES).flatMap(wordsOf);
  const headed = candidates
    .map((candidate) => {
      const header = headerCells(candidate.layout);
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

function lengthOf(header: readonly HeaderWording[]): number {
  return header.reduce((length, { wordings: [wording = ""] }) => length + wording.length, 0);
}

function titleText(line: string): string {
  const title = captionParts(line)?.find(({ role }) => role === "title")?.text ?? line;
  return titleWords(title);
}

function isTitleOf(printed: string, { spec }: Candidate): boolean {
  return titlesOf(spec)
    .map(titleWords)
    .some((title) => isSameTitle(printed, title) || isTitleInOtherWords(printed, title));
}

function isPart(line: InputLine): boolean {
  return PART.test(compactText(line.text)) && classifyLine(line.text) === "heading";
}

/** The title of a table that no form knows: another caption stands beside it, which a cell that ends with 表 has not. */
function isOtherTitle(lines: readonly InputLine[], index: number): boolean {
  const title = captionParts(lines[index]?.text ?? "");
  if (!title?.some(({ role }) => role === "title")) return false;
  if (title.length > 1) return true;
  const filled = (line: InputLine) => !isBlank(line);
  const around = [lines.slice(0, index).findLast(filled), lines.slice(index + 1).find(filled)];
  return around.some((line) => line && captionParts(line.text)?.some(({ role }) => role !== "title" && role !== "note"));
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

function hasLongTexts(candidates: readonly Candidate[]): boolean {
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
