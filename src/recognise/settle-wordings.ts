import type { GridCell, PageRegions, RecognisedCharacter, Region } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import type { Form } from "../tables/define-table.ts";
import { type CodedName, codedNames } from "./coded-names.ts";
import { formWordings } from "./form-wordings.ts";
import { nearestWording, wordingsOf } from "./nearest-wording.ts";
import { pairsIn, settledByNeighbours } from "./neighbours.ts";
import { allOfficialNames, officialNames } from "./official-names.ts";
import { settledOrdinals } from "./settle-ordinals.ts";

const HAN = /\p{Script=Han}/u;
/** What may stand before the wording of a form: a code in brackets, an ordinal, or what was taken for one. */
const BEFORE = /^(?:[[［【]\d{3,}[\]］】]|[（(][^（）()]{1,3}[)）]|[^、]{0,4}、|\d{1,2}[.．])?/u;

/**
 * Sets right what was recognised in pictures where the form, the ministry's list or the same code elsewhere words it: one character in five
 * may be another. In other words a doubtful character is what its neighbours make of it.
 *
 * Only cells that a recognition read are looked at, and only what it was not sure of is changed. Each change is told.
 */
export function settleWordings(
  pages: readonly PageRegions[],
  forms: readonly Form[],
): { readonly pages: readonly PageRegions[]; readonly notices: readonly Notice[] } {
  const cells = pages.flatMap(({ regions }) => regions.flatMap((region) => (region.kind === "grid" ? [region.cells] : [])));
  if (!cells.some((own) => own.some(({ recognised }) => recognised))) return { pages, notices: [] };
  const printed = [...new Set([...formWordings(forms), ...allOfficialNames])];
  const wordings = wordingsOf(printed);
  const names = codedNames(cells);
  const pairs = pairsIn([...printed, ...pages.flatMap(surelyRead)]);
  const notices: Notice[] = [];
  const settled = (cell: GridCell, page: number | undefined, ordinal: string | undefined): GridCell => {
    const { recognised, lines, box } = cell;
    if (!recognised) return cell;
    const text = lines.join("").replace(/\s+/gu, "");
    if (!HAN.test(text)) return cell;
    const before = BEFORE.exec(text)?.[0] ?? "";
    const own = text.slice(before.length);
    const characters = recognised.slice([...before].length);
    const coded = names.get(cell);
    const wording = coded ? nameOfCode(own, characters, coded) : nearestWording(own, characters, wordings);
    const reading = (ordinal ?? before) + (wording ?? settledByNeighbours(own, characters, pairs) ?? own);
    if (reading === text) return cell;
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

/** As the ministry lists the code, and else as the document prints it elsewhere. How wide a bracket is, a list tells better than a picture. */
function nameOfCode(own: string, characters: readonly RecognisedCharacter[], { code, name }: CodedName): string | undefined {
  const official = officialNames(code);
  const same = official.filter((one) => compactText(one) === compactText(own));
  if (same.length > 0) return same.includes(own) ? undefined : same[0];
  return nearestWording(own, characters, wordingsOf(official)) ?? nearestWording(own, characters, wordingsOf([name]));
}

/** What a page prints, with a gap in place of each character that may be another. */
function surelyRead({ regions }: PageRegions): readonly string[] {
  return regions.flatMap((region) => {
    if (region.kind !== "grid") return [region.text];
    return region.cells.map(({ lines, recognised }) =>
      recognised ? recognised.map(({ text, runnersUp }) => (runnersUp ? " " : text)).join("") : lines.join(""),
    );
  });
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
