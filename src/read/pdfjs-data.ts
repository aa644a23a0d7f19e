import { isNode } from "./pdfjs-door.ts";

/** Where pdf.js finds what it needs beside itself: in Node the installed pdfjs-dist, in a browser only what is given here. */
export interface PdfDataLocations {
  /** Folder of pdfjs-dist's `cmaps`, for fonts that are not embedded: a URL in a browser, a path in Node. */
  readonly cMapUrl?: string | undefined;
  /** Folder of pdfjs-dist's `standard_fonts`, for the widths of fonts that are not embedded. */
  readonly standardFontDataUrl?: string | undefined;
  /** Folder of pdfjs-dist's `wasm`, for scans in JBIG2 and JPEG 2000 that `recogniseText` looks at. */
  readonly wasmUrl?: string | undefined;
}

const folders = { cMapUrl: "cmaps", standardFontDataUrl: "standard_fonts", wasmUrl: "wasm" } as const satisfies Record<
  keyof PdfDataLocations,
  string
>;

interface DataRequest {
  readonly kind: string;
  readonly filename: string;
}

/** A class for pdf.js's `BinaryDataFactory` parameter: the same in Node, in a page and in a web worker. */
export function pdfDataFactory(locations: PdfDataLocations): new () => { fetch(request: DataRequest): Promise<Uint8Array> } {
  return class {
    async fetch({ kind, filename }: DataRequest): Promise<Uint8Array> {
      const folder = isKnown(kind) ? (locations[kind] ?? installed(folders[kind])) : undefined;
      if (folder === undefined) throw new Error(`${filename} is needed: give its folder as options.${kind}`);
      return readBytes(folder.endsWith("/") ? folder + filename : `${folder}/${filename}`);
    }
  };
}

function isKnown(kind: string): kind is keyof PdfDataLocations {
  return Object.hasOwn(folders, kind);
}

function installed(folder: string): string | undefined {
  if (!isNode) return undefined;
  try {
    const require = process.getBuiltinModule("module").createRequire(import.meta.url);
    return process.getBuiltinModule("path").join(require.resolve("pdfjs-dist/package.json"), "..", folder);
  } catch {
    return undefined;
  }
}

async function readBytes(place: string): Promise<Uint8Array> {
  if (isNode && !/^https?:/.test(place)) {
    const { readFile } = process.getBuiltinModule("fs").promises;
    return new Uint8Array(await readFile(place.startsWith("file:") ? new URL(place) : place));
  }
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
