import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../package/chromium.ts";
import { gzBudget } from "../support/run-program.ts";

const budget = new URL("../../fixtures/corpus/gz-2024-ybzx/chrome-ruled.pdf", import.meta.url).pathname;

describe("gz-budget inspect", () => {
  let folder = "";
  let browser: BrowserContext;
  let page: Page;
  const requests: string[] = [];
  const errors: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gz-budget-inspect-"));
    const report = join(folder, "report.html");
    expect(await gzBudget(["inspect", budget, "--pages", "3-10", "-o", report])).toMatchObject({ code: 0, stdout: "", stderr: "" });
    browser = await launchChromium(chromium, { viewport: { width: 1400, height: 900 } });
    page = await browser.newPage();
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(pathToFileURL(report).href);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  /** The text that stands under the mark, without white space. */
  const textUnderMark = () =>
    page.evaluate(() =>
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

  it("loads nothing but itself and runs without an error", () => {
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it("writes to standard output, and says when a file cannot be read", async () => {
    const { stdout } = await gzBudget(["inspect", budget, "--pages", "1"]);
    expect(stdout).toMatch(/^<!doctype html>/);
    expect(await gzBudget(["inspect", join(folder, "none.pdf")])).toMatchObject({ code: 3 });
    expect((await readFile(join(folder, "report.html"), "utf8")).length).toBeGreaterThan(100_000);
  });
});
