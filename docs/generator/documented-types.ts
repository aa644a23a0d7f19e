import type { BudgetDocument as Document, RecognisedBudgetTable, TableKind } from "../../src/index.ts";

/** The public types whose fields an editor has to explain; `documented-fields.ts` looks through them. */
export type BudgetDocument = Omit<Document, "tables">;
export type Tables = { [Kind in TableKind]: Extract<RecognisedBudgetTable, { kind: Kind }> };
export type { CheckOptions, CheckReport, ParseOptions } from "../../src/index.ts";
export type { ParseFilesOptions } from "../../src/node/index.ts";
