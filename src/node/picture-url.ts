import { crc32, deflateSync } from "node:zlib";
import type { PagePicture } from "../read/page-pictures.ts";

/** Enough to read by: a page of A4 is about 900 pixels wide then. */
const mostDotsPerInch = 110;
/** Shades of grey, and the bits that they take. */
const shades = 16;
const bits = 4;

/** A picture of a page as a small PNG in a `data:` URL: grey, and no finer than is needed to read it. */
export function pictureUrl(picture: PagePicture): string {
  const { width, height, data } = shrunk(picture);
  const bytesPerRow = Math.ceil((width * bits) / 8);
  // Each row begins with the number of its filter: none.
  const rows = Buffer.alloc((bytesPerRow + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (bytesPerRow + 1) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | ((data[y * width + x] ?? 0) << (x % 2 === 0 ? bits : 0));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = bits;
  const signature = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  const png = Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
  return `data:image/png;base64,${png.toString("base64")}`;
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** Squares of pixels made one: its shade, from black to white. */
function shrunk({ width, height, rgba, box: [x0, , x1] }: PagePicture) {
  const dotsPerInch = (width * 72) / Math.max(1, x1 - x0);
  const side = Math.max(1, Math.ceil(dotsPerInch / mostDotsPerInch));
  const small = { width: Math.ceil(width / side), height: Math.ceil(height / side) };
  const sums = new Uint32Array(small.width * small.height);
  const counts = new Uint32Array(sums.length);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      const to = Math.floor(y / side) * small.width + Math.floor(x / side);
      sums[to] = (sums[to] ?? 0) + (rgba[at] ?? 0) + (rgba[at + 1] ?? 0) + (rgba[at + 2] ?? 0);
      counts[to] = (counts[to] ?? 0) + 3;
    }
  return { ...small, data: Uint8Array.from(sums, (sum, at) => Math.round((sum / (counts[at] ?? 1) / 255) * (shades - 1))) };
}
