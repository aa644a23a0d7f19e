import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtInForms } from "../../src/forms.ts";
import { interpret } from "../../src/interpret/interpret.ts";
import { pictureFigures } from "../../src/prove/picture-figures.ts";
import { proveScan } from "../../src/prove/prove-scan.ts";
import type { JoinedCell, RecognisedDocument } from "../../src/recognise/recognised-table.ts";
import { loadTruth, recognisedFromTruth } from "../support/truth.ts";

interface Misread {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Which of the characters was read as another digit. */
  readonly at: number;
  readonly digit: string;
  /** Whether the recognition knows what else it may be. */
  readonly knows: boolean;
  readonly confidence: number;
}

const truth = recognisedFromTruth(loadTruth("gz-2024-ybzx"));

/** The document as if every cell had been read surely from a picture, but for the misread ones. */
function scanned(...misread: readonly Misread[]): RecognisedDocument {
  const cellOf = (cell: JoinedCell, wrong: Misread | undefined): JoinedCell => {
    if (cell.text === null) return cell;
    const recognised = [...cell.text].map((text, at) => {
      if (at !== wrong?.at) return { text, confidence: 1 };
      return {
        text: wrong.digit,
        confidence: wrong.confidence,
        runnersUp: wrong.knows ? [{ text, confidence: 1 - wrong.confidence }] : [],
      };
    });
    return { ...cell, text: recognised.map(({ text }) => text).join(""), recognised };
  };
  const tables = truth.tables.map((table, index) => ({
    ...table,
    rows: table.rows.map((row, at) => ({
      ...row,
      cells: row.cells.map((cell, column) =>
        cellOf(
          cell,
          misread.find((one) => one.table === index && one.row === at && one.column === column),
        ),
      ),
    })),
  }));
  return { ...truth, tables };
}

function proven(recognised: RecognisedDocument) {
  const source = { mediaType: "application/pdf", sha256: "0".repeat(64) } as const;
  const { document } = proveScan(recognised, builtInForms, (tables) =>
    interpret(tables, { source, locale: "en", notices: [], printed: [] }),
  );
  const told = document.diagnostics.filter(({ code }) => code.startsWith("recognise.figure-"));
  return { document, told };
}

/** Every amount above zero of the document, by its place. */
const places = scanned().tables.flatMap((table, index) =>
  [...pictureFigures([table]).values()].flatMap(({ row, column, text }) =>
    /[1-9]/.test(text) ? [{ table: index, row, column, text }] : [],
  ),
);
const misread = fc
  .record({ place: fc.constantFrom(...places), at: fc.nat(), digit: fc.integer({ min: 1, max: 9 }), knows: fc.boolean() })
  .map(({ place: { text, ...place }, at, digit, knows }): Misread & { readonly text: string } => {
    const digits = [...text].flatMap((one, index) => (/\d/.test(one) ? [index] : []));
    const chosen = digits[at % digits.length] ?? 0;
    const other = String((Number(text[chosen]) + digit) % 10);
    return { ...place, text, at: chosen, digit: other, knows, confidence: 0.6 };
  });

describe("figures of a scan are proven by the form's identities", () => {
  it("that are right, and tells nothing", () => {
    const { document, told } = proven(scanned());
    expect(told).toEqual([]);
    expect(document.tables.every(({ source }) => source === "ocr")).toBe(true);
  });

  it("or corrected, or told as doubtful: one that is wrong never stays without a word", () => {
    fc.assert(
      fc.property(misread, (wrong) => {
        const { document, told } = proven(scanned(wrong));
        const text = document.tables[wrong.table]?.rows[wrong.row]?.cells[wrong.column];
        const own = told.filter(({ table, row }) => table === document.tables[wrong.table]?.number && row === wrong.row);
        if (text === wrong.text) expect(own).toMatchObject([{ code: "recognise.figure-corrected", fields: { reading: wrong.text } }]);
        else expect(own.map(({ severity }) => severity)).toContain("error");
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ["a part of a long sum that it makes exact", { table: 5, row: 5, column: 1, at: 7, digit: "9" }],
    ["a part of two sums, one of which it makes exact", { table: 11, row: 5, column: 1, at: 5, digit: "4" }],
  ])("a last digit is doubted where rounding may hide it: %s", (_, wrong) => {
    const { told } = proven(scanned({ ...wrong, knows: false, confidence: 0.6 }));
    expect(told.map(({ code, row }) => [code, row])).toContainEqual(["recognise.figure-doubtful", wrong.row]);
  });

  it("and a figure is corrected where its other reading is known and all its identities ask for it", () => {
    const at = places.findIndex(({ table, text }) => table === 2 && text.length > 6);
    const { text, ...place } = places[at] as (typeof places)[number];
    const { document, told } = proven(scanned({ ...place, at: 0, digit: text[0] === "7" ? "1" : "7", knows: true, confidence: 0.99 }));
    expect(document.tables[2]?.rows[place.row]?.cells[place.column]).toBe(text);
    expect(told).toMatchObject([{ code: "recognise.figure-corrected", severity: "warning" }]);
  });

  it("and one that was not read surely needs no word once it is proven", () => {
    const { text, ...place } = places.find(({ table }) => table === 2) as (typeof places)[number];
    const { told } = proven(scanned({ ...place, at: 0, digit: text[0] ?? "", knows: false, confidence: 0.4 }));
    expect(told).toEqual([]);
  });
});
