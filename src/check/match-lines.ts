import { compactText } from "../model/compact-text.ts";
import { attributeOf, codeOf } from "./attributes.ts";
import type { Context } from "./context.ts";
import type { Figure } from "./figure.ts";
import type { LedgerTable, Line } from "./ledger-shapes.ts";
import type { Attribute, RowFilter } from "./rule.ts";

export interface MatchedLines {
  readonly lines: readonly Line[];
  /** A line that may belong to them by a label that the form does not know. */
  readonly doubtful: boolean;
}

/** The lines of a table that a filter selects, in printed order. */
export function matchLines(table: LedgerTable, filter: RowFilter, context: Context): MatchedLines {
  const [lines = [], doubtful = []] = candidatesOf(table, filter, context);
  return {
    lines: lines.filter((line) => fits(line, filter) && shares(line, filter, context)),
    doubtful: doubtful.some((line) => fits(line, filter) && hasAmount(line)),
  };
}

/** Whether a table has rows of this sort, whatever they are matched by, or nothing but its total. */
export function hasSuchLines({ lines }: LedgerTable, filter: RowFilter): boolean {
  return lines.some((line) => fits(line, filter)) || lines.every(({ role }) => role === "total");
}

function fits(line: Line, filter: RowFilter): boolean {
  if (filter.roles && !filter.roles.includes(line.role)) return false;
  if (filter.notRoles?.includes(line.role)) return false;
  if (filter.side && filter.side !== line.side) return false;
  if (filter.keys && !(line.key !== null && filter.keys.includes(line.key))) return false;
  if (filter.labels && !filter.labels.includes(attributeOf(line, "label")?.value ?? "")) return false;
  if (filter.codes && !filter.codes.includes(codeOf(line) ?? "")) return false;
  if (filter.categoryPrefixes) {
    const category = String(line.fields.procurementCategoryCode ?? "");
    if (!filter.categoryPrefixes.some((prefix) => category.startsWith(prefix))) return false;
  }
  if (filter.standing && filter.standing !== line.standing) return false;
  if (filter.filled && !line.table.amountKeys.some((key) => isFilled(line.figure(key)))) return false;
  if (filter.lowest && line.children().length > 0) return false;
  return !filter.topLevel || line.parent() === undefined;
}

function isFilled(figure: Figure | undefined): boolean {
  return figure !== undefined && figure.state !== "empty";
}

function shares(line: Line, filter: RowFilter, context: Context): boolean {
  return (filter.same ?? []).every((attribute) => {
    const wanted = wantedValue(attribute, context);
    return wanted !== undefined && attributeOf(line, attribute)?.value === wanted;
  });
}

/** The value of an attribute that a claim's own row or value has. */
export function wantedValue(attribute: Attribute, { values, line, statement }: Context): string | undefined {
  if (statement) {
    const { item, measure } = statement.stated;
    if (attribute === "key") return item ?? measure;
    return item === undefined ? undefined : compactText(item);
  }
  return values?.[attribute] ?? (line ? attributeOf(line, attribute)?.value : undefined);
}

function candidatesOf(table: LedgerTable, filter: RowFilter, context: Context): (readonly Line[])[] {
  if (filter.childrenOf) return [context.line?.children() ?? [], []];
  const [attribute] = filter.same ?? [];
  if (!attribute) return [table.lines, []];
  const { byValue, doubtful } = table.linesBy(attribute);
  const lines = byValue.get(wantedValue(attribute, context) ?? "") ?? [];
  return [lines, doubtful.filter((line) => !lines.includes(line))];
}

function hasAmount(line: Line): boolean {
  return line.table.amountKeys.some((key) => !(line.figure(key)?.value.isZero() ?? true));
}
