import type { Reason } from "../model/check-report.ts";
import { append } from "../model/long-lists.ts";
import { isLeftOut, isTotal, nameOfRows } from "./absent-rows.ts";
import { carries, lacksCodes } from "./attributes.ts";
import type { WeightedFigure } from "./checked.ts";
import type { Context } from "./context.ts";
import type { Ledger, LedgerTable, Line } from "./ledger-shapes.ts";
import { hasSuchLines, matchLines } from "./match-lines.ts";
import { meantStatements } from "./meant-statements.ts";
import { missingBelow } from "./missing-codes.ts";
import type { FigureSelector, RowFilter, StatementSelector, TableSelector } from "./rule.ts";

/** What a selector found: figures; or nothing to claim anything about; or nothing where there should be something. */
export type Gathered =
  | {
      readonly found: "figures";
      readonly figures: readonly WeightedFigure[];
      /** Why the figures may not be all: asked for a claim that fails, which then is not checked. */
      readonly doubts?: readonly (() => Reason | undefined)[];
    }
  | { readonly found: "nothing" }
  | { readonly found: "missing"; readonly reason: Reason };

const NOTHING: Gathered = { found: "nothing" };

/**
 * The figures of one side of a claim, in every way that they can be read: where several rows bear a name and one is meant, all of them
 * together and each by itself.
 */
export function readingsOf(selectors: readonly FigureSelector[], context: Context): readonly Gathered[] {
  const all = gatherAll(selectors, context);
  const [only, ...others] = selectors;
  const isSole = only !== undefined && "sole" in only && only.sole === true;
  if (all.found !== "figures" || !isSole || others.length > 0 || all.figures.length < 2) return [all];
  const single = all.figures.map((figure): Gathered => ({ ...all, figures: [figure] }));
  return [all, ...single];
}

/** The figures of one side of a claim. */
function gatherAll(selectors: readonly FigureSelector[], context: Context): Gathered {
  const [only, ...others] = selectors;
  if (only && others.length === 0) return gather(only, context);
  const figures: WeightedFigure[] = [];
  const doubts: (() => Reason | undefined)[] = [];
  for (const selector of selectors) {
    const gathered = gather(selector, context);
    if (gathered.found !== "figures") return gathered;
    append(figures, gathered.figures);
    append(doubts, gathered.doubts ?? []);
  }
  return { found: "figures", figures, doubts };
}

function gather(selector: FigureSelector, context: Context): Gathered {
  if ("statement" in selector) return gatherStatements(selector, context);
  const gathered = gatherRows(selector, context);
  // What the form prints and the input lacks is not to be replaced by something else.
  if (gathered.found === "missing" && gathered.reason === "tableMissing") return gathered;
  for (const other of gathered.found === "figures" && gathered.figures.length > 0 ? [] : (selector.orElse ?? [])) {
    const instead = gather(other, context);
    if (instead.found === "figures") return instead;
  }
  return gathered;
}

function gatherRows(selector: TableSelector, context: Context): Gathered {
  const ledger = selector.document ? context.related?.[selector.document] : context.ledger;
  const table = selector.table === undefined ? context.table : ledger?.table(selector.table);
  if (!ledger || !table) return absentTable(selector, ledger);
  if (selector.rows?.same?.includes("code") && lacksCodes(table.lines)) return NOTHING;
  const keys = columnKeys(selector, table, context);
  const cannotMatch = selector.rows?.same?.some((attribute) => !carries(table.lines, attribute)) ?? false;
  if (keys.length === 0 || cannotMatch) return selector.ifNoTable === "nothing" ? { found: "figures", figures: [] } : NOTHING;
  if (!selector.rows) return context.line ? rowFigures([context.line], keys, selector, context) : NOTHING;
  const { lines, doubtful } = matchLines(table, selector.rows, context);
  if (lines.length === 0) return absentRow(selector, selector.rows, keys, table, context, doubtful);
  return rowFigures(lines, keys, selector, context, doubtful);
}

/** A table that the form prints is missing; where the form is not known, it may be. */
function absentTable({ table, ifNoTable }: TableSelector, ledger: Ledger | undefined): Gathered {
  const promised = table === undefined ? false : ledger?.promises(table);
  if (promised) return { found: "missing", reason: "tableMissing" };
  if (ifNoTable !== "nothing") return NOTHING;
  return { found: "figures", figures: [], doubts: promised === undefined ? [() => "tableMissing"] : [] };
}

function absentRow(
  { ifNoRow, weight = "plus" }: TableSelector,
  rows: RowFilter,
  keys: readonly string[],
  table: LedgerTable,
  context: Context,
  doubtful: boolean,
): Gathered {
  if (rows.childrenOf || ifNoRow === "noClaim") return NOTHING;
  const role = isTotal(rows) ? "total" : undefined;
  // Of a table that may have lost rows, only its whole amount tells whether nothing but the total is missing.
  const isWhole = role !== undefined && keys.every((key) => key === "total" || key === rows.side);
  if (table.incomplete && !(isWhole && ifNoRow === "leftOut")) return { found: "missing", reason: "rowsMissing" };
  if (ifNoRow !== undefined && rows.same && !hasSuchLines(table, rows)) return NOTHING;
  if (ifNoRow === "nothing" || (ifNoRow === "leftOut" && !table.uncertain && isLeftOut(rows, table, context.ledger))) {
    const label = nameOfRows(rows, table, context);
    const figures = keys.map((key) => ({ figure: table.absentFigure(key, label, role), weight }));
    const doubts: (() => Reason)[] = [
      ...(doubtful ? [() => "unknownLabel" as const] : []),
      ...(table.rowsUncertain ? [() => "ambiguous" as const] : []),
    ];
    return { found: "figures", figures, doubts };
  }
  // A two-sided table prints the lines that its form has: one that is not there says nothing.
  return rows.side ? NOTHING : { found: "missing", reason: "rowsMissing" };
}

function rowFigures(
  lines: readonly Line[],
  keys: readonly string[],
  selector: TableSelector,
  context: Context,
  doubtful = false,
): Gathered {
  const weight = selector.weight ?? "plus";
  const figures: WeightedFigure[] = [];
  for (const line of lines) {
    for (const key of keys) {
      const figure = line.figure(key);
      if (figure) figures.push({ figure, weight });
    }
  }
  return { found: "figures", figures, doubts: [() => (doubtful ? "unknownLabel" : doubtAbout(lines, selector, context))] };
}

function doubtAbout(lines: readonly Line[], { rows, columns, sole }: TableSelector, context: Context): Reason | undefined {
  if (sole && lines.length > 1) return "ambiguous";
  if (rows?.childrenOf) {
    if (context.line && missingBelow(context.ledger, context.line)) return "rowsMissing";
    if (context.line?.children().some(({ role }) => role === "other")) return "unknownLabel";
  }
  // Of a table that was not read for certain, rows may be missing among several, and the one of a name may be another.
  if (rows && (sole || rows.childrenOf || lines.length > 1) && lines.some(({ table }) => table.rowsUncertain)) return "ambiguous";
  if (rows?.topLevel && lines.some(isStray) && lines.some(isNumbered)) return "unknownLabel";
  const ownRow = rows === undefined && Array.isArray(columns) && columns.length > 1;
  return ownRow && context.table?.unknownColumns ? "unknownColumn" : undefined;
}

/** A line without an ordinal among those that have one, its label unknown: it may be part of one of them. */
function isStray(line: Line): boolean {
  return line.key === null && !isNumbered(line);
}

function isNumbered({ fields }: Line): boolean {
  return typeof fields.ordinal === "string";
}

function columnKeys({ columns }: TableSelector, table: LedgerTable, context: Context): readonly string[] {
  if (columns === "this" || columns === "item") {
    const key = columns === "this" ? context.column : context.statement?.stated.item;
    return key !== undefined && table.amountKeys.includes(key) ? [key] : [];
  }
  return table.printedKeys(columns);
}

function gatherStatements({ statement, part = "amount", weight = "plus" }: StatementSelector, context: Context): Gathered {
  const own = context.statement;
  const statements = statement !== "this" ? meantStatements(statement, part, context.ledger.statements, own) : own ? [own] : [];
  const figures = statements.flatMap((one) => (one[part] ? [{ figure: one[part], weight }] : []));
  return figures.length > 0 && figures.length === statements.length ? { found: "figures", figures } : NOTHING;
}
