import { deflateSync, inflateSync } from "node:zlib";
import { type Edit, edited } from "./mutant.ts";

export interface DecodedStream {
  readonly objectNumber: number;
  /** The entries of its dictionary but for filter and length. */
  readonly entries: string;
  /** Without its filter, one character a byte. */
  readonly data: string;
  readonly kind: "content" | "characterMap" | "font" | "other";
}

const header = /(?<![\d])(\d+) 0 obj\s*<<((?:(?!endobj|stream)[\s\S])*?)>>\s*stream\r?\n/g;
const decoded = new Map<string, readonly DecodedStream[]>();

/** The streams of a PDF that are not encrypted and have no filter but Flate; of several versions of one the last. */
export function decodedStreams(pdf: string): readonly DecodedStream[] {
  const known = decoded.get(pdf);
  if (known) return known;
  const found = new Map<number, DecodedStream>();
  for (const match of pdf.matchAll(header)) {
    const from = match.index + match[0].length;
    const data = unfiltered(match[2] ?? "", pdf.slice(from, pdf.indexOf("endstream", from)));
    if (data === undefined) continue;
    const objectNumber = Number(match[1]);
    const entries = (match[2] ?? "").replace(/\/Filter\s*(\[[^\]]*\]|\/\w+)/, "").replace(/\/Length\s+\d+( 0 R)?/, "");
    found.set(objectNumber, { objectNumber, entries, data, kind: kindOf(entries, data) });
  }
  const streams = [...found.values()];
  decoded.set(pdf, streams);
  return streams;
}

function unfiltered(entries: string, raw: string): string | undefined {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(entries)?.[1];
  if (filter === undefined) return raw;
  const bytes = Buffer.from(raw, "latin1");
  const ascii = /ASCII85/.test(filter) ? fromAscii85(raw) : bytes;
  if (!/^[[\]\s/]*(ASCII85Decode[\s/]*)?FlateDecode[\s\]]*$/.test(filter)) return undefined;
  try {
    return inflateSync(ascii, { finishFlush: 2 }).toString("latin1");
  } catch {
    return undefined;
  }
}

function fromAscii85(raw: string): Buffer {
  const digits = raw.replace(/\s|~>[\s\S]*$/g, "").replaceAll("z", "!!!!!");
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 5) {
    const group = digits.slice(at, at + 5);
    let value = 0;
    for (const char of group.padEnd(5, "u")) value = value * 85 + char.charCodeAt(0) - 33;
    for (let byte = 0; byte < group.length - 1; byte++) bytes.push(Math.floor(value / 2 ** (24 - 8 * byte)) % 256);
  }
  return Buffer.from(bytes);
}

function kindOf(entries: string, data: string): DecodedStream["kind"] {
  if (/\/Length1|\/Subtype\s*\/(CIDFontType0C|Type1C|OpenType)/.test(entries)) return "font";
  if (data.includes("begincmap")) return "characterMap";
  return /\bBT\b|\bre\b|\bDo\b/.test(data) && !/\/Image\b/.test(entries) ? "content" : "other";
}

/** Writes the edited streams behind the file, as programs do that change a PDF: the file stays whole around them. */
export function applyToStreams(pdf: string, edits: readonly Edit[]): string {
  let body = `${pdf}\n`;
  const places: [number, number][] = [];
  for (const { objectNumber, entries, data } of decodedStreams(pdf)) {
    const own = edits.filter(({ target }) => target === objectNumber);
    if (own.length === 0) continue;
    const packed = deflateSync(Buffer.from(edited(data, own), "latin1")).toString("latin1");
    places.push([objectNumber, body.length]);
    body += `${objectNumber} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n${packed}\nendstream\nendobj\n`;
  }
  const table = places.map(([number, place]) => `${number} 1\n${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(pdf)?.[1] ?? "0";
  const trailer = ["Root", "Size", "ID", "Info"].map(
    (key) => new RegExp(`/${key}\\s*(\\d+( 0 R)?|\\[[^\\]]*\\])`).exec(lastTrailer(pdf))?.[0] ?? "",
  );
  return `${body}xref\n${table}trailer\n<<${trailer.join("")}/Prev ${before}>>\nstartxref\n${body.length}\n%%EOF\n`;
}

function lastTrailer(pdf: string): string {
  return pdf.slice(Math.max(pdf.lastIndexOf("trailer"), pdf.lastIndexOf("/XRef")));
}
