import { codeWitnesses } from "../missing-codes.ts";
import type { StructureRule } from "../rule.ts";

/** K: what should be there is there. */
export const completenessRules: readonly StructureRule[] = [
  {
    id: "K1",
    family: "completeness",
    severity: "warning",
    structure: { test: "contents" },
    sentence: { zh: "目录所列的表都在文件中", en: "Every table that the contents page lists is in the document" },
  },
  {
    id: "K2",
    family: "completeness",
    severity: "warning",
    structure: { test: "formTables" },
    sentence: { zh: "表式所有的表都在文件中", en: "Every table of the form is in the document" },
  },
  {
    id: "K3",
    family: "completeness",
    severity: "error",
    structure: { test: "rowsProven", pairs: codeWitnesses },
    sentence: {
      zh: "一表有金额的功能科目，另一表也有该行",
      en: "A functional code with an amount in one table has its row in the other",
    },
  },
];
