import type { Decimal } from "../model/amount.ts";
import { compactText } from "../model/compact-text.ts";
import { notice } from "../model/diagnostic.ts";
import { isSumLabel, isTotalLabel } from "../model/label-words.ts";
import type { UnitLevel, UnitRows } from "../tables/row-grammar.ts";
import { INDENT_STEP } from "./indent-levels.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { parseStub } from "./parse-label.ts";
import { performanceIndicators } from "./performance-indicators.ts";
import { performanceTargets } from "./performance-targets.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";
import { underDepartment } from "./under-department.ts";
import { unitDepths } from "./unit-depth.ts";

/** A row that is open: rows below may be part of it. */
interface OpenRow {
  readonly index: number;
  readonly depth: number;
  readonly name: string;
  readonly total: Decimal | null;
}

interface Progress {
  readonly seenTotal: number | null;
  /** Open rows from the unit inwards. */
  readonly open: readonly OpenRow[];
  readonly unitCode: string | null;
  readonly summed: Decimal | null;
  readonly unitIndent: number | null;
}

/** Reads the tree of a table by budget unit: total, 其中 rows, units, and what stands under them; subtotals are no part of it. */
export function unitRowsOf(readers: readonly RowReader[], grammar: UnitRows): InterpretedRows {
  const rows: InterpretedRow[] = [];
  let progress: Progress = { seenTotal: null, open: [], unitCode: null, summed: null, unitIndent: null };
  const missing = new Set<string>();
  const depthOf = unitDepths(readers, grammar);
  const units: OpenUnit[] = [];
  for (const [index, reader] of readers.entries()) {
    const { name, ofWhich } = parseStub(reader.text("label") ?? "");
    const code = reader.code("budgetUnitCode");
    const amounts = reader.amounts();
    const codeField = reader.has("budgetUnitCode") ? { budgetUnitCode: code ?? (progress.open.length > 0 ? progress.unitCode : null) } : {};
    const base = { ...blankFields(grammar), ...detailFields(reader, grammar), ...codeField, label: name };
    const total = [name, code].find((text) => isTotalLabel(text ?? ""));
    if (typeof total === "string" && progress.seenTotal === null) {
      const ofNone = reader.has("budgetUnitCode") ? { budgetUnitCode: null } : {};
      progress = { ...progress, seenTotal: index };
      rows.push({ role: "total", level: 0, parent: null, fields: { ...base, ...ofNone, label: name || total }, amounts });
      continue;
    }
    if (isSumLabel(name || (code ?? ""))) {
      rows.push({ role: "subtotal", level: 1, parent: null, fields: base, amounts });
      continue;
    }
    if (progress.open.length === 0 && code === null && isOfWhich(grammar, name, ofWhich, rows)) {
      const also = grammar.ofWhichField ? { [grammar.ofWhichField]: name } : {};
      rows.push({ role: "ofWhich", level: 1, parent: progress.seenTotal, fields: { ...base, ...also }, amounts });
      continue;
    }
    const [above] = progress.open;
    const depth = depthOf(index, { ...progress, hasUnit: above !== undefined, unitTotal: above?.total ?? null });
    if (depth === undefined) {
      reader.report(notice("interpret.unknown-row", { number: reader.name, row: rowLabel(reader.row) }, reader.place()));
      const parent = progress.open.at(-1)?.index ?? progress.seenTotal;
      rows.push({ role: "other", level: parent === null ? 1 : (rows[parent]?.level ?? 0) + 1, parent, fields: base, amounts });
      continue;
    }
    const level = grammar.levels[depth] as UnitLevel;
    if (progress.seenTotal === null) missing.add("合计");
    const open = progress.open.filter((row) => row.depth < depth);
    if (depth > 0 && (open[0]?.depth !== 0 || (code !== null && code !== progress.unitCode))) missing.add("单位行");
    const unit = { index, code, indent: reader.indent("label"), last: grammar.levels.length === 1 };
    if (depth === 0) while (units.length > 0 && !isPartOf(unit, units.at(-1))) units.pop();
    const parent = open.at(-1)?.index ?? units.at(-1)?.index ?? progress.seenTotal;
    if (depth === 0) units.push(unit);
    const inherited = Object.fromEntries(open.map((row) => [(grammar.levels[row.depth] as UnitLevel).field, row.name]));
    rows.push({
      role: level.role,
      level: parent === null ? depth + 1 : (rows[parent]?.level ?? 0) + 1,
      parent,
      fields: { ...base, ...inherited, [level.field]: name },
      amounts,
    });
    progress = {
      ...progress,
      open: [...open, { index, depth, name, total: amounts.total ?? null }],
      unitCode: code ?? (depth === 0 ? null : progress.unitCode),
      summed:
        depth === 0 ? null : open.length === 1 && amounts.total ? (progress.summed?.plus(amounts.total) ?? amounts.total) : progress.summed,
      unitIndent: depth === 0 ? (progress.unitIndent ?? reader.indent("label")) : progress.unitIndent,
    };
  }
  if (progress.seenTotal !== null) missing.delete("合计");
  const placed = grammar.levels.length === 1 ? underDepartment(rows) : rows;
  return { rows: placed, missing: grammar.upperLevels === "optional" ? [] : [...missing] };
}

/** A unit whose subordinate units may stand below it. */
interface OpenUnit {
  readonly index: number;
  readonly code: string | null;
  readonly indent: number;
  /** Whether units are the table's only level, so that an indent can only mean a subordinate unit. */
  readonly last: boolean;
}

/** A subordinate unit's code begins with that of its department; without codes its name is indented. */
function isPartOf(unit: OpenUnit, above: OpenUnit | undefined): boolean {
  if (!above) return false;
  if (unit.code !== null && above.code !== null) return unit.code.length > above.code.length && unit.code.startsWith(above.code);
  return unit.last && unit.indent > above.indent + INDENT_STEP;
}

function isOfWhich(grammar: UnitRows, name: string, printed: boolean, rows: readonly InterpretedRow[]): boolean {
  if (grammar.ofWhich.length === 0) return false;
  const known = grammar.ofWhich.some((label) => compactText(label) === compactText(name));
  const follows = rows.at(-1)?.role === "total" || rows.at(-1)?.role === "ofWhich";
  return printed || (follows && known) || rows.at(-1)?.role === "ofWhich";
}

function blankFields(grammar: UnitRows): Record<string, null> {
  const optional = ["budgetUnitCode", "performanceIndicators", "label"];
  return Object.fromEntries(
    Object.keys(grammar.fields)
      .filter((key) => !optional.includes(key))
      .map((key) => [key, null]),
  );
}

/** The text columns that are fields of their own. */
function detailFields(reader: RowReader, grammar: UnitRows): Record<string, unknown> {
  const keys = [...new Set(grammar.levels.flatMap(({ detail }) => detail ?? [])), "remarks"].filter(
    (key) => key in grammar.fields && reader.has(key),
  );
  return Object.fromEntries(keys.map((key) => [key, detailValue(reader, key)]));
}

function detailValue(reader: RowReader, key: string): unknown {
  const value = reader.value(key);
  if (typeof value !== "string") return value;
  if (key === "performanceIndicators") return { text: value, indicators: performanceIndicators(value) };
  if (key !== "performanceTargets") return value;
  const { indicators, rest } = performanceTargets(value);
  for (const text of rest) reader.report(notice("interpret.bad-indicator", { row: rowLabel(reader.row), text }, reader.place()));
  return { text: value, indicators };
}
