import { notice } from "../model/diagnostic.ts";
import { isTotalLabel } from "../model/label-words.ts";
import type { EconomicRows, FunctionalRows, RowGrammar } from "../tables/row-grammar.ts";
import { indentLevels } from "./indent-levels.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { parseLabel, parseUnit, type UnitLabel } from "./parse-label.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";

/** Roles of a classification from the outside, with the digits that their codes have. */
const ROLES = [
  { role: "class", digits: 3 },
  { role: "section", digits: 5 },
  { role: "item", digits: 7 },
] as const;

const UNIT_KEYS = ["budgetUnitCode", "budgetUnitName"] as const;

/** A row of a classification: the codes that place it in the tree, and its fields. */
interface ClassifiedRow {
  /** One code a classification, in the same order on every row, null where the row prints none; all null on a total. */
  readonly codes: readonly (string | null)[];
  readonly total: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether the row names a budget unit and nothing of the classification. */
  readonly isUnit: boolean;
  /** The budget unit that the row prints. */
  readonly unit: UnitLabel | null;
}

/** Rows by functional code: `2080505 机关事业单位…` in two columns, or `[2080505]机关事业单位…` in one; or by indented names. */
export function functionalRowsOf(readers: readonly RowReader[], grammar: FunctionalRows<string, object>): InterpretedRows {
  const codes = wholeCodes(readers.map(functionalCode));
  const hasCodes = codes.some((code) => code !== null);
  return classify(readers, { levels: levelsOf(grammar), nameKey: hasCodes ? undefined : "name" }, (reader, index) => {
    const label = parseLabel(reader.text("name") ?? reader.text("function") ?? "");
    const printed = codes[index] ?? null;
    const unit = unitOf(reader) ?? unitByCode({ code: printed, name: label.name }, reader, grammar);
    const isUnitCode = unit !== null && unit.code === printed;
    const code = isUnitCode ? null : printed;
    const name = isUnitCode ? "" : label.name;
    const total = [code, code === null ? label.name : null, unit?.name].some((text) => isTotalLabel(text ?? ""));
    return {
      codes: [total ? null : code],
      total,
      fields: { code: total ? null : code, name: name || (code ?? unit?.name ?? label.name), ordinal: label.ordinal },
      isUnit: !total && unit !== null && code === null && name === "",
      unit: total ? null : unit,
    };
  });
}

function functionalCode(reader: RowReader): string | null {
  return reader.code("code") ?? parseLabel(reader.text("name") ?? reader.text("function") ?? "").code;
}

/** Rows by economic code; with the government's code beside it, the pair places the row. */
export function economicRowsOf(readers: readonly RowReader[], grammar: EconomicRows<string, object>): InterpretedRows {
  const hasCodes = readers.some((reader) => codedName(reader, "departmentEconomic")?.code ?? codedName(reader, "governmentEconomic")?.code);
  return classify(readers, { levels: levelsOf(grammar), nameKey: hasCodes ? undefined : "departmentEconomicName" }, (reader) => {
    const printed = codedName(reader, "departmentEconomic");
    const unit = unitOf(reader) ?? unitByCode(printed, reader, grammar);
    const department = printed && unit?.code === printed.code ? null : printed;
    const government = codedName(reader, "governmentEconomic");
    const total = [department, government, unit].some((label) => isTotalLabel(label?.code ?? label?.name ?? ""));
    const hasGovernment = ["governmentEconomic", "governmentEconomicCode", "governmentEconomicName"].some(reader.has);
    return {
      codes: total ? [null, null] : [department?.code ?? null, government?.code ?? null],
      total,
      fields: {
        departmentEconomic: total ? null : department,
        ...(hasGovernment && { governmentEconomic: total ? null : government }),
      },
      isUnit: !total && unit !== null && department === null && government === null,
      unit: total ? null : unit,
    };
  });
}

/** `[30101]基本工资` in one column, or code and name in two. */
function codedName(reader: RowReader, key: "departmentEconomic" | "governmentEconomic"): UnitLabel | null {
  const code = reader.code(`${key}Code`);
  const text = reader.text(key) ?? reader.text(`${key}Name`);
  if (code === null && text === null) return null;
  const label = parseLabel(text ?? "");
  return { code: code ?? label.code, name: label.name || (code ?? "") };
}

/** The budget unit that the columns before the classification print. */
function unitOf(reader: RowReader): UnitLabel | null {
  const [code, name] = [reader.code("budgetUnitCode"), reader.text("budgetUnitName")];
  if (code === null && name === null) return null;
  const label = parseUnit(name ?? "");
  return { code: code ?? label.code, name: label.name || (code ?? "") };
}

/**
 * A budget unit that stands in the columns of the classification: `125001` and its name, over the unit's codes. No code of a
 * classification has six digits.
 */
function unitByCode(label: UnitLabel | null, reader: RowReader, grammar: RowGrammar): UnitLabel | null {
  const hasUnits = (grammar.roles as readonly string[]).includes("unit");
  const isUnit = hasUnits && !UNIT_KEYS.some(reader.has) && /^\d{6}$/u.test(label?.code ?? "");
  return isUnit && label ? label : null;
}

/** Sections that print their own two digits under their class, as the item below them confirms: `05` under 208, over 2080505. */
function wholeCodes(codes: readonly (string | null)[]): (string | null)[] {
  let above = "";
  return codes.map((code, index) => {
    if (code?.length === 3) above = code;
    if (code?.length !== 2) return code;
    const below = codes.slice(index + 1).find((other) => other !== null);
    return below?.length === 7 && below.startsWith(above + code) && above !== "" ? above + code : code;
  });
}

type Level = (typeof ROLES)[number];

function levelsOf(grammar: FunctionalRows<string, object> | EconomicRows<string, object>): readonly Level[] {
  return ROLES.filter(({ role }) => grammar.roles.includes(role));
}

interface Classification {
  /** Its levels from the outside: class, section, perhaps item. */
  readonly levels: readonly Level[];
  /** The column whose indents tell the levels where no row prints a code. */
  readonly nameKey: string | undefined;
}

function classify(
  readers: readonly RowReader[],
  { levels: known, nameKey }: Classification,
  read: (reader: RowReader, index: number) => ClassifiedRow,
): InterpretedRows {
  const classified = readers.map(read);
  const levels = nameKey === undefined ? undefined : indentLevels(readers, nameKey, classified, known.length);
  const depthOf = (index: number) => {
    if (levels) return levels[index];
    const codes = classified[index]?.codes.filter((code) => code !== null) ?? [];
    const depth = known.findIndex(({ digits }) => digits === codes[0]?.length);
    return depth >= 0 && /^\d+$/u.test(codes.join("")) ? depth : undefined;
  };
  const totalIndex = classified.findIndex(({ total }) => total);
  const totalParent = totalIndex < 0 ? null : totalIndex;
  const lengths = known.map(({ digits }) => String(digits));
  const hasUnits = classified.some((row) => row.unit) || UNIT_KEYS.some((key) => readers.some((reader) => reader.has(key)));
  const units: { readonly index: number; readonly label: UnitLabel }[] = [];
  let unit: UnitLabel | null = null;
  let orphan = false;
  const rows: InterpretedRow[] = [];
  for (const [index, reader] of readers.entries()) {
    const { codes, total, isUnit, ...row } = classified[index] as ClassifiedRow;
    if (row.unit) unit = row.unit;
    if (total) unit = null;
    const fields = { ...row.fields, ...(hasUnits && { budgetUnitCode: unit?.code ?? null, budgetUnitName: unit?.name ?? null }) };
    const amounts = reader.amounts();
    if (total) {
      units.length = 0;
      rows.push({ role: "total", level: 0, parent: null, fields, amounts });
      continue;
    }
    if (isUnit && row.unit) {
      while (units.length > 0 && !isPartOfUnit(row.unit, units.at(-1)?.label)) units.pop();
      const parent = units.at(-1)?.index ?? totalParent;
      rows.push({ role: "unit", level: units.length + 1, parent, fields, amounts });
      units.push({ index, label: row.unit });
      continue;
    }
    const over = units.at(-1)?.index ?? totalParent;
    const depth = depthOf(index);
    const role = depth === undefined ? undefined : known[depth]?.role;
    if (depth === undefined || role === undefined) {
      reader.report(unknown(reader, codes.find((code) => code !== null) ?? undefined, lengths));
      rows.push({ role: "other", level: units.length + 1, parent: over, fields, amounts });
      continue;
    }
    const from = units.at(-1)?.index ?? -1;
    const parent = depth === 0 ? over : levels ? lastAbove(levels, index, from) : nearestParent(classified, index, from);
    if (depth > 0 && parent === null) orphan = true;
    rows.push({ role, level: units.length + depth + 1, parent: parent ?? over, fields, amounts });
  }
  const missing = [...(totalIndex < 0 && units.length === 0 ? ["合计"] : []), ...(orphan && totalIndex < 0 ? ["类、款"] : [])];
  return { rows, missing: rows.length > 0 ? missing : [] };
}

/** A unit's code begins with that of the department that it belongs to. */
function isPartOfUnit(unit: UnitLabel, above: UnitLabel | undefined): boolean {
  return above?.code != null && unit.code != null && isBeginning(above.code, unit.code);
}

/** The last row above, below `from`, that is indented less. */
function lastAbove(levels: readonly (number | undefined)[], index: number, from: number): number | null {
  const own = levels[index] ?? 0;
  const above = levels.slice(0, index).findLastIndex((level) => level !== undefined && level < own);
  return above > from ? above : null;
}

/** The last row above, below `from`, whose every code is a proper beginning of this row's code, the longest first. */
function nearestParent(rows: readonly ClassifiedRow[], index: number, from: number): number | null {
  const codes = rows[index]?.codes ?? [];
  const length = (row: number | null) => firstOf(row === null ? [] : (rows[row]?.codes ?? [])).length;
  let best: number | null = null;
  for (let above = index - 1; above > from; above--) {
    const candidate = rows[above]?.codes ?? [];
    if (firstOf(candidate) === "" || !candidate.every((code, at) => code === null || isBeginning(code, codes[at] ?? ""))) continue;
    if (best === null || length(above) > length(best)) best = above;
    if (length(above) === length(index) - 2) return above;
  }
  return best;
}

function firstOf(codes: readonly (string | null)[]): string {
  return codes.find((code) => code !== null) ?? "";
}

function isBeginning(code: string, longer: string): boolean {
  return code.length < longer.length && longer.startsWith(code);
}

function unknown(reader: RowReader, code: string | undefined, lengths: readonly string[]) {
  const label = rowLabel(reader.row);
  return code === undefined
    ? notice("interpret.unknown-row", { number: reader.name, row: label }, reader.place())
    : notice("interpret.bad-code", { number: reader.name, row: label, text: code, expected: lengths.join("/") }, reader.place());
}
