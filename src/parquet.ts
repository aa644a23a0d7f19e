export type { DocumentRow } from "./export/document-row.ts";
export { type AmountDecimals, decimalsOf, documentsToParquet, factsToParquet, factsToParquetChunks } from "./export/to-parquet.ts";
