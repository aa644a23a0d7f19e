export { createTextRecogniser, type TextRecogniserOptions } from "./ocr/create-text-recogniser.ts";
export type { OnnxRuntime, RecognitionModel } from "./ocr/strip-model.ts";
export type { Glyph, Ruling, RunnerUp } from "./read/page.ts";
export type { PagePicture, PageToRecognise, RecognisedPage, RecogniseText } from "./read/page-pictures.ts";
