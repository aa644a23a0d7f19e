import type { FileStreams } from "./file-streams.ts";
import type { ReadGuard } from "./guard.ts";
import { pageEntry } from "./objects/page-entry.ts";
import { dictionaryOf, isArray, isName, type PdfDictionary, PdfStream, type PdfValue } from "./objects/pdf-value.ts";
import { unescapedName } from "./objects/read-value.ts";

/** Drawings of real files lie in each other a few times. */
const deepest = 200;
/** What an annotation costs beside its drawing, in bytes of content. */
const annotationBytes = 500;

/**
 * Measures what pdf.js unfolds for a page: its content, and the forms, masks, patterns and letters in it, as often as they are drawn.
 *
 * @returns The bytes of a page.
 * @throws BudgetError LIMIT_EXCEEDED `contentBytes`, as soon as they are passed; Error for drawings that lie in each other without end
 */
export function drawnContent({ objects, decode, lengthOf }: FileStreams, guard: ReadGuard): (page: PdfDictionary) => number {
  const { resolve } = objects;
  const known = new Map<PdfStream, Map<PdfDictionary, number>>();
  const open = new Set<PdfStream>();
  const alphabets = new Set<PdfDictionary>();

  return (page) => {
    const resources = dictionaryOf(resolve(pageEntry(page, "Resources", objects)));
    const annotations = resolve(page.get("Annots"));
    const notes = isArray(annotations) ? annotations : [];
    const ofNotes = notes.flatMap((note) =>
      appearancesOf(dictionaryOf(resolve(note))).map((drawing) => bytesOfForm(drawing, resources, 0)),
    );
    return sum([bytesOf(streamsOf(page.get("Contents")), resources, 0), annotationBytes * notes.length, ...ofNotes]);
  };

  function sum(bytes: readonly number[]): number {
    const all = bytes.reduce((total, one) => total + one, 0);
    guard.atMost("contentBytes", all);
    return all;
  }

  function bytesOfForm(form: PdfStream, outer: PdfDictionary, depth: number): number {
    if (depth > deepest) throw new Error(`object ${form.owner.objectNumber} is drawn within ${deepest} others`);
    const own = resolve(form.dictionary.get("Resources"));
    const resources = own instanceof Map ? own : outer;
    const before = known.get(form)?.get(resources);
    if (before !== undefined || open.has(form)) return before ?? 0;
    open.add(form);
    const bytes = bytesOf([form], resources, depth);
    open.delete(form);
    known.set(form, (known.get(form) ?? new Map<PdfDictionary, number>()).set(resources, bytes));
    return bytes;
  }

  /** Of streams that are one content, and of all that they draw. */
  function bytesOf(contents: readonly PdfStream[], resources: PdfDictionary, depth: number): number {
    const own = contents.map(lengthOf);
    const drawings = drawingsIn(resources);
    if (drawings.size === 0) return sum([...own, ...lettersOf(resources, depth)]);
    const inner = [...usesIn(contents)].map(([name, count]) => {
      const drawing = drawings.get(name);
      return drawing ? count * bytesOfForm(drawing, resources, depth + 1) : 0;
    });
    return sum([...own, ...inner, ...lettersOf(resources, depth)]);
  }

  /** What can be drawn by an operator that names it, as `name operator`. */
  function drawingsIn(resources: PdfDictionary): ReadonlyMap<string, PdfStream> {
    const drawings = new Map<string, PdfStream>();
    for (const [name, value] of dictionaryOf(resolve(resources.get("XObject")))) {
      const form = resolve(value);
      if (form instanceof PdfStream && !isName(resolve(form.dictionary.get("Subtype")), "Image")) drawings.set(`${name} Do`, form);
    }
    for (const [name, value] of dictionaryOf(resolve(resources.get("ExtGState")))) {
      const group = resolve(dictionaryOf(resolve(dictionaryOf(resolve(value)).get("SMask"))).get("G"));
      if (group instanceof PdfStream) drawings.set(`${name} gs`, group);
    }
    for (const [name, value] of dictionaryOf(resolve(resources.get("Pattern")))) {
      const tile = resolve(value);
      if (!(tile instanceof PdfStream)) continue;
      drawings.set(`${name} scn`, tile);
      drawings.set(`${name} SCN`, tile);
    }
    return drawings;
  }

  function usesIn(contents: readonly PdfStream[]): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    const texts = contents.map((stream) => new TextDecoder("latin1").decode(decode(stream, "contentBytes", "bytes")?.bytes));
    for (const [, name = "", operator = ""] of texts.join("\n").matchAll(use)) {
      const key = `${unescapedName(name)} ${operator}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  }

  /** Letters that are drawings, once for each font: pdf.js unfolds them when the font is first used. */
  function lettersOf(resources: PdfDictionary, depth: number): number[] {
    return [...dictionaryOf(resolve(resources.get("Font"))).values()].flatMap((value) => {
      const font = dictionaryOf(resolve(value));
      if (!isName(resolve(font.get("Subtype")), "Type3") || alphabets.has(font)) return [];
      alphabets.add(font);
      const own = resolve(font.get("Resources"));
      const letters = [...dictionaryOf(resolve(font.get("CharProcs"))).values()].map(resolve);
      return letters.flatMap((letter) =>
        letter instanceof PdfStream ? [bytesOfForm(letter, own instanceof Map ? own : resources, depth + 1)] : [],
      );
    });
  }

  function appearancesOf(annotation: PdfDictionary): PdfStream[] {
    const normal = resolve(dictionaryOf(resolve(annotation.get("AP"))).get("N"));
    if (normal instanceof PdfStream) return [normal];
    return [...dictionaryOf(normal).values()].map(resolve).filter((state) => state instanceof PdfStream);
  }

  function streamsOf(value: PdfValue | undefined): PdfStream[] {
    const resolved = resolve(value);
    const items = isArray(resolved) ? resolved.map(resolve) : [resolved];
    return items.filter((item) => item instanceof PdfStream);
  }
}

/** A name and the operator that draws it; comments between them are short. */
const use = /\/([^\s\0/<>[\](){}%]*)(?:[\s\0]|%[^\r\n]{0,200}[\r\n])+(Do|gs|scn|SCN)(?![^\s\0/<>[\](){}%])/g;
