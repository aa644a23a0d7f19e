import type { TextRegion } from "../layout/region.ts";
import type { PrintedText } from "../model/printed-text.ts";
import type { Caption } from "./caption.ts";
import type { TablePart } from "./table-part.ts";

/** A table while its pages are gathered. */
export interface OpenTable {
  readonly caption: Caption;
  readonly parts: TablePart[];
  readonly notes: string[];
  /** The lines of its captions and notes on each of its pages. */
  readonly around: PrintedText[];
  /** Lines above its first part that are no captions, compact: the next pages may repeat them. */
  readonly over: ReadonlySet<string>;
  /** Text that stands between two of its parts and in neither. */
  readonly strays: TextRegion[];
  /** Figures below its header, on the same page, that were read into no table. */
  readonly loose: TextRegion[];
  /** Whether a title of its own was printed. */
  readonly titled: boolean;
  /** The table that this one may be the rest of: it was still open when this one began under it without a title of its own. */
  readonly under?: OpenTable;
}
