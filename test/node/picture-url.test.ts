import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pictureUrl } from "../../src/node/picture-url.ts";

/** The rows of a grey PNG of four bits a pixel, each pixel as a digit. */
function decoded(url: string): { readonly width: number; readonly height: number; readonly rows: readonly string[] } {
  const png = Buffer.from(url.replace("data:image/png;base64,", ""), "base64");
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const start = png.indexOf("IDAT");
  const data = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const bytesPerRow = data.length / height;
  const rows = Array.from({ length: height }, (_, y) =>
    data
      .subarray(y * bytesPerRow + 1, (y + 1) * bytesPerRow)
      .toString("hex")
      .slice(0, width),
  );
  return { width, height, rows };
}

function pictureOf(width: number, height: number, points: number, brightness: (x: number, y: number) => number) {
  const rgba = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgba.fill(brightness(x, y), (y * width + x) * 4, (y * width + x) * 4 + 4);
  return { width, height, rgba, box: [0, 0, points, points] as const };
}

describe("the picture of a page as an address", () => {
  it("is a PNG of sixteen greys", () => {
    expect(decoded(pictureUrl(pictureOf(3, 2, 72, (x, y) => (x + y) * 85)))).toEqual({ width: 3, height: 2, rows: ["05a", "5af"] });
  });

  it("has no more dots than are needed to read it, each as grey as those that it stands for", () => {
    const { width, height, rows } = decoded(pictureUrl(pictureOf(301, 300, 72, (x) => (x % 3 === 0 ? 0 : 255))));
    expect([width, height]).toEqual([101, 100]);
    expect(rows[0]).toBe(`${"a".repeat(100)}0`);
  });
});
