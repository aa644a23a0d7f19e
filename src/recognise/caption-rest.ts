import type { TextRegion } from "../layout/region.ts";
import { isOrganisationName } from "../model/organisation-name.ts";
import { readCaption } from "./caption.ts";

/** A caption's last line in a narrow cell is no longer than this. */
const LONGEST_REST = 4;

/** Whether a line of a few characters is the rest of a caption above it that a narrow cell broke: `单位：万` and `元`. */
export function completesCaption(pending: readonly TextRegion[], region: TextRegion): boolean {
  if (region.text.length > LONGEST_REST || pending.at(-1)?.role === "paragraph") return false;
  const above = captionBefore(pending, region);
  if (!above) return false;
  const [first, whole] = [readCaption(above.text), readCaption(above.text + region.text)];
  if (first.title !== undefined) return whole.title !== undefined;
  if (first.amountUnit === undefined && whole.amountUnit !== undefined) return true;
  return first.budgetUnit !== undefined && !isOrganisationName(first.budgetUnit) && isOrganisationName(whole.budgetUnit ?? "");
}

/** Joins the line to the caption that it stands under. */
export function appendToCaption(pending: TextRegion[], region: TextRegion): void {
  const above = captionBefore(pending, region);
  if (above) pending[pending.indexOf(above)] = { ...above, text: above.text + region.text };
}

/** Of captions side by side the one above the line, the last one where nothing tells. */
function captionBefore(pending: readonly TextRegion[], region: TextRegion): TextRegion | undefined {
  const overlap = (line: TextRegion | undefined) =>
    line?.box && region.box ? Math.min(line.box[2], region.box[2]) - Math.max(line.box[0], region.box[0]) : 0;
  return pending.reduce<TextRegion | undefined>(
    (best, next) => (best === undefined || overlap(next) >= overlap(best) ? next : best),
    undefined,
  );
}
