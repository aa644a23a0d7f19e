import type { Locale } from "gz-budget";
import type { PDFDocumentProxy } from "pdfjs-dist";
import { element } from "./element.ts";
import type { Opened } from "./opened.ts";
import type { Spot } from "./place.ts";
import { say } from "./words.ts";

/** The original beside the tables: a page of the PDF, or the lines of the text, with a place marked. */
export interface OriginalView {
  readonly node: HTMLElement;
  show(spot: Spot): Promise<void>;
  close(): void;
}

const AROUND = 12;

export function originalView(opened: Opened, locale: Locale, pdf: () => Promise<PDFDocumentProxy>): OriginalView {
  const heading = element("h2", { id: "original-heading" });
  const stage = element("div", { class: "stage", tabindex: 0 });
  const step = (word: "previous" | "next", by: number) =>
    element(
      "button",
      { type: "button", class: "quiet", "aria-label": say(locale, word), title: say(locale, word), onclick: () => turn(by) },
      by < 0 ? "‹" : "›",
    );
  const [back, forth] = [step("previous", -1), step("next", 1)];
  const shut = element(
    "button",
    { type: "button", class: "quiet", "aria-label": say(locale, "close"), title: say(locale, "close"), onclick: () => close() },
    "✕",
  );
  const node = element(
    "aside",
    { class: "original", hidden: true, "aria-labelledby": "original-heading" },
    element("header", {}, heading, element("span", { class: "spread" }), back, forth, shut),
    stage,
  );
  let current = 0;
  let asked = 0;
  let returnTo: HTMLElement | null = null;

  function turn(by: number): void {
    const page = current + by;
    if (page >= 1 && page <= (opened.trace.document.source.pageCount ?? 0)) void showPage(page, []);
  }

  function close(): void {
    node.hidden = true;
    document.body.classList.remove("with-original");
    returnTo?.focus();
  }

  async function showPage(pageNumber: number, boxes: readonly (readonly number[])[]): Promise<void> {
    const ask = ++asked;
    current = pageNumber;
    heading.textContent = `${say(locale, "source")} · ${say(locale, "page", { n: pageNumber })}`;
    const page = await (await pdf()).getPage(pageNumber);
    const natural = page.getViewport({ scale: 1 });
    const scale = Math.max(0.9, Math.min(2, (stage.clientWidth - 2) / natural.width));
    const viewport = page.getViewport({ scale: scale * devicePixelRatio });
    const canvas = element("canvas");
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    canvas.style.width = `${natural.width * scale}px`;
    await page.render({ canvas, viewport }).promise;
    if (ask !== asked) return;
    const marks = boxes.map(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) =>
      element("div", {
        class: "mark",
        style: `left:${x0 * scale}px;top:${y0 * scale}px;width:${(x1 - x0) * scale}px;height:${(y1 - y0) * scale}px`,
      }),
    );
    stage.replaceChildren(element("div", { class: "sheet", style: `width:${natural.width * scale}px` }, canvas, ...marks));
    marks[0]?.scrollIntoView({ block: "center", inline: "center" });
  }

  function showLines(line: number): void {
    const lines = (opened.content as string).split(/\r\n|\n|\r/);
    heading.textContent = `${say(locale, "source")} · ${say(locale, "line", { n: line })}`;
    const from = Math.max(1, line - AROUND);
    const shown = lines
      .slice(from - 1, line + AROUND)
      .map((text, index) => element("li", { class: from + index === line ? "mark-line" : "" }, text === "" ? " " : text));
    const list = element("ol", { class: "lines" }, ...shown);
    list.start = from;
    stage.replaceChildren(list);
  }

  node.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
    if (event.key === "ArrowLeft") turn(-1);
    if (event.key === "ArrowRight") turn(1);
  });

  return {
    node,
    close,
    async show(spot) {
      if (node.hidden) returnTo = document.activeElement as HTMLElement | null;
      node.hidden = false;
      document.body.classList.add("with-original");
      const paged = "page" in spot;
      for (const button of [back, forth]) button.hidden = !paged;
      if (paged) await showPage(spot.page, spot.boxes);
      else showLines(spot.line);
      shut.focus({ preventScroll: true });
    },
  };
}
