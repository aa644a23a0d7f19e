import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { leasedBuildings, mine } from "../../examples/custom-form/leased-buildings.ts";
import { budgetDocumentSchema, builtInForms } from "../../src/forms.ts";
import { findTable, parseBudget } from "../../src/index.ts";
import { runExample } from "../support/run-example.ts";

const text = readFileSync(new URL("../../examples/custom-form/budget.txt", import.meta.url), "utf8");

describe("examples/custom-form", () => {
  it("reads a fifteenth table by its specification", async () => {
    expect(await runExample("examples/custom-form/read.ts")).toBe(
      [
        "广州市某某局 2024, 租用办公用房情况表, 万元",
        "total   3250.50 m²  412.36  合计",
        "item    2000.00 m²  300.00  越秀区府前路1号",
        "item    1250.50 m²  112.36  天河区体育西路100号三楼",
        "",
      ].join("\n"),
    );
  });

  it("gives JSON by a schema that knows the table", async () => {
    const schema = budgetDocumentSchema([...builtInForms, mine]);
    const document = await parseBudget(text, { forms: [...builtInForms, mine] });
    expect(document.form).toBe("mine");
    expect(document.diagnostics).toEqual([]);
    const back = schema.parse(JSON.parse(JSON.stringify(z.encode(schema, document))));
    expect(back).toEqual(document);
    expect(findTable(back, leasedBuildings)?.rows[1]?.floorArea?.toFixed()).toBe("2000");
  });

  it("is returned as it stands without the form", async () => {
    const document = await parseBudget(text);
    expect(document.tables.map(({ kind, rows }) => [kind, rows.length])).toEqual([["unrecognised", 3]]);
    expect(document.diagnostics.map(({ code }) => code)).toContain("recognise.unknown-table");
  });
});

describe("the demo", () => {
  it("shows both seeds and a PDF with their organisations, years, forms and tables", async () => {
    const shown = await runExample("examples/demo.ts");
    expect(shown.match(/^organisation.*/gm)).toEqual([
      "organisation  广州市医疗保障局 (department)",
      "organisation  广州市医疗保险服务中心 (unit)",
      "organisation  广州市花城管理局 (department)",
    ]);
    expect(shown.match(/^(year|form).*/gm)?.map((line) => line.trim().split(/\s+/)[1])).toEqual([
      "2021",
      "gz-14",
      "2024",
      "gz-12",
      "2026",
      "gz-12-2026",
    ]);
    expect(shown).toMatch(/^ +2 {2}revenueSummary +7 +4 +13 +31055\.63 {2}收入总体情况表$/m);
    expect(shown.match(/^inconsistent.*/gm)?.every((line) => line.includes("N12"))).toBe(true);
  });
});
