import { type Box, unionBox } from "../model/box.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { oncePrinted } from "./once-printed.ts";
import { overEdge } from "./over-edge.ts";
import type { Glyph } from "./page.ts";
import type { HiddenBecause, HiddenGlyph, PageMarks } from "./page-marks.ts";
import { unreadableGlyphs } from "./unreadable-text.ts";

const codeOf = {
  invisible: "read.invisible-text",
  white: "read.white-text",
  clipped: "read.clipped-text",
  offPage: "read.off-page-text",
  oversized: "read.oversized-text",
  hiddenLayer: "read.hidden-layer-text",
  covered: "read.covered-text",
} as const satisfies Record<HiddenBecause, string>;

const longestExcerpt = 40;

/** What was left out of a page or cannot be trusted on it. */
export function pageNotices(page: number, marks: PageMarks): readonly Notice[] {
  const failed = [...new Set(marks.failedFonts.values())].map((detail) => notice("read.font-not-loaded", { page, detail }, { page }));
  return [...failed, ...unreadableText(page, marks.glyphsByFont), ...hiddenText(page, marks), ...cutText(page, marks)];
}

function unreadableText(page: number, glyphsByFont: ReadonlyMap<string, readonly Glyph[]>): readonly Notice[] {
  return [...glyphsByFont.values()].flatMap((glyphs) => {
    const unreadable = unreadableGlyphs(glyphs);
    return unreadable.length === 0
      ? []
      : [notice("read.unreadable-text", { page, ...excerpt(unreadable) }, { page, bbox: around(unreadable) })];
  });
}

function hiddenText(page: number, { glyphs, hidden }: PageMarks): readonly Notice[] {
  if (hidden.length === 0) return [];
  const ofPageSize = hidden.filter(({ because }) => because !== "oversized");
  const seen = new Set(oncePrinted([...glyphs, ...ofPageSize.map(({ glyph }) => glyph)])); // a shadow of what is seen is no loss
  const lost = hidden.filter(({ glyph, because }) => because === "oversized" || seen.has(glyph));
  return (Object.keys(codeOf) as HiddenBecause[]).flatMap((because) => {
    const group = glyphsHidden(lost, because);
    return group.length === 0 ? [] : [notice(codeOf[because], { page, ...excerpt(group) }, { page, bbox: around(group) })];
  });
}

/** What stands beyond the edge alone is not on the page; what goes on there was read in part. */
function cutText(page: number, { glyphs, hidden }: PageMarks): readonly Notice[] {
  const beyond = overEdge(glyphs, glyphsHidden(hidden, "offPage"));
  return beyond.length === 0 ? [] : [notice("read.cut-text", { page, ...excerpt(beyond) }, { page, bbox: around(beyond) })];
}

export function glyphsHidden(hidden: readonly HiddenGlyph[], because: HiddenBecause): readonly Glyph[] {
  return hidden.filter((one) => one.because === because).map(({ glyph }) => glyph);
}

function excerpt(glyphs: readonly Glyph[]): { readonly count: number; readonly text: string } {
  const text = glyphs
    .slice(0, longestExcerpt)
    .map((glyph) => glyph.text || "\ufffd")
    .join("");
  return { count: glyphs.length, text: glyphs.length > longestExcerpt ? `${text}…` : text };
}

/** undefined where there are places beyond all numbers. */
function around(glyphs: readonly Glyph[]): Box | undefined {
  const box = glyphs.reduce<Box | undefined>((all, glyph) => unionBox(all, glyph.box), undefined);
  return box?.every(Number.isFinite) ? box : undefined;
}
