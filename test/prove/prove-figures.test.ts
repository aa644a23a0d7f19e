import { describe, expect, it } from "vitest";
import { type Checked, compareSides } from "../../src/check/checked.ts";
import type { Figure } from "../../src/check/figure.ts";
import { Decimal } from "../../src/model/amount.ts";
import type { PictureFigure } from "../../src/prove/picture-figures.ts";
import { placeKey } from "../../src/prove/picture-figures.ts";
import { proveFigures } from "../../src/prove/prove-figures.ts";

const kind = "expenditureSummary";
const figure = (row: number, value: string): Figure => ({
  state: "number",
  value: new Decimal(value),
  halfWidth: new Decimal("0.005"),
  place: { kind, number: 3, row, column: 1 } as Figure["place"],
  print: String,
});
const sum = (total: Figure, parts: readonly Figure[]): Checked =>
  compareSides(
    {} as Checked["rule"],
    {} as Checked["context"],
    [{ figure: total, weight: "plus" }],
    parts.map((part) => ({ figure: part, weight: "plus" })),
  );

/** Whether these identities prove a total whose last digit was not read surely. */
function proves(...identities: readonly (readonly string[])[]): boolean {
  const total = figure(0, "30.00");
  const checked = identities.map((parts, at) =>
    sum(
      total,
      parts.map((value, index) => figure(10 * (at + 1) + index, value)),
    ),
  );
  const place = placeKey(kind, 3, 0, 1);
  const doubted = { isUnsure: true, doubted: new Decimal("0.01"), readings: [] } as unknown as PictureFigure;
  return proveFigures(checked, new Map([[place, doubted]])).proven.has(place);
}

describe("a last digit that was not read surely", () => {
  it("is proven by a figure that is the same", () => {
    expect(proves(["30.00"])).toBe(true);
  });

  it("is not proven by a sum whose rounding may hide it", () => {
    expect(proves(["10.00", "15.00", "5.00"])).toBe(false);
  });

  it("nor by two that share a part: they may be rounded alike", () => {
    expect(proves(["10.00", "15.00", "5.00"], ["10.00", "12.00", "8.00"])).toBe(false);
    expect(proves(["10.00", "20.00", "0.00"], ["10.00", "20.00", "0.00"])).toBe(false);
  });

  it("but by two that share none", () => {
    expect(proves(["10.00", "15.00", "5.00"], ["18.00", "11.00", "1.00"])).toBe(true);
  });

  it("and by one that is short enough among them", () => {
    expect(proves(["10.00", "15.00", "5.00"], ["30.00"])).toBe(true);
  });
});
