import { notice } from "../model/diagnostic.ts";
import type { InterpretedRow, InterpretedRows } from "./interpreted-row.ts";
import { isTotalLabel, parseLabel } from "./parse-label.ts";
import { type RowReader, rowLabel } from "./row-reader.ts";

const ROLES_BY_DIGITS: Readonly<Record<number, { role: string; level: number }>> = {
  3: { role: "class", level: 1 },
  5: { role: "section", level: 2 },
  7: { role: "item", level: 3 },
};

/** A row of a classification: the codes that place it in the tree, and its fields. */
interface ClassifiedRow {
  /** One code a classification, in the same order on every row; empty for a total. */
  readonly codes: readonly string[];
  readonly total: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Rows by functional code: `2080505 机关事业单位…` in two columns, or `[2080505]机关事业单位…` in one. */
export function functionalRowsOf(readers: readonly RowReader[]): InterpretedRows {
  return classify(readers, ["3", "5", "7"], (reader) => {
    const label = parseLabel(reader.text("name") ?? reader.text("function") ?? "");
    const code = reader.code("code") ?? label.code;
    const total = code === null ? isTotalLabel(label.name) : isTotalLabel(code);
    return {
      codes: code && !total ? [code] : [],
      total,
      fields: { code: total ? null : code, name: label.name || (code ?? ""), ordinal: label.ordinal },
    };
  });
}

/** Rows by economic code; with the government's code beside it, the pair places the row. */
export function economicRowsOf(readers: readonly RowReader[]): InterpretedRows {
  return classify(readers, ["3", "5"], (reader) => {
    const department = codedName(reader.text("departmentEconomic"));
    const government = codedName(reader.text("governmentEconomic"));
    const total = [department, government].some((label) => label?.code === null && isTotalLabel(label.name));
    const printed = {
      departmentEconomic: total ? null : department,
      ...(reader.has("governmentEconomic") && { governmentEconomic: total ? null : government }),
    };
    const codes = [department, government].flatMap((label) => label?.code ?? []);
    return { codes: total ? [] : codes, total, fields: printed };
  });
}

function codedName(text: string | null): { code: string | null; name: string } | null {
  if (text === null) return null;
  const { code, name } = parseLabel(text);
  return { code, name };
}

function classify(readers: readonly RowReader[], lengths: readonly string[], read: (reader: RowReader) => ClassifiedRow): InterpretedRows {
  const classified = readers.map(read);
  const totalIndex = classified.findIndex(({ total }) => total);
  const totalParent = totalIndex < 0 ? null : totalIndex;
  let orphan = false;
  const rows = readers.map((reader, index): InterpretedRow => {
    const { codes, total, fields } = classified[index] as ClassifiedRow;
    const amounts = reader.amounts();
    if (total) return { role: "total", level: 0, parent: null, fields, amounts };
    const digits = codes[0]?.length ?? 0;
    const known = /^\d+$/.test(codes.join("")) && lengths.includes(String(digits)) ? ROLES_BY_DIGITS[digits] : undefined;
    if (!known) {
      reader.report(unknown(reader, codes[0], lengths));
      return { role: "other", level: 1, parent: totalParent, fields, amounts };
    }
    const parent = known.level === 1 ? totalParent : nearestParent(classified, index);
    if (known.level > 1 && parent === null) orphan = true;
    return { ...known, parent: parent ?? totalParent, fields, amounts };
  });
  const missing = [...(totalIndex < 0 ? ["合计"] : []), ...(orphan && totalIndex < 0 ? ["类、款"] : [])];
  return { rows, missing: rows.length > 0 ? missing : [] };
}

/** The last row above whose every code is a proper beginning of this row's code, the longest first. */
function nearestParent(rows: readonly ClassifiedRow[], index: number): number | null {
  const codes = rows[index]?.codes ?? [];
  let best: number | null = null;
  for (let above = index - 1; above >= 0; above--) {
    const candidate = rows[above]?.codes ?? [];
    if (candidate.length !== codes.length || !candidate.every((code, at) => isBeginning(code, codes[at] ?? ""))) continue;
    if (best === null || (candidate[0]?.length ?? 0) > (rows[best]?.codes[0]?.length ?? 0)) best = above;
    if (candidate[0]?.length === (codes[0]?.length ?? 0) - 2) return above;
  }
  return best;
}

function isBeginning(code: string, longer: string): boolean {
  return code.length < longer.length && longer.startsWith(code);
}

function unknown(reader: RowReader, code: string | undefined, lengths: readonly string[]) {
  const place = { table: reader.number, row: reader.rowIndex, page: reader.row.page, bbox: reader.row.bbox };
  const label = rowLabel(reader.row);
  return code === undefined
    ? notice("interpret.unknown-row", { number: reader.number, row: label }, place)
    : notice("interpret.bad-code", { number: reader.number, row: label, text: code, expected: lengths.join("/") }, place);
}
