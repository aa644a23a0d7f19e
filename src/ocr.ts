export { createTextRecogniser, type RecognitionModel, type TextRecogniserOptions } from "./ocr/create-text-recogniser.ts";
export type { OnnxRuntime } from "./ocr/strip-model.ts";
export type { Glyph, Ruling, RunnerUp } from "./read/page.ts";
export type { PagePicture, PageToRecognise, RecognisedPage, RecogniseText } from "./read/page-pictures.ts";
