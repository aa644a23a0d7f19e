import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type BudgetDocument, parseBudget } from "../../src/index.ts";
import { captionParts } from "../../src/layout/caption-parts.ts";
import { compactText } from "../../src/model/compact-text.ts";

/** Lines of which a document keeps what they say instead of their words: 单位：万元, 表1, page numbers. */
const isSaidOtherwise = (line: string) =>
  captionParts(line)?.every(({ role }) => role === "amountUnit" || role === "budgetUnit" || role === "tableNumber") ?? false;
/** Marks of the transcription, which no paper prints. */
const isMarkup = (line: string) => /^[-\s]+$/u.test(line) || line.includes("\\");
const WORDS = /\s+|<\/?p>/u;

function textsOf({ tables, narrative, diagnostics }: BudgetDocument): string {
  const ofTables = tables.flatMap(({ title, columns, rows, notes }) => [
    title,
    ...columns.flatMap(({ path }) => [path.join(""), ...path]),
    ...rows.flatMap(({ cells }) => cells),
    ...notes,
  ]);
  const ofProse = narrative.sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]);
  return [...ofTables, ...ofProse, ...diagnostics.map(({ message }) => message)].map((text) => compactText(text ?? "")).join("\n");
}

function lost(text: string, document: BudgetDocument): string[] {
  const kept = textsOf(document);
  return text.split("\n").flatMap((line) => {
    if (isSaidOtherwise(line) || isMarkup(line)) return [];
    return line.split(WORDS).filter((word) => !kept.includes(compactText(word)));
  });
}

const cellsOf = ({ tables }: BudgetDocument) => tables.map(({ rows }) => rows.map(({ cells }) => cells));

const LINES = ["本表由财务处汇总编制", "预算编制口径见附件", "（领导审核稿）", "填报人：张三", "穗财编", "填报日期：2024-01-05"];

describe.each(["000_c902f1b07777cdfc", "001_54c9370821fa4330"])("no line of %s is lost", async (name) => {
  const text = await readFile(new URL(`../../seeds/${name}.txt`, import.meta.url), "utf8");
  const document = await parseBudget(text);

  it("as it is published", () => {
    expect(lost(text, document)).toEqual([]);
  });

  it.each(LINES)("with the line %s between the titles and their tables, whose cells stay", async (line) => {
    const from = text.search(/\n收支总体情况表\n/u);
    const more = text.slice(0, from) + text.slice(from).replace(/\n\S{4,30}表(?:（[^）\n]+）)?\n/gu, `$&${line}\n\n`);
    const read = await parseBudget(more);
    expect(lost(more, read)).toEqual([]);
    expect(cellsOf(read)).toEqual(cellsOf(document));
  });
});

it("a table whose title no form knows and whose header two of them print is told", async () => {
  const text = await readFile(new URL("../../seeds/001_54c9370821fa4330.txt", import.meta.url), "utf8");
  const diagnosticsOf = async (input: string) =>
    (await parseBudget(input)).diagnostics.filter(({ code }) => code === "recognise.title-without-table").map(({ fields }) => fields?.title);
  expect(await diagnosticsOf(text)).toEqual([]);
  expect(await diagnosticsOf(text.replaceAll("财政拨款收支总体情况表", "资金往来一览表"))).toEqual(["资金往来一览表"]);
});

describe("a document of another year", async () => {
  const text = await readFile(new URL("../../seeds/001_54c9370821fa4330.txt", import.meta.url), "utf8");
  const kindsOf = ({ tables }: BudgetDocument) => tables.map(({ kind }) => kind);

  it("names its tables in other words, also those whose header two of them print", async () => {
    const others = text
      .replaceAll("收支总体情况表", "收支预算总表")
      .replaceAll("一般公共预算基本支出情况表（按经济分类科目）", "一般公共预算基本支出表")
      .replaceAll("一般公共预算项目支出情况表（按经济分类科目）", "一般公共预算财政拨款项目支出表");
    const document = await parseBudget(others);
    expect(kindsOf(document)).toEqual(kindsOf(await parseBudget(text)));
    expect(document.diagnostics.map(({ code }) => code)).not.toContain("recognise.kind-by-header");
  });

  it("says so where the header alone tells which table it is", async () => {
    const document = await parseBudget(text.replaceAll("政府性基金预算支出情况表", "社会保险基金预算支出情况表"));
    const told = document.diagnostics.filter(({ code }) => code === "recognise.kind-by-header");
    expect(told.map(({ table, fields }) => [table, fields?.title])).toEqual([[9, "社会保险基金预算支出情况表"]]);
  });
});
