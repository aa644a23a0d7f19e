import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { barriersOf } from "../package/axe.ts";
import { launchChromium } from "../package/chromium.ts";
import { gzBudget } from "../support/run-program.ts";
import { printed, tinyPdf } from "../support/tiny-pdf.ts";

const corpus = (name: string) => new URL(`../../fixtures/corpus/gz-2024-ybzx/${name}.pdf`, import.meta.url).pathname;
const budget = corpus("chrome-ruled");

describe("gz-budget inspect", () => {
  let folder = "";
  let browser: BrowserContext;
  let page: Page;
  const requests: string[] = [];
  const errors: string[] = [];

  async function openReport(name: string, ...args: readonly string[]): Promise<Page> {
    const report = join(folder, `${name}.html`);
    expect(await gzBudget(["inspect", ...args, "-o", report])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const opened = await browser.newPage();
    opened.on("request", (request) => requests.push(request.url()));
    opened.on("pageerror", (error) => errors.push(error.message));
    await opened.goto(pathToFileURL(report).href);
    return opened;
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gz-budget-inspect-"));
    browser = await launchChromium(chromium, { viewport: { width: 1400, height: 900 } });
    page = await openReport("report", budget, "--pages", "3-10");
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  /** The text that stands under the mark, without white space. */
  const textUnderMark = (on = page) =>
    on.evaluate(() =>
      Array.from(document.querySelectorAll<SVGRectElement>("svg .selection rect"), (rect) => {
        const [x, y, width, height] = ["x", "y", "width", "height"].map((name) => Number(rect.getAttribute(name))) as [
          number,
          number,
          number,
          number,
        ];
        const texts = Array.from(rect.closest("svg")?.querySelectorAll("text") ?? []);
        return texts
          .flatMap((text) => {
            const baseline = Number(text.getAttribute("y"));
            const starts = (text.getAttribute("x") ?? "").split(" ").map(Number);
            return Array.from(text.textContent ?? "").filter((_, i) => {
              const start = starts[i] ?? Number.NaN;
              return start >= x && start <= x + width && baseline >= y && baseline <= y + height;
            });
          })
          .join("");
      }).join(""),
    );
  const selected = () => page.locator("td.selected").textContent();

  it("a click on a cell marks on the page what it was read from", async () => {
    for (const [table, row, column] of [
      [0, 5, 1],
      [1, 4, 3],
      [2, 20, 1],
    ] as const) {
      const cell = page.locator(`#t${table}r${row} td[data-at]`).nth(column);
      await cell.click();
      const text = (await cell.textContent())?.replace(/\s/g, "");
      expect(text).not.toBe("");
      expect(await textUnderMark()).toBe(text);
      expect(await page.locator("svg .selection rect").first().isVisible()).toBe(true);
    }
  });

  it("a click on the page selects the cell that was read there", async () => {
    const figure = page.locator('svg[data-page="9"] text', { hasText: "10,747.24" });
    await figure.first().scrollIntoViewIfNeeded();
    const now = await figure.first().boundingBox();
    if (!now) throw new Error("the figure is not on the page");
    await page.mouse.click(now.x + now.width / 2, now.y + now.height / 2);
    expect((await selected())?.trim()).toBe("10,747.24");
  });

  it.each([1400, 390])("keeps nobody out at %i px", async (width) => {
    const narrow = await openReport(`barriers-${width}`, budget, "--pages", "3");
    await narrow.setViewportSize({ width, height: 900 });
    expect(await barriersOf(narrow)).toEqual([]);
    await narrow.locator("td[data-at]").nth(12).click();
    expect(await barriersOf(narrow)).toEqual([]);
    await narrow.close();
  });

  it("a click beside every cell selects nothing", async () => {
    const sheet = page.locator('svg[data-page="9"]');
    await sheet.scrollIntoViewIfNeeded();
    await sheet.click({ position: { x: 3, y: 3 } });
    expect(await page.locator("td.selected, svg .selection rect").count()).toBe(0);
  });

  it("layers can be hidden", async () => {
    const glyphs = page.locator('svg[data-page="9"] .glyphs');
    await page.getByLabel("glyphs").uncheck();
    expect(await glyphs.isVisible()).toBe(false);
    await page.getByLabel("glyphs").check();
    expect(await glyphs.isVisible()).toBe(true);
  });

  it("a click on a cell of long text marks where it stands", async () => {
    const report = await openReport("texts", budget, "--pages", "21-23");
    const table = report.locator("article.table", { hasText: "keyProjects" }).first();
    const cell = table.locator("td.long").first();
    await cell.click();
    expect(await textUnderMark(report)).toBe((await cell.textContent())?.replace(/\s/g, ""));
    await report.close();
  });

  it("a page that is turned stands upright, and a finding shows its figures there", async () => {
    const file = join(folder, "turned.pdf");
    await writeFile(
      file,
      tinyPdf([printed("广州市医疗保障局2024年部门预算", 100, 700, 20), { content: turnedTable(), entries: "/Rotate 90" }]),
    );
    const report = await openReport("turned", file);
    const box = await report.locator('svg[data-page="2"]').boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(842 / 595, 2);
    expect(await report.locator('svg[data-page="2"] .findings rect').count()).toBe(4);
    // The finding has several figures, its cause one.
    await report.locator('li[data-cells*=" "]', { hasText: "W11" }).click();
    expect(await report.locator("td.selected").allTextContents()).toEqual(["10.00", "4.00", "5.00"]);
    expect(await textUnderMark(report)).toBe("10.004.005.00");
    await report.close();
  });

  it("a scanned page is marked as a whole by what is said of it", async () => {
    const report = await openReport("scan", corpus("scan"), "--pages", "2");
    await report.locator("li[data-mark]", { hasText: "read.no-text-layer" }).click();
    const [mark, sheet] = [report.locator("svg .selection rect"), report.locator('svg[data-page="2"]')];
    expect(await mark.isVisible()).toBe(true);
    const [marked, whole] = [await mark.boundingBox(), await sheet.boundingBox()];
    expect((marked?.height ?? 0) / (whole?.height ?? 1)).toBeCloseTo(1, 1);
    await report.close();
  });

  it("loads nothing but itself and runs without an error", () => {
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(requests).toHaveLength(6);
    expect(errors).toEqual([]);
  });

  it("writes to standard output, and says when a file cannot be read", async () => {
    const { stdout } = await gzBudget(["inspect", budget, "--pages", "1"]);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(await gzBudget(["inspect", join(folder, "none.pdf")])).toMatchObject({ code: 3 });
    expect((await readFile(join(folder, "report.html"), "utf8")).length).toBeGreaterThan(100_000);
  });
});

/** A table whose total is not the sum of its row, drawn for a page that is shown turned by 90 degrees. */
function turnedTable(): string {
  const rows = [
    ["科目编码", "科目名称", "小计", "基本支出", "项目支出"],
    ["", "合计", "10.00", "4.00", "5.00"],
    ["212", "城乡社区支出", "10.00", "4.00", "6.00"],
  ];
  const [left, width, height] = [60, 130, 20];
  const cells = rows.flatMap((row, r) =>
    row.map((text, c) => {
      const [x, y] = [left + c * width, 460 - r * height];
      return `${x} ${y} ${width} ${height} re S\n${printed(text, x + 4, y + 6)}`;
    }),
  );
  const caption = [printed("表9", 60, 520), printed("政府性基金预算支出情况表", 350, 520, 14), printed("单位：万元", 650, 490)];
  return ["0 1 -1 0 595 0 cm\n", ...caption, ...cells].join("");
}
