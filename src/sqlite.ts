export { factsToSqlite } from "./export/to-sqlite.ts";
