import { type Chance, type Mutator, pick } from "./mutant.ts";

const fontEntries =
  /\/(W2?|DW2?|Widths|FirstChar|LastChar|FontMatrix|FontBBox|Encoding|ToUnicode|BaseFont|Subtype|CIDToGIDMap|DescendantFonts|CIDSystemInfo|Differences)\b\s*/g;
const structureEntries =
  /\/(Type|Kids|Count|Parent|MediaBox|CropBox|Rotate|UserUnit|Resources|Contents|Length|Filter|DecodeParms|Size|Root|Prev|XObject|Font|Matrix|BBox)\b\s*/g;
const values = [
  "null",
  "0",
  "-1",
  "1",
  "99999999999",
  "[]",
  "[0 2000000000 500]",
  "<<>>",
  "/Fl",
  "/None",
  "(x)",
  "true",
  "1 0 R",
  "2 0 R",
  "3 0 R",
  "[1 0 R 1 0 R]",
  "90",
  "1e9",
];

function bytes(count: number, chance: Chance): string {
  return Array.from({ length: count }, () => String.fromCharCode(chance(256))).join("");
}

function overValue(name: string, keys: RegExp): Mutator {
  return {
    name,
    edits(content, chance) {
      const key = pick([...content.matchAll(keys)], chance);
      if (!key) return [];
      const from = key.index + key[0].length;
      const value = /^(\[[^\]]{0,4000}\]|\d+ 0 R|\/?[^\s/<>[\]()]+)/.exec(content.slice(from, from + 4100))?.[0] ?? "";
      return [{ from, to: from + value.length, insert: pick(values, chance) ?? "" }];
    },
  };
}

/** What can be wrong in the bytes and in the objects of a PDF. */
export const fileMutators: readonly Mutator[] = [
  {
    name: "bytes are changed",
    edits: (content, chance) =>
      Array.from({ length: 1 + chance(30) }, () => {
        const from = chance(content.length);
        return { from, to: from + 1, insert: bytes(1, chance) };
      }),
  },
  { name: "the end is cut off", edits: (content, chance) => [{ from: chance(content.length), to: content.length, insert: "" }] },
  {
    name: "a piece is missing",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from + chance(3000), insert: "" }];
    },
  },
  {
    name: "a piece comes twice",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from, insert: content.slice(from, from + chance(5000)) }];
    },
  },
  {
    name: "noise comes in",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from, insert: bytes(1 + chance(200), chance) }];
    },
  },
  {
    name: "digits are changed",
    edits: (content, chance) =>
      Array.from({ length: 200 }, () => chance(content.length))
        .filter((at) => /\d/.test(content[at] ?? ""))
        .map((from) => ({ from, to: from + 1, insert: String(chance(10)) })),
  },
  overValue("an entry of a font is wrong", fontEntries),
  overValue("an entry of the structure is wrong", structureEntries),
];

/** What can be wrong in the program of a font. */
export const fontMutators: readonly Mutator[] = fileMutators.slice(0, 5);
