import type { TextRegion } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import type { PrintedText } from "../model/printed-text.ts";
import type { Form } from "../tables/define-table.ts";
import { type Caption, isCaption, mergeCaptions, readCaption } from "./caption.ts";
import { isLikeKnownTitle } from "./match-table.ts";
import { toPrintedText, toProseBlock } from "./prose-block.ts";
import type { ProseBlock } from "./recognised-table.ts";

export interface CaptionAbove {
  readonly caption: Caption;
  /** The lines that say so. */
  readonly lines: readonly PrintedText[];
  /** Lines that turned out to be prose. */
  readonly prose: readonly ProseBlock[];
}

/**
 * Reads the lines between the last grid and this one; a title may run over two of them.
 *
 * @param inside What the grid itself says above its header: it stands nearer to the table than any line.
 */
export function captionAbove(pending: readonly TextRegion[], inside: Caption, forms: readonly Form[]): CaptionAbove {
  const lines = pending.map((region) => ({ region, caption: readCaption(region.text) }));
  const isTitle = ({ caption }: (typeof lines)[number]) => caption.title !== undefined;
  const known = lines.findLastIndex((line) => isTitle(line) && isLikeKnownTitle(line.caption.title ?? "", forms));
  const at = known >= 0 ? known : lines.findLastIndex(isTitle);
  const title = lines[at];
  const before = lines[at - 1]?.region;
  const broken = title !== undefined && known < 0 && before?.role === "paragraph";
  const whole = broken ? readCaption(before.text + title.region.text) : title?.caption;
  const used = new Set([title?.region, ...(broken ? [before] : [])]);
  const around = lines.filter(({ region, caption }) => region.role !== "paragraph" && isCaption(caption) && caption.title === undefined);
  const merged = mergeCaptions([inside, ...(whole ? [whole] : []), ...around.map(({ caption }) => caption)]);
  const isTaken = ({ region, caption }: (typeof lines)[number]) =>
    used.has(region) ? says(merged, whole ?? {}) : around.some((line) => line.region === region) && says(merged, caption);
  const prose = lines.filter((line) => !isTaken(line));
  return {
    caption: merged,
    lines: lines.filter(isTaken).map(({ region }) => toPrintedText(region)),
    prose: prose.map(({ region }) => toProseBlock(region)),
  };
}

/** Whether a caption says all that another one does. */
function says(caption: Caption, other: Caption): boolean {
  const words = (value: string | number | undefined) => compactText(String(value ?? ""));
  return captionKeys.every((key) => other[key] === undefined || words(caption[key]) === words(other[key]));
}

const captionKeys = ["title", "number", "amountUnit", "budgetUnit"] as const satisfies readonly (keyof Caption)[];
