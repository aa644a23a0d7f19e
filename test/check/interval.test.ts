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
        const value = amount(printed);
        return { figure: { value, halfWidth: value.isZero() ? value : halfUnit(printed.split(".")[1]?.length ?? 0) }, weight };
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
    ["a cent more than at most", ["2.01"], "atMost", ["2.00"], [false, "0.01", "0.01"]],
    ["a cent more than a sum at most", ["2.01"], "atMost", ["1.00", "1.00"], [true, "0.01", "0.015"]],
    ["one amount printed twice", ["2.00"], "equal", ["2.00"], [true, "0", "0.01"]],
    ["one amount printed twice, a cent apart", ["2.01"], "equal", ["2.00"], [false, "0.01", "0.01"]],
    ["one amount printed to other decimals", ["2.0"], "equal", ["2.04"], [true, "-0.04", "0.055"]],
    ["zeros beside it hide nothing", ["2.01"], "equal", ["2.00", "0.00", "0.00", "0.00"], [false, "0.01", "0.01"]],
    ["nothing but zeros", ["0.00"], "equal", ["0.00", "0.00"], [true, "0", "0"]],
    ["a zero that should be a cent", ["0.00"], "equal", ["0.01"], [false, "-0.01", "0.005"]],
  ] as const)("%s", (_, left, relation, right, expected) => {
    expect(compared(left, relation, right)).toEqual(expected);
  });
});
