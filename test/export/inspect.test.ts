import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type BudgetTrace, checkBudget, traceBudget, traceToHtml } from "../../src/index.ts";
import { withFigure } from "../support/check-document.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));

describe("the inspection page", () => {
  let trace: BudgetTrace;
  let html: string;
  beforeAll(async () => {
    trace = await traceBudget(new Uint8Array(file("fixtures/corpus/syn-2020-dagl/rl-rects.pdf")), { name: "a<b>.pdf" });
    html = traceToHtml(trace, { report: checkBudget(trace.document) });
  });

  it("shows every page and every row of every table once", () => {
    const rows = trace.document.tables.flatMap((table, index) => table.rows.map((_, row) => `id="t${index}r${row}"`));
    const pages = trace.pages.map(({ pageNumber }) => `<svg data-page="${pageNumber}"`);
    expect(rows.length).toBeGreaterThan(150);
    for (const mark of [...rows, ...pages]) expect(html.split(mark)).toHaveLength(2);
  });

  it("gives each printed cell the places that it was read from", () => {
    const printedCells = trace.document.tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((text) => text !== null)));
    expect(html.match(/data-at="/g)?.length).toBeGreaterThanOrEqual(printedCells.length);
  });

  it("prints every glyph of a page", () => {
    const svg = html.slice(html.indexOf('<svg data-page="6"'), html.indexOf('<svg data-page="7"'));
    const text = Array.from(svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g), ([, run = ""]) => run).join("");
    const page = trace.pages[5];
    const glyphs = page?.kind === "positioned" ? page.glyphs.map((glyph) => glyph.text).join("") : "";
    expect(text).toBe(glyphs);
  });

  it("loads nothing and escapes what the document says", () => {
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/(src|href)=(?!"#)|@import|url\(/);
    expect(html).toContain("a&lt;b&gt;.pdf");
    expect(html).not.toContain("a<b>.pdf");
  });

  it("marks the figures of identities that hold", () => {
    expect(html.match(/class="[^"]*\bconsistent"/g)?.length).toBeGreaterThan(300);
    expect(html).not.toMatch(/class="[^"]*inconsistent"/);
  });

  it("shows each cause with the part of the page that it speaks of, and a text's line", async () => {
    const cell = { kind: "expenditureSummary", row: 2, key: "total" };
    const wrong = withFigure(trace.document, cell, "123.45");
    const [cause] = checkBudget(wrong).causes;
    const page = traceToHtml({ ...trace, document: wrong }, { report: checkBudget(wrong), locale: "en" });
    const listed = page.slice(page.indexOf("Causes, the worst first"), page.indexOf("Identities that do not hold"));
    expect(listed).toContain(cause?.message.en);
    const table = trace.document.tables.findIndex(({ kind }) => kind === cell.kind);
    const column = trace.document.tables[table]?.columns.findIndex(({ key }) => key === cell.key) ?? -1;
    const place = trace.tables[table]?.rows[cell.row]?.cells[column]?.places[0];
    const [x, y] = (place?.box ?? []).map((value) => Math.round(value * 100) / 100);
    expect(listed).toContain(`<use href="#s${place?.page}"/><rect class="mark error" x="${x}" y="${y}"`);
    expect(page.split(`id="s${place?.page}"`)).toHaveLength(2);
    // A style that names what stands around the drawing does not reach the drawing shown again.
    expect(page).not.toMatch(/svg (text|line|rect)/u);

    const text = await traceBudget(
      "表3 支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出\n\t合计\t41.00\t30.00\t10.00\n",
    );
    const lines = traceToHtml(text, { report: checkBudget(text.document), locale: "en" });
    expect(lines).toContain("<pre>合计\t41.00\t30.00\t10.00</pre></li>");
  });

  it("is the same whenever it is made", async () => {
    expect(traceToHtml(trace, { report: checkBudget(trace.document) })).toBe(html);
  });

  it("draws a diagnostic where it arises", async () => {
    const hidden = await traceBudget(tinyPdf([`${printed("部门预算", 100, 700)} 3 Tr ${printed("<藏>", 100, 600)}`]), { locale: "en" });
    const page = traceToHtml(hidden, { locale: "en" });
    expect(page).toMatch(/<rect id="m-\d+" class="mark info" x="100" y="233.2"/);
    expect(page).toContain("3 invisible characters were left out (“&lt;藏&gt;”)");
  });

  it("shows what a recognised page looks like, under its text", async () => {
    const scan = await traceBudget(tinyPdf([printed("部门预算", 100, 700)]));
    const url = "data:image/png;base64,AAAA";
    const page = traceToHtml(scan, { pictures: [{ page: 1, box: [10, 20, 110, 220], url }], locale: "en" });
    expect(page).toContain("default-src 'none'; img-src data:;");
    expect(page).toMatch(
      /<g class="pictures"><image x="10" y="20" width="100" height="200" [^>]*href="data:image\/png;base64,AAAA"\/><\/g>.*<text/,
    );
    expect(page).toContain('value="pictures"');
    const elsewhere = [{ page: 1, box: [0, 0, 1, 1] as const, url: "https://example.org/scan.png" }];
    expect(() => traceToHtml(scan, { pictures: elsewhere })).toThrow("options.pictures");
  });

  it("shows the lines of a text", async () => {
    const text = await traceBudget(file("seeds/001_54c9370821fa4330.txt").toString("utf8"));
    const page = traceToHtml(text);
    const row = text.document.tables[1]?.rows[3];
    expect(page).toContain(`data-line="${row?.line}"`);
    expect(page).toContain(`id="l${row?.line}"`);
  });
});
