import type { Box } from "../model/box.ts";
import type { Glyph, Ruling } from "./page.ts";
import type { PageImage } from "./page-marks.ts";
import type { PdfDocument, PdfPage } from "./pdfjs-door.ts";
import { laidOut } from "./picture-lie.ts";

/** Pixels in rows from the top, four bytes each: red, green, blue, opacity. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
  /** Where it stands on the page, in points from the top left. */
  readonly box: Box;
}

/** A page without a text layer, as it is handed to `recogniseText`. */
export interface PageToRecognise {
  /** Counted from 1. */
  readonly pageNumber: number;
  /** Points, rotation undone. */
  readonly width: number;
  readonly height: number;
  /** Aborted when the reading is to end: the caller wants no more, or its time is up. */
  readonly signal?: AbortSignal | undefined;
  /** The pictures that the page holds, as they lie on it: a scan is usually one of them. */
  pictures(): Promise<readonly PagePicture[]>;
  /**
   * The whole page drawn.
   *
   * @param dotsPerInch @default 300
   * @throws Error where there is no canvas: in Node the package `@napi-rs/canvas` must be installed
   */
  render(dotsPerInch?: number): Promise<PagePicture>;
}

/** What was recognised on a page. */
export interface RecognisedPage {
  readonly glyphs: readonly Glyph[];
  /** Lines that the picture shows; those that the file draws are known. */
  readonly rulings?: readonly Ruling[] | undefined;
  /** Where there is print of which nothing could be read: each is told as `read.unread-print`. */
  readonly unread?: readonly Box[] | undefined;
}

/** Reads a page from its pixels. Glyphs and rulings stand in the page's frame: points, origin top left. */
export type RecogniseText = (page: PageToRecognise) => Promise<RecognisedPage | readonly Glyph[]> | RecognisedPage | readonly Glyph[];

/** What pdf.js keeps of an image. */
interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** 1: one bit a pixel, 2: RGB, 3: RGBA; undefined for a stencil. */
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
  readonly bitmap?: unknown;
}

/** The decoded images of a page whose operators have been read. */
export async function picturesOf(page: PdfPage, images: readonly PageImage[]): Promise<readonly PagePicture[]> {
  const pictures: PagePicture[] = [];
  for (const { id, box, lie, isMask } of images) {
    if (id === undefined) continue;
    const objects = id.startsWith("g_") ? page.commonObjs : page.objs; // images that several pages share have such names
    const image = await new Promise<DecodedImage | null>((resolve) => objects.get(id, (value) => resolve(value as DecodedImage | null)));
    if (image?.data)
      pictures.push(laidOut({ width: image.width, height: image.height, rgba: toRgba(image, image.data, isMask), box }, lie));
  }
  return pictures;
}

function toRgba({ width, height, kind }: DecodedImage, data: Uint8Array | Uint8ClampedArray, isMask: boolean): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4);
  if (kind === 3) rgba.set(data.subarray(0, rgba.length));
  else if (kind === 2) {
    for (let from = 0, to = 0; to < rgba.length; from += 3, to += 4) {
      rgba[to] = data[from] ?? 0;
      rgba[to + 1] = data[from + 1] ?? 0;
      rgba[to + 2] = data[from + 2] ?? 0;
      rgba[to + 3] = 255;
    }
  } else {
    const bytesPerRow = (width + 7) >> 3;
    for (let to = 0, y = 0; y < height; y++)
      for (let x = 0; x < width; x++, to += 4) {
        const bit = ((data[y * bytesPerRow + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
        // A set bit is white in a picture and unpainted in a stencil, so both show dark on white.
        const brightness = bit ? 255 : 0;
        rgba[to] = brightness;
        rgba[to + 1] = brightness;
        rgba[to + 2] = brightness;
        rgba[to + 3] = isMask && bit ? 0 : 255;
      }
  }
  return rgba;
}

/** Draws a page on a canvas of the platform. */
export async function renderPage(document: PdfDocument, page: PdfPage, dotsPerInch: number): Promise<Omit<PagePicture, "box">> {
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const { canvas, context } = document.canvasFactory.create(width, height);
  await page.render({ canvas, canvasContext: context, viewport }).promise;
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
