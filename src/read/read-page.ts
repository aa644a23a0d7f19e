import { BudgetError } from "../model/budget-error.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { drawnWidths } from "./drawn-widths.ts";
import type { ReadGuard } from "./guard.ts";
import { oncePrinted } from "./once-printed.ts";
import type { Glyph, ReadPage } from "./page.ts";
import { type PageFrame, pageFrame } from "./page-frame.ts";
import { type MarksBuilder, marksBuilder, type PageMarks } from "./page-marks.ts";
import { glyphsHidden, pageNotices } from "./page-notices.ts";
import { type PagePicture, picturesOf, type RecognisedPage, type RecogniseText, renderPage } from "./page-pictures.ts";
import type { PdfDocuments } from "./pdf-documents.ts";
import type { OptionalContent, PdfDocument, PdfJs, PdfOperatorList, PdfPage } from "./pdfjs-door.ts";
import { raisedMarks } from "./raised-marks.ts";
import { runOperators } from "./run-operators.ts";
import type { StreamScan } from "./scan-streams.ts";

export interface PageReader {
  readonly pdfjs: PdfJs;
  readonly documents: PdfDocuments;
  readonly optionalContent: OptionalContent;
  readonly streams: StreamScan;
  /** Looks at what a page unfolds to, by its object number. */
  readonly weigh: (pageObject: number) => void;
  readonly guard: ReadGuard;
  readonly recogniseText: RecogniseText | undefined;
}

/** Text set as outlines draws at least so many shapes. */
const fewestOutlines = 40;
/** A page with no more glyphs than a page number and a stamp may still be a scan. */
const hardlyAnyGlyphs = 20;
const mostOfPage = 0.5;

/**
 * Reads one page. Whatever is wrong with it is a notice.
 *
 * @throws BudgetError ABORTED, LIMIT_EXCEEDED
 */
export async function readPage(pageNumber: number, reader: PageReader): Promise<ReadPage & { readonly failed: boolean }> {
  const at = { page: pageNumber };
  let page: PdfPage | undefined;
  try {
    page = await reader.guard.wait(reader.documents.plain.getPage(pageNumber));
    if (page.ref) reader.weigh(page.ref.num);
    const frame = pageFrame(page.view, page.rotate, page.userUnit);
    const list = await operatorsOf(page, reader);
    const { glyphs, marks, notices } = await textOf(pageNumber, frame, page, list, reader);
    const damaged = damageNotices(pageNumber, page.ref?.num, list, reader.streams);
    return {
      page: {
        kind: "positioned",
        pageNumber,
        width: frame.width,
        height: frame.height,
        glyphs: raisedMarks(oncePrinted(drawnWidths(glyphs))),
        rulings: marks.rulings,
      },
      notices: [...damaged, ...notices],
      failed: false,
    };
  } catch (error) {
    if (error instanceof BudgetError) throw error;
    return {
      page: { kind: "positioned", pageNumber, width: 0, height: 0, glyphs: [], rulings: [] },
      notices: [notice("read.unreadable-page", { page: pageNumber, detail: (error as Error).message.replace(/\.$/, "") }, at)],
      failed: true,
    };
  } finally {
    page?.cleanup();
  }
}

async function operatorsOf(page: PdfPage, { guard, pdfjs }: PageReader): Promise<PdfOperatorList> {
  const list = await guard.wait(page.getOperatorList());
  const { setFont } = pdfjs.OPS;
  const names = new Set(list.fnArray.flatMap((operator, i) => (operator === setFont ? [(list.argsArray[i] as [string])[0]] : [])));
  for (const name of names) {
    // A font arrives by itself, perhaps after the operators.
    if (!page.commonObjs.has(name)) await guard.wait(new Promise<void>((resolve) => page.commonObjs.get(name, () => resolve())));
  }
  return list;
}

function marksOf(frame: PageFrame, page: PdfPage, list: PdfOperatorList, judgeWhite: boolean, reader: PageReader): PageMarks {
  const { guard, pdfjs, optionalContent } = reader;
  const marks: MarksBuilder = marksBuilder(frame, judgeWhite);
  const checkpoint = () => {
    guard.check();
    const { glyphs, rulings } = marks.size();
    guard.atMost("glyphsPerPage", glyphs);
    guard.atMost("rulingsPerPage", rulings);
  };
  runOperators(list, { OPS: pdfjs.OPS, frame, fonts: page.commonObjs, optionalContent, marks, checkpoint });
  return marks.finish();
}

async function textOf(
  pageNumber: number,
  frame: PageFrame,
  page: PdfPage,
  list: PdfOperatorList,
  reader: PageReader,
): Promise<{ glyphs: readonly Glyph[]; marks: PageMarks; notices: readonly Notice[] }> {
  const at = { page: pageNumber };
  let marks = marksOf(frame, page, list, true, reader);
  const isDoubtful = hasHardlyAny(marks) || marks.hidden.some(({ because }) => because === "white");
  const hasPicture =
    isDoubtful &&
    (marks.images.length > 0 || (drawsNothingSomewhere(list, reader.pdfjs.OPS) && (await leavesOutPicture(pageNumber, list, reader))));
  if (hasPicture) marks = marksOf(frame, page, list, false, reader);
  const { glyphs } = marks;
  const notices = pageNotices(pageNumber, marks);
  const behindPicture = hasPicture ? withConfidence(glyphsHidden(marks.hidden, "invisible")) : [];
  if (glyphs.length > 0) {
    const isScan = hasPicture && hasHardlyAny(marks) && (await pictureShare(pageNumber, frame, reader)) > mostOfPage;
    if (!isScan) return { glyphs, marks, notices };
    if (!reader.recogniseText && behindPicture.length === 0)
      return { glyphs, marks, notices: [notice("read.mostly-picture", { page: pageNumber, count: glyphs.length }, at), ...notices] };
  }
  const usesHidden = behindPicture.length > 0 ? [notice("read.hidden-text-used", { page: pageNumber }, at)] : notices;
  if (behindPicture.length > 0 && !reader.recogniseText) return { glyphs: [...glyphs, ...behindPicture], marks, notices: usesHidden };
  if (!hasPicture && marks.shapeCount < fewestOutlines) return { glyphs, marks, notices };
  const recognised = await recognisedText(pageNumber, frame, reader);
  const { rulings = [], unread = [] } = recognised;
  const isInstead = recognised.glyphs.length > 0;
  const usesBehind = !isInstead && behindPicture.length > 0;
  return {
    glyphs: [...glyphs, ...(isInstead ? recognised.glyphs : behindPicture)],
    marks: { ...marks, rulings: [...marks.rulings, ...rulings] },
    notices: [
      ...(isInstead ? notices : usesHidden),
      recognised.notice,
      ...(usesBehind ? [] : unread).map((bbox) => notice("read.unread-print", { page: pageNumber }, { ...at, bbox })),
    ],
  };
}

/** Whether a page shows no more than a scan may beside its picture: little, or less than stands invisible behind that. */
function hasHardlyAny({ glyphs, hidden }: PageMarks): boolean {
  return glyphs.length <= hardlyAnyGlyphs || glyphs.length < hidden.filter(({ because }) => because === "invisible").length;
}

/** What is thought of a character that a recognition does not say how sure it is of: rather sure, but to be proven. */
const unknownConfidence = 0.9;

function withConfidence(glyphs: readonly Glyph[]): readonly Glyph[] {
  return glyphs.map((glyph) => (glyph.confidence === undefined ? { ...glyph, confidence: unknownConfidence } : glyph));
}

/** A picture that was left out leaves its transformation behind, and nothing drawn in it. */
function drawsNothingSomewhere({ fnArray }: PdfOperatorList, OPS: PdfJs["OPS"]): boolean {
  const draws = new Set(
    ["showText", "constructPath", "shadingFill", "paintFormXObjectBegin", "paintImageXObject"].map((name) => OPS[name]),
  );
  let isOpen = false;
  for (const operator of fnArray) {
    if (operator === OPS.transform) isOpen = true;
    else if (draws.has(operator)) isOpen = false;
    else if (operator === OPS.restore && isOpen) return true;
  }
  return isOpen;
}

/** Without telling, pdf.js leaves out of the plain document what it does not draw; the strict one gives up there instead. */
async function leavesOutPicture(pageNumber: number, list: PdfOperatorList, { documents, guard }: PageReader): Promise<boolean> {
  const strict = await documents.strict();
  const page = await guard.wait(strict.getPage(pageNumber));
  try {
    return (await guard.wait(page.getOperatorList())).fnArray.length < list.fnArray.length;
  } finally {
    page.cleanup();
  }
}

async function pictureShare(pageNumber: number, frame: PageFrame, reader: PageReader): Promise<number> {
  return withPictures(pageNumber, reader, (page, list) => {
    const areas = marksOf(frame, page, list, false, reader).images.map(({ box: [x0, y0, x1, y1] }) => (x1 - x0) * (y1 - y0));
    return Promise.resolve(Math.max(0, ...areas) / (frame.width * frame.height));
  });
}

async function withPictures<T>(
  pageNumber: number,
  reader: PageReader,
  use: (page: PdfPage, list: PdfOperatorList, document: PdfDocument) => Promise<T>,
): Promise<T> {
  reader.streams.measurePictures();
  const document = await reader.documents.pictured();
  const page = await reader.guard.wait(document.getPage(pageNumber));
  try {
    return await use(page, await operatorsOf(page, reader), document);
  } finally {
    page.cleanup();
  }
}

async function recognisedText(pageNumber: number, frame: PageFrame, reader: PageReader): Promise<RecognisedPage & { notice: Notice }> {
  const at = { page: pageNumber };
  const { recogniseText, guard } = reader;
  if (!recogniseText) return { glyphs: [], notice: notice("read.no-text-layer", { page: pageNumber }, at) };
  const { width, height } = frame;
  const ended = new AbortController();
  try {
    const found = await guard.wait(
      Promise.resolve(
        recogniseText({
          pageNumber,
          width,
          height,
          signal: ended.signal,
          pictures: () =>
            withPictures(pageNumber, reader, (page, list) => picturesOf(page, marksOf(frame, page, list, false, reader).images)),
          render: (dotsPerInch = 300): Promise<PagePicture> =>
            withPictures(pageNumber, reader, async (page, _list, document) => ({
              ...(await renderPage(document, page, dotsPerInch)),
              box: [0, 0, width, height],
            })),
        }),
      ),
    );
    const { glyphs, ...others } = "glyphs" in found ? found : { glyphs: found };
    return { ...others, glyphs: withConfidence(glyphs), notice: notice("read.text-recognised", { page: pageNumber }, at) };
  } catch (error) {
    if (error instanceof BudgetError) throw error;
    return { glyphs: [], notice: notice("read.recognition-failed", { page: pageNumber, detail: (error as Error).message }, at) };
  } finally {
    ended.abort(); // whoever still reads need not go on
  }
}

function damageNotices(page: number, pageObject: number | undefined, list: PdfOperatorList, streams: StreamScan): readonly Notice[] {
  if (pageObject === undefined || (streams.damaged.size === 0 && list.fnArray.length > 0)) return [];
  const contents = streams.contentsOf(pageObject);
  if (contents.some((object) => streams.damaged.has(object))) return [notice("read.damaged-page", { page }, { page })];
  const isLost = list.fnArray.length === 0 && contents.some((object) => streams.hasContent(object));
  return isLost ? [notice("read.empty-page", { page }, { page })] : [];
}
