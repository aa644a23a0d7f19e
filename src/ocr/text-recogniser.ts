import type { Ruling } from "../read/page.ts";
import type { PageToRecognise, RecognisedPage, RecogniseText } from "../read/page-pictures.ts";
import { wholePage } from "./page-picture.ts";
import { pagePlaces } from "./page-places.ts";
import { readLines } from "./read-lines.ts";
import type { StripModel } from "./strip-model.ts";
import { uprightPage } from "./upright-page.ts";

/**
 * Reads pages from their pixels: rulings and lines of text are found in the picture, and a model reads the lines.
 *
 * @param model Loads the model when the first page comes.
 */
export function textRecogniser(model: () => Promise<StripModel>): RecogniseText {
  return async (page: PageToRecognise): Promise<RecognisedPage> => {
    const between = () => page.signal?.throwIfAborted();
    const reader = await model();
    const whole = await wholePage(page);
    const { turn, scanned } = await uprightPage(whole, reader, between);
    const { characters, unread } = await readLines(scanned, scanned.lines, reader, between);
    const { width, height } = page;
    const places = pagePlaces({ width, height, dotsPerInch: whole.dotsPerInch, turn, slope: scanned.slope });
    const { level, upright } = scanned.rulings;
    const rulings: Ruling[] = [
      ...level.map((line) => places.ruling("horizontal", line)),
      ...upright.map((line) => places.ruling("vertical", line)),
    ];
    return { glyphs: characters.map(places.glyph), rulings, unread: unread.map(places.box) };
  };
}
