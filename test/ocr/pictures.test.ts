import { describe, expect, it } from "vitest";
import { eraseSpecks } from "../../src/ocr/erase-specks.ts";
import { evenBackground } from "../../src/ocr/even-background.ts";
import { inkBelow, toGrey } from "../../src/ocr/grey-picture.ts";
import { inkLevels } from "../../src/ocr/ink-threshold.ts";
import { resize } from "../../src/ocr/resize.ts";
import { skewOf, straightened } from "../../src/ocr/skew.ts";
import { turned } from "../../src/ocr/turn.ts";
import { drawnPicture, noise, pictureOf, rowsOf } from "../support/drawn-picture.ts";

describe("a picture becomes grey", () => {
  it("as it shows on white paper", () => {
    const rgba = Uint8ClampedArray.from([0, 0, 0, 255, 255, 255, 255, 255, 255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 128]);
    expect([...toGrey({ width: 5, height: 1, rgba }).data]).toEqual([0, 255, 76, 255, 127]);
  });
});

describe("a picture in another size", () => {
  it("keeps the darkness of a thin stroke where it becomes smaller", () => {
    const thin = drawnPicture(90, 90).stroke([0, 45.5], [90, 45.5], 1);
    const darkness = (data: Uint8Array) => data.reduce((sum, value) => sum + 255 - value, 0);
    const small = resize(thin, 30, 30);
    expect(darkness(small.data) / (darkness(thin.data) / 9)).toBeCloseTo(1, 1);
  });

  it("goes from shade to shade where it becomes larger", () => {
    expect([...resize(pictureOf("#."), 8, 1).data]).toEqual([0, 0, 32, 96, 159, 223, 255, 255]);
  });
});

describe("a picture is turned", () => {
  const letter = pictureOf("##.", "#..");
  it.each([
    [0, ["##.", "#.."]],
    [90, ["##", ".#", ".."]],
    [180, ["..#", ".##"]],
    [270, ["..", "#.", "##"]],
  ] as const)("by %d degrees", (turn, expected) => {
    expect(rowsOf(turned(letter, turn))).toEqual(expected);
  });
});

describe("specks are taken out", () => {
  const print = drawnPicture(60, 40).stroke([5, 10], [30, 10], 2).stroke([40, 8], [43, 8], 3).stroke([40, 30], [55, 30], 1);
  const speckled = (more: (x: number, y: number) => boolean) => ({
    ...print,
    data: print.data.map((grey, at) => (more(at % 60, Math.floor(at / 60)) ? 0 : grey)),
  });

  it.each([
    ["of one pixel, at 200 dots an inch", 200, (x: number, y: number) => x === 15 && y === 20],
    ["of two by two, at 300", 300, (x: number, y: number) => (x === 15 || x === 16) && (y === 20 || y === 21)],
    ["at the edge of the picture", 300, (x: number, y: number) => x === 0 && y === 39],
  ])("%s", (_, dots, speck) => {
    expect(eraseSpecks(speckled(speck), 128, dots).data).toEqual(print.data);
  });

  it.each([
    ["a point of print", 300, (x: number, y: number) => x >= 15 && x < 18 && y >= 20 && y < 23],
    ["what touches a stroke", 300, (x: number, y: number) => x === 15 && y === 11],
    ["the dots of a ruling", 300, (x: number, y: number) => y === 20 && x % 4 === 1],
    ["where print has few dots", 150, (x: number, y: number) => x === 15 && y === 20],
  ])("but not %s", (_, dots, more) => {
    const picture = speckled(more);
    const { data } = eraseSpecks(picture, 128, dots);
    expect(Array.from(data, (grey, at) => (at % 60 > 3 && at % 60 < 56 ? grey : 0))).toEqual(
      Array.from(picture.data, (grey, at) => (at % 60 > 3 && at % 60 < 56 ? grey : 0)),
    );
  });
});

describe("a page that leans", () => {
  const page = (degrees: number) => {
    const slope = Math.tan((degrees * Math.PI) / 180);
    const picture = drawnPicture(600, 420);
    const at = (x: number, y: number) => [x - slope * (y - 210), y + slope * (x - 300)] as const;
    for (let row = 60; row < 380; row += 40) {
      if (row % 80 === 60) picture.stroke(at(40, row), at(560, row), 2);
      for (let column = 0; column < 10; column++) {
        const [x, y] = at(60 + column * 22, row + 14);
        picture.character(x, y, 18, column);
      }
    }
    return picture;
  };
  const degreesOf = (slope: number) => (Math.atan(slope) * 180) / Math.PI;

  it.each([0, 0.2, -0.3, 1, -2, 4.6, -4.9])("by %d° is measured", (degrees) => {
    expect(Math.abs(degreesOf(skewOf(inkBelow(page(degrees), 128))) - degrees)).toBeLessThan(0.06);
  });

  it("is level after it was straightened", () => {
    const picture = page(2.5);
    const straight = straightened(picture, skewOf(inkBelow(picture, 128)));
    expect(Math.abs(degreesOf(skewOf(inkBelow(straight, 128))))).toBeLessThan(0.05);
  });

  it("is left as it is where it is blank", () => {
    expect(skewOf(inkBelow(drawnPicture(50, 50), 128))).toBe(0);
  });
});

describe("paper that is lit unevenly", () => {
  const shadow = (x: number) => 1 - 0.5 / (1 + Math.exp((x - 300) / 20));
  const grain = noise(4);
  const page = drawnPicture(600, 200)
    .text(30, 60, 24, 10)
    .text(330, 60, 24, 10)
    .lit((grey, x) => grey * shadow(x) + grain());

  it("is white everywhere, and print in the shadow as dark as in the light", () => {
    const even = evenBackground(page, 150);
    const mean = (left: number) => {
      let sum = 0;
      for (let y = 120; y < 180; y++) for (let x = left; x < left + 60; x++) sum += even.data[y * 600 + x] ?? 0;
      return sum / 3600;
    };
    expect(mean(40)).toBeGreaterThan(240);
    expect(mean(500)).toBeGreaterThan(240);
    const ink = (from: number) =>
      inkBelow(even, 128).data.reduce((sum, one, at) => sum + (at % 600 >= from && at % 600 < from + 300 ? one : 0), 0);
    expect(ink(0) / ink(300)).toBeCloseTo(1, 1);
  });

  it("is left as it is where it is white", () => {
    const white = drawnPicture(100, 100).text(10, 10, 20, 3);
    expect(evenBackground(white, 150)).toBe(white);
  });
});

describe("where ink ends", () => {
  it("lies halfway in a picture of two shades", () => {
    expect(inkLevels(pictureOf("#...", "....")).print).toBe(128);
  });

  it("leaves the noise of the paper out, and takes a grey ruling in", () => {
    const grain = noise(6);
    const picture = drawnPicture(300, 200)
      .text(20, 40, 20, 12)
      .stroke([20, 100.5], [280, 100.5], 1, 150)
      .lit((grey) => grey - 8 + grain());
    const { print, stroke, trace } = inkLevels(picture);
    expect(print).toBeLessThan(stroke);
    expect(stroke).toBeLessThan(trace);
    expect(trace).toBeGreaterThan(160);
    const specks = inkBelow(picture, trace).data.reduce((sum, ink, at) => sum + (at >= 120 * 300 ? ink : 0), 0);
    expect(specks / (80 * 300)).toBeLessThan(0.01);
  });
});
