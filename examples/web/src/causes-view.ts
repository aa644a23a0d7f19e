import type { CheckReport, Locale } from "gz-budget";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { element } from "./element.ts";
import type { Opened } from "./opened.ts";
import { type ReportFigure, type Spot, spotOfFigure } from "./place.ts";
import { say } from "./words.ts";

/** Around a cell so much of its page is shown, in points: the cells beside it and the lines above and below. */
const AROUND = { x: 120, y: 16 };
const SCALE = 1.25;

/** What would explain the findings, the worst first; each beside a picture of its cell, which leads to its page. */
export function causesView(
  opened: Opened,
  locale: Locale,
  pdf: () => Promise<PDFDocumentProxy>,
  onFigure: (figure: ReportFigure) => void,
): HTMLElement | null {
  const { causes } = opened.report;
  if (causes.length === 0) return null;
  const cards = causes.map((cause) => causeCard(cause, opened, locale, pdf, onFigure));
  return element("section", { class: "causes" }, element("h2", {}, say(locale, "causes")), element("ol", {}, ...cards));
}

function causeCard(
  { severity, message, rules, findings, corrections }: CheckReport["causes"][number],
  opened: Opened,
  locale: Locale,
  pdf: () => Promise<PDFDocumentProxy>,
  onFigure: (figure: ReportFigure) => void,
): HTMLElement {
  const figure = corrections[0]?.figure;
  const spot = figure && spotOfFigure(opened, figure);
  const picture = spot && pictureOf(spot, opened, pdf);
  return element(
    "li",
    { class: `finding ${severity}` },
    element("h3", {}, message[locale]),
    figure &&
      picture &&
      element(
        "button",
        { type: "button", class: "cell-picture", title: say(locale, "showPage"), onclick: () => onFigure(figure) },
        picture,
      ),
    element("p", { class: "muted" }, `${say(locale, "explains", { n: findings.length })} · ${rules.join(" ")}`),
  );
}

/** The part of a page around a place, drawn when it comes into view, or the line of a text. */
function pictureOf(spot: Spot, { content }: Opened, pdf: () => Promise<PDFDocumentProxy>): HTMLElement | undefined {
  if ("line" in spot) return element("code", {}, (content as string).split(/\r\n|\n|\r/)[spot.line - 1]?.trim());
  const [first, ...others] = spot.boxes;
  if (!first) return undefined;
  const box = others.reduce(
    ([x0, y0, x1, y1], other) => [Math.min(x0, other[0]), Math.min(y0, other[1]), Math.max(x1, other[2]), Math.max(y1, other[3])] as const,
    first,
  );
  const [x0, y0] = [Math.max(0, box[0] - AROUND.x), Math.max(0, box[1] - AROUND.y)];
  const [width, height] = [box[2] + AROUND.x - x0, box[3] + AROUND.y - y0];
  const canvas = element("canvas", { style: `width:${width * SCALE}px;aspect-ratio:${width}/${height}` });
  const mark = [(box[0] - x0) / width, (box[1] - y0) / height, (box[2] - box[0]) / width, (box[3] - box[1]) / height].map(
    (share) => `${100 * share}%`,
  );
  const frame = element("span", { class: "mark", style: `left:${mark[0]};top:${mark[1]};width:${mark[2]};height:${mark[3]}` });
  whenSeen(canvas, async () => {
    const scale = SCALE * devicePixelRatio;
    const page = await (await pdf()).getPage(spot.page);
    canvas.width = Math.ceil(width * scale);
    canvas.height = Math.ceil(height * scale);
    await page.render({ canvas, viewport: page.getViewport({ scale, offsetX: -x0 * scale, offsetY: -y0 * scale }) }).promise;
  });
  return element("span", { class: "sheet" }, canvas, frame);
}

function whenSeen(node: Element, act: () => Promise<void>): void {
  const observer = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    observer.disconnect();
    void act();
  });
  observer.observe(node);
}
