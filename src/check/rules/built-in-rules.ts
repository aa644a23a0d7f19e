import type { CheckRule } from "../rule.ts";
import { acrossDocumentsRules } from "./across-documents.ts";
import { alongCodeRules } from "./along-code.ts";
import { betweenTablesRules } from "./between-tables.ts";
import { classificationRules } from "./classification.ts";
import { completenessRules } from "./completeness.ts";
import { narrativeRules } from "./narrative.ts";
import { performanceTargetsRules } from "./performance-targets.ts";
import { plausibilityRules } from "./plausibility.ts";
import { rowGroupRules } from "./row-groups.ts";
import { twoSidedRules } from "./two-sided.ts";
import { withinRowRules } from "./within-row.ts";

/** Every rule that the library knows, in the order of the report. */
export const builtInRules: readonly CheckRule[] = [
  ...withinRowRules,
  ...alongCodeRules,
  ...classificationRules,
  ...twoSidedRules,
  ...rowGroupRules,
  ...betweenTablesRules,
  ...narrativeRules,
  ...completenessRules,
  ...plausibilityRules,
  ...acrossDocumentsRules,
  ...performanceTargetsRules,
];
