import type { Box } from "../model/box.ts";
import { type GraphicsState, initialState } from "./graphics-state.ts";
import { compose, identity, mapBox } from "./matrix.ts";
import type { Ruling } from "./page.ts";
import type { PageFrame } from "./page-frame.ts";
import type { MarksBuilder } from "./page-marks.ts";
import { boxToMarks, fillToRulings, strokeToRulings } from "./path-to-rulings.ts";
import type { OptionalContent, PdfFont, PdfGlyph, PdfObjects, PdfOperatorList } from "./pdfjs-door.ts";
import { pictureLie } from "./picture-lie.ts";
import { isRectangle } from "./rectangle-path.ts";
import { textCursor, textToGlyphs } from "./text-to-glyphs.ts";

export interface OperatorContext {
  readonly OPS: Readonly<Record<string, number>>;
  readonly frame: PageFrame;
  readonly fonts: PdfObjects;
  readonly optionalContent: OptionalContent;
  readonly marks: MarksBuilder;
  /** Called again and again; throws to end the run. */
  readonly checkpoint: () => void;
}

type Handler = (args: readonly unknown[]) => void;
type Numbers = ArrayLike<number>;

const operatorsBetweenCheckpoints = 500;

/** Runs the operators of a page as a renderer would, and hands on where glyphs, lines and areas come to stand. */
export function runOperators({ fnArray, argsArray }: PdfOperatorList, context: OperatorContext): void {
  const handlers = handlersFor(context);
  for (let i = 0; i < fnArray.length; i++) {
    if (i % operatorsBetweenCheckpoints === 0) context.checkpoint();
    handlers[fnArray[i] ?? -1]?.((argsArray[i] as readonly unknown[] | null) ?? []);
  }
  context.checkpoint();
}

function handlersFor({ OPS, frame, fonts, optionalContent, marks, checkpoint }: OperatorContext): readonly Handler[] {
  const pageBox: Box = [0, 0, frame.width, frame.height];
  let state: GraphicsState = initialState(frame.toFrame, pageBox);
  const stack: GraphicsState[] = [];
  const cursor = textCursor();
  /** For each open marked content, whether its layer is shown. */
  const shown: boolean[] = [];
  let hiddenLayers = 0;
  /** Groups that are no more than a mask for what comes after them. */
  let maskGroups = 0;
  let clipPending = false;

  const handlers: Handler[] = [];
  const on = (name: string, handler: (...args: never[]) => void) => {
    const code = OPS[name];
    if (code !== undefined) handlers[code] = (args) => handler(...(args as never[]));
  };
  const set = <K extends keyof GraphicsState>(name: string, key: K, newValue: (...args: never[]) => GraphicsState[K]) =>
    on(name, (...args) => {
      state[key] = newValue(...args);
    });
  const painted = () => hiddenLayers === 0 && maskGroups === 0;

  // The graphics state.
  const save = () => stack.push({ ...state });
  const restore = () => {
    state = stack.pop() ?? state;
    state.layerHidden = hiddenLayers > 0;
  };
  const clipTo = ([x0, y0, x1, y1]: Box) => {
    const { clip } = state;
    state.clip = [Math.max(clip[0], x0), Math.max(clip[1], y0), Math.min(clip[2], x1), Math.min(clip[3], y1)];
  };
  const mapped = (box: Numbers) => mapBox(state.ctm, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0);
  const setFont = (name: string, size: number) => {
    const font = fonts.has(name) ? fonts.get(name) : undefined;
    if (typeof font === "string") marks.fontFailed(name, font);
    state.font = typeof font === "object" && font !== null ? (font as PdfFont) : undefined;
    state.fontName = name;
    state.fontSize = Math.abs(size);
    state.fontDirection = size < 0 ? -1 : 1;
  };
  const setEntry: Readonly<Record<string, (value: never) => void>> = {
    LW: (width: number) => {
      state.lineWidth = width;
    },
    ca: (alpha: number) => {
      state.fillAlpha = alpha;
    },
    CA: (alpha: number) => {
      state.strokeAlpha = alpha;
    },
    BM: (mode: string) => {
      state.blends = mode !== "source-over";
    },
    SMask: (mask: unknown) => {
      state.masked = Boolean(mask);
    },
    Font: ([name, size]: [string, number]) => setFont(name, size),
  };
  on("save", save);
  on("restore", restore);
  set("transform", "ctm", (...matrix: number[]) => compose(state.ctm, matrix));
  set("setLineWidth", "lineWidth", (width: number) => width);
  on("setGState", (entries: readonly (readonly [string, never])[]) => {
    for (const [key, value] of entries) setEntry[key]?.(value);
  });
  set("setFillRGBColor", "fillColour", hexColour);
  set("setStrokeRGBColor", "strokeColour", hexColour);
  set("setFillColorN", "fillColour", () => "pattern");
  set("setStrokeColorN", "strokeColour", () => "pattern");
  set("setFillTransparent", "fillColour", () => "transparent");
  set("setStrokeTransparent", "strokeColour", () => "transparent");
  for (const name of ["clip", "eoClip"]) {
    on(name, () => {
      clipPending = true;
    });
  }

  // Text.
  const moveText = (x: number, y: number) => {
    cursor.x = cursor.lineX += x;
    cursor.y = cursor.lineY += y;
  };
  on("beginText", () => Object.assign(cursor, textCursor()));
  set("setCharSpacing", "charSpacing", (spacing: number) => spacing);
  set("setWordSpacing", "wordSpacing", (spacing: number) => spacing);
  set("setHScale", "horizontalScale", (percent: number) => percent / 100);
  set("setLeading", "leading", (leading: number) => -leading);
  on("setFont", setFont);
  set("setTextRenderingMode", "renderingMode", (mode: number) => mode);
  set("setTextRise", "rise", (rise: number) => rise);
  on("moveText", moveText);
  on("setLeadingMoveText", (x: number, y: number) => {
    state.leading = y;
    moveText(x, y);
  });
  on("setTextMatrix", (...args: unknown[]) => {
    const matrix = (typeof args[0] === "number" ? args : args[0]) as Numbers;
    Object.assign(cursor, textCursor(), { matrix: compose(identity, matrix) });
  });
  on("nextLine", () => moveText(0, state.leading));
  on("showText", (glyphs: readonly (PdfGlyph | number)[]) => {
    checkpoint();
    if (maskGroups === 0) textToGlyphs(glyphs, state, cursor, (glyph) => marks.glyph(glyph, state));
  });

  // Layers, forms and groups.
  const beginMarked = (isShown: boolean) => {
    shown.push(isShown);
    if (!isShown) hiddenLayers++;
    state.layerHidden = hiddenLayers > 0;
  };
  on("beginMarkedContent", () => beginMarked(true));
  on("beginMarkedContentProps", (tag: string, layer: unknown) => beginMarked(tag !== "OC" || !layer || optionalContent.isVisible(layer)));
  on("endMarkedContent", () => {
    if (shown.pop() === false) hiddenLayers--;
    state.layerHidden = hiddenLayers > 0;
  });
  on("paintFormXObjectBegin", (matrix: Numbers | null, box: Numbers | null) => {
    save();
    if (matrix) state.ctm = compose(state.ctm, matrix);
    if (box) clipTo(mapped(box));
  });
  on("paintFormXObjectEnd", restore);
  const groups: boolean[] = [];
  on("beginGroup", (group: { readonly smask?: unknown } | undefined) => {
    save();
    const isMask = Boolean(group?.smask);
    groups.push(isMask);
    if (isMask) maskGroups++;
    if (state.fillAlpha > 0) state.strokeAlpha = 1; // a group begins opaque, but what is wholly transparent stays so
  });
  on("endGroup", () => {
    if (groups.pop()) maskGroups--;
    restore();
  });
  on("beginAnnotation", (_id: string, _box: Numbers, transform: Numbers, matrix: Numbers) => {
    save();
    state = initialState(compose(compose(frame.toFrame, transform), matrix), pageBox);
  });
  on("endAnnotation", restore);

  // Lines, areas and pictures.
  const paints = (...names: string[]) => new Set(names.map((name) => OPS[name]));
  const strokes = paints("stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const fills = paints("fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const fillMarks = {
    ruling: (ruling: Ruling) => marks.ruling(ruling, state.fillColour, state.clip),
    area: (box: Box) => marks.area(box, state.fillColour),
  };
  /** Nothing can be seen through what is filled. */
  const isOpaque = () =>
    groups.length === 0 &&
    state.fillAlpha === 1 &&
    state.fillColour.startsWith("#") &&
    !state.blends &&
    !state.masked &&
    !state.clipIsShaped;
  const strokeMarks = { ruling: (ruling: Ruling) => marks.ruling(ruling, state.strokeColour, state.clip) };
  on("constructPath", (paint: number, [path]: readonly (Numbers | null)[], bounds: Numbers | null) => {
    if (path && painted()) {
      if (fills.has(paint) && state.fillAlpha > 0 && state.fillColour !== "transparent") {
        fillToRulings(path, state.ctm, fillMarks);
        if (bounds && isOpaque() && isRectangle(path, state.ctm)) marks.cover(mapped(bounds), state.clip);
      }
      if (strokes.has(paint) && state.strokeAlpha > 0 && state.strokeColour !== "transparent") {
        const [a, b, c, d] = state.ctm;
        strokeToRulings(path, state.ctm, state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)), state.clip, strokeMarks);
      }
    }
    if (clipPending && path && !isRectangle(path, state.ctm)) state.clipIsShaped = true;
    if (clipPending) clipTo(path && bounds ? mapped(bounds) : [0, 0, 0, 0]);
    clipPending = false;
  });
  on("shadingFill", () => marks.area(state.clip, "shading"));
  const paintImage = (id: string | undefined, isMask: boolean) => {
    if (!painted()) return;
    const box = mapBox(state.ctm, 0, 0, 1, 1);
    boxToMarks(box, false, { ruling: fillMarks.ruling, area: () => marks.image({ id, box, lie: pictureLie(state.ctm), isMask }) });
  };
  on("paintImageXObject", (id: unknown) => paintImage(typeof id === "string" ? id : undefined, false));
  on("paintInlineImageXObject", () => paintImage(undefined, false));
  on("paintImageMaskXObject", (image: { readonly data?: unknown } | undefined) =>
    paintImage(typeof image?.data === "string" ? image.data : undefined, true),
  );
  on("paintSolidColorImageMask", () => paintImage(undefined, true));
  return handlers;
}

/** pdf.js gives `#rrggbb`; before 5 it gave three bytes. */
function hexColour(...colour: readonly unknown[]): string {
  if (typeof colour[0] === "string") return colour[0];
  return `#${colour.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
