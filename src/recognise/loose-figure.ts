import { foldWidth } from "../model/fold-width.ts";

const FIGURE = /(?<![\d.,])\d[\d,]*\.\d{2}(?!\d|\s*[%‰万亿元])/gu;

/** How many figures a text has without a unit behind them, as cells have; a figure of a sentence has one. */
export function looseFigures(text: string): number {
  return foldWidth(text).match(FIGURE)?.length ?? 0;
}
