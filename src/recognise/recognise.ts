import type { Grid, PageRegions, TextRegion } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { Form } from "../tables/define-table.ts";
import { type Caption, isCaption, mergeCaptions, readCaption } from "./caption.ts";
import { matchTable, specOfTitle } from "./match-table.ts";
import type { OpenTable } from "./open-table.ts";
import type { ProseBlock, RecognisedDocument, RecognisedTable } from "./recognised-table.ts";
import { bagSimilarity } from "./similarity.ts";
import { cellText, gridRows, headerText, type TablePart, toTablePart } from "./table-part.ts";
import { toRecognisedTable } from "./to-recognised-table.ts";

interface Progress {
  readonly tables: readonly OpenTable[];
  /** Whether the last table may go on. */
  readonly open: boolean;
  /** The note that was just read, while further lines of it may follow. */
  readonly note: TextRegion | undefined;
  /** Lines since the last grid that may be the caption of the next one. */
  readonly pending: readonly TextRegion[];
  readonly prose: readonly ProseBlock[];
  readonly notices: readonly Notice[];
}

const EMPTY: Progress = { tables: [], open: false, note: undefined, pending: [], prose: [], notices: [] };

/**
 * Gathers the regions of all pages into whole tables and the prose between them.
 *
 * @param pages In document order.
 * @param forms The forms that tables are looked up in.
 */
export function recognise(pages: readonly PageRegions[], forms: readonly Form[]): RecognisedDocument {
  const regions = pages.flatMap((page) => page.regions);
  const gathered = flushPending(
    regions.reduce((progress, region) => (region.kind === "grid" ? addGrid(progress, region, forms) : addText(progress, region)), EMPTY),
    forms,
  );
  const first = gathered.tables.map((table) => toRecognisedTable(table, forms, undefined));
  const preferred = mostCommonForm(first);
  const tables = first.map((table, index) => {
    const opened = gathered.tables[index];
    return opened && table.match?.form !== preferred ? toRecognisedTable(opened, forms, preferred) : table;
  });
  return { tables, prose: gathered.prose, notices: [...gathered.notices, ...documentNotices(tables)] };
}

function addText(progress: Progress, region: TextRegion): Progress {
  switch (region.role) {
    case "furniture":
      return progress;
    case "note":
      return addNote(progress, region);
    case "title":
    case "tableNumber":
    case "amountUnit":
    case "budgetUnit":
      return { ...progress, note: undefined, pending: [...progress.pending, region] };
    case "heading":
      return toProse(progress, region);
    case "paragraph":
      if (progress.note && goesOn(progress.note, region)) return appendToNote(progress, region);
      // A title that runs over two lines comes as a line of text and the rest of the title.
      return isTitleBeginning(region) ? { ...progress, pending: [...progress.pending, region] } : toProse(progress, region);
  }
}

/** Whether a line is a further paragraph of the note above it: the same type, directly below. */
function goesOn(note: TextRegion, line: TextRegion): boolean {
  if (!note.box || !line.box) return (line.line ?? 0) - (note.line ?? 0) <= 2;
  const size = note.fontSize ?? 0;
  const sameType = Math.abs(size - (line.fontSize ?? 0)) < 0.6;
  return sameType && (note.pageNumber === line.pageNumber ? line.box[1] - note.box[3] < 1.2 * size : line.text.length < 60);
}

function appendToNote(progress: Progress, region: TextRegion): Progress {
  const last = progress.tables.at(-1);
  if (!last) return toProse(progress, region);
  const notes = [...last.notes.slice(0, -1), `${last.notes.at(-1)}\n${region.text}`];
  return { ...progress, note: region, tables: [...progress.tables.slice(0, -1), { ...last, notes }] };
}

/** A line that could be the first half of a title: short, without a stop. */
function isTitleBeginning({ text, role }: TextRegion): boolean {
  return role === "paragraph" && text.length <= 40 && !/[。；：:，,.…·]/u.test(text) && /[表预算经费支出收入情况（(]/u.test(text);
}

function toProse(progress: Progress, region: TextRegion): Progress {
  const blocks = [...progress.pending.filter((line) => line.role !== "amountUnit" && line.role !== "budgetUnit"), region].map(toProseBlock);
  // A stray mark beside a table (hanging punctuation) says nothing about where the table ends.
  const open = progress.open && progress.pending.length === 0 && region.role === "paragraph" && region.text.length <= 4;
  return { ...progress, open, note: undefined, pending: [], prose: [...progress.prose, ...blocks] };
}

function toProseBlock({ role, text, pageNumber, line }: TextRegion): ProseBlock {
  return { role: role === "heading" ? "heading" : "paragraph", text, page: pageNumber, ...(line !== undefined && { line }) };
}

/** A note closes its table; a line 注：… that follows no table is prose. */
function addNote(progress: Progress, region: TextRegion): Progress {
  const last = progress.tables.at(-1);
  if (!last || (!progress.open && !progress.note) || progress.pending.length > 0) return toProse(progress, region);
  if (progress.note && !/^注/u.test(compactText(region.text))) return appendToNote(progress, region);
  const tables = [...progress.tables.slice(0, -1), { ...last, notes: [...last.notes, region.text] }];
  return { ...progress, open: false, note: region, tables };
}

function addGrid(progress: Progress, grid: Grid, forms: readonly Form[]): Progress {
  const above = captionOf(progress.pending, forms);
  const last = progress.tables.at(-1);
  const lastHeader = last ? openHeader(last) : undefined;
  // Where a page break cut the header in two, the rest of it stands at the top of this grid.
  const asContinuation = toTablePart(grid, last && isOnlyHeader(last) ? undefined : (lastHeader ?? ""));
  const caption = mergeCaptions([asContinuation.caption, above.caption]);
  if (last && continues(last, asContinuation, caption, progress, lastHeader ?? "")) {
    const joined = { ...last, parts: [...last.parts, asContinuation] };
    return {
      ...progress,
      open: true,
      pending: [],
      tables: [...progress.tables.slice(0, -1), joined],
      prose: [...progress.prose, ...above.prose],
    };
  }
  const part = toTablePart(grid, undefined);
  const table: OpenTable = {
    caption: mergeCaptions([part.caption, above.caption]),
    parts: [part],
    notes: [],
    titled: caption.title !== undefined,
  };
  const block = table.titled ? [] : [gridAsProse(grid)];
  return {
    ...progress,
    open: true,
    pending: [],
    tables: [...progress.tables, table],
    prose: [...progress.prose, ...above.prose, ...block],
  };
}

/**
 * Whether a grid goes on with the open table.
 *
 * It does when it repeats the title; when no note, prose or other title stood between and it repeats the header, prints none, or the table
 * had only its header so far. A header of its own makes it a table of its own.
 */
function continues(last: OpenTable, part: TablePart, caption: Caption, { open }: Progress, header: string): boolean {
  if (caption.title !== undefined) {
    const same = last.caption.title !== undefined && compactText(caption.title) === compactText(last.caption.title);
    return (
      same &&
      last.notes.length === 0 &&
      (caption.number === undefined || last.caption.number === undefined || caption.number === last.caption.number)
    );
  }
  if (!open || (caption.number !== undefined && caption.number !== last.caption.number)) return false;
  if (part.grid.specification && part.grid.specification.kind !== last.parts[0]?.grid.specification?.kind) return false;
  if (isOnlyHeader(last)) return true;
  const previous = last.parts.at(-1)?.grid;
  if (part.bodyFrom > part.headerFrom) return true;
  if (previous?.pageNumber !== undefined && previous.pageNumber === part.grid.pageNumber)
    return previous.columnCount === part.grid.columnCount && !startsWithHeader(part.grid, header);
  return !startsWithHeader(part.grid, header) && sameColumns(last, part.grid);
}

function isOnlyHeader({ parts }: OpenTable): boolean {
  return parts.every(({ bodyFrom, grid }) => bodyFrom >= grid.rowCount);
}

/** Whether the grid begins with header words of its own. */
function startsWithHeader(grid: Grid, header: string): boolean {
  const part = toTablePart(grid, undefined);
  const text = headerText(part);
  const rows = gridRows(grid).slice(part.headerFrom, part.bodyFrom);
  const filled = rows.flatMap((row) => row.filter(({ lines }) => lines.length > 0)).length;
  return (
    part.bodyFrom > part.headerFrom &&
    filled >= Math.max(2, grid.columnCount * 0.6) &&
    text.length < 20 * grid.columnCount &&
    bagSimilarity(text, header) < 0.8
  );
}

/** Whether a grid without a header can have the table's columns: as many, or edges that lie on the table's. */
function sameColumns(last: OpenTable, grid: Grid): boolean {
  const widest = Math.max(...last.parts.map((part) => part.grid.columnCount));
  if (grid.columnCount === widest) return true;
  const [before, now] = [last.parts.at(-1)?.grid.box, grid.box];
  return before !== undefined && now !== undefined && Math.abs(before[0] - now[0]) < 12 && Math.abs(before[2] - now[2]) < 12;
}

function openHeader(table: OpenTable): string {
  return table.parts.map(headerText).reduce((longest, text) => (text.length > longest.length ? text : longest), "");
}

interface AboveGrid {
  readonly caption: Caption;
  /** Pending lines that turned out to be prose. */
  readonly prose: readonly ProseBlock[];
}

/** Reads the lines above a grid; a title may run over two of them. */
function captionOf(pending: readonly TextRegion[], forms: readonly Form[]): AboveGrid {
  const lines = pending.map((region) => ({ region, caption: readCaption(region.text) }));
  const lastTitle = lines.findLastIndex(({ region, caption }) => caption.title !== undefined && region.role !== "heading");
  const title = lines[lastTitle];
  const before = lines[lastTitle - 1]?.region;
  const broken =
    title?.caption.title !== undefined && before?.role === "paragraph" && specOfTitle(title.caption.title, forms) === undefined;
  const whole = broken ? readCaption(before.text + title.region.text) : title?.caption;
  const used = new Set([title?.region, ...(broken ? [before] : [])]);
  const around = lines.filter(
    ({ region, caption }) => region.role !== "paragraph" && region.role !== "heading" && isCaption(caption) && caption.title === undefined,
  );
  const prose = lines
    .filter(({ region, caption }) => !used.has(region) && (caption.title !== undefined || region.role === "paragraph"))
    .map(({ region }) => toProseBlock(region));
  return { caption: mergeCaptions([...(whole ? [whole] : []), ...around.map(({ caption }) => caption)]), prose };
}

/** A grid without a title stands in the prose: its text is kept there too, a line a row, cells between tabs. */
function gridAsProse(grid: Grid): ProseBlock {
  const text = gridRows(grid)
    .map((row) => row.map(cellText).join("\t"))
    .join("\n");
  return { role: "grid", text, page: grid.pageNumber, ...(grid.line !== undefined && { line: grid.line }) };
}

/** Lines at the end that no grid followed: prose, and a notice for a title of a form whose table is not there. */
function flushPending(progress: Progress, forms: readonly Form[]): Progress {
  const titles = progress.prose.flatMap(({ text, page }) => {
    const { title } = readCaption(text);
    const spec = title === undefined ? undefined : specOfTitle(title, forms);
    return title !== undefined && spec ? [{ title, spec, page }] : [];
  });
  const missing = titles.filter(
    ({ title }) => !progress.tables.some((table) => compactText(table.caption.title ?? "") === compactText(title)),
  );
  const notices = missing.map(({ title, page }) => notice("recognise.title-without-table", { title }, { page }));
  return {
    ...progress,
    pending: [],
    prose: [...progress.prose, ...progress.pending.map(toProseBlock)],
    notices: [...progress.notices, ...notices],
  };
}

function mostCommonForm(tables: readonly RecognisedTable[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { match } of tables) if (match) counts.set(match.form, (counts.get(match.form) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function documentNotices(tables: readonly RecognisedTable[]): Notice[] {
  const forms = [...new Set(tables.flatMap(({ match }) => match?.form ?? []))];
  if (forms.length > 1) return [notice("recognise.mixed-forms", { forms: forms.sort().join(", ") })];
  return forms.length === 0 ? [notice("recognise.no-tables", {})] : [];
}
