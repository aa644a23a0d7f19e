import { type Decimal, Decimal as Decimals } from "../../model/amount.ts";
import type { AbsentFigure } from "../../model/check-report.ts";
import type { Checked, Correction, WeightedFigure } from "../checked.ts";
import type { Figure } from "../figure.ts";
import type { LedgerTable, Line } from "../ledger-shapes.ts";
import { type CorrectedSheet, isCompared } from "./corrected-sheet.ts";
import type { Hypothesis } from "./hypothesis.ts";

/** A row whose parts do not add up: by how much, column by column. */
interface Shortfall {
  readonly table: LedgerTable;
  readonly line: Line;
  readonly parts: ReadonlySet<Line>;
  readonly missing: ReadonlyMap<string, Decimal>;
  readonly explains: readonly Checked[];
}

/**
 * Rows as causes: figures of one row that are all left out are one cause, so are two that are changed over; a row whose parts fall short
 * lacks a part, or has one too many.
 *
 * @param single What was found of each figure by itself.
 */
export function rowHypotheses(single: readonly Hypothesis[], sheet: CorrectedSheet): Hypothesis[] {
  const shortfalls = shortfallsOf(sheet);
  return [
    ...blankRows(single, sheet),
    ...missingRows(single, shortfalls, sheet),
    ...changedOver(single, sheet),
    ...shortfalls.flatMap((short) => [...missingPart(short, shortfalls), ...extraRows(short)]),
  ];
}

function blankRows(single: readonly Hypothesis[], sheet: CorrectedSheet): Hypothesis[] {
  const rows = new Map<string, Hypothesis[]>();
  for (const one of single) {
    const { place } = one.corrections[0];
    if (!("row" in place) || place.text?.trim()) continue;
    const row = `${place.document} ${place.kind} ${place.row}`;
    rows.set(row, [...(rows.get(row) ?? []), one]);
  }
  return [...rows.values()].flatMap((ones) => (ones.length > 1 ? [together(ones, sheet)] : []));
}

function together(ones: readonly Hypothesis[], sheet: CorrectedSheet): Hypothesis {
  const [first] = ones as [Hypothesis, ...Hypothesis[]];
  const moves = ones.flatMap((one) => one.moves);
  const corrections = ones.flatMap((one) => one.corrections) as [Correction, ...Correction[]];
  return { ...first, corrections, moves, ...sheet.effectOf(moves) };
}

/** Rows that comparisons or other rules miss, with what they should print as far as it can be told. */
function missingRows(single: readonly Hypothesis[], shortfalls: readonly Shortfall[], sheet: CorrectedSheet): Hypothesis[] {
  const rows = new Map<string, { place: AbsentFigure; ones: Hypothesis[]; remarks: Checked[] }>();
  const rowOf = (place: AbsentFigure) => {
    const key = `${place.document} ${place.kind} ${place.label}`;
    const row = rows.get(key) ?? { place, ones: [], remarks: [] };
    rows.set(key, row);
    return row;
  };
  for (const one of single) {
    const { place } = one.corrections[0];
    if ("absent" in place) rowOf(place).ones.push(one);
  }
  for (const checked of sheet.open) {
    for (const place of [...(checked.remark?.left ?? []), ...(checked.remark?.right ?? [])])
      if ("absent" in place) rowOf(place).remarks.push(checked);
  }
  return [...rows.values()].map(({ place, ones, remarks }): Hypothesis => {
    const whole: Hypothesis =
      ones.length > 0
        ? together(ones, sheet)
        : { kind: "missingRow", corrections: [{ place, expected: null, amount: null }], moves: [], explains: [], contradicts: 0, rank: 0 };
    const told = new Map<string, Correction>();
    for (const correction of remarks.flatMap((one) => one.remark?.accused.flatMap(({ corrections }) => corrections) ?? [])) {
      if ("absent" in correction.place && correction.place.label === place.label) told.set(correction.place.key, correction);
    }
    const corrections = ones.length > 0 ? whole.corrections : [...told.values()];
    const amounts = new Map(whole.corrections.flatMap((one) => ("key" in one.place && one.amount ? [[one.place.key, one.amount]] : [])));
    // The row that it is part of falls short by it, and the one that took over its parts has too many.
    const short = shortfalls.filter(
      ({ table, missing }) => table.kind === place.kind && (isSame(missing, amounts, 1) || isSame(missing, amounts, -1)),
    );
    const explains = [...new Set([...whole.explains, ...remarks, ...short.flatMap((one) => one.explains)])];
    const [first, ...others] = corrections;
    // A row without a name is any of those that may stand there.
    return { ...whole, ...(first && { corrections: [first, ...others] }), explains, rank: place.label === "" ? 3 : 0 };
  });
}

/** Two figures of a row of which each should print what the other prints. */
function changedOver(single: readonly Hypothesis[], sheet: CorrectedSheet): Hypothesis[] {
  const rows = new Map<Line, Figure[]>();
  for (const { moves } of single) {
    const [move] = moves;
    const line = move && lineOf(move.figure, sheet);
    if (line) rows.set(line, [...(rows.get(line) ?? []), move.figure]);
  }
  return [...rows].flatMap(([line, figures]) =>
    figures.flatMap((figure) =>
      line.table.amountKeys.flatMap((key): Hypothesis[] => {
        const other = line.figure(key);
        if (!other || other === figure || other.value.equals(figure.value)) return [];
        const by = other.value.minus(figure.value);
        const moves = [
          { figure, by },
          { figure: other, by: by.negated() },
        ];
        const corrections: [Correction, Correction] = [
          { place: figure.place, expected: other.place.text, amount: other.value },
          { place: other.place, expected: figure.place.text, amount: figure.value },
        ];
        return [{ kind: "figure", corrections, moves, ...sheet.effectOf(moves), rank: 1 }];
      }),
    ),
  );
}

function shortfallsOf(sheet: CorrectedSheet): Shortfall[] {
  const found = new Map<string, Shortfall & { parts: Set<Line>; missing: Map<string, Decimal>; explains: Checked[] }>();
  for (const checked of sheet.open) {
    const { left, right, context } = checked;
    const whole = left[0]?.figure.place;
    if (!isCompared(checked) || left.length > 1 || !whole || !("row" in whole)) continue;
    const table = context.table ?? context.ledger.table(whole.kind);
    const ownLine = ({ figure }: WeightedFigure) => table?.lines.find((part) => part.figure(whole.key) === figure);
    const line = left.map(ownLine)[0];
    const parts = right.flatMap((term) => ownLine(term) ?? []);
    if (!table || !line || parts.length === 0 || parts.length < right.length) continue;
    const key = `${checked.rule.id} ${table.document} ${table.kind} ${line.row} ${line.side}`;
    const short = found.get(key) ?? { table, line, parts: new Set<Line>(), missing: new Map<string, Decimal>(), explains: [] as Checked[] };
    for (const part of parts) short.parts.add(part);
    short.missing.set(whole.key, sheet.residual(checked));
    short.explains.push(checked);
    found.set(key, short);
  }
  return [...found.values()];
}

/** A row of a table with several columns of money has an amount in two of them at least: the total and where it comes from. */
function isWholeRow({ table, missing }: Shortfall): boolean {
  return missing.size > 1 || table.lines.every((line) => printedKeys(line, table).length < 2);
}

function missingPart(short: Shortfall, all: readonly Shortfall[]): Hypothesis[] {
  const { table, line, missing, explains } = short;
  if (!isWholeRow(short) || ![...missing.values()].every((amount) => amount.isPositive())) return [];
  const corrections = [...missing].flatMap(([key, amount]): Correction[] => {
    const whole = line.figure(key);
    const page = whole?.place.page;
    const place = { ...table.absentFigure(key, line.label).place, ...(page !== undefined && { page }) };
    return whole ? [{ place, expected: whole.print(amount), amount }] : [];
  });
  const [first, ...others] = corrections;
  if (!first) return [];
  const taken = all.filter((other) => other.table === table && other !== short && isSame(other.missing, missing, -1));
  return [
    {
      kind: "missingPart",
      corrections: [first, ...others],
      moves: [],
      explains: [...explains, ...taken.flatMap((other) => other.explains)],
      contradicts: 0,
      rank: 2,
    },
  ];
}

/** Parts that are as large as what is too much; one that stands there twice is the likeliest. */
function extraRows({ table, parts, missing, explains }: Shortfall): Hypothesis[] {
  return [...parts].flatMap((part, index, all): Hypothesis[] => {
    const figures = printedKeys(part, table).flatMap((key) => part.figure(key) ?? []);
    const [first] = figures;
    const same = figures.every(({ value, place }) => "key" in place && isClose(missing.get(place.key), value.negated()));
    if (!same || !first || figures.length < missing.size) return [];
    const twice = all.some((other, at) => at < index && isSameRow(other, part, table));
    const correction: Correction = { place: first.place, expected: null, amount: null };
    return [{ kind: "extraRow", corrections: [correction], moves: [], explains, contradicts: 0, rank: twice ? 0 : 3 }];
  });
}

function lineOf({ place }: Figure, { open }: CorrectedSheet): Line | undefined {
  if (!("row" in place)) return undefined;
  for (const { context } of open) {
    if (context.ledger.index !== place.document) continue;
    return context.ledger.table(place.kind)?.lines.find(({ row, side }) => row === place.row && side === undefined);
  }
  return undefined;
}

function isSameRow(a: Line, b: Line, table: LedgerTable): boolean {
  return a.label === b.label && table.amountKeys.every((key) => a.figure(key)?.value.equals(b.figure(key)?.value ?? 0) ?? true);
}

function printedKeys(line: Line, { amountKeys }: LedgerTable): string[] {
  return amountKeys.filter((key) => !(line.figure(key)?.value.isZero() ?? true));
}

/** What rounding can put between a row and what is missing of it. */
const A_FEW_CENTS = new Decimals("0.05");

function isClose(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a !== undefined && b !== undefined && a.minus(b).abs().lte(A_FEW_CENTS);
}

function isSame(a: ReadonlyMap<string, Decimal>, b: ReadonlyMap<string, Decimal>, sign: 1 | -1): boolean {
  const shared = [...a.keys()].filter((key) => b.has(key));
  return shared.length > 0 && shared.every((key) => isClose(a.get(key), b.get(key)?.times(sign)));
}
