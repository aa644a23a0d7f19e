import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { runExample } from "../support/run-example.ts";

it("examples/another-city reads five tables and checks them by a rule of its own", async () => {
  expect(await runExample("examples/another-city/read.ts")).toBe(
    [
      "某市某局 2024, form city, 0 diagnostics",
      "          100.00  合计",
      "205        90.00  教育支出",
      "20502      90.00  普通教育",
      "2050202    60.00  小学教育",
      "2050203    30.00  初中教育",
      "221        10.00  住房保障支出",
      "22102      10.00  住房改革支出",
      "2210201    10.00  住房公积金",
      "某市第一小学 70.00",
      "某市第二中学 30.00",
      "tuition 15.00 is part of row 1",
      "accommodation 5.00 is part of row 1",
      "0 findings inconsistent, CITY1 consistent",
      "5 tables, 42 facts",
      "",
    ].join("\n"),
  );
});

it("examples/another-city imports nothing but the doors of the package", () => {
  const source = readFileSync(new URL("../../examples/another-city/form.ts", import.meta.url), "utf8");
  expect([...source.matchAll(/from "([^"]+)"/gu)].map(([, from]) => from)).toEqual(["gz-budget/forms", "gz-budget/rules"]);
});
