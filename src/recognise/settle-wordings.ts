import type { GridCell, PageRegions, Region } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { Form } from "../tables/define-table.ts";
import { codedNames } from "./coded-names.ts";
import { formWordings } from "./form-wordings.ts";
import { nearestWording } from "./nearest-wording.ts";
import { settledOrdinals } from "./settle-ordinals.ts";

/** What may stand before the wording of a form: a code in brackets, an ordinal, or what was taken for one. */
const BEFORE = /^(?:[[［【]\d{3,}[\]］】]|[（(][^（）()]{1,3}[)）]|[^、]{0,3}、|\d{1,2}[.．])?/u;

/**
 * Sets right what was recognised in pictures where the form, or the same code elsewhere, words it: one character in five may be another.
 *
 * Only cells that a recognition read are looked at, and only what it was not sure of is changed. Each change is told.
 */
export function settleWordings(
  pages: readonly PageRegions[],
  forms: readonly Form[],
): { readonly pages: readonly PageRegions[]; readonly notices: readonly Notice[] } {
  const cells = pages.flatMap(({ regions }) => regions.flatMap((region) => (region.kind === "grid" ? [region.cells] : [])));
  if (!cells.some((own) => own.some(({ recognised }) => recognised))) return { pages, notices: [] };
  const wordings = [...formWordings(forms)];
  const names = codedNames(cells);
  const notices: Notice[] = [];
  const settled = (cell: GridCell, page: number | undefined, ordinal: string | undefined): GridCell => {
    const { recognised, lines, box } = cell;
    if (!recognised) return cell;
    const text = lines.join("").replace(/\s+/gu, "");
    const before = BEFORE.exec(text)?.[0] ?? "";
    const name = names.get(cell);
    const own = text.slice(before.length);
    const wording = nearestWording(own, recognised.slice([...before].length), name === undefined ? wordings : [name]);
    if (wording === undefined && ordinal === undefined) return cell;
    const reading = (ordinal ?? before) + (wording ?? own);
    notices.push(notice("recognise.label-corrected", { page: page ?? "–", text, reading }, { page, bbox: box }));
    return { ...cell, lines: relined(lines, reading) };
  };
  return {
    pages: pages.map((page) => ({
      ...page,
      regions: page.regions.map((region): Region => {
        if (region.kind !== "grid") return region;
        const ordinals = settledOrdinals(region.cells);
        return { ...region, cells: region.cells.map((cell) => settled(cell, region.pageNumber, ordinals.get(cell))) };
      }),
    })),
    notices,
  };
}

/** The text in the lines of the other: as many characters a line, where it has as many in all. */
function relined(lines: readonly string[], text: string): readonly string[] {
  const counts = lines.map((line) => compactText(line).length);
  if (counts.reduce((sum, count) => sum + count, 0) !== text.length) return [text];
  return counts.map((count, index) => {
    const from = counts.slice(0, index).reduce((sum, before) => sum + before, 0);
    return text.slice(from, from + count);
  });
}
