import { describe, expect, it } from "vitest";
import { seriesToSvg } from "../../src/chart.ts";
import {
  checkBudget,
  exportDocuments,
  factsToCsv,
  formatReport,
  formatSeries,
  parseBudget,
  tableListToText,
  toFacts,
  toJson,
  toSeries,
  traceBudget,
  traceToHtml,
} from "../../src/index.ts";
import { parseBudgetFile, parseBudgetFiles, runBatch } from "../../src/node/index.ts";
import { toXlsx } from "../../src/xlsx.ts";
import { tinyPdf } from "../support/tiny-pdf.ts";

const document = await parseBudget("单位：万元");
const trace = await traceBudget("单位：万元");
const report = checkBudget(document);
const series = toSeries([document]);
const pdf = tinyPdf([""]);
/** Asks for the first result only: a wrong option must be told before any process is started. */
const first = (options: object) => parseBudgetFiles(["missing.pdf"], options).next();

/** Every door that takes options, called with them. */
const doors: Readonly<Record<string, (options: never) => unknown>> = {
  "parseBudget of a PDF": (options) => parseBudget(pdf, options),
  "parseBudget of text": (options) => parseBudget("单位：万元", options),
  traceBudget: (options) => traceBudget(pdf, options),
  parseBudgetFile: (options) => parseBudgetFile("missing.pdf", options),
  parseBudgetFiles: first,
  runBatch: (options: object) => runBatch([], { directory: "/dev/null/nowhere", ...options }),
  checkBudget: (options) => checkBudget(document, options),
  exportDocuments: (options) => exportDocuments([document], "json", options),
  toJson: (options) => toJson(document, options),
  factsToCsv: (options) => factsToCsv([], options),
  formatReport: (options) => formatReport(report, "text", options),
  formatSeries: (options) => formatSeries(series, "text", options),
  tableListToText: (options) => tableListToText(document, options),
  toSeries: (options) => toSeries([document], options),
  traceToHtml: (options) => traceToHtml(trace, options),
  toXlsx: (options) => toXlsx(document, options),
  seriesToSvg: (options) => seriesToSvg(series, options),
};

const reading = ["parseBudget of a PDF", "parseBudget of text", "traceBudget", "parseBudgetFile"];
const many = ["parseBudgetFiles", "runBatch"];
const speaking = Object.keys(doors).filter((door) => !["factsToCsv", "toSeries"].includes(door));

/** Wrong values of each option, and the doors that take it. */
const wrong: [option: string, doors: readonly string[], values: readonly unknown[]][] = [
  ["locale", speaking, ["fr", null, 1, ["zh"]]],
  ["forms", [...reading, "checkBudget"], [null, "gz-12", {}, [null], [1]]],
  ["forms", many, [null, {}, [null], 1]],
  ["pages", [...reading, "runBatch"], [{}, null, "garbage", "", [0], [1.5], ["1"], 1]],
  ["limits", [...reading, ...many], [null, [], "1", 1]],
  ["signal", [...reading, ...many], [{}, null, true, { aborted: false }, new AbortController()]],
  ["password", [...reading, ...many], [1, null, {}]],
  ["name", reading, [1, null]],
  ["onProgress", [...reading, "parseBudgetFiles"], [null, "x", {}]],
  ["recogniseText", reading, [null, {}, true]],
  ["cMapUrl", reading, [null, 1]],
  ["concurrency", many, [0, -1, 1.5, "2", null, Number.NaN, Infinity]],
  ["directory", ["runBatch"], [null, 1]],
  ["formats", ["runBatch"], ["json", null, [], ["pdf"], [1]]],
  ["merge", ["runBatch"], ["json", null, ["csv"], 1]],
  ["rules", ["runBatch"], [null, {}, [null], 1]],
  ["ocr", ["runBatch"], ["yes", 1, null]],
  ["resume", ["runBatch"], ["yes", 1, null]],
  ["bom", ["runBatch", "exportDocuments", "factsToCsv", "formatSeries"], ["yes", 1, null]],
  ["standardInput", ["runBatch"], [null, "list"]],
  ["onStart", ["runBatch"], [null, {}]],
  ["onResult", ["runBatch"], [null, {}]],
  ["rules", ["checkBudget"], ["H1", null, {}, [1], ["nothing"]]],
  ["silence", ["checkBudget"], ["H1", null, {}, [1], ["nothing"]]],
  ["severity", ["checkBudget"], [null, "error", [], { nothing: "error" }]],
  ["add", ["checkBudget"], [null, {}, "x", [null], [1]]],
  ["schema", ["exportDocuments", "toJson"], [null, {}, "x"]],
  ["indent", ["toJson"], [null, "  ", -1, 1.5]],
  ["colour", ["formatReport"], ["yes", null]],
  ["only", ["formatReport"], ["consistent", null, true]],
  ["report", ["traceToHtml", "toXlsx"], [null, "x", 1]],
  [
    "pictures",
    ["traceToHtml"],
    [null, "x", {}, [null], [{ page: 1 }], [{ page: 1, url: "data:image/png;base64," }], [{ page: 1, box: [0, 0, 1, 1], url: "x.png" }]],
  ],
  ["by", ["toSeries"], ["function", null, 1]],
  ["width", ["seriesToSvg"], [0, -1, "x", null, Number.NaN]],
  ["panels", ["seriesToSvg"], [0, 1.5, null]],
];
const cases = wrong.flatMap(([option, names, values]) => names.flatMap((name) => values.map((value) => [name, option, value] as const)));

async function errorOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
    return undefined;
  } catch (error) {
    return error;
  }
}
const invalid = { name: "BudgetError", code: "OPTION_INVALID" };

describe("an option of the wrong kind is told, by every door that takes it", () => {
  it.each(cases)("%s: %s %j", async (door, option, value) => {
    expect(await errorOf(() => doors[door]?.({ [option]: value } as never))).toMatchObject(invalid);
  });

  it.each(Object.keys(doors))("%s: an option that there is not, with the nearest one", async (door) => {
    const error = await errorOf(() => doors[door]?.({ nothingOfTheKind: 1 } as never));
    expect(error).toMatchObject(invalid);
    expect((error as Error).message).toContain("nothingOfTheKind");
  });

  it.each(Object.keys(doors).filter((door) => door !== "runBatch"))("%s: options that are none", async (door) => {
    for (const options of [null, "x", [], 1]) expect(await errorOf(() => doors[door]?.(options as never))).toMatchObject(invalid);
  });

  it.each([...reading, ...many])("%s: limits that there are not, or are no numbers", async (door) => {
    for (const limits of [{ page: 3 }, { bytes: 0 }, { bytes: "1" }, { pages: null }, { milliseconds: Number.NaN }]) {
      expect(await errorOf(() => doors[door]?.({ limits } as never))).toMatchObject(invalid);
    }
  });

  it("every option of every door stands in this table", async () => {
    for (const [name, door] of Object.entries(doors)) {
      const error = (await errorOf(() => door({ zzzzzzzzzzzzzzzzzz: 1 } as never))) as Error;
      const known = /(?:known: |可用的有：)(.*)/.exec(error.message)?.[1]?.split(/, |、/) ?? [];
      const tested = [...wrong, ["standardFontDataUrl", reading, []], ["wasmUrl", reading, []], ["height", ["seriesToSvg"], []]];
      for (const option of known) {
        expect(
          tested.some(([one, names]) => one === option && (names as readonly string[]).includes(name)),
          `${option} of ${name}`,
        ).toBe(true);
      }
    }
  });
});

describe("what is given beside the options", () => {
  const kinds: [string, () => unknown][] = [
    ["one path for many", () => parseBudgetFiles("budget.pdf" as never).next()],
    ["no paths", () => parseBudgetFiles(null as never).next()],
    ["paths that are none", () => parseBudgetFiles([1] as never).next()],
    ["one path for a batch", () => runBatch("budget.pdf" as never, { directory: "/dev/null/nowhere" })],
    ["a batch without a folder", () => runBatch([], {} as never)],
    ["a batch without options", () => runBatch([], undefined as never)],
    ["a format that there is not", () => exportDocuments([document], "xls" as never)],
    ["a document for documents", () => exportDocuments(document as never, "json")],
    ["a promise of a document", () => toFacts(parseBudget("x") as never)],
    ["no document", () => toJson(undefined as never)],
    ["no documents", () => toSeries(undefined as never)],
    ["a report of no format", () => formatReport(report, "html" as never)],
  ];
  it.each(kinds)("%s", async (_name, call) => {
    expect(await errorOf(call)).toMatchObject(invalid);
  });

  it("is named as it should be written", async () => {
    const call = async (options: object) => ((await errorOf(() => parseBudget("x", options))) as Error).message;
    expect(await call({ locale: "en", pages: {} })).toContain(
      'options.pages must be a selection of pages (write "5-30", "1,3,8-" or [5, 6]), not an object',
    );
    expect(await call({ locale: "en", limits: { page: 1 } })).toContain('there is no limit "page"; did you mean "pages"?');
    expect(await call({ locale: "zh", signal: {} })).toContain("options.signal 须为 AbortSignal，而不是对象");
    expect(await call({ locale: "fr" })).toContain('options.locale must be "zh" or "en", not "fr"');
    expect(((await errorOf(() => parseBudgetFiles("a.pdf" as never, { locale: "en" }).next())) as Error).message).toContain(
      'write ["a.pdf"]',
    );
  });
});
