export { factsToParquet } from "./export/to-parquet.ts";
