import { deflateSync } from "node:zlib";

/** One indirect object: its dictionary or value as PDF source, and its stream if it has one. */
export interface TinyObject {
  readonly source: string;
  readonly stream?: Uint8Array | string;
  /** Compress the stream with Flate. */
  readonly flate?: boolean;
}

export interface TinyPage {
  /** Content stream as PDF source. */
  readonly content: string;
  /** Entries of the page dictionary, e.g. `/Rotate 90`. */
  readonly entries?: string;
  /** Entries of the resource dictionary beside the fonts. */
  readonly resources?: string;
  /** Further fonts, e.g. `/T3 11 0 R`. */
  readonly fonts?: string;
  readonly mediaBox?: string;
}

/** Object numbers of what every tiny PDF holds; further objects follow from `firstFree`. */
export const firstFree = 10;

/**
 * A PDF that can be read in a test's own source.
 *
 * Fonts: `/L` Helvetica, `/H` STSong-Light with UniGB-UCS2-H (not embedded, horizontal), `/V` the same written vertically.
 *
 * @param further Objects from number 10 on.
 * @param catalog Further entries of the catalogue.
 */
export function tinyPdf(pages: readonly (TinyPage | string)[], further: readonly TinyObject[] = [], catalog = ""): Uint8Array {
  const firstPage = firstFree + further.length;
  const descriptor =
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>";
  const chinese = (encoding: string) => `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`;
  const objects: TinyObject[] = [
    { source: `<</Type/Catalog/Pages 2 0 R${catalog}>>` },
    { source: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, index) => `${firstPage + 2 * index} 0 R`).join(" ")}]>>` },
    { source: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>" },
    { source: chinese("UniGB-UCS2-H") },
    { source: chinese("UniGB-UCS2-V") },
    {
      source:
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>",
    },
    { source: descriptor },
    { source: "null" },
    { source: "null" },
    ...further,
  ];
  pages.forEach((page, index) => {
    const {
      content,
      entries = "",
      resources = "",
      fonts = "",
      mediaBox = "[0 0 595 842]",
    } = typeof page === "string" ? { content: page } : page;
    objects.push({
      source: `<</Type/Page/Parent 2 0 R/MediaBox${mediaBox}/Resources<</Font<</L 3 0 R/H 4 0 R/V 5 0 R${fonts}>>${resources}>>/Contents ${firstPage + 2 * index + 1} 0 R${entries}>>`,
    });
    objects.push({ source: "<<>>", stream: content });
  });
  return pdfOfObjects(objects);
}

/** Numbers the objects from 1, the first of them the catalogue, and writes a cross-reference table. */
export function pdfOfObjects(objects: readonly TinyObject[], trailer = ""): Uint8Array {
  const parts: Uint8Array[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (part: Uint8Array | string) => {
    const bytes = typeof part === "string" ? Buffer.from(part, "latin1") : part;
    parts.push(bytes);
    length += bytes.length;
  };
  write("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
  objects.forEach(({ source, stream, flate }, index) => {
    offsets.push(length);
    write(`${index + 1} 0 obj\n`);
    if (stream === undefined) write(`${source}\nendobj\n`);
    else {
      const plain = typeof stream === "string" ? Buffer.from(stream, "latin1") : stream;
      const bytes = flate ? deflateSync(plain) : plain;
      const filter = flate ? "/Filter/FlateDecode" : "";
      write(`${source.replace(/>>$/, `${filter}${source.includes("/Length") ? "" : `/Length ${bytes.length}`}>>`)}\nstream\n`);
      write(bytes);
      write("\nendstream\nendobj\n");
    }
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  write(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`);
  write(`trailer\n<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`);
  return new Uint8Array(Buffer.concat(parts));
}

/** Content source that prints a text with its baseline beginning at x, y (user space, points). */
export function printed(text: string, x: number, y: number, size = 10, font: "H" | "V" | "L" = "H"): string {
  const shown =
    font === "L" ? `(${text})` : `<${Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("")}>`;
  return `BT /${font} ${size} Tf ${x} ${y} Td ${shown} Tj ET\n`;
}
