import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsToCsv, toCsv } from "../../src/export/to-csv.ts";
import { toFacts } from "../../src/export/to-facts.ts";
import { amount } from "../../src/model/amount.ts";
import { budget2024 } from "../support/sample-documents.ts";

describe("CSV", () => {
  it.each([
    ["=1+2", "'=1+2"],
    ["+86 20 8888", "'+86 20 8888"],
    ["-专项", "'-专项"],
    ["@sum", "'@sum"],
    ["＝A1", "'＝A1"],
    ["'quoted", "''quoted"],
    ["\tcmd", "'\tcmd"],
    ["-12.30", "-12.30"],
    ["-1,234.50", '"-1,234.50"'],
    ["-", "-"],
    ["--", "--"],
    ["-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"],
    ["2080505", "2080505"],
    ['a "b", c', '"a ""b"", c"'],
    ["一\n二", '"一\n二"'],
    ["", '""'],
    [null, ""],
    [true, "true"],
    [amount("-0.50"), "-0.5"],
  ])("writes %j as %s", (value, written) => {
    expect(toCsv([[value]])).toBe(`${written}\r\n`);
  });

  it("never lets a field begin a formula, and always gives the text back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1 }), (texts) => {
        const [line = ""] = [toCsv([texts])];
        const fields = splitLine(line.slice(0, -2));
        for (const field of fields) expect(/^[=+@\t\r\n＝＋＠]/u.test(field) && !/^\+\d[\d,.%]*$/u.test(field)).toBe(false);
        expect(fields.map((field) => field.replace(/^'(?=[=+\-@＝＋－＠'\t\r\n])/u, ""))).toEqual(texts);
      }),
    );
  });

  it("begins with a byte order mark only when asked to", () => {
    const facts = toFacts(budget2024());
    expect(factsToCsv(facts).startsWith("sourceName,sourceSha256,fiscalYear,")).toBe(true);
    expect(factsToCsv(facts, { bom: true })).toBe(`\ufeff${factsToCsv(facts)}`);
  });
});

/** Fields of one CSV record. */
function splitLine(record: string): string[] {
  const fields = [...record.matchAll(/(?:^|,)("(?:[^"]|"")*"|[^",\r\n]*)/g)].map(([, field = ""]) => field);
  return fields.map((field) => (field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field));
}
