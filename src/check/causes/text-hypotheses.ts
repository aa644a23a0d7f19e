import type { Decimal } from "../../model/amount.ts";
import type { ReportFigure } from "../../model/check-report.ts";
import { compactText } from "../../model/compact-text.ts";
import { codeOf } from "../attributes.ts";
import { type Accused, type Checked, wrongText } from "../checked.ts";
import type { Ledger, LedgerTable, Line } from "../ledger-shapes.ts";
import { codeKey, nameOf } from "../structure/codes.ts";
import { cellOf } from "../structure/structure-finding.ts";
import type { CorrectedSheet } from "./corrected-sheet.ts";
import type { Hypothesis } from "./hypothesis.ts";

/** What findings themselves take for wrong (names, codes, words, rows), and codes that stand where another is missing. */
export function textHypotheses(sheet: CorrectedSheet): Hypothesis[] {
  const found = new Map<string, { accused: Accused; explains: Set<Checked>; rank: number }>();
  const accuse = (accused: Accused, rank: number, explained: Iterable<Checked>) => {
    const [{ place, expected }] = accused.corrections;
    const at =
      "sentence" in place ? `${place.sentence} ${place.part}` : `${place.kind} ${"row" in place ? place.row : place.label} ${place.key}`;
    const key = `${accused.kind} ${place.document} ${at} ${expected}`;
    const known = found.get(key) ?? { accused, explains: new Set(), rank };
    for (const one of explained) known.explains.add(one);
    found.set(key, { ...known, rank: Math.min(known.rank, rank) });
  };
  for (const checked of sheet.open) {
    for (const [index, accused] of (checked.remark?.accused ?? []).entries()) {
      if (accused.kind !== "missingRow") accuse(accused, index, [checked]);
    }
  }
  for (const wrong of misplacedCodes(sheet)) accuse(cellToChange(wrong), -1, []);
  return [...found.values()].flatMap(({ accused, explains, rank }): Hypothesis[] => {
    const effects = [...explains, ...effectsOf(accused, sheet)];
    return effects.length === 0 ? [] : [{ ...accused, moves: [], explains: [...new Set(effects)], contradicts: 0, rank }];
  });
}

interface WrongCode {
  readonly line: Line;
  readonly code: string;
  readonly meant: string;
}

/** Rows whose code another table lacks, or which stand where the code of a row of that name is missing. */
function misplacedCodes({ open }: CorrectedSheet): WrongCode[] {
  const missing = new Map<string, { table: LedgerTable; code: string; ledger: Ledger }>();
  for (const { remark, left, right, context } of open) {
    const places = [...(remark?.left ?? []), ...[...left, ...right].map(({ figure }) => figure.place)];
    for (const place of places) {
      const table = "absent" in place && /^\d{3,7}$/.test(place.label) ? context.ledger.table(place.kind) : undefined;
      if (table && "absent" in place)
        missing.set(`${place.document} ${place.kind} ${place.label}`, { table, code: place.label, ledger: context.ledger });
    }
  }
  const found = [...missing.values()].flatMap(({ table, code, ledger: { tables } }) => {
    const others = tables.filter((other) => other !== table).flatMap((other) => other.linesBy("code").byValue.get(code) ?? []);
    const standing = table.lines.flatMap((line) =>
      others.some((witness) => isAlike(line, witness, tables)) ? [{ line, meant: code }] : [],
    );
    const alone = others.flatMap((line) =>
      tables.flatMap((other) =>
        other.lines.flatMap((witness) => (isAlike(line, witness, tables) ? [{ line, meant: codeOf(witness) ?? "" }] : [])),
      ),
    );
    return [...standing, ...alone];
  });
  return found.flatMap(({ line, meant }): WrongCode[] => {
    const code = codeOf(line);
    return code === undefined || line.table.lines.some((other) => codeOf(other) === meant) ? [] : [{ line, code, meant }];
  });
}

/** Whether a row has the name of one of another table, and another code of that length, by which no other table has the name. */
function isAlike(line: Line, witness: Line, tables: readonly LedgerTable[]): boolean {
  const [code, meant] = [codeOf(line), codeOf(witness)];
  if (line.table === witness.table || code === undefined || code === meant || code.length !== meant?.length) return false;
  return nameOf(line) === nameOf(witness) && !tables.some((other) => other !== line.table && hasRow(other, code, nameOf(line)));
}

function hasRow(table: LedgerTable, code: string, name: string): boolean {
  return (table.linesBy("code").byValue.get(code) ?? []).some((line) => nameOf(line) === name);
}

function cellToChange({ line, code, meant }: WrongCode): Accused {
  const place = cellOf(line, codeKey(line.table));
  return wrongText(place, (place.text ?? code).replace(code, meant));
}

/** What a wrong code or label does besides: rows and sums that miss the right one or count the wrong one, by just what its row prints. */
function effectsOf({ corrections: [{ place, expected }] }: Accused, { open }: CorrectedSheet): Checked[] {
  if (!("row" in place) || expected === null) return [];
  const [code, meant] = [codeIn(place.text), codeIn(expected)];
  const names = code !== undefined && meant !== undefined && code !== meant ? [code, meant] : [];
  return [...open].filter((checked) => {
    const { context, compared, remark } = checked;
    const table = context.ledger.index === place.document ? context.ledger.table(place.kind) : undefined;
    const own = table?.lines.filter(({ row, side }) => row === place.row && (side === undefined || place.key.startsWith(side))) ?? [];
    const [line] = own;
    if (!table || !line) return false;
    if (remark) return names.length > 0 && isRemarkAbout(checked, line, names);
    if (!compared) return false;
    const about =
      names.includes(context.values?.code ?? "") ||
      [...checked.left, ...checked.right].some(({ figure }) => isOf(figure.place, line, names, expected)) ||
      (context.line?.table === table && isAbove(context.line, names));
    return about && table.amountKeys.some((key) => isAbout(compared.residual, line.figure(key)?.value, compared.allowance));
  });
}

function isRemarkAbout({ remark, context }: Checked, line: Line, codes: readonly string[]): boolean {
  const touched = [...(remark?.left ?? []), ...(remark?.right ?? [])].some(
    (one) => "row" in one && one.kind === line.table.kind && one.row === line.row,
  );
  return touched || context.line === line || codes.includes(context.values?.code ?? "");
}

function codeIn(text: string | null): string | undefined {
  return /\d{3,7}/.exec(text ?? "")?.[0];
}

/** Whether a figure stands in the row, or in the one that would be there if the row were named right. */
function isOf(place: ReportFigure, { table, row }: Line, codes: readonly string[], expected: string): boolean {
  if (!("kind" in place) || place.kind !== table.kind) return false;
  if ("row" in place) return codes.length > 0 && place.row === row;
  return codes.includes(place.label) || (codes.length === 0 && compactText(expected).includes(compactText(place.label)));
}

function isAbove(line: Line, codes: readonly string[]): boolean {
  const own = line.role === "total" ? "" : codeOf(line);
  return own !== undefined && codes.some((code) => code.startsWith(own));
}

function isAbout(residual: Decimal, value: Decimal | undefined, allowance: Decimal): boolean {
  if (value === undefined || value.isZero()) return false;
  const apart = residual.abs().minus(value.abs()).abs();
  return apart.isZero() || apart.lt(allowance);
}
