import { describe, expect, it } from "vitest";
import { pageToRegions } from "../../src/layout/page-to-regions.ts";
import type { GreyPicture } from "../../src/ocr/grey-picture.ts";
import { pagePlaces } from "../../src/ocr/page-places.ts";
import { straightened } from "../../src/ocr/skew.ts";
import type { StripModel } from "../../src/ocr/strip-model.ts";
import { textRecogniser } from "../../src/ocr/text-recogniser.ts";
import { type QuarterTurn, turned } from "../../src/ocr/turn.ts";
import { uprightPage } from "../../src/ocr/upright-page.ts";
import type { Glyph, Ruling } from "../../src/read/page.ts";
import type { PageToRecognise, RecognisedPage } from "../../src/read/page-pictures.ts";
import { drawnPicture } from "../support/drawn-picture.ts";
import { alphabet, stepScores } from "../support/step-scores.ts";

/**
 * Says 预 for each character that stands upright, and nothing certain of one that does not: the drawn characters have a frame whose upper
 * side sticks out to the left and right.
 */
const model: StripModel = {
  characters: alphabet,
  scores: async ({ width, height, data }) => {
    const inkOf = (y: number) => data.subarray(y * width, (y + 1) * width).filter((grey) => grey < 128).length;
    const rows = Array.from({ length: height }, (_, y) => inkOf(y));
    const first = rows.findIndex((ink) => ink > 0);
    const last = rows.findLastIndex((ink) => ink > 0);
    const isUpright = (rows[first + 1] ?? 0) > 1.04 * (rows[last - 1] ?? 0);
    const columns = Array.from({ length: width }, (_, x) =>
      Array.from({ length: height }, (_, y) => data[y * width + x] ?? 255).some((grey) => grey < 128),
    );
    const steps = Array.from({ length: width / 8 }, () => "" as string | Record<string, number>);
    for (let x = 0; x < width; x++) {
      if (!columns[x] || columns[x - 1]) continue;
      let end = x;
      while (columns[end + 1]) end++;
      steps[Math.floor((x + end) / 16)] = { 预: isUpright ? 0.99 : 0.4 };
    }
    return stepScores(...steps);
  },
};

const points = { width: 360, height: 270 };
const dots = 144; // two pixels a point

/** A table of 2 × 2 cells with four characters in each, and a title above it; all of it leans. */
function page(degrees = 0): GreyPicture {
  const picture = drawnPicture(2 * points.width, 2 * points.height);
  for (const y of [120, 200, 280]) picture.stroke([79, y], [641, y], 2);
  for (const x of [80, 360, 640]) picture.stroke([x, 119], [x, 281], 2);
  for (const y of [146, 226]) for (const x of [120, 400]) picture.text(x, y, 28, 4, 0);
  picture.text(240, 60, 28, 7, 0);
  return straightened(picture, -Math.tan((degrees * Math.PI) / 180));
}

function asGiven(picture: GreyPicture, turn: QuarterTurn = 0): PageToRecognise {
  const { width, height, data } = turned(picture, turn);
  const rgba = new Uint8ClampedArray(4 * data.length).fill(255);
  for (const [at, grey] of data.entries()) rgba.fill(grey, 4 * at, 4 * at + 3);
  const size = { width: width / 2, height: height / 2 };
  return {
    pageNumber: 1,
    ...size,
    pictures: async () => [{ width, height, rgba, box: [0, 0, size.width, size.height] }],
    render: () => Promise.reject(new Error("there is a picture")),
  };
}

async function recognised(given: PageToRecognise): Promise<{ glyphs: readonly Glyph[]; rulings: readonly Ruling[] }> {
  const { glyphs, rulings = [] } = (await textRecogniser(async () => model)(given)) as RecognisedPage;
  return { glyphs, rulings };
}

const cellsOf = ({ glyphs, rulings }: { glyphs: readonly Glyph[]; rulings: readonly Ruling[] }, given: PageToRecognise) => {
  const { regions } = pageToRegions({ kind: "positioned", pageNumber: 1, width: given.width, height: given.height, glyphs, rulings });
  return regions.map((region) => (region.kind === "grid" ? region.cells.map(({ lines }) => lines.join("|")) : region.text));
};

const expected = ["预预预预预预预", ["预预预预", "预预预预", "预预预预", "预预预预"]];

describe("a page is read from its picture", () => {
  it("as glyphs and rulings that make a grid", async () => {
    const given = asGiven(page());
    const { glyphs, rulings } = await recognised(given);
    expect(glyphs).toHaveLength(23);
    expect(rulings.map(({ direction, position }) => `${direction} ${Math.round(position)}`).sort()).toEqual([
      "horizontal 100",
      "horizontal 140",
      "horizontal 60",
      "vertical 180",
      "vertical 320",
      "vertical 40",
    ]);
    expect(glyphs.every(({ confidence, angle }) => confidence !== undefined && confidence > 0.9 && angle === 0)).toBe(true);
    expect(cellsOf({ glyphs, rulings }, given)).toEqual(expected);
  });

  it.each([0.5, -2, 4.5])("that leans by %d°", async (degrees) => {
    const given = asGiven(page(degrees));
    expect(cellsOf(await recognised(given), given)).toEqual(expected);
  });

  it.each([90, 180, 270] as const)("that was turned by %d°", async (turn) => {
    const given = asGiven(page(), turn);
    const read = await recognised(given);
    expect(new Set(read.glyphs.map(({ angle }) => angle))).toEqual(new Set([turn]));
    expect(cellsOf(read, given)).toEqual(expected);
  });

  it("that lies on its side and shows words across its lines", async () => {
    const picture = drawnPicture(500, 600);
    for (const y of [40, 68, 96, 210, 320, 430, 540]) picture.text(60, y, 28, 8, 0);
    const sureOfAll: StripModel = { ...model, scores: async ({ width }) => stepScores(...Array.from({ length: width / 8 }, () => "预")) };
    const given = { picture: turned(picture, 270), dotsPerInch: dots };
    expect((await uprightPage(given, sureOfAll, () => {})).turn).toBe(90);
  });

  it("that is blank", async () => {
    expect(await recognised(asGiven(drawnPicture(300, 200)))).toEqual({ glyphs: [], rulings: [] });
  });

  it("that has to be drawn", async () => {
    const given = asGiven(page());
    const [picture] = await given.pictures();
    if (!picture) throw new Error("there is a picture");
    const asked: (number | undefined)[] = [];
    const render = async (dotsPerInch?: number) => {
      asked.push(dotsPerInch);
      return picture;
    };
    const drawn = { ...given, pictures: async () => [], render };
    // The picture has 144 dots an inch, not the 200 that were asked for: only the number of characters can be right.
    expect((await recognised(drawn)).glyphs).toHaveLength(23);
    expect(asked).toEqual([200]);
  });

  it("until the reading is to end", async () => {
    const ended = new AbortController();
    ended.abort();
    await expect(recognised({ ...asGiven(page()), signal: ended.signal })).rejects.toThrow("aborted");
  });
});

describe("print of which nothing is read", () => {
  const blind: StripModel = { ...model, scores: async (strip) => (strip.width < 100 ? stepScores("", "") : model.scores(strip)) };

  /** The page with one more mark in its last cell, points of its box rounded. */
  async function unreadWith(from: readonly [number, number], to: readonly [number, number], turn: QuarterTurn = 0) {
    const picture = page();
    (picture as ReturnType<typeof drawnPicture>).stroke(from, to, 3);
    const { unread = [] } = (await textRecogniser(async () => blind)(asGiven(picture, turn))) as RecognisedPage;
    return unread.map((box) => box.map(Math.round));
  }

  // Characters are 23 pixels high here, figures would be 17.
  it.each<[what: string, from: readonly [number, number], to: readonly [number, number], told: readonly number[][]]>([
    ["a figure", [600, 230], [600, 247], [[299, 115, 301, 124]]],
    ["a low one", [600, 230], [600, 244], [[299, 115, 301, 122]]],
    ["a dash", [590, 240], [610, 240], []],
    ["dirt", [600, 230], [600, 239], []],
  ])("is told with its place: %s", async (_, from, to, told) => {
    expect(await unreadWith(from, to)).toEqual(told);
  });

  it("is told where it stands on a page that was turned", async () => {
    expect(await unreadWith([600, 230], [600, 247], 90)).toEqual([[147, 299, 155, 301]]);
  });
});

describe("places on the page", () => {
  const character = { text: "预", middle: 0, box: [20, 40, 40, 60], baseline: 58, fontSize: 20, confidence: 1, runnersUp: [] } as const;
  const line = { from: 20, to: 60, middle: new Float32Array(40).fill(39.5), thickness: 2, inked: 40, longest: 40, free: 40, freeAside: 40 };

  it.each<[turn: QuarterTurn, box: readonly number[], baseline: number, ruling: string]>([
    [0, [10, 20, 20, 30], 29, "horizontal 20 10 30"],
    [90, [20, 80, 30, 90], 29, "vertical 20 70 90"],
    [180, [180, 70, 190, 80], 71, "horizontal 80 170 190"],
    [270, [170, 10, 180, 20], 171, "vertical 180 10 30"],
  ])("of a picture that was turned by %d° to be upright", (turn, box, baseline, ruling) => {
    const places = pagePlaces({ width: 200, height: 100, dotsPerInch: dots, turn, slope: 0 });
    expect(places.glyph(character)).toMatchObject({ box, baseline, angle: (360 - turn) % 360, fontSize: 10 });
    expect(places.box({ left: 20, top: 40, right: 40, bottom: 60 })).toEqual(box);
    const { direction, position, from, to } = places.ruling("horizontal", line);
    expect(`${direction} ${position} ${from} ${to}`).toBe(ruling);
  });

  it("of a picture that was straightened lean again", () => {
    const places = pagePlaces({ width: 200, height: 100, dotsPerInch: dots, turn: 0, slope: 0.02 });
    const { box, baseline } = places.glyph(character);
    expect(baseline).toBeCloseTo(29 + 0.02 * (15 - 100));
    expect(box[0]).toBeCloseTo(10 - 0.02 * (29 - 50));
  });
});
