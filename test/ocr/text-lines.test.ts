import { describe, expect, it } from "vitest";
import { inkBelow } from "../../src/ocr/grey-picture.ts";
import { stripOf } from "../../src/ocr/strip.ts";
import { textBlobs } from "../../src/ocr/text-blobs.ts";
import { characterHeight, type TextLine, textLines } from "../../src/ocr/text-lines.ts";
import { type DrawnPicture, drawnPicture } from "../support/drawn-picture.ts";

const dots = 200;
const blobsOf = (picture: DrawnPicture) => textBlobs(inkBelow(picture, 160), dots);

function linesOf(picture: DrawnPicture, partAt: (x: number, y: number) => number = () => 1): TextLine[] {
  const blobs = blobsOf(picture);
  return textLines(blobs, partAt, characterHeight(blobs, dots)).sort((a, b) => a.top - b.top || a.left - b.left);
}

const places = (lines: readonly TextLine[]) => lines.map(({ left, top }) => [Math.round(left / 10) * 10, Math.round(top / 10) * 10]);

describe("lines of text", () => {
  it("are told apart by the paper between them", () => {
    const picture = drawnPicture(500, 200);
    for (const y of [20, 60, 100]) picture.text(30, y, 28, 12);
    expect(places(linesOf(picture))).toEqual([
      [30, 20],
      [30, 60],
      [30, 100],
    ]);
  });

  it("are cut at wide gaps, and on either side by themselves", () => {
    const picture = drawnPicture(700, 100).text(30, 20, 28, 5).text(480, 32, 28, 5);
    expect(places(linesOf(picture))).toEqual([
      [30, 20],
      [480, 30],
    ]);
  });

  it("keep letter-spaced words", () => {
    const picture = drawnPicture(500, 100).character(30, 20, 26).character(90, 20, 26, 1).text(150, 20, 28, 2);
    expect(linesOf(picture)).toHaveLength(1);
  });

  it("keep the strokes of one character together that lie one above the other", () => {
    const picture = drawnPicture(300, 200).text(30, 100, 28, 6);
    for (const y of [22, 33, 44]) picture.stroke([30, y], [54, y], 2);
    expect(places(linesOf(picture))).toEqual([
      [30, 20],
      [30, 100],
    ]);
  });

  it("do not go through a ruling", () => {
    const picture = drawnPicture(500, 100).text(30, 20, 28, 3).text(130, 20, 28, 3);
    expect(linesOf(picture, (x) => (x < 122 ? 1 : 2)).map(({ part }) => part)).toEqual([1, 2]);
  });

  it("are made of no specks, and of no pictures", () => {
    const picture = drawnPicture(500, 400).text(30, 20, 28, 12);
    for (let x = 40; x < 400; x += 37) picture.stroke([x, 90], [x + 1, 90], 1);
    picture.stroke([100, 120], [100, 380], 40);
    expect(places(linesOf(picture))).toEqual([[30, 20]]);
  });

  it("but of a dash by itself", () => {
    const picture = drawnPicture(500, 200).text(30, 20, 28, 12).stroke([40, 100], [54, 100], 2);
    expect(places(linesOf(picture))).toEqual([
      [30, 20],
      [40, 100],
    ]);
  });
});

describe("how high characters are", () => {
  it("is what most of them are, whatever dots and headlines there are", () => {
    const picture = drawnPicture(600, 300).text(20, 20, 60, 3);
    for (const y of [110, 150, 190]) picture.text(30, y, 28, 14);
    for (let x = 30; x < 500; x += 20) picture.stroke([x, 240], [x + 3, 240], 3);
    const height = characterHeight(blobsOf(picture), dots);
    expect(height).toBeGreaterThan(22);
    expect(height).toBeLessThan(30);
  });

  it("is something likely on a blank page", () => {
    expect(characterHeight([], 72)).toBe(10);
  });
});

describe("a strip", () => {
  const page = drawnPicture(400, 200).text(60, 80, 30, 5).text(60, 112, 30, 5);
  const line = { left: 60, top: 80, right: 209, bottom: 108, part: 1 };

  it("is as high as the model wants it, and knows where its pixels are on the page", () => {
    const { picture, left, scale } = stripOf(page, line, 28);
    expect(picture.height).toBe(48);
    expect(picture.width % 8).toBe(0);
    expect(left + picture.width * scale).toBeCloseTo(209 + 60 - left, -1);
  });

  it("shows its own line and no other", () => {
    const { picture } = stripOf(page, line, 28);
    const rows = Array.from({ length: 48 }, (_, y) =>
      picture.data.subarray(y * picture.width, (y + 1) * picture.width).some((grey) => grey < 128),
    );
    expect(rows.indexOf(true)).toBeGreaterThan(3);
    expect(rows.lastIndexOf(true)).toBeLessThan(44);
  });

  it("of a low stroke is no magnifying glass", () => {
    const { picture, scale } = stripOf(page, { left: 60, top: 92, right: 84, bottom: 94, part: 1 }, 28);
    expect(picture.height * scale).toBeGreaterThan(30);
  });

  it("at the edge of the page has paper beyond it", () => {
    const { picture } = stripOf(drawnPicture(100, 40).text(0, 2, 30, 3), { left: 0, top: 2, right: 90, bottom: 30, part: 1 }, 28);
    expect(picture.data[24 * picture.width]).toBe(255);
  });
});
