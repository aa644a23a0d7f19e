import type { PositionedPage } from "../../read/page.ts";
import { captionParts } from "../caption-parts.ts";
import { classifyLine } from "../classify-line.ts";
import type { Grid, LineRole, TextRegion } from "../region.ts";
import { type PrintedLine, printedText, splitAtGaps } from "./printed-line.ts";
import { type PageMeasure, pageMeasure, wrapsInto } from "./prose-measure.ts";

/** One printed line or part of one, and what its words make it. */
interface Item {
  readonly line: PrintedLine;
  readonly text: string;
  readonly role: LineRole;
}

interface Paragraph {
  readonly items: Item[];
  text: string;
}

/** Two captions side by side are this many ems apart. */
const SIDE_BY_SIDE = 2;
/** Page numbers stand in this share of the page, at its top and at its foot. */
const PAGE_EDGE = 0.12;
/** The middle of a title is this share of the text's width from its middle, doubled. */
const CENTRED = 0.2;
const CONTENTS = /^目\s*录$/u;
/** A cover prints its year on a line of its own. */
const YEAR = /^(?:\d{4}|二[〇○零])/u;
/** An entry of the contents ends with its page: after dots, or apart from its words. */
const PAGE_NAMED = /(?:[.…⋯·]|\s)\s*-?\d+-?$/u;
const LIST_ENTRY =
  /^([一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百\d]+[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十\d]+(部分|条|章))/u;
const BRACKETED = /^[（(][^（()）]+[)）]$/u;
/** Prose has it, a heading has none. */
const CLAUSE_END = /[，。；：:！？!?]/u;
const SENTENCE_END = /[。；;：:！？!?]$/u;

/** Text outside the tables as captions, notes, headings and paragraphs; wrapped lines are joined. */
export function linesToRegions(lines: readonly PrintedLine[], page: PositionedPage, grids: readonly Grid[]): TextRegion[] {
  const contents = lines.some((line) => CONTENTS.test(printedText(line)));
  const measure = pageMeasure(lines, page);
  const items = lines.flatMap((line) => toItems(line, contents));
  const paragraphs: Paragraph[] = [];
  for (const item of items) {
    const paragraph = paragraphs.at(-1);
    const isApart = !paragraph || gridBetween(paragraph, item, grids);
    const joined = isApart ? undefined : (contents ? entryContinuation : continuation)(paragraph, item, measure);
    if (paragraph && joined !== undefined) {
      paragraph.items.push(item);
      paragraph.text = joined;
    } else {
      paragraphs.push({ items: [item], text: item.text });
    }
  }
  return paragraphs.map((paragraph, index) =>
    toRegion(paragraph, roleOf(paragraph, index, paragraphs, { page, measure, grids, contents }), page),
  );
}

/** A line that prints two captions side by side (单位名称：… 单位：万元), as its two parts. */
function toItems(line: PrintedLine, contents: boolean): Item[] {
  const parts = splitAtGaps(line, SIDE_BY_SIDE);
  const captions = parts.map((part) => captionParts(printedText(part))?.length === 1);
  if (parts.length > 1 && !contents && captions.some(Boolean)) return parts.map(toItem);
  const text = printedText(line);
  const together = contents ? undefined : captionParts(text);
  if (!together || together.length < 2) return [toItem(line)];
  return together.map((part): Item => ({ line, ...part }));
}

function toItem(line: PrintedLine): Item {
  const text = printedText(line);
  return { line, text, role: captionParts(text)?.[0]?.role ?? classifyLine(text) };
}

/** The paragraph's text with the line joined to it; undefined where the line begins something new. */
function continuation({ items, text }: Paragraph, next: Item, measure: PageMeasure): string | undefined {
  const last = items.at(-1) as Item;
  const first = items[0] as Item;
  const em = last.line.fontSize;
  const pitch = next.line.baseline - last.line.baseline;
  if (pitch < 0.5 * em || pitch > 3 * em || Math.abs(next.line.fontSize - em) > 0.1 * em) return undefined;
  if (first.role === "note") return noteContinuation(text, last, next, measure);
  const wrapped = wrapsInto(last.line, next.line, measure);
  if (isTitleInTwoLines(last, next)) return text + next.text;
  const isHeading = last.role === "heading" || (first === last && last.role === "paragraph" && wrapped && !YEAR.test(next.text));
  if (isHeading && isCentredInTwoLines(last, next, measure)) return text + next.text;
  if (first.role === "paragraph" || first.role === "heading") {
    if (!wrapped || next.line.box[0] > measure.left + em) return undefined;
    const newEntry = LIST_ENTRY.test(next.text) && (SENTENCE_END.test(text) || LIST_ENTRY.test(text));
    return newEntry ? undefined : text + next.text;
  }
  return undefined;
}

/** On a page of contents an entry goes on in a line that begins no other one, where its own line is full and names no page. */
function entryContinuation({ items, text }: Paragraph, next: Item, measure: PageMeasure): string | undefined {
  const last = items.at(-1) as Item;
  const begins = next.role !== "paragraph" || LIST_ENTRY.test(next.text);
  return begins || CONTENTS.test(text) || PAGE_NAMED.test(text) || !wrapsInto(last.line, next.line, measure) ? undefined : text + next.text;
}

/** A note goes on in the lines below it; those that do not continue a full line are paragraphs of it. */
function noteContinuation(text: string, last: Item, next: Item, measure: PageMeasure): string | undefined {
  if (next.role !== "paragraph" && !(next.role === "heading" && next.line.box[0] > measure.left + last.line.fontSize)) return undefined;
  if (next.line.baseline - last.line.baseline > 2.2 * last.line.fontSize) return undefined;
  const indented = next.line.box[0] > last.line.box[0] + last.line.fontSize;
  if (wrapsInto(last.line, next.line, measure) && !indented && !LIST_ENTRY.test(next.text)) return text + next.text;
  return indented || LIST_ENTRY.test(next.text) ? `${text}\n${next.text}` : undefined;
}

/** Two centred lines that are a title only together, or a title and what it says further in brackets; a whole title below these is another one. */
function isTitleInTwoLines(last: Item, next: Item): boolean {
  const further = last.role === "title" && next.role === "paragraph" && BRACKETED.test(next.text);
  if (next.role === "title" && BRACKETED.test(last.text)) return false;
  if ((last.role !== "paragraph" && !further) || Math.abs(next.line.fontSize - last.line.fontSize) > 0.02 * last.line.fontSize)
    return false;
  const middles = last.line.box[0] + last.line.box[2] - next.line.box[0] - next.line.box[2];
  return Math.abs(middles) <= last.line.fontSize && classifyLine(last.text + next.text) === "title";
}

/** Two lines of one size with one middle, which do not begin at one edge, as of a heading or a cover: the second begins nothing of its own. */
function isCentredInTwoLines(last: Item, next: Item, { left, right }: PageMeasure): boolean {
  if (next.role !== "paragraph" || LIST_ENTRY.test(next.text) || CLAUSE_END.test(last.text + next.text)) return false;
  const { box, fontSize: em } = last.line;
  const middle = box[0] + box[2];
  const isCentred = Math.abs(next.line.box[0] - box[0]) > em || Math.abs(middle - left - right) <= em;
  return isCentred && Math.abs(middle - next.line.box[0] - next.line.box[2]) <= em && Math.abs(next.line.fontSize - em) <= 0.02 * em;
}

interface Surroundings {
  readonly page: PositionedPage;
  readonly measure: PageMeasure;
  readonly grids: readonly Grid[];
  /** True on a page of the table of contents: nothing there is a caption. */
  readonly contents: boolean;
}

function roleOf({ items, text }: Paragraph, index: number, all: readonly Paragraph[], around: Surroundings): LineRole {
  const first = items[0] as Item;
  const [, top, , bottom] = first.line.box;
  const role = items.length > 1 && first.role !== "note" && !around.contents ? classifyLine(text) : first.role;
  if (role === "furniture") {
    const outermost = index === 0 || index === all.length - 1;
    const atEdge = bottom < PAGE_EDGE * around.page.height || top > (1 - PAGE_EDGE) * around.page.height;
    return outermost || atEdge ? "furniture" : "paragraph";
  }
  if (around.contents && role !== "heading") return "paragraph";
  if (role === "title" && !standsAsTitle(first, all[index + 1]?.items[0], all[index - 1]?.items[0], around)) return "paragraph";
  return role;
}

/** A title is centred, or stands next to its table or another caption of it: prose and lists name tables too. */
function standsAsTitle({ line }: Item, next: Item | undefined, previous: Item | undefined, { measure, grids }: Surroundings): boolean {
  const middle = line.box[0] + line.box[2] - measure.left - measure.right;
  if (Math.abs(middle) <= CENTRED * (measure.right - measure.left)) return true;
  const beside = [next, previous].some(
    (item) => item && (item.role === "amountUnit" || item.role === "budgetUnit" || item.role === "tableNumber"),
  );
  const below = next?.line.box[1] ?? Number.POSITIVE_INFINITY;
  return beside || grids.some(({ box }) => box && box[1] >= line.box[3] - 1 && box[1] < below && box[1] - line.box[3] < 6 * line.fontSize);
}

function gridBetween({ items }: Paragraph, { line }: Item, grids: readonly Grid[]): boolean {
  const above = items.at(-1)?.line.baseline ?? 0;
  return grids.some(({ box }) => box && box[1] >= above - 1 && box[3] <= line.baseline + 1);
}

function toRegion({ items, text }: Paragraph, role: LineRole, { pageNumber }: PositionedPage): TextRegion {
  const boxes = items.map(({ line }) => line.box);
  return {
    kind: "text",
    role,
    text,
    pageNumber,
    box: [
      Math.min(...boxes.map((box) => box[0])),
      Math.min(...boxes.map((box) => box[1])),
      Math.max(...boxes.map((box) => box[2])),
      Math.max(...boxes.map((box) => box[3])),
    ],
    fontSize: (items[0] as Item).line.fontSize,
  };
}
