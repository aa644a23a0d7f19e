export type { BatchLine } from "./batch-index.ts";
export type { BatchOptions, BatchProgress, BatchStart, BatchSummary } from "./batch-options.ts";
export { type FindOptions, type FoundInput, findInputs } from "./find-inputs.ts";
export { libraryVersion } from "./library-version.ts";
export { type MergeFormat, mergeFormats } from "./merge-facts.ts";
export {
  type FileFormat,
  fileFormats,
  formatEndings,
  type OutputFormat,
  type OutputOptions,
  outputFormats,
  writeDocuments,
} from "./output-format.ts";
export { type LoadOptions, loadForms, loadRules, type ModuleAddress } from "./own-declarations.ts";
export { parseBudgetFile } from "./parse-budget-file.ts";
export { type FileProgress, type FileResult, type ParseFilesOptions, parseBudgetFiles } from "./parse-budget-files.ts";
export { bytesToInput } from "./read-input.ts";
export { runBatch } from "./run-batch.ts";
export type { BatchLimits } from "./worker-limits.ts";
