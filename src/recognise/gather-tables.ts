import type { Grid, Region, TextRegion } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { append } from "../model/long-lists.ts";
import { pageNumbersAmong } from "../model/page-numbers.ts";
import type { PrintedText } from "../model/printed-text.ts";
import type { Form } from "../tables/define-table.ts";
import { readCaption } from "./caption.ts";
import { captionAbove } from "./caption-above.ts";
import { appendToCaption, completesCaption } from "./caption-rest.ts";
import { beginsAgain, continues, isFurtherInFrame, isOnlyHeader, openHeader } from "./continues.ts";
import { saysNothingToShow } from "./empty-statement.ts";
import { cellText, gridRows } from "./grid-rows.ts";
import { looseFigures } from "./loose-figure.ts";
import { specOfTitle } from "./match-table.ts";
import { goesOnInNote } from "./note-lines.ts";
import type { OpenTable } from "./open-table.ts";
import { toPrintedText, toProseBlock } from "./prose-block.ts";
import type { ProseBlock } from "./recognised-table.ts";
import { isRestOfCell } from "./rest-of-cell.ts";
import { type TablePart, toTablePart } from "./table-part.ts";

/** The tables of a document with their parts, and what stands outside them. */
export interface Gathered {
  readonly tables: readonly OpenTable[];
  readonly prose: readonly GatheredProse[];
  readonly furniture: readonly PrintedText[];
}

/** A grid without a title stands among the prose, too. */
interface GatheredProse extends ProseBlock {
  /** Index of the grid's table. */
  readonly table?: number;
}

interface Progress {
  readonly tables: OpenTable[];
  readonly prose: GatheredProse[];
  readonly furniture: PrintedText[];
  /** Words of the furniture that the prose has. */
  readonly said: Set<string>;
  readonly isPageNumber: (line: PrintedText) => boolean;
  /** Lines since the last grid that may be the caption of the next one. */
  pending: TextRegion[];
  /** Whether the last table may go on. */
  open: boolean;
  /** Paragraphs since the last grid, while it may still turn out to go on. */
  between: TextRegion[];
  /** The note that was just read, while further lines of it may follow. */
  note: TextRegion | undefined;
}

/** Goes through the regions of all pages once: a grid begins a table or goes on with the open one. */
export function gatherTables(regions: readonly Region[], forms: readonly Form[]): Gathered {
  const furniture = regions.filter((region): region is TextRegion => region.kind === "text" && region.role === "furniture");
  const progress: Progress = {
    tables: [],
    prose: [],
    furniture: [],
    said: new Set(),
    isPageNumber: pageNumbersAmong(furniture.map(toPrintedText)),
    pending: [],
    open: false,
    between: [],
    note: undefined,
  };
  for (const region of regions) {
    if (region.kind === "grid") addGrid(progress, region, forms);
    else addText(progress, region, forms);
  }
  append(progress.prose, progress.pending.map(toProseBlock));
  return progress;
}

function addText(progress: Progress, region: TextRegion, forms: readonly Form[]): void {
  if (isCutOff(progress, region)) return;
  switch (region.role) {
    case "furniture":
      if (isNoteWithoutMark(progress, region)) addNote(progress, region);
      else addFurniture(progress, region);
      break;
    case "note":
      addNote(progress, region);
      break;
    case "heading":
      if (isTitleOfForm(region, forms)) progress.pending.push(region);
      else toProse(progress, region);
      break;
    case "paragraph":
      if (isNoteWithoutMark(progress, region)) addNote(progress, region);
      else if (progress.note && goesOnInNote(progress.note, region)) appendToNote(progress, region);
      else if (isUnitLine(progress.pending, region)) addUnitLine(progress, region);
      else if (completesCaption(progress.pending, region)) appendToCaption(progress.pending, region);
      else if (isTitleBeginning(region) || isUnderTitle(progress.pending, region)) progress.pending.push(region);
      else toProse(progress, region);
      break;
    default:
      progress.note = undefined;
      progress.pending.push(region);
  }
}

/** Keeps the rest of a cell that a page break cut off its table, which goes on. */
function isCutOff(progress: Progress, region: TextRegion): boolean {
  const last = progress.open && progress.pending.length === 0 ? progress.tables.at(-1) : undefined;
  const part = last?.titled ? last.parts.at(-1) : undefined;
  if (!last || !part || (region.role !== "paragraph" && region.role !== "heading") || !isRestOfCell(region, part)) return false;
  last.strays.push(region);
  progress.prose.push(toProseBlock(region));
  return true;
}

/** A line that could be the first half of a title that runs over two lines: short, without a stop. */
function isTitleBeginning({ text }: TextRegion): boolean {
  return text.length <= 40 && !/[。；：:，,.…·]/u.test(text) && /[表预算经费支出收入情况（(]/u.test(text);
}

/** A heading that is the title of a table: 一、收支总体情况表. */
function isTitleOfForm({ text }: TextRegion, forms: readonly Form[]): boolean {
  const { title } = readCaption(text);
  return title !== undefined && specOfTitle(title, forms) !== undefined;
}

/** The unit in brackets, or with words of its own under a title: `金额单位：万元（保留两位小数）`. */
function isUnitLine(pending: readonly TextRegion[], region: TextRegion): boolean {
  return (isInBrackets(region) || isUnderTitle(pending, region)) && readCaption(region.text).amountUnit !== undefined;
}

function isInBrackets({ text }: TextRegion): boolean {
  return /^[（(].{1,7}[）)]$/u.test(text.trim());
}

/** A short line between a title and its table: 预算年度：2025, 填报日期：…; prose has sentences. */
function isUnderTitle(pending: readonly TextRegion[], { text }: TextRegion): boolean {
  return text.length <= 30 && !/[。；…]/u.test(text) && pending.some(({ role }) => role === "title");
}

/** Words beside the unit are no caption: they are kept as prose. */
function addUnitLine(progress: Progress, region: TextRegion): void {
  if (!isInBrackets(region)) progress.prose.push(toProseBlock(region));
  progress.pending.push({ ...region, role: "amountUnit" });
}

/** What stands on several pages is said once; page numbers say nothing. */
function addFurniture(progress: Progress, region: TextRegion): void {
  const words = compactText(region.text);
  const isNew = !progress.isPageNumber(toPrintedText(region)) && !progress.said.has(words);
  if (isNew) progress.prose.push(toProseBlock(region));
  else progress.furniture.push(toPrintedText(region));
  progress.said.add(words);
}

function toProse(progress: Progress, region: TextRegion): void {
  const last = progress.tables.at(-1);
  if (last && isLooseFigure(progress, last, region)) last.loose.push(region);
  const isUnitLine = ({ role }: TextRegion) => role === "amountUnit" || role === "budgetUnit";
  // A stray mark beside a table (hanging punctuation) says nothing about where the table ends.
  if (progress.pending.length > 0 || region.role !== "paragraph" || region.text.length > 4) progress.open = false;
  if (region.role === "paragraph") append(progress.between, [...progress.pending, region]);
  else progress.between = [];
  // The heading of the tables' part may stand between the first unit line and the first title.
  const isKept = (line: TextRegion) => region.role === "heading" && isUnitLine(line);
  append(progress.prose, [...progress.pending.filter((line) => !isKept(line)), region].map(toProseBlock));
  progress.pending = progress.pending.filter(isKept);
  progress.note = undefined;
}

/** Whether a line below a header without rows holds a figure of the table. */
function isLooseFigure({ pending }: Progress, last: OpenTable, { role, text, pageNumber }: TextRegion): boolean {
  const below = last.parts.at(-1)?.grid.pageNumber === pageNumber && isOnlyHeader(last);
  const titled = pending.some((line) => line.role === "title" || line.role === "tableNumber");
  return below && !titled && role === "paragraph" && !/[。；]/u.test(text) && looseFigures(text) > 0;
}

/**
 * Whether a line directly below a table says that it has nothing to show: the note of a table that leaves 注 out.
 * Where several pages end with it, it was taken for a running foot.
 */
function isNoteWithoutMark({ tables, open, pending, between }: Progress, { text, pageNumber }: TextRegion): boolean {
  const last = tables.at(-1);
  const below = open && last?.titled && pending.length === 0 && between.length === 0 && last.parts.at(-1)?.grid.pageNumber === pageNumber;
  return below === true && saysNothingToShow(text);
}

/** A note closes its table; a line 注：… that follows no table is prose. */
function addNote(progress: Progress, region: TextRegion): void {
  const last = progress.tables.at(-1);
  const follows = (progress.open || progress.note !== undefined) && progress.pending.length === 0;
  if (!last || !follows) toProse(progress, region);
  else if (progress.note && !/^注/u.test(compactText(region.text))) appendToNote(progress, region);
  else {
    last.notes.push(region.text);
    last.around.push(toPrintedText(region));
    progress.open = false;
    progress.note = region;
  }
}

function appendToNote(progress: Progress, region: TextRegion): void {
  const last = progress.tables.at(-1);
  if (last) last.notes[last.notes.length - 1] += `\n${region.text}`;
  last?.around.push(toPrintedText(region));
  progress.note = region;
}

function addGrid(progress: Progress, grid: Grid, forms: readonly Form[]): void {
  const last = progress.tables.at(-1);
  // Where a page break cut the header in two, the rest of it stands at the top of this grid.
  const further = toTablePart(grid, last && isOnlyHeader(last) ? undefined : last && openHeader(last));
  const above = captionAbove(progress.pending, further.caption, forms);
  append(progress.prose, above.prose);
  const over = [...progress.between, ...progress.pending].filter(({ role }) => role === "paragraph");
  const open = progress.open || (last !== undefined && over.length > 0 && sameFrame(last, grid));
  if (last && continues(last, { part: further, caption: above.caption, open }, forms)) {
    last.parts.push(further);
    append(last.notes, joinedNotes(further));
    append(last.around, above.lines);
    append(
      last.strays,
      over.filter(({ text }) => !last.over.has(compactText(text))),
    );
  } else {
    const part = toTablePart(grid, undefined);
    const { caption } = above;
    const titled = caption.title !== undefined;
    progress.tables.push({
      caption,
      parts: [part],
      notes: joinedNotes(part),
      around: [...above.lines],
      over: new Set(over.map(({ text }) => compactText(text))),
      strays: [],
      loose: [],
      titled,
      ...(!titled && last && mayBeRest(progress, last, part) && { under: last }),
    });
    if (!titled) progress.prose.push({ ...gridAsProse(grid), table: progress.tables.length - 1 });
  }
  progress.open = further.notes.length === 0;
  progress.note = undefined;
  progress.between = [];
  progress.pending = [];
}

/** Whether a grid without a title may hold rows of the table above it. One without a title may be followed by another, but hardly in its very frame. */
function mayBeRest({ open }: Progress, last: OpenTable, part: TablePart): boolean {
  const before = last.parts.at(-1)?.grid;
  if (beginsAgain(last, part)) return false;
  if (last.titled) return open || goesOnBelow(last, part.grid);
  return open && before !== undefined && isFurtherInFrame(before, part.grid);
}

/** Whether a grid on the next page has the very frame of the open table, so that text between the two does not end it. */
function sameFrame({ parts, titled, notes }: OpenTable, grid: Grid): boolean {
  const before = parts.at(-1)?.grid;
  if (!titled || notes.length > 0 || !before) return false;
  return before.columnCount === grid.columnCount && isFurtherInFrame(before, grid);
}

/** Whether a grid has the columns of the table above it on the page: a line that is no row of it stands between the two. */
function goesOnBelow({ parts, notes }: OpenTable, grid: Grid): boolean {
  const above = parts.at(-1)?.grid;
  const samePage = above?.pageNumber !== undefined && above.pageNumber === grid.pageNumber;
  return samePage && notes.length === 0 && above.columnCount === grid.columnCount;
}

/** Notes drawn into the grid; a paragraph that does not begin with 注 belongs to the one before. */
function joinedNotes({ notes }: TablePart): string[] {
  const joined: string[] = [];
  for (const text of notes) {
    if (joined.length > 0 && !text.startsWith("注")) joined.push(`${joined.pop()}\n${text}`);
    else joined.push(text);
  }
  return joined;
}

/** A grid without a title stands in the prose: its text is kept there too, a line a row, cells between tabs. */
function gridAsProse(grid: Grid): ProseBlock {
  const text = gridRows(grid)
    .map((row) => row.map(cellText).join("\t"))
    .join("\n");
  return { role: "grid", text, page: grid.pageNumber, ...(grid.line !== undefined && { line: grid.line }) };
}
