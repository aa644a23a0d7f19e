import { describe, expect, it } from "vitest";
import { amountShape } from "../../src/model/amount-shape.ts";

describe("what a printed text looks like", () => {
  it.each([
    ["amount", ["1,234.50", "1234.5", "-12", "（12.30）", "(1,234)", "１２．３０", "0.00"]],
    ["malformed", ["47..38", "12,34.50", "1.234.50", "35.45.45", "1,2345.00", "1O.00", "l2.30", "47。38", "0,.00"]],
    ["partial", ["84,", "47,38", "1,234,56", "0.", "(84,", ",970.00", ".38"]],
    ["marked", ["12.00元", "12.00万元", "47.38*", "99.50%", "####"]],
    ["dash", ["-", "—", "——", "/"]],
    ["digits", ["208", "２０８", "2 080505", "0"]],
    ["code", ["[208]", "（30101）", "【501】"]],
    ["ordinal", ["一、", "（二）", "3.", "(12)", "十一."]],
    ["blank", ["", " ", "\u3000"]],
    ["text", ["合计", "2021.12.31", "A0609", "1.2.3", "12-15", "B类", "Office", "3,4,5号"]],
  ] as const)("%s", (shape, texts) => {
    expect(texts.map((text) => [text, amountShape(text)])).toEqual(texts.map((text) => [text, shape]));
  });
});
