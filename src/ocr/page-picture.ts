import type { PageToRecognise } from "../read/page-pictures.ts";
import { blankPicture, type GreyPicture, toGrey } from "./grey-picture.ts";
import { resize } from "./resize.ts";

/** A picture of a whole page. */
export interface WholePage {
  readonly picture: GreyPicture;
  readonly dotsPerInch: number;
}

/** More dots show nothing more of print, and cost time. */
const mostDots = 300;
/** Of a page as large as a poster there are fewer, or of a picture that reaches far beyond its page: it must fit into memory. A2 has them all. */
const mostPixels = 40_000_000;
/** Where the page has to be drawn. */
const drawnDots = 200;
/** Pictures that cover less of the page than this are no scan of it. */
const leastCovered = 0.3;

/** The page as one grey picture: its pictures put in their places, or the page drawn where print is drawn as outlines. */
export async function wholePage(page: PageToRecognise): Promise<WholePage> {
  const pictures = await page.pictures();
  const areas = pictures.map(({ box: [x0, y0, x1, y1] }) => (x1 - x0) * (y1 - y0));
  const covered = areas.reduce((sum, area) => sum + area, 0);
  const allowedDots = Math.min(mostDots, 72 * Math.sqrt(mostPixels / Math.max(page.width * page.height, ...areas)));
  if (covered < leastCovered * page.width * page.height) {
    const dotsPerInch = Math.min(drawnDots, allowedDots);
    return { picture: toGrey(await page.render(dotsPerInch)), dotsPerInch };
  }
  const dotsPerInch = Math.min(allowedDots, Math.max(...pictures.map(({ width, box }) => (width * 72) / (box[2] - box[0]))));
  const pixels = (points: number) => Math.round((points * dotsPerInch) / 72);
  const whole = blankPicture(pixels(page.width), pixels(page.height));
  for (const { box, ...picture } of pictures) {
    const [left, top] = [pixels(box[0]), pixels(box[1])];
    const [width, height] = [pixels(box[2]) - left, pixels(box[3]) - top];
    if (width > 0 && height > 0) lay(resize(toGrey(picture), width, height), whole, left, top);
  }
  return { picture: whole, dotsPerInch };
}

/** Puts a picture where it stands; what is darker shows, as of stencils that lie on one another. */
function lay(picture: GreyPicture, on: GreyPicture, left: number, top: number): void {
  const [from, to] = [Math.max(0, left), Math.min(on.width, left + picture.width)];
  for (let y = Math.max(0, top); y < Math.min(on.height, top + picture.height); y++)
    for (let x = from; x < to; x++) {
      const at = y * on.width + x;
      on.data[at] = Math.min(on.data[at] ?? 255, picture.data[(y - top) * picture.width + x - left] ?? 255);
    }
}
