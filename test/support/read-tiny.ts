import type { DiagnosticCode } from "../../src/model/diagnostic.ts";
import type { PositionedPage } from "../../src/read/page.ts";
import { type OpenPdfOptions, openPdf } from "../../src/read/read-pdf.ts";

export interface PagesRead {
  readonly pages: readonly PositionedPage[];
  readonly codes: readonly DiagnosticCode[];
  readonly messages: readonly string[];
}

/** Reads every page of a PDF. */
export async function readAll(bytes: Uint8Array, options: OpenPdfOptions = {}): Promise<PagesRead> {
  const pages: PositionedPage[] = [];
  const codes: DiagnosticCode[] = [];
  const messages: string[] = [];
  for await (const { page, notices } of (await openPdf(bytes, options)).pages) {
    if (page.kind !== "positioned") throw new Error("a PDF has positioned pages");
    pages.push(page);
    codes.push(...notices.map(({ code }) => code));
    messages.push(...notices.map(({ code, fields }) => `${code} ${Object.values(fields).join(" ")}`));
  }
  return { pages, codes, messages };
}

/** The first page, its text in the order of the file, and rounded places. */
export async function readFirst(bytes: Uint8Array, options: OpenPdfOptions = {}) {
  const { pages, codes, messages } = await readAll(bytes, options);
  const [page] = pages;
  if (!page) throw new Error("the PDF has no page");
  return { page, text: textOf(page), places: page.glyphs.map(({ text, box }) => [text, ...box.map(Math.round)]), codes, messages };
}

export function textOf(page: PositionedPage): string {
  return page.glyphs.map((glyph) => glyph.text).join("");
}

export function rulingsOf(page: PositionedPage): readonly string[] {
  const round = (value: number) => Math.round(value * 100) / 100;
  return page.rulings.map(
    ({ direction, position, from, to, thickness }) =>
      `${direction} at ${round(position)} from ${round(from)} to ${round(to)} by ${round(thickness)}`,
  );
}
