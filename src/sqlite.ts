export type { DocumentRow } from "./export/document-row.ts";
export { factsToSqlite, type SqliteOptions } from "./export/to-sqlite.ts";
