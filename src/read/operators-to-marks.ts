import type { Box } from "../model/box.ts";
import { type GraphicsState, initialState } from "./graphics-state.ts";
import { compose, identity, type Matrix, mapBox } from "./matrix.ts";
import type { Glyph, Ruling } from "./page.ts";
import type { PageFrame } from "./page-frame.ts";
import { boxToMarks, fillToRulings, strokeToRulings } from "./path-to-rulings.ts";
import type { OptionalContent, PdfFont, PdfGlyph, PdfObjects, PdfOperatorList } from "./pdfjs-door.ts";
import { textCursor, textToGlyphs } from "./text-to-glyphs.ts";

/** Why a glyph that the file draws cannot be seen. */
export type HiddenBecause = "invisible" | "white" | "clipped" | "offPage" | "hiddenLayer";

export interface HiddenGlyph {
  readonly glyph: Glyph;
  readonly because: HiddenBecause;
}

/** What a page's operators leave on it, in painting order. */
export interface PageMarks {
  readonly glyphs: readonly Glyph[];
  readonly rulings: readonly Ruling[];
  readonly hidden: readonly HiddenGlyph[];
  /** Names of the fonts that pdf.js could not load, with its message. */
  readonly failedFonts: ReadonlyMap<string, string>;
  /** Glyphs shown in each font, by the font's name in pdf.js. */
  readonly glyphsByFont: ReadonlyMap<string, readonly Glyph[]>;
  readonly images: readonly PageImage[];
  /** Number of painted paths that hold no line. */
  readonly shapeCount: number;
}

export interface PageImage {
  /** Key in the page's objects; undefined for an inline image. */
  readonly id: string | undefined;
  readonly box: Box;
}

export interface MarksContext {
  readonly OPS: Readonly<Record<string, number>>;
  readonly frame: PageFrame;
  readonly fonts: PdfObjects;
  readonly optionalContent: OptionalContent;
  /** Called before each thousand operators and for each run of glyphs; throws where the page is too large or the caller has lost patience. */
  readonly checkpoint: (glyphCount: number) => void;
}

type Handler = (args: readonly unknown[]) => void;

/** Runs the operators of a page as a renderer would, and notes where glyphs and lines come to stand. */
export function operatorsToMarks(list: PdfOperatorList, context: MarksContext): PageMarks {
  const { OPS, frame, fonts, optionalContent, checkpoint } = context;
  const pageBox: Box = [0, 0, frame.width, frame.height];
  const glyphs: Glyph[] = [];
  const rulings: Ruling[] = [];
  const hidden: HiddenGlyph[] = [];
  const images: PageImage[] = [];
  const failedFonts = new Map<string, string>();
  const glyphsByFont = new Map<string, Glyph[]>();
  /** Coloured areas and images: what lies under white text. */
  const grounds: Box[] = [];
  let shapeCount = 0;

  let state: GraphicsState = initialState(frame.toFrame, pageBox);
  const stack: GraphicsState[] = [];
  const cursor = textCursor();
  /** Visibility of each open marked content; false hides what is in it. */
  const marked: boolean[] = [];
  let hiddenLayers = 0;
  let clipPending = false;

  const save = () => stack.push({ ...state });
  const restore = () => {
    state = stack.pop() ?? state;
  };
  const moveText = (x: number, y: number) => {
    cursor.x = cursor.lineX += x;
    cursor.y = cursor.lineY += y;
  };
  const setFont = (name: string, size: number) => {
    const font = fonts.has(name) ? fonts.get(name) : undefined;
    if (typeof font === "string") failedFonts.set(name, font);
    state.font = typeof font === "object" && font !== null ? (font as PdfFont) : undefined;
    state.fontName = name;
    state.fontSize = Math.abs(size);
    state.fontDirection = size < 0 ? -1 : 1;
  };
  const clipTo = (box: readonly [number, number, number, number]) => {
    const [x0, y0, x1, y1] = state.clip;
    state.clip = [Math.max(x0, box[0]), Math.max(y0, box[1]), Math.min(x1, box[2]), Math.min(y1, box[3])];
  };
  const onGround = ([x0, y0, x1, y1]: Box) => {
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    return grounds.some((box) => x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3]);
  };

  const hiddenBecause = (glyph: Glyph): HiddenBecause | undefined => {
    const [x0, y0, x1, y1] = glyph.box;
    const x = (x0 + x1) / 2;
    const y = (y0 + y1) / 2;
    if (x < 0 || y < 0 || x > frame.width || y > frame.height) return "offPage";
    if (hiddenLayers > 0) return "hiddenLayer";
    const { renderingMode: mode, clip } = state;
    if (mode === 3 || mode === 7) return "invisible";
    const fills = mode !== 1 && mode !== 5;
    if ((fills ? state.fillAlpha : state.strokeAlpha) === 0) return "invisible";
    if (x1 < clip[0] || x0 > clip[2] || y1 < clip[1] || y0 > clip[3] || clip[0] >= clip[2] || clip[1] >= clip[3]) return "clipped";
    if (fills && isWhite(state.fillColour) && mode === 0 && !onGround(glyph.box)) return "white";
    return undefined;
  };
  const emitGlyph = (glyph: Glyph) => {
    const because = hiddenBecause(glyph);
    if (because) {
      hidden.push({ glyph, because });
      return;
    }
    glyphs.push(glyph);
    const ofFont = glyphsByFont.get(state.fontName);
    if (ofFont) ofFont.push(glyph);
    else glyphsByFont.set(state.fontName, [glyph]);
  };

  const emitRuling = (ruling: Ruling, white: boolean) => {
    const [x0, y0, x1, y1] = state.clip;
    const across = ruling.direction === "horizontal";
    const slack = ruling.thickness / 2 + 0.1;
    if (ruling.position < (across ? y0 : x0) - slack || ruling.position > (across ? y1 : x1) + slack) return;
    const from = Math.max(ruling.from, across ? x0 : y0);
    const to = Math.min(ruling.to, across ? x1 : y1);
    if (!(to > from)) return;
    if (white) {
      const middle = (from + to) / 2;
      const point: Box = across ? [middle, ruling.position, middle, ruling.position] : [ruling.position, middle, ruling.position, middle];
      if (!onGround(point)) return;
    }
    rulings.push(from === ruling.from && to === ruling.to ? ruling : { ...ruling, from, to });
  };
  const fillMarks = {
    ruling: (ruling: Ruling) => emitRuling(ruling, isWhite(state.fillColour)),
    area: (box: Box) => {
      shapeCount++;
      if (!isWhite(state.fillColour) && grounds.length < 20_000) grounds.push(box);
    },
  };
  const strokeMarks = { ruling: (ruling: Ruling) => emitRuling(ruling, isWhite(state.strokeColour)) };

  const paints = (...names: string[]) => new Set(names.map((name) => OPS[name]));
  const strokes = paints("stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const fills = paints("fill", "eoFill", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke");
  const constructPath: Handler = ([paint, data, minMax]) => {
    const path = (data as readonly (ArrayLike<number> | null)[])[0];
    if (path && hiddenLayers === 0) {
      if (fills.has(paint as number) && state.fillAlpha > 0 && state.fillColour !== "transparent")
        fillToRulings(path, state.ctm, fillMarks);
      if (strokes.has(paint as number) && state.strokeAlpha > 0 && state.strokeColour !== "transparent") {
        const [a, b, c, d] = state.ctm;
        strokeToRulings(path, state.ctm, state.lineWidth * Math.sqrt(Math.abs(a * d - b * c)), strokeMarks);
      }
    }
    if (!clipPending) return;
    clipPending = false;
    const bounds = minMax as ArrayLike<number> | null;
    clipTo(bounds && path ? mapBox(state.ctm, bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 0, bounds[3] ?? 0) : [0, 0, 0, 0]);
  };
  const paintImage: Handler = ([id]) => {
    if (hiddenLayers > 0) return;
    const box = mapBox(state.ctm, 0, 0, 1, 1);
    boxToMarks(box, false, { ruling: fillMarks.ruling, area: (area) => grounds.push(area) });
    images.push({ id: typeof id === "string" ? id : undefined, box });
  };

  const beginMarked = (visible: boolean) => {
    marked.push(visible);
    if (!visible) hiddenLayers++;
  };
  const gStates: Readonly<Record<string, (value: unknown) => void>> = {
    LW: (value) => {
      state.lineWidth = Number(value);
    },
    ca: (value) => {
      state.fillAlpha = Number(value);
    },
    CA: (value) => {
      state.strokeAlpha = Number(value);
    },
    Font: (value) => {
      const [name, size] = value as [string, number];
      setFont(name, size);
    },
  };

  const handlers: Handler[] = [];
  const on = (name: string, handler: (...args: never[]) => void) => {
    const code = OPS[name];
    if (code !== undefined) handlers[code] = (args) => handler(...(args as never[]));
  };
  on("save", save);
  on("restore", restore);
  on("transform", (...matrix: number[]) => {
    state.ctm = compose(state.ctm, matrix);
  });
  on("setLineWidth", (width: number) => {
    state.lineWidth = width;
  });
  on("setGState", (entries: readonly (readonly [string, unknown])[]) => {
    for (const [key, value] of entries) gStates[key]?.(value);
  });
  on("setFillRGBColor", (...colour: unknown[]) => {
    state.fillColour = hexColour(colour);
  });
  on("setStrokeRGBColor", (...colour: unknown[]) => {
    state.strokeColour = hexColour(colour);
  });
  on("setFillColorN", () => {
    state.fillColour = "pattern";
  });
  on("setStrokeColorN", () => {
    state.strokeColour = "pattern";
  });
  on("setFillTransparent", () => {
    state.fillColour = "transparent";
  });
  on("setStrokeTransparent", () => {
    state.strokeColour = "transparent";
  });
  on("clip", () => {
    clipPending = true;
  });
  on("eoClip", () => {
    clipPending = true;
  });
  on("shadingFill", () => grounds.push(state.clip));

  on("beginText", () => Object.assign(cursor, textCursor()));
  on("setCharSpacing", (spacing: number) => {
    state.charSpacing = spacing;
  });
  on("setWordSpacing", (spacing: number) => {
    state.wordSpacing = spacing;
  });
  on("setHScale", (scale: number) => {
    state.horizontalScale = scale / 100;
  });
  on("setLeading", (leading: number) => {
    state.leading = -leading;
  });
  on("setFont", setFont);
  on("setTextRenderingMode", (mode: number) => {
    state.renderingMode = mode;
  });
  on("setTextRise", (rise: number) => {
    state.rise = rise;
  });
  on("moveText", moveText);
  on("setLeadingMoveText", (x: number, y: number) => {
    state.leading = y;
    moveText(x, y);
  });
  on("setTextMatrix", (...args: unknown[]) => {
    const matrix = typeof args[0] === "number" ? args : (args[0] as ArrayLike<number>);
    Object.assign(cursor, textCursor(), { matrix: compose(identity, matrix as ArrayLike<number>) });
  });
  on("nextLine", () => moveText(0, state.leading));
  on("showText", (shown: readonly (PdfGlyph | number)[]) => {
    checkpoint(glyphs.length + hidden.length);
    textToGlyphs(shown, state, cursor, emitGlyph);
  });

  on("beginMarkedContent", () => beginMarked(true));
  on("beginMarkedContentProps", (tag: string, group: unknown) => beginMarked(tag !== "OC" || !group || optionalContent.isVisible(group)));
  on("endMarkedContent", () => {
    if (marked.pop() === false) hiddenLayers--;
  });

  const withBox = (matrix: ArrayLike<number> | null | undefined, box: ArrayLike<number> | null | undefined) => {
    save();
    if (matrix) state.ctm = compose(state.ctm, matrix);
    if (box) clipTo(mapBox(state.ctm, box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0));
  };
  on("paintFormXObjectBegin", withBox);
  on("paintFormXObjectEnd", restore);
  on("beginGroup", () => save());
  on("endGroup", restore);
  on("beginAnnotation", (_id: string, _rect: ArrayLike<number>, transform: ArrayLike<number>, matrix: ArrayLike<number>) => {
    save();
    state = initialState(compose(compose(frame.toFrame, transform), matrix) as Matrix, pageBox);
  });
  on("endAnnotation", restore);

  for (const name of ["paintImageXObject", "paintInlineImageXObject", "paintImageMaskXObject", "paintSolidColorImageMask"]) {
    const code = OPS[name];
    if (code !== undefined) handlers[code] = paintImage;
  }
  const constructPathCode = OPS.constructPath;
  if (constructPathCode !== undefined) handlers[constructPathCode] = constructPath;

  const { fnArray, argsArray } = list;
  for (let i = 0; i < fnArray.length; i++) {
    if (i % 1000 === 0) checkpoint(glyphs.length + hidden.length);
    handlers[fnArray[i] ?? -1]?.((argsArray[i] as readonly unknown[] | null) ?? []);
  }
  return { glyphs, rulings, hidden, failedFonts, glyphsByFont, images, shapeCount };
}

function isWhite(colour: string): boolean {
  return colour === "#ffffff";
}

/** pdf.js gives `#rrggbb`; older ones give three bytes. */
function hexColour(colour: readonly unknown[]): string {
  if (typeof colour[0] === "string") return colour[0];
  return `#${colour.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
