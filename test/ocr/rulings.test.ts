import { describe, expect, it } from "vitest";
import { eraseRulings } from "../../src/ocr/erase-rulings.ts";
import { findRulings, type TracedRulings } from "../../src/ocr/find-rulings.ts";
import { inkBelow } from "../../src/ocr/grey-picture.ts";
import { ruledAreas } from "../../src/ocr/ruled-areas.ts";
import { middleAt, type TracedLine } from "../../src/ocr/trace-rulings.ts";
import { type DrawnPicture, drawnPicture, noise, rowsOf } from "../support/drawn-picture.ts";

const dots = 200;

/** A grid of 3 rows and 2 columns from 50, 50 to 450, 170, a row 40 pixels high. */
function grid(picture: DrawnPicture, thickness = 2, grey = 0): DrawnPicture {
  for (const y of [50, 90, 130, 170]) picture.stroke([49, y], [451, y], thickness, grey);
  for (const x of [50, 250, 450]) picture.stroke([x, 49], [x, 171], thickness, grey);
  return picture;
}

const found = (picture: DrawnPicture, paper = 160) => findRulings(inkBelow(picture, paper), dots);
const places = ({ level, upright }: TracedRulings) => ({
  level: level.map((line) => Math.round(middleAt(line, (line.from + line.to) / 2) + 0.5)).sort((a, b) => a - b),
  upright: upright.map((line) => Math.round(middleAt(line, (line.from + line.to) / 2) + 0.5)).sort((a, b) => a - b),
});
const all = { level: [50, 90, 130, 170], upright: [50, 250, 450] };
const extent = (line: TracedLine | undefined) => [line?.from, line?.to];

describe("rulings are found in a picture", () => {
  it("of few dots, though they run in this row of pixels and in the next", () => {
    const picture = drawnPicture(500, 260);
    for (const y of [50, 130, 170]) picture.stroke([49, y], [451, y], 2);
    for (const x of [50, 250, 450]) picture.stroke([x, 49], [x, 211], 2);
    picture.lit((grey, x, y) => (x > 49 && x < 451 && (y === 210 || y === 209 + 2 * (Math.floor(x / 35) % 2)) ? 0 : grey));
    expect(places(findRulings(inkBelow(picture, 160), 100)).level).toEqual([50, 130, 170, 211]);
  });

  it("with their ends", () => {
    const rulings = found(grid(drawnPicture(500, 220)));
    expect(places(rulings)).toEqual(all);
    expect(extent(rulings.level[0])).toEqual([49, 451]);
    expect(extent(rulings.upright[0])).toEqual([49, 171]);
  });

  it.each([
    ["thin", 1],
    ["thick", 6],
  ])("%s ones", (_, thickness) => {
    expect(places(found(grid(drawnPicture(500, 220), thickness)))).toEqual(all);
  });

  it("broken ones, as one where the ends come close", () => {
    const picture = grid(drawnPicture(500, 220)).lit((grey, x, y) => (Math.abs(y - 90) < 4 && (x % 90 < 12 || x === 300) ? 255 : grey));
    expect(places(found(picture))).toEqual(all);
  });

  it("ones whose edges are ragged, and that wander by a pixel", () => {
    const grain = noise(1);
    const picture = grid(drawnPicture(500, 220)).lit((grey, x) => (grey < 128 && grain() > 1.5 ? 255 : grey + 0 * x));
    expect(places(found(picture))).toEqual(all);
  });

  it("with figures set against them", () => {
    const picture = grid(drawnPicture(500, 220));
    for (const y of [58, 98, 138]) for (const right of [249, 449]) picture.text(right - 66, y, 22, 3);
    expect(places(found(picture))).toEqual(all);
  });

  it("and no strokes of characters, alone or in a column, nor of heavy type", () => {
    const picture = grid(drawnPicture(500, 320));
    for (const y of [54, 94, 134]) picture.stroke([80, y + 1], [80, y + 31], 3).stroke([100, y], [130, y], 3);
    picture.text(60, 190, 26, 14).stroke([60, 240], [130, 240], 8);
    expect(places(found(picture))).toEqual(all);
  });

  it("but a long one without any table", () => {
    expect(places(found(drawnPicture(500, 100).stroke([40, 50], [460, 50], 3)))).toEqual({ level: [50], upright: [] });
  });

  it("short ones between two others", () => {
    const picture = drawnPicture(500, 140).stroke([49, 50], [451, 50]).stroke([49, 84], [451, 84]);
    for (const x of [50, 250, 450]) picture.stroke([x, 49], [x, 85]);
    expect(places(found(picture))).toEqual({ level: [50, 84], upright: [50, 250, 450] });
  });

  it("no further than to the last one that they cross, where print stands in line with them", () => {
    const picture = grid(drawnPicture(500, 240)).stroke([50, 174], [50, 196], 2);
    expect(found(picture).upright.map(({ to }) => to)).toEqual([171, 171, 171]);
  });
});

describe("rulings are taken out of a picture", () => {
  const erased = (picture: DrawnPicture) => eraseRulings(picture, found(picture), 160, dots);
  const darkest = (data: Uint8Array) => data.reduce((least, value) => Math.min(least, value), 255);

  it.each([
    ["sharp ones", 2, 0],
    ["ones between the pixels", 1.6, 0.4],
  ])("%s", (_, thickness, aside) => {
    const picture = drawnPicture(500, 220);
    for (const y of [50, 90, 130, 170]) picture.stroke([49, y + aside], [451, y + aside], thickness);
    for (const x of [50, 250, 450]) picture.stroke([x + aside, 49], [x + aside, 171], thickness);
    expect(darkest(erased(picture).data)).toBeGreaterThan(180);
  });

  it("one that runs between two rows of pixels in turn", () => {
    const picture = drawnPicture(700, 100).stroke([20, 50], [680, 52.5], 2);
    expect(darkest(erased(picture).data)).toBeGreaterThan(160);
  });

  it("and the crumbs of ragged ones", () => {
    const picture = grid(drawnPicture(500, 220)).lit((grey, x, y) => (y === 88 && x % 7 === 0 && x > 60 && x < 440 ? 0 : grey));
    expect(darkest(erased(picture).data)).toBeGreaterThan(180);
  });

  it("leaving the stroke of a figure that touches them", () => {
    const picture = grid(drawnPicture(500, 220)).stroke([446, 100], [446, 122], 3);
    const { data } = erased(picture);
    const dark = Array.from({ length: 10 }, (_, x) => (data[110 * 500 + 440 + x] ?? 255) < 128);
    expect(dark.indexOf(true)).toBe(4);
    expect(dark.filter(Boolean).length).toBeGreaterThanOrEqual(2);
  });

  it("carrying on the stroke that crosses them", () => {
    const picture = grid(drawnPicture(500, 220)).stroke([100, 75], [100, 105], 4);
    const { data } = erased(picture);
    for (let y = 76; y < 104; y++) expect(data[y * 500 + 100]).toBeLessThan(128);
  });
});

describe("a page is divided by its rulings", () => {
  const rulings = found(grid(drawnPicture(500, 220)));
  const areaAt = ruledAreas(500, 220, rulings, dots);

  it("into its cells and what is around them", () => {
    const cells = [70, 110, 150].flatMap((y) => [areaAt(150, y), areaAt(350, y)]);
    expect(new Set(cells).size).toBe(6);
    expect(areaAt(150, 60)).toBe(areaAt(60, 80));
    expect(cells).not.toContain(areaAt(10, 10));
    expect(areaAt(10, 10)).toBe(areaAt(490, 210));
  });

  it("closely beside a ruling, too", () => {
    expect(areaAt(53, 110)).toBe(areaAt(150, 110));
    expect(areaAt(247, 110)).toBe(areaAt(150, 110));
  });

  it("where rulings nearly meet", () => {
    const open = drawnPicture(500, 220);
    for (const y of [50, 90, 130, 170]) open.stroke([56, y], [444, y]);
    for (const x of [50, 250, 450]) open.stroke([x, 49], [x, 171]);
    const area = ruledAreas(500, 220, found(open), dots);
    expect(area(150, 70)).not.toBe(area(150, 110));
    expect(area(150, 70)).not.toBe(area(10, 10));
  });

  it("into one part where there is none", () => {
    const area = ruledAreas(100, 100, { level: [], upright: [] }, dots);
    expect(area(1, 1)).toBe(area(99, 99));
  });
});

it("a grey ruling shows after it was erased as rows of paper", () => {
  const small = drawnPicture(400, 9).stroke([0, 4.5], [400, 4.5], 1);
  expect(rowsOf(eraseRulings(small, found(small), 160, dots)).every((row) => !row.includes("#"))).toBe(true);
});
