export type { CheckRule, Claim, FigureSelector, RowFilter, Scope, StructureRule, SumRule } from "./check/rule.ts";
export { builtInRules } from "./check/rules/built-in-rules.ts";
export { rulesReference } from "./check/rules-reference.ts";
export { impliedPriorAmount } from "./check/statement.ts";
