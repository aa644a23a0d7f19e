import type { GreyPicture } from "./grey-picture.ts";
import { resize } from "./resize.ts";
import type { TextLine } from "./text-lines.ts";

/** A piece of a text line as the model wants it: so many pixels high, a character as large as in the pictures it was taught with. */
export interface Strip {
  readonly picture: GreyPicture;
  /** Where a place across the strip is on the page: `left + x * scale`. */
  readonly left: number;
  readonly scale: number;
}

export const stripHeight = 48;
/** The model looks at every eighth pixel. */
const stride = 8;
/** Height of a strip, and paper before and behind its text, in heights of the page's characters. */
const roomAround = 1.4;
const roomBeside = 0.3;
/** How far the grey edge of ink reaches, in pixels. */
const blur = 1;

/** Cuts a piece of a line out of a page whose characters are usually so high. */
export function stripOf(page: GreyPicture, line: TextLine, characterHeight: number): Strip {
  const own = line.bottom - line.top;
  const height = Math.max(roomAround * characterHeight, own + (roomAround - 1) * Math.min(own, characterHeight));
  const beside = roomBeside * Math.max(characterHeight, own);
  const middle = (line.top + line.bottom) / 2;
  const left = Math.floor(line.left - beside);
  const cut = cutOut(page, line, left, Math.round(middle - height / 2), Math.ceil(line.right + beside) - left, Math.round(height));
  const width = Math.max(2, Math.round((cut.width * stripHeight) / cut.height / stride)) * stride;
  return { picture: resize(cut, width, stripHeight), left, scale: cut.width / width };
}

/** Around the line itself there is paper, whatever stands there: other lines, rests of rulings, the edge of the page. */
function cutOut(page: GreyPicture, line: TextLine, left: number, top: number, width: number, height: number): GreyPicture {
  const data = new Uint8Array(width * height).fill(255);
  const [from, to] = [Math.max(0, left, line.left - blur), Math.min(page.width, left + width, line.right + blur)];
  for (let y = Math.max(0, top, line.top - blur); y < Math.min(page.height, top + height, line.bottom + blur); y++)
    data.set(page.data.subarray(y * page.width + from, y * page.width + to), (y - top) * width + from - left);
  return { width, height, data };
}
