import type { PagePicture, RecognisedPage } from "gz-budget/ocr";

/** A page that the worker is to read; it answers through the port. */
export interface PageToRead {
  readonly pageNumber: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pictures: readonly PagePicture[];
  readonly port: MessagePort;
}

/** What the worker says of a page: what it read, why it could not, or that it wants the page drawn. */
export type FromWorker =
  | { readonly read: RecognisedPage }
  | { readonly failed: string }
  | { readonly draw: { readonly dotsPerInch: number | undefined } };

/** What the page answers when it has been drawn. */
export type Drawn = { readonly picture: PagePicture } | { readonly failed: string };
