import { describe, expect, it } from "vitest";
import { wholePage } from "../../src/ocr/page-picture.ts";
import type { PagePicture, PageToRecognise } from "../../src/read/page-pictures.ts";

const pictureOf = (width: number, height: number, box: PagePicture["box"]): PagePicture => ({
  width,
  height,
  box,
  rgba: new Uint8ClampedArray(4 * width * height).fill(255),
});

const pageOf = (width: number, height: number, pictures: readonly PagePicture[]): PageToRecognise => ({
  pageNumber: 1,
  width,
  height,
  pictures: async () => pictures,
  render: async (dotsPerInch = 300) => pictureOf(dotsPerInch, 1, [0, 0, width, height]),
});

/** A picture over the whole page, and a small one with many dots upon it. */
const ofTwo = (width: number, height: number) =>
  pageOf(width, height, [pictureOf(100, 100, [0, 0, width, height]), pictureOf(100, 100, [0, 0, 10, 10])]);

describe("the picture of a page has", () => {
  it("the dots of its densest picture, up to 300 an inch", async () => {
    const { picture, dotsPerInch } = await wholePage(ofTwo(72, 144));
    expect([dotsPerInch, picture.width, picture.height]).toEqual([300, 300, 600]);
  });

  it("fewer where the page is larger than any sheet that is scanned", async () => {
    const { picture } = await wholePage(ofTwo(14_400, 14_400));
    expect(Math.round((picture.width * picture.height) / 1_000_000)).toBe(40);
  });

  it("fewer where a picture reaches far beyond the page", async () => {
    const far = pageOf(600, 800, [pictureOf(100, 100, [0, 0, 100_000, 100_000]), pictureOf(100, 100, [0, 0, 10, 10])]);
    expect((await wholePage(far)).dotsPerInch).toBeLessThan(5);
  });

  it.each([
    [595, 842, 200],
    [14_400, 14_400, 31],
  ])("no more where it has to be drawn: %d × %d points", async (width, height, dots) => {
    expect(Math.floor((await wholePage(pageOf(width, height, []))).dotsPerInch)).toBe(dots);
  });
});
