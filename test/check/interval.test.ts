import { describe, expect, it } from "vitest";
import { halfUnit } from "../../src/check/figure.ts";
import { compare, type Relation, sumOf, type Weight } from "../../src/check/interval.ts";
import { amount } from "../../src/model/amount.ts";

type Terms = readonly (string | readonly [string, Weight])[];

function compared(left: Terms, relation: Relation, right: Terms) {
  const sum = (terms: Terms) =>
    sumOf(
      terms.map((term) => {
        const [printed, weight] = typeof term === "string" ? ([term, "plus"] as const) : term;
        return { figure: { value: amount(printed), halfWidth: halfUnit(printed.split(".")[1]?.length ?? 0) }, weight };
      }),
    );
  const { holds, residual, allowance } = compare(sum(left), sum(right), relation);
  return [holds, residual.toFixed(), allowance.toFixed()];
}

describe("a printed figure stands for everything that rounds to it", () => {
  it.each([
    ["an exact sum", ["3.00"], "equal", ["1.00", "2.00"], [true, "0", "0.015"]],
    ["22102 住房改革支出 of 2024", ["4808.05"], "equal", ["1272.79", "3535.25"], [true, "0.01", "0.015"]],
    ["more than rounding explains", ["4808.06"], "equal", ["1272.79", "3535.25"], [false, "0.02", "0.015"]],
    ["a total printed without decimals widens only itself", ["22118861"], "equal", ["22118861.34"], [true, "-0.34", "0.505"]],
    ["a part taken away", ["5.00"], "equal", ["8.00", ["3.00", "minus"]], [true, "0", "0.015"]],
    ["a part that may count: not at all", ["5.00"], "equal", ["5.00", ["3.00", "upTo"]], [true, "0", "0.015"]],
    ["a part that may count: some of it", ["6.50"], "equal", ["5.00", ["3.00", "upTo"]], [true, "0", "0.015"]],
    ["a part that may count: more than all of it", ["8.02"], "equal", ["5.00", ["3.00", "upTo"]], [false, "0.02", "0.015"]],
    ["a part that may count: less than nothing", ["4.90"], "equal", ["5.00", ["3.00", "upTo"]], [false, "-0.1", "0.015"]],
    ["a negative part that may count", ["4.00"], "equal", ["5.00", ["-3.00", "upTo"]], [true, "0", "0.015"]],
    ["less is at most", ["1.00"], "atMost", ["2.00"], [true, "0", "0.01"]],
    ["a little more than at most", ["2.01"], "atMost", ["2.00"], [true, "0.01", "0.01"]],
    ["more than at most", ["2.02"], "atMost", ["2.00"], [false, "0.02", "0.01"]],
  ] as const)("%s", (_, left, relation, right, expected) => {
    expect(compared(left, relation, right)).toEqual(expected);
  });
});
