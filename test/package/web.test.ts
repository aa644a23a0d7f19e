import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import exceljs from "exceljs";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { build, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BudgetDocument, parseBudget } from "../../src/index.ts";
import type { PagePicture } from "../../src/ocr.ts";
import { projectRoot } from "../support/run-example.ts";
import { firstFree, printed, tinyPdf } from "../support/tiny-pdf.ts";
import { barriersOf } from "./axe.ts";
import { launchChromium } from "./chromium.ts";

const configFile = join(projectRoot, "examples/web/vite.config.ts");
const corpus = (path: string) => join(projectRoot, "fixtures/corpus", path);
const WAIT = { timeout: 120_000 };

describe("examples/web", () => {
  let server: PreviewServer;
  let browser: BrowserContext;
  let address: string;

  beforeAll(async () => {
    await build({ configFile, logLevel: "error" });
    server = await preview({ configFile, preview: { port: 0, host: "127.0.0.1" }, logLevel: "error" });
    address = server.resolvedUrls?.local[0] ?? "";
    browser = await launchChromium(chromium, {
      locale: "zh-CN",
      viewport: { width: 1440, height: 900 },
      permissions: ["clipboard-read", "clipboard-write"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Opens a file on a fresh page; every request that leaves the machine and every uncaught error is an error of the test. */
  async function openOn(path: string): Promise<Page> {
    const page = await browser.newPage();
    page.on("pageerror", (error) => {
      throw error;
    });
    page.on("request", (request) => {
      if (request.method() !== "GET" || !/^(http:\/\/127\.0\.0\.1|http:\/\/localhost|blob:|data:)/.test(request.url()))
        throw new Error(`a request left the page: ${request.url()}`);
    });
    await page.goto(address);
    await page.setInputFiles("#file", path);
    return page;
  }

  it.each([
    ["Chromium", "gz-2024-ybzx/chrome-ruled.pdf", "广州市医疗保险服务中心", "497,229.09 万元"],
    ["LibreOffice Writer", "gz-2024-ybzx/writer-repeat.pdf", "广州市医疗保险服务中心", "497,229.09 万元"],
    ["ReportLab, its font not embedded", "gz-2024-ybzx/rl-cid.pdf", "广州市医疗保险服务中心", "497,229.09 万元"],
  ])("shows a PDF made by %s", async (_, path, organization, total) => {
    const page = await openOn(corpus(path));
    await page.waitForSelector(".summary", WAIT);
    expect(await page.textContent(".summary h1")).toBe(organization);
    expect(await page.locator(".summary dd").allTextContents()).toContain(total);
    expect(await page.locator(".tables nav button").count()).toBeGreaterThanOrEqual(12);
    await page.close();
  });

  it("has a merged header, marks a figure on its page, and gives way to the keyboard", async () => {
    const page = await openOn(corpus("gz-2024-ybzx/chrome-ruled.pdf"));
    await page.waitForSelector(".summary", WAIT);
    await page.click(".tables nav button:nth-child(2)");
    expect(await page.locator("thead th[colspan='3']").first().textContent()).toBe("财政拨款收入");
    expect(await page.locator("tbody tr").count()).toBe(26);
    const figure = page.locator('[data-row="5"][data-column="3"] button');
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".mark", WAIT);
    expect(await page.textContent("#original-heading")).toContain("第 4 页");
    // What is drawn under the mark is the figure's ink, not an empty place.
    const ink = await page.evaluate(() => {
      const canvas = document.querySelector(".sheet canvas") as HTMLCanvasElement;
      const [mark, sheet] = [document.querySelector(".mark"), canvas].map((node) => (node as Element).getBoundingClientRect());
      if (!mark || !sheet) return 0;
      const scale = canvas.width / sheet.width;
      const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(
        (mark.x - sheet.x) * scale,
        (mark.y - sheet.y) * scale,
        mark.width * scale,
        mark.height * scale,
      );
      return data.filter((value, index) => index % 4 === 0 && value < 128).length;
    });
    expect(ink).toBeGreaterThan(20);
    await page.keyboard.press("Escape");
    expect(await page.isVisible(".original")).toBe(false);
    expect(await figure.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.close();
  });

  it("shows the checks and leads from a figure to its table", async () => {
    const page = await openOn(corpus("gz-2024-ybzx/chrome-ruled.pdf"));
    await page.waitForSelector(".summary", WAIT);
    await page.click("[role=tab]:nth-child(2)");
    await page.click(".pill.consistent");
    expect(await page.locator(".finding").count()).toBe(50);
    await page.locator(".finding .figure-link").first().click();
    await page.waitForSelector("td.marked", WAIT);
    await page.waitForSelector(".mark", WAIT);
    await page.close();
  });

  it("begins with the causes, each beside a picture of its cell that leads to the page", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "gz-budget-cause-")), "wrong.pdf");
    writeFileSync(path, tinyPdf([wrongTable()]));
    const page = await openOn(path);
    await page.waitForSelector(".summary", WAIT);
    await page.click("[role=tab]:nth-child(2)");
    expect(await page.locator(".causes li h3").allTextContents()).toEqual([expect.stringContaining("41.00，应为 40.00")]);
    const ink = () =>
      page.evaluate(() => {
        const canvas = document.querySelector(".cell-picture canvas") as HTMLCanvasElement;
        const { data } = (canvas.getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
        return data.filter((value, index) => index % 4 === 0 && value < 128 && (data[index + 3] ?? 0) > 128).length;
      });
    await expect.poll(ink, WAIT).toBeGreaterThan(20);
    await page.click(".cell-picture");
    await page.waitForSelector(".original .mark", WAIT);
    await page.close();
  });

  it("draws expenditure by functional class", async () => {
    const page = await openOn(corpus("gz-2024-ybzx/chrome-ruled.pdf"));
    await page.waitForSelector(".summary", WAIT);
    await page.click("[role=tab]:nth-child(3)");
    await page.waitForSelector(".chart svg", WAIT);
    await expect.poll(() => page.textContent(".chart svg"), WAIT).toContain("490,519.91");
    await page.close();
  });

  it("asks for the password of an encrypted PDF, again after a wrong one", async () => {
    const page = await openOn(corpus("gz-2024-ybzx/lock-user.pdf"));
    await page.waitForSelector("dialog[open]", WAIT);
    await page.fill("#password", "wrong");
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog [role=alert]", WAIT);
    await page.fill("#password", "gz2024");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".summary", WAIT);
    await page.click('[data-row="0"][data-column="1"] button');
    await page.waitForSelector(".mark", WAIT);
    await page.close();
  });

  it("reads a scan after one click that says how much is loaded", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "gz-budget-scan-")), "scan.pdf");
    writeFileSync(path, await pagesOfScan("4,6"));
    const page = await openOn(path);
    await page.waitForSelector("#read-scan", WAIT);
    expect(await page.locator(".tables nav button").count()).toBe(0);
    expect(await page.textContent(".notice")).toMatch(/2 页是扫描图片.*载入 22 MB/);
    await page.click("#read-scan");
    await page.waitForSelector("progress", WAIT);
    await page.waitForSelector(".tables nav button", { timeout: 600_000 });
    expect(await page.locator("#read-scan").count()).toBe(0);
    expect(await page.locator(".tables nav button").allTextContents()).toEqual([
      expect.stringContaining("收入总体情况表"),
      expect.stringContaining("支出总体情况表"),
    ]);
    const figure = page.locator("td.figure button", { hasText: "497,229.09" }).first();
    await figure.click();
    await page.waitForSelector(".mark", WAIT);
    await page.close();
  });

  it("says what is wrong with a damaged file", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gz-budget-damaged-"));
    const damaged = join(folder, "damaged.pdf");
    writeFileSync(damaged, "%PDF-1.7\nnothing of it is left\n");
    const page = await openOn(damaged);
    await page.waitForSelector(".problem", WAIT);
    expect(await page.textContent(".problem code")).toBe("DAMAGED_PDF");
    await page.close();
  });

  it("reads text and shows the line of a figure, in English on a phone", async () => {
    const page = await openOn(join(projectRoot, "seeds/000_c902f1b07777cdfc.txt"));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.waitForSelector(".summary", WAIT);
    await page.click("text=English");
    expect(await page.getAttribute("html", "lang")).toBe("en");
    await page.locator("nav button", { hasText: "支出总体情况表" }).first().click();
    await page.locator("td.figure button").first().click();
    await page.waitForSelector(".mark-line", WAIT);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.close();
  });

  it.each([
    ["wide", { width: 1440, height: 900 }, "light"],
    ["narrow and dark", { width: 390, height: 844 }, "dark"],
  ] as const)("keeps nobody out, %s", async (_, viewport, colorScheme) => {
    const page = await browser.newPage();
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const open = async (path: string, shows: string) => {
      await page.goto(address);
      await page.setInputFiles("#file", corpus(path));
      await page.waitForSelector(shows, WAIT);
    };
    await page.goto(address);
    await page.waitForSelector("#file", { state: "attached" });
    const barriers = { start: await barriersOf(page), tables: [""], original: [""], checks: [""], chart: [""], password: [""], scan: [""] };
    await open("gz-2024-ybzx/chrome-ruled.pdf", ".summary");
    barriers.tables = await barriersOf(page);
    await page.locator("td.figure button").first().click();
    await page.waitForSelector(".mark", WAIT);
    barriers.original = await barriersOf(page);
    await page.keyboard.press("Escape");
    await page.click("[role=tab]:nth-child(2)");
    await page.click(".pill.consistent");
    barriers.checks = await barriersOf(page);
    await page.click("[role=tab]:nth-child(3)");
    await page.waitForSelector(".chart svg", WAIT);
    barriers.chart = await barriersOf(page);
    await open("gz-2024-ybzx/lock-user.pdf", "dialog[open]");
    barriers.password = await barriersOf(page);
    await open("gz-2024-ybzx/scan.pdf", "#read-scan");
    barriers.scan = await barriersOf(page);
    expect(barriers).toEqual({ start: [], tables: [], original: [], checks: [], chart: [], password: [], scan: [] });
    await page.close();
  });

  it("copies a table with its merged header and its text", async () => {
    const page = await openOn(corpus("syn-2020-dagl/rl-rects.pdf"));
    await page.waitForSelector(".summary", WAIT);
    await page.click(".tables nav button:nth-child(2)");
    await page.click(".table-head .quiet");
    await expect.poll(() => page.textContent(".table-head .quiet"), WAIT).toContain("已复制");
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text();
      return { html: await read("text/html"), text: await read("text/plain") };
    });
    expect(copied.html).toContain('colspan="3"');
    expect(copied.text?.split("\n")[1]?.split("\t")).toHaveLength(copied.text?.split("\n")[0]?.split("\t").length ?? 0);
    await page.close();
  });

  it("saves JSON, CSV and XLSX", async () => {
    const page = await openOn(corpus("syn-2020-dagl/rl-rects.pdf"));
    await page.waitForSelector(".summary", WAIT);
    const save = async (format: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.downloads button:has-text("${format}")`)]);
      return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
    };
    const json = await save("JSON");
    expect(json.name).toBe("rl-rects.json");
    expect(BudgetDocument.parse(JSON.parse(json.content.toString())).tables.length).toBeGreaterThanOrEqual(12);
    expect((await save("CSV")).content.toString()).toMatch(/^\ufeffsourceName,/);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await save("XLSX")).content as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["facts", "findings", "diagnostics"]));
    await page.close();
  });
});

/** Some pages of the scan of the corpus as a PDF of their own: to read them all takes minutes. */
async function pagesOfScan(pages: string): Promise<Uint8Array> {
  const pictures: PagePicture[] = [];
  const recogniseText = async (page: { pictures(): Promise<readonly PagePicture[]> }) => {
    pictures.push(...(await page.pictures()));
    return [];
  };
  await parseBudget(new Uint8Array(readFileSync(corpus("gz-2024-ybzx/scan.pdf"))), { pages, recogniseText });
  const images = pictures.map(({ width, height, rgba }) => ({
    source: `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8>>`,
    stream: rgba.filter((_, index) => index % 4 === 0) as unknown as Uint8Array,
    flate: true,
  }));
  const sheets = pictures.map(({ box: [x0, y0, x1, y1] }, index) => ({
    content: `q ${x1 - x0} 0 0 ${y1 - y0} 0 0 cm /Im Do Q`,
    resources: `/XObject<</Im ${firstFree + index} 0 R>>`,
    mediaBox: `[0 0 ${x1 - x0} ${y1 - y0}]`,
  }));
  return tinyPdf(sheets, images);
}

/** 表3 with one row, whose total is not the sum of its parts. */
function wrongTable(): string {
  const [columns, rows] = [
    [60, 150, 280, 360, 440, 520],
    [690, 670, 650],
  ];
  const lines = [...columns.map((x) => `${x} 650 m ${x} 690 l S`), ...rows.map((y) => `60 ${y} m 520 ${y} l S`)];
  const cells = [
    ["科目编码", "科目名称", "合计", "基本支出", "项目支出"],
    ["", "合计", "41.00", "30.00", "10.00"],
  ].flatMap((row, at) => row.map((text, column) => (text === "" ? "" : printed(text, (columns[column] ?? 0) + 4, 676 - 20 * at))));
  return [printed("表3", 60, 730), printed("支出总体情况表", 220, 715), printed("单位：万元", 440, 700), ...cells, ...lines].join(" ");
}
