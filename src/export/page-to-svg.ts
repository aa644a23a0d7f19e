import type { Box } from "../model/box.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { BudgetTrace } from "../parse-budget.ts";
import { escapeMarkup } from "./escape-markup.ts";
import type { InspectWords } from "./inspect-words.ts";

export type PositionedPage = Extract<BudgetTrace["pages"][number], { kind: "positioned" }>;
type Glyph = PositionedPage["glyphs"][number];
export type Regions = BudgetTrace["regions"][number]["regions"];

/** A diagnostic, or a figure of an identity that does not hold, at its place on the page. */
export interface PlacedMark {
  /** Of a diagnostic: the page's script finds it by this. */
  readonly id?: string;
  readonly kind: Diagnostic["severity"] | "inconsistent";
  readonly message: string;
  readonly box: Box;
}

/** A picture of a page, or of a part of it, that is shown under what was read. */
export interface InspectPicture {
  /** Counted from 1. */
  readonly page: number;
  /** Where it stands on the page, in points from the top left. */
  readonly box: Box;
  /** A `data:` URL of an image that browsers show. */
  readonly url: string;
}

/** A page at its true size: what stands on it, and over it what it was taken for. Each layer is a group that the page's style can hide. */
export function pageToSvg(
  page: PositionedPage,
  regions: Regions,
  marks: readonly PlacedMark[],
  pictures: readonly InspectPicture[],
  words: InspectWords,
): string {
  const { width, height, pageNumber } = page;
  const layers = [
    ...(pictures.length > 0 ? [layer("pictures", pictures.map(pictureToImage))] : []),
    layer("rulings", page.rulings.map(rulingToLine)),
    layer(
      "regions",
      regions.map((region) => regionToRect(region, words)),
    ),
    layer(
      "grids",
      regions.flatMap((region) => (region.kind === "grid" ? gridToRects(region) : [])),
    ),
    layer("glyphs", glyphRuns(page.glyphs).map(runToText)),
    layer(
      "diagnostics",
      marks.flatMap(({ id, kind, message, box }) => (id === undefined ? [] : [rect(box, `mark ${kind}`, message, `m-${id}`)])),
    ),
    layer(
      "findings",
      marks.flatMap(({ id, kind, message, box }) => (id === undefined ? [rect(box, `mark ${kind}`, message)] : [])),
    ),
  ];
  return `<svg data-page="${pageNumber}" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}" height="${round(height)}"><g id="${sheetId(page)}">${layers.join("")}</g><g class="selection"></g></svg>`;
}

/** Around a place so much of the page is shown, in points: the cells beside it and the lines above and below. */
const AROUND = { x: 120, y: 16 };

/** The part of a page around a place, the place framed; it shows the page's own drawing again. */
export function pageToCrop(page: PositionedPage, box: Box): string {
  const [x0, y0] = [Math.max(0, box[0] - AROUND.x), Math.max(0, box[1] - AROUND.y)];
  const [x1, y1] = [Math.min(page.width, box[2] + AROUND.x), Math.min(page.height, box[3] + AROUND.y)];
  const view = [x0, y0, x1 - x0, y1 - y0].map(round);
  return `<svg class="crop" viewBox="${view.join(" ")}" width="${view[2]}" height="${view[3]}"><use href="#${sheetId(page)}"/>${rect(box, "mark error", "")}</svg>`;
}

function sheetId({ pageNumber }: PositionedPage): string {
  return `s${pageNumber}`;
}

function layer(name: keyof InspectWords["layers"], items: readonly string[]): string {
  return `<g class="${name}">${items.join("")}</g>`;
}

function pictureToImage({ box: [x0, y0, x1, y1], url }: InspectPicture): string {
  const place = `x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}"`;
  return `<image ${place} preserveAspectRatio="none" href="${escapeMarkup(url)}"/>`;
}

function rulingToLine({ direction, position, from, to, thickness }: PositionedPage["rulings"][number]): string {
  const [x1, y1, x2, y2] = direction === "horizontal" ? [from, position, to, position] : [position, from, position, to];
  return `<line x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}" stroke-width="${round(Math.max(thickness, 0.4))}"/>`;
}

function regionToRect(region: Regions[number], words: InspectWords): string {
  if (!region.box) return "";
  const [x0, y0, x1, y1] = region.box;
  const around: Box = [x0 - 1.5, y0 - 1.5, x1 + 1.5, y1 + 1.5];
  if (region.kind === "text") return rect(around, `region ${region.role}`, `${words.roles[region.role]}: ${region.text}`);
  return rect(region.box, "region grid", `${words.methods[region.method]}: ${words.cells(region.rowCount, region.columnCount)}`);
}

function gridToRects({ cells }: Extract<Regions[number], { kind: "grid" }>): readonly string[] {
  return cells.flatMap(({ box, row, column, lines }) => (box ? [rect(box, "cell", `${row}, ${column}: ${lines.join(" ")}`)] : []));
}

function rect([x0, y0, x1, y1]: Box, name: string, title: string, id?: string): string {
  const place = `x="${round(x0)}" y="${round(y0)}" width="${round(Math.max(0, x1 - x0))}" height="${round(Math.max(0, y1 - y0))}"`;
  return `<rect${id === undefined ? "" : ` id="${id}"`} class="${name}" ${place}><title>${escapeMarkup(title)}</title></rect>`;
}

/** Neighbours on one line, so that a page is some hundred texts and not some thousand. */
function glyphRuns(glyphs: readonly Glyph[]): readonly (readonly [Glyph, ...Glyph[]])[] {
  const runs: [Glyph, ...Glyph[]][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && continues(last, glyph)) run.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

function continues(last: Glyph, next: Glyph): boolean {
  const isLevel = last.angle === 0 && next.angle === 0 && last.baseline === next.baseline && last.fontSize === next.fontSize;
  return (
    isLevel && [last, next].every(({ text }) => Array.from(text).length === 1) && Math.abs(next.box[0] - last.box[2]) < next.fontSize / 2
  );
}

function runToText(run: readonly [Glyph, ...Glyph[]]): string {
  const [{ angle, baseline, fontSize, box }] = run;
  const text = escapeMarkup(run.map((glyph) => glyph.text).join(""));
  const size = `font-size="${round(fontSize)}"`;
  if (angle === 0) return `<text x="${run.map((glyph) => round(glyph.box[0])).join(" ")}" y="${round(baseline)}" ${size}>${text}</text>`;
  const x = round((box[0] + box[2]) / 2);
  const y = round((box[1] + box[3]) / 2);
  return `<text x="${x}" y="${y}" ${size} class="turned" transform="rotate(${angle} ${x} ${y})">${text}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
