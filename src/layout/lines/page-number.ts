import { compactText } from "../../model/compact-text.ts";
import type { Chunk } from "./chunk.ts";

/** What only a page number is, even with other words on its line. */
const PAGE = /^(?:第\d{1,4}页.*|[-–—―]\d{1,4}[-–—―]|\d{1,4}\/\d{1,4})$/u;
/** A running foot has no more parts: left, middle and right. */
const MOST_PARTS = 3;

/** Whether a line is a running head or foot: a page number, perhaps beside a name or a date. */
export function printsPageNumber(chunks: readonly Chunk[]): boolean {
  return chunks.length <= MOST_PARTS && chunks.some(({ text }) => PAGE.test(compactText(text)));
}
