import type { ReportFigure } from "../../model/check-report.ts";
import { compactText } from "../../model/compact-text.ts";
import { isOneSlip } from "../../model/one-slip.ts";
import type { Classification } from "../../tables/classification.ts";
import { departmentEconomicClassification, economicPairs, governmentEconomicClassification } from "../../tables/economic-classification.ts";
import { functionalClassification } from "../../tables/functional-classification.ts";
import { type Accused, type Checked, wrongText } from "../checked.ts";
import type { Context } from "../context.ts";
import type { Ledger, LedgerTable, Line } from "../ledger-shapes.ts";
import type { ClassificationColumn } from "../rule.ts";
import { codeKey, nameKey } from "./codes.ts";
import { cellOf, mayBeCutOff, type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

const CLASSIFICATIONS: Readonly<Record<ClassificationColumn, Classification>> = {
  function: functionalClassification,
  departmentEconomic: departmentEconomicClassification,
  governmentEconomic: governmentEconomicClassification,
};
const CODES_BY_NAME = new Map(Object.entries(CLASSIFICATIONS).map(([column, list]) => [column, codesByName(list)]));

interface CodedCell {
  readonly line: Line;
  readonly code: string;
  readonly name: string;
}

/** One finding a code: the list has it, and it is valid in the budget's year; none where the list is not complete. */
export function listedCode({ rule, structure: { tables, column }, ledger }: StructureInput<"listedCode">): Checked[] {
  const list = CLASSIFICATIONS[column];
  return codedCells(ledger, tables, column).flatMap(({ line, code, name }) => {
    const left = [cellOf(line, keyOfCode(line.table, column))];
    const about = { line, values: { code } };
    if (list.names[code]) return yearFinding(code, left, about);
    if (!isComplete(list, code)) return [];
    const accused = meantCodes({ line, code, name }, column).map((meant) => wrongCode(line, column, code, meant));
    const text = { zh: `科目名录中没有编码 ${code}`, en: `the list has no code ${code}` };
    return structureFinding(rule, ledger, { outcome: "inconsistent", text, left, accused, about });
  });

  function yearFinding(code: string, left: readonly ReportFigure[], about: Pick<Context, "line" | "values">): Checked {
    const { since = 0, until = Number.POSITIVE_INFINITY } = list.years[code] ?? {};
    const year = ledger.document.fiscalYear;
    const isValid = year === null || (year >= since && year <= until);
    const text = isValid
      ? { zh: `名录中有 ${code}`, en: `the list has ${code}` }
      : {
          zh: `编码 ${code} ${year < since ? `${since} 年起才有` : `只用到 ${until} 年`}`,
          en: `code ${code} is valid ${year < since ? `from ${since}` : `until ${until}`}`,
        };
    return structureFinding(rule, ledger, { outcome: isValid ? "consistent" : "inconsistent", text, left, about });
  }
}

function isComplete({ complete, open }: Classification, code: string): boolean {
  return complete.includes(code.length) && !open.some((above) => code.startsWith(above) && code !== above);
}

/** One finding a code that the list has: the name is the list's; none for a name that the page cuts off. */
export function listedName({ rule, structure: { tables, column }, ledger }: StructureInput<"listedName">): Checked[] {
  return codedCells(ledger, tables, column).flatMap((cell) => {
    const { line, code, name } = cell;
    const names = CLASSIFICATIONS[column].names[code];
    if (!names) return [];
    const known = names.map(compactText);
    const printed = compactText(name);
    const left = [cellOf(line, keyOfName(line.table, column))];
    const about = { line, values: { code } };
    if (known.includes(printed))
      return structureFinding(rule, ledger, { outcome: "consistent", text: { zh: name, en: name }, left, about });
    if (left.some((cell) => known.some((whole) => mayBeCutOff(ledger, cell, printed, whole)))) return [];
    const slip = known.findIndex((one) => isOneSlip(one, printed));
    const meant = names[Math.max(0, slip)] ?? names[0];
    const rename = wrongText(left[0] as NonNullable<(typeof left)[0]>, renamed(left[0]?.text ?? "", name, meant));
    const recode = meantCodes(cell, column).map((other) => wrongCode(line, column, code, other));
    const near = slip >= 0 ? { zh: "，只差一字", en: ", a character away" } : { zh: "", en: "" };
    return structureFinding(rule, ledger, {
      outcome: "inconsistent",
      text: { zh: `名称为“${name}”，科目名录为“${meant}”${near.zh}`, en: `the name is “${name}”, the list has “${meant}”${near.en}` },
      left,
      accused: slip >= 0 ? [rename, ...recode] : [...recode, rename],
      about,
    });
  });
}

/** One finding a row that prints both codes, as far as it is certain what goes with them. */
export function economicPair({ rule, structure, ledger }: StructureInput<"economicPair">): Checked[] {
  const paired = new Set(Object.values(economicPairs).flat());
  return tablesOf(ledger, structure.tables).flatMap((table) =>
    table.lines.flatMap((line) => {
      const [department, government] = [coded(line, "departmentEconomic")?.code, coded(line, "governmentEconomic")?.code];
      if (!department || !government || department.length !== 5) return [];
      const fitting = economicPairs[government];
      if (!fitting || !(paired.has(department) || paired.has(department.slice(0, 3)))) return [];
      const fits = fitting.some((code) => department.startsWith(code));
      const left = [cellOf(line, "governmentEconomic")];
      const others = Object.keys(economicPairs).filter(
        (code) => (economicPairs[code] ?? []).includes(department) && code.startsWith(government.slice(0, 3)),
      );
      return structureFinding(rule, ledger, {
        outcome: fits ? "consistent" : "inconsistent",
        text: {
          zh: `${government} 与 ${department}${fits ? "" : " 不对应"}`,
          en: `${government} and ${department}${fits ? "" : " do not go together"}`,
        },
        left,
        right: [cellOf(line, "departmentEconomic")],
        accused: fits ? [] : others.map((code) => wrongCode(line, "governmentEconomic", government, code)),
        about: { line },
      });
    }),
  );
}

function codedCells(ledger: Ledger, tables: readonly string[], column: ClassificationColumn): CodedCell[] {
  const { fiscalYear } = ledger.document;
  if (fiscalYear !== null && fiscalYear < CLASSIFICATIONS[column].since) return [];
  return tablesOf(ledger, tables).flatMap((table) =>
    table.lines.flatMap((line) => {
      const cell = line.role === "other" ? undefined : coded(line, column);
      return cell?.code ? [{ line, code: cell.code, name: cell.name }] : [];
    }),
  );
}

function coded({ fields }: Line, column: ClassificationColumn): { readonly code: string | null; readonly name: string } | undefined {
  if (column !== "function")
    return (fields[column] as { readonly code: string | null; readonly name: string } | null | undefined) ?? undefined;
  return typeof fields.code === "string" ? { code: fields.code, name: typeof fields.name === "string" ? fields.name : "" } : undefined;
}

/** Codes that bear the name, or one a slip away, and do not stand in the table: those a slip away from the printed code first. */
function meantCodes({ line, code, name }: CodedCell, column: ClassificationColumn): string[] {
  const printed = compactText(name);
  const byName = CODES_BY_NAME.get(column) ?? new Map<string, string[]>();
  const exact = byName.get(printed) ?? [];
  const near = [...byName].flatMap(([known, codes]) => (isOneSlip(known, printed) ? codes : []));
  // Beside a government's code, one of the department's may stand more than once.
  const isSole = line.table.columnOf("governmentEconomic") < 0;
  const present = new Set(isSole ? line.table.lines.map((other) => coded(other, column)?.code) : []);
  const distance = (other: string) => (isOneSlip(other, code) ? 0 : other.slice(0, 3) === code.slice(0, 3) ? 1 : 2);
  return [...new Set(exact.length > 0 ? exact : near)]
    .filter((other) => other.length === code.length && other !== code && !present.has(other))
    .filter((other) => distance(other) < 2)
    .sort((a, b) => distance(a) - distance(b));
}

function wrongCode(line: Line, column: ClassificationColumn, code: string, meant: string): Accused {
  const place = cellOf(line, keyOfCode(line.table, column));
  return wrongText(place, (place.text ?? code).replace(code, meant));
}

/** The cell's text with another name in it. */
function renamed(text: string, name: string, meant: string): string {
  return text.includes(name) ? text.replace(name, meant) : meant;
}

function keyOfCode(table: LedgerTable, column: ClassificationColumn): string {
  return column === "function" ? codeKey(table) : column;
}

function keyOfName(table: LedgerTable, column: ClassificationColumn): string {
  return column === "function" ? nameKey(table) : column;
}

function codesByName({ names }: Classification): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [code, known] of Object.entries(names)) {
    for (const name of known.map(compactText)) found.set(name, [...(found.get(name) ?? []), code]);
  }
  return found;
}
