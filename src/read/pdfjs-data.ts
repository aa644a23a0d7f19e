import { isNode } from "./pdfjs-door.ts";

/** Where pdf.js finds the character maps of fonts that are not embedded, and the fourteen standard fonts. */
export interface PdfDataLocations {
  /** Folder of pdfjs-dist's `cmaps`, a URL in a browser and a path in Node. @default in Node the installed one */
  readonly cMapUrl?: string | undefined;
  /** Folder of pdfjs-dist's `standard_fonts`. @default in Node the installed one */
  readonly standardFontDataUrl?: string | undefined;
}

interface DataRequest {
  readonly kind: string;
  readonly filename: string;
}

/** A class for pdf.js's `BinaryDataFactory` parameter: the same in Node, in a page and in a web worker. */
export function pdfDataFactory(locations: PdfDataLocations): new () => { fetch(request: DataRequest): Promise<Uint8Array> } {
  return class {
    async fetch({ kind, filename }: DataRequest): Promise<Uint8Array> {
      const folder =
        kind === "cMapUrl"
          ? (locations.cMapUrl ?? installed("cmaps"))
          : kind === "standardFontDataUrl"
            ? (locations.standardFontDataUrl ?? installed("standard_fonts"))
            : undefined;
      if (folder === undefined) throw new Error(`${filename} is needed, and no folder is known for it (${kind}).`);
      return readBytes(folder.endsWith("/") ? folder + filename : `${folder}/${filename}`);
    }
  };
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
