import { compactText } from "../../model/compact-text.ts";
import { displayWidth } from "../../model/display-width.ts";
import { greatest } from "../../model/long-lists.ts";
import { classifyLine } from "../classify-line.ts";
import type { TextRegion } from "../region.ts";
import { type InputLine, isBlank } from "./input-line.ts";

const FINISHED = /[。！？；：!?;:》）)”】]$/u;
const LIST_START =
  /^([一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百]+[)）]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]+部分|[（(]\d+[)）])/u;

interface Paragraph {
  readonly lines: InputLine[];
  readonly role: TextRegion["role"] | "prose";
}

/**
 * Lines outside the tables as captions, headings and paragraphs, wrapped lines joined.
 *
 * A line that fills the measure goes on in the next one, unless that is indented or opens a list entry after a full stop. A paragraph that
 * a page break cuts stands on the page where it begins.
 *
 * @param contents Line numbers of the table of contents: an entry a line.
 * @param furniture Line numbers of page numbers.
 */
export function linesToParagraphs(
  lines: readonly InputLine[],
  contents: ReadonlySet<number>,
  furniture: ReadonlySet<number>,
): readonly TextRegion[] {
  const measure = measureOf(lines.filter(({ line }) => !contents.has(line)));
  const paragraphs: Paragraph[] = [];
  const regions: { readonly at: Paragraph; readonly toRegions: () => readonly TextRegion[] }[] = [];
  let afterBlank = false;
  const open = (paragraph: Paragraph, toRegions: () => readonly TextRegion[]) => {
    paragraphs.push(paragraph);
    regions.push({ at: paragraph, toRegions });
  };
  for (const line of lines) {
    if (isBlank(line)) {
      afterBlank = true;
      continue;
    }
    const captions = contents.has(line.line) ? undefined : line.captions;
    const previous = paragraphs.findLast(({ role }) => role !== "furniture");
    if (furniture.has(line.line)) {
      open({ lines: [line], role: "furniture" }, () => [toRegion(line, "furniture", line.text.trim())]);
    } else if (contents.has(line.line)) {
      open({ lines: [line], role: "paragraph" }, () => [toRegion(line, "paragraph", entryText(line.text))]);
    } else if (captions) {
      const note = captions.length === 1 && captions[0]?.role === "note";
      const paragraph: Paragraph = { lines: [line], role: note ? "note" : "title" };
      open(paragraph, () =>
        note ? [toRegion(line, "note", noteText(paragraph.lines))] : captions.map(({ role, text }) => toRegion(line, role, text)),
      );
    } else if (previous && goesOn(previous, line, measure, afterBlank)) {
      previous.lines.push(line);
    } else {
      const paragraph: Paragraph = { lines: [line], role: "prose" };
      open(paragraph, () => {
        const text = paragraph.lines.map(({ text }) => text.trim()).join("");
        const role = classifyLine(text);
        return [toRegion(line, role === "heading" ? "heading" : "paragraph", text)];
      });
    }
    afterBlank = false;
  }
  return regions.flatMap(({ toRegions }) => toRegions());
}

function goesOn(paragraph: Paragraph, next: InputLine, measure: number, afterBlank: boolean): boolean {
  const last = paragraph.lines.at(-1) as InputLine;
  const text = last.text.trim();
  const listStart = LIST_START.test(compactText(next.text));
  if (paragraph.role === "note") return last.pageNumber === next.pageNumber && !listStart && (!afterBlank || !/。$/u.test(text));
  if (paragraph.role !== "prose" || /^\u3000/u.test(next.text)) return false;
  const width = displayWidth(text) + indentWidth(last);
  const full = width >= measure - 3 && (width <= measure + 2 || !FINISHED.test(text));
  const indented = indentWidth(next) >= 2 && indentWidth(next) > indentWidth(last) - 1 && last.pageNumber === next.pageNumber;
  if (!full || indented) return false;
  return !listStart || !(FINISHED.test(text) || classifyLine(text) === "heading");
}

/** The usual width of a full line: the widest one that several lines come near to. */
function measureOf(lines: readonly InputLine[]): number {
  const widths = lines.filter((line) => !isBlank(line)).map((line) => displayWidth(line.text.trim()) + indentWidth(line));
  const enough = Math.max(3, widths.length / 20);
  const measures = widths.filter((width) => width >= 30 && widths.filter((other) => other <= width && other > width - 4).length >= enough);
  return measures.length > 0 ? greatest(measures) : Number.POSITIVE_INFINITY;
}

function indentWidth({ text }: InputLine): number {
  return displayWidth(/^\s*/u.exec(text)?.[0] ?? "");
}

/** Paragraphs of a note stand on lines of their own. */
function noteText(lines: readonly InputLine[]): string {
  return lines.reduce(
    (text, line) => text + (text !== "" && (/^\u3000/u.test(line.text) || /。$/u.test(text)) ? "\n" : "") + line.text.trim(),
    "",
  );
}

function entryText(text: string): string {
  return text.trim().replace(/^- /u, "");
}

function toRegion({ pageNumber, line }: InputLine, role: TextRegion["role"], text: string): TextRegion {
  return { kind: "text", role, text, pageNumber, line };
}
