import { InProcessPort } from "./in-process-port.ts";

/** The part of pdf.js that is used here; true of 5.6 and of 6.x. */
export interface PdfJs {
  getDocument(parameters: Readonly<Record<string, unknown>>): PdfLoadingTask;
  readonly OPS: Readonly<Record<string, number>>;
  readonly version: string;
  /** A worker on this thread, for one document; undefined where the application has set up its own. */
  newWorker(): PdfWorker | undefined;
}

export interface PdfWorker {
  destroy(): void;
}

interface PdfJsModule extends Pick<PdfJs, "getDocument" | "OPS" | "version"> {
  readonly GlobalWorkerOptions: { readonly workerSrc: string; readonly workerPort: unknown };
  readonly PDFWorker: new (parameters: { readonly port: InProcessPort; readonly verbosity: number }) => PdfWorker;
}

interface PdfJsWorkerModule {
  readonly WorkerMessageHandler: { initializeFromPort(port: InProcessPort): void };
}

export interface PdfLoadingTask {
  readonly promise: Promise<PdfDocument>;
  destroy(): Promise<void>;
}

export interface PdfDocument {
  readonly numPages: number;
  getPage(pageNumber: number): Promise<PdfPage>;
  getOptionalContentConfig(): Promise<OptionalContent>;
  readonly canvasFactory: { create(width: number, height: number): { readonly canvas: unknown; readonly context: PdfCanvasContext } };
}

export interface PdfCanvasContext {
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
}

export interface OptionalContent {
  isVisible(group: unknown): boolean;
}

export interface PdfPage {
  /** Clockwise degrees, a multiple of 90. */
  readonly rotate: number;
  readonly userUnit: number;
  /** Crop box in user space. */
  readonly view: readonly number[];
  readonly ref: { readonly num: number } | null;
  readonly commonObjs: PdfObjects;
  readonly objs: PdfObjects;
  getOperatorList(): Promise<PdfOperatorList>;
  getViewport(parameters: { readonly scale: number }): { readonly width: number; readonly height: number };
  render(parameters: Readonly<Record<string, unknown>>): { readonly promise: Promise<void> };
  cleanup(): boolean;
}

export interface PdfObjects {
  has(id: string): boolean;
  get(id: string, callback?: (value: unknown) => void): unknown;
}

export interface PdfOperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** A font as pdf.js hands it on; where it could not be loaded, a string in its place says why. */
export interface PdfFont {
  readonly vertical?: boolean;
  readonly fontMatrix?: readonly number[];
  readonly defaultVMetrics?: readonly number[];
  readonly isType3Font?: boolean;
  readonly missingFile?: boolean;
  readonly bbox?: readonly number[];
  readonly name?: string;
}

/** One glyph of a showText operator. */
export interface PdfGlyph {
  readonly unicode: string;
  /** Glyph space, usually thousandths of an em. */
  readonly width: number;
  readonly vmetric?: readonly number[] | null;
  readonly isSpace: boolean;
}

export const isNode = typeof process === "object" && `${process}` === "[object process]" && typeof process.getBuiltinModule === "function";

/**
 * Loads pdf.js. Its worker code runs on the same thread, unless an application in a browser has set `GlobalWorkerOptions` itself.
 * Both builds are imported when first needed, never at the top: the library must load where pdf.js cannot.
 */
export async function loadPdfJs(): Promise<PdfJs> {
  if (!isNode) {
    const pdfjs: unknown = await import("pdfjs-dist");
    const { workerSrc, workerPort } = (pdfjs as PdfJsModule).GlobalWorkerOptions;
    // @ts-expect-error pdf.js has no types for its worker
    return doorOf(pdfjs, workerSrc || workerPort ? undefined : await import("pdfjs-dist/build/pdf.worker.mjs"));
  }
  const unstub = stubCanvasGlobals();
  const restoreNatives = keepNatives();
  try {
    // @ts-expect-error as above
    const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
    return doorOf(await import("pdfjs-dist/legacy/build/pdf.mjs"), worker);
  } finally {
    restoreNatives();
    unstub();
  }
}

function doorOf(pdfjs: unknown, worker: unknown): PdfJs {
  const { getDocument, OPS, version, PDFWorker } = pdfjs as PdfJsModule;
  const newWorker = () => {
    if (!worker) return undefined;
    const port = new InProcessPort();
    const main = new PDFWorker({ port, verbosity: 0 });
    (worker as PdfJsWorkerModule).WorkerMessageHandler.initializeFromPort(port);
    return main;
  };
  return { getDocument, OPS, version, newWorker };
}

/**
 * The build of pdf.js for Node replaces functions of the whole process by ones written in JavaScript, over details that nobody needs:
 * on Node 20 every `push`, the application's too, takes ten times as long; and where `navigator` has no language it replaces that, which
 * Bun's own modules ask for the number of processors. What the platform has is put back.
 */
function keepNatives(): () => void {
  const { push } = Array.prototype;
  const { parse, stringify } = JSON;
  const { navigator } = globalThis;
  return () => {
    for (const [owner, natives] of [
      [Array.prototype, { push }],
      [JSON, { parse, stringify }],
      [globalThis, navigator ? { navigator } : {}],
    ] as const)
      for (const [name, value] of Object.entries(natives))
        Object.defineProperty(owner, name, { value, writable: true, configurable: true, enumerable: false });
  };
}

/**
 * pdf.js wants three classes of a canvas when it is loaded in Node, and prints warnings where the optional canvas package is absent.
 * Text and lines need none of them, so empty classes stand in while it loads and the warnings about it are held back.
 *
 * @returns Puts everything back.
 */
function stubCanvasGlobals(): () => void {
  if (canvasIsInstalled()) return () => {};
  const scope = globalThis as unknown as Record<string, unknown>;
  const missing = ["DOMMatrix", "ImageData", "Path2D"].filter((name) => scope[name] === undefined);
  for (const name of missing) scope[name] = class {};
  const { log, warn } = console;
  const aboutCanvas = (parts: readonly unknown[]) =>
    typeof parts[0] === "string" && /Cannot (load "@napi-rs|polyfill|access the `require`)/.test(parts[0]);
  console.log = (...parts: unknown[]) => aboutCanvas(parts) || log.apply(console, parts);
  console.warn = (...parts: unknown[]) => aboutCanvas(parts) || warn.apply(console, parts);
  return () => {
    for (const name of missing) delete scope[name];
    Object.assign(console, { log, warn });
  };
}

function canvasIsInstalled(): boolean {
  try {
    const { createRequire } = process.getBuiltinModule("module");
    const require = createRequire(import.meta.url);
    createRequire(require.resolve("pdfjs-dist/package.json"))("@napi-rs/canvas");
    return true;
  } catch {
    return false;
  }
}
