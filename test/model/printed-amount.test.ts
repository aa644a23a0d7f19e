import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePrintedAmount } from "../../src/model/printed-amount.ts";

const seed = { seed: 20240101 };
const cents = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

function digits(value: bigint, decimals: number): string {
  const magnitude = (value < 0n ? -value : value).toString().padStart(decimals + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - decimals);
  return decimals === 0 ? whole : `${whole}.${magnitude.slice(-decimals)}`;
}

const grouped = (text: string) => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
const wide = (text: string) => text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe("parsePrintedAmount", () => {
  it.each([
    ["497,229.09", "497229.09", 2],
    ["509998.93", "509998.93", 2],
    ["0.00", "0", 2],
    ["1181", "1181", 0],
    ["-12.30", "-12.3", 2],
    ["－12.30", "-12.3", 2],
    ["−12.30", "-12.3", 2],
    ["﹣12.30", "-12.3", 2],
    ["(12.30)", "-12.3", 2],
    ["（12.30）", "-12.3", 2],
    ["１２３．４５", "123.45", 2],
    ["１，２３４．５０", "1234.5", 2],
    ["497,229.\n09", "497229.09", 2],
    ["497,22 9.09", "497229.09", 2],
    ["  8.05 ", "8.05", 2],
    ["-0.00", "0", 2],
  ])("reads %j as %s with %i decimals", (printed, value, decimals) => {
    const read = parsePrintedAmount(printed);
    expect(read).toMatchObject({ kind: "number", decimals });
    expect(read?.kind === "number" && read.value.toFixed()).toBe(value);
  });

  it.each([[null], [""], ["  "], ["\u3000"]])("reads %j as blank, not zero", (printed) => {
    expect(parsePrintedAmount(printed)).toEqual({ kind: "blank" });
  });

  it.each([["-"], ["—"], ["--"], ["——"], ["－"], ["–"], ["―"], ["/"], ["／"]])("reads %j as nothing, not zero", (printed) => {
    expect(parsePrintedAmount(printed)).toEqual({ kind: "dash" });
  });

  it.each([
    ["47..38"],
    ["1,23.45"],
    ["12.3.4"],
    ["0.00 0.00"],
    ["5 6"],
    ["12万"],
    ["一"],
    ["1e3"],
    ["12-"],
    ["A02061802039"],
    [".5"],
    ["12."],
    ["3.141 5926"],
    ["(12"],
    ["10%"],
    ["*"],
  ])("does not guess what %j is", (printed) => {
    expect(parsePrintedAmount(printed)).toBeUndefined();
  });

  it("gives back every amount it is printed, in any of its notations", () => {
    fc.assert(
      fc.property(
        cents,
        fc.integer({ min: 0, max: 4 }),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("minus", "brackets"),
        (value, decimals, commas, full, negative) => {
          const plain = digits(value, decimals);
          const body = commas ? grouped(plain) : plain;
          const signed = value < 0n ? (negative === "minus" ? `-${body}` : `(${body})`) : body;
          const read = parsePrintedAmount(full ? wide(signed) : signed);
          expect(read?.kind === "number" && read.value.toFixed(decimals)).toBe(`${value < 0n ? "-" : ""}${plain}`);
          expect(read).toMatchObject({ decimals });
        },
      ),
      seed,
    );
  });

  it("reads a number that was wrapped anywhere", () => {
    fc.assert(
      fc.property(cents, fc.nat(), fc.constantFrom("\n", " ", "\u3000"), (value, at, gap) => {
        const printed = grouped(digits(value < 0n ? -value : value, 2));
        const cut = 1 + (at % (printed.length - 1));
        const read = parsePrintedAmount(`${printed.slice(0, cut)}${gap}${printed.slice(cut)}`);
        expect(read).toEqual(parsePrintedAmount(printed));
      }),
      seed,
    );
  });
});
