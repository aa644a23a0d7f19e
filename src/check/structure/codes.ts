import { compactText } from "../../model/compact-text.ts";
import { least } from "../../model/long-lists.ts";
import { departmentEconomicClassification } from "../../tables/economic-classification.ts";
import { functionalClassification } from "../../tables/functional-classification.ts";
import { codeOf } from "../attributes.ts";
import { type Accused, type Checked, type Correction, missingFigures, wrongText } from "../checked.ts";
import { ZERO } from "../figure.ts";
import type { LedgerTable, Line } from "../ledger-shapes.ts";
import { cellOf, mayBeCutOff, type StructureInput, structureFinding, tablesOf } from "./structure-finding.ts";

/** One finding a code and each of its parents of these lengths; a table that prints none of a length lists the levels below it. */
export function parentPresent({ rule, structure, ledger }: StructureInput<"parentPresent">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const seen = new Map<string, Line>();
    const printed = new Set(table.lines.map((line) => codeOf(line)?.length));
    // Some papers print the government's code beside sections only.
    const above = (code: string, beside: string) => seen.get(`${code} ${beside}`) ?? seen.get(`${code} `);
    return table.lines.flatMap((line) => {
      const code = codeOf(line);
      if (code === undefined || line.role === "other") return [];
      const beside = governmentCode(line);
      const found = structure.parents
        .filter((length) => length < code.length && printed.has(length))
        .map((length) => parentFinding(line, code.slice(0, length), above(code.slice(0, length), beside.slice(0, length))));
      seen.set(`${code} ${beside}`, line);
      return found;
    });
  });

  function parentFinding(line: Line, parentCode: string, parent: Line | undefined): Checked {
    const left = [cellOf(line, codeKey(line.table))];
    const about = { line, values: { code: parentCode } };
    const text = {
      zh: `上级科目 ${parentCode} ${parent ? "在其上" : "不在其上"}`,
      en: `${parentCode} ${parent ? "stands" : "does not stand"} above it`,
    };
    if (parent) {
      return structureFinding(rule, ledger, { outcome: "consistent", text, left, right: [cellOf(parent, codeKey(line.table))], about });
    }
    if (line.table.incomplete) return structureFinding(rule, ledger, { outcome: "notChecked", reason: "rowsMissing", text, left, about });
    const row = rowOfParts(line.table, parentCode);
    const absent = line.table.absentFigure("total", parentCode).place;
    return structureFinding(rule, ledger, { outcome: "inconsistent", text, left, right: [absent], accused: row, about });
  }
}

/** What the missing row of a code would print: the sums of the codes next below it. */
function rowOfParts({ lines, amountKeys, absentFigure }: LedgerTable, code: string): Accused[] {
  const below = lines.filter((line) => line.role !== "other" && (codeOf(line)?.startsWith(code) ?? false));
  const next = least(below.map((line) => codeOf(line)?.length ?? 0));
  const parts = below.filter((line) => codeOf(line)?.length === next);
  const corrections = amountKeys.flatMap((key): Correction[] => {
    const amount = parts.reduce((sum, line) => sum.plus(line.figure(key)?.value ?? ZERO), ZERO);
    const figure = absentFigure(key, code);
    return amount.isZero() ? [] : [{ place: figure.place, expected: figure.print(amount), amount }];
  });
  return missingFigures("missingRow", corrections);
}

/** The government's code that a row prints beside the department's: only both together tell its parent. */
function governmentCode({ fields }: Line): string {
  return (fields.governmentEconomic as { readonly code: string | null } | null | undefined)?.code ?? "";
}

/** One finding a table: the first code of a unit that is not larger than the one before it, or none. */
export function codesAscend({ rule, structure, ledger }: StructureInput<"codesAscend">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const coded = table.lines.filter((line) => codeOf(line) !== undefined && line.role !== "other");
    if (coded.length < 2) return [];
    const at = coded.findIndex((line, index) => isAfter(coded[index - 1], line));
    const [before, line] = [coded[at - 1], coded[at]];
    if (!before || !line) return [structureFinding(rule, ledger, { outcome: "consistent", text: table.name })];
    const twice = codeOf(before) === codeOf(line) && nameOf(before) === nameOf(line);
    const extra: Accused = {
      kind: "extraRow",
      corrections: [{ place: line.figure("total")?.place ?? cellOf(line, codeKey(table)), expected: null, amount: null }],
    };
    return [
      structureFinding(rule, ledger, {
        outcome: "inconsistent",
        accused: twice ? [extra] : [],
        text: { zh: `排在“${before.label}”之后`, en: `comes after “${before.label}”` },
        left: [cellOf(line, codeKey(table))],
        right: [cellOf(before, codeKey(table))],
        about: { line },
      }),
    ];
  });
}

function isAfter(before: Line | undefined, line: Line): boolean {
  const isOfSameUnit =
    before?.fields.budgetUnitCode === line.fields.budgetUnitCode && before?.fields.budgetUnitName === line.fields.budgetUnitName;
  return before !== undefined && isOfSameUnit && (codeOf(before) ?? "") >= (codeOf(line) ?? "");
}

/** Rows whose code has the length of a level that the form prints. */
const PLACED: ReadonlySet<string> = new Set(["class", "section", "item"]);

/** One finding a table: every code has an allowed length, or one a code that has not. */
export function codeLength({ rule, structure, ledger }: StructureInput<"codeLength">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) => {
    const wrong = table.lines.filter((line) => !PLACED.has(line.role) && !fitsLength(codeOf(line), structure.lengths));
    if (wrong.length === 0) {
      return table.lines.length > 0 ? [structureFinding(rule, ledger, { outcome: "consistent", text: table.name })] : [];
    }
    return wrong.map((line) => {
      const { length } = codeOf(line) ?? "";
      const text = { zh: `编码有 ${length} 位`, en: `the code has ${length} characters` };
      return structureFinding(rule, ledger, { outcome: "inconsistent", text, left: [cellOf(line, codeKey(table))], about: { line } });
    });
  });
}

function fitsLength(code: string | undefined, lengths: readonly number[]): boolean {
  return code === undefined || (/^\d+$/.test(code) && lengths.includes(code.length));
}

/** One finding a code that stands in the tables; a name that its page cuts off is none of its own. */
export function oneName({ rule, structure, ledger }: StructureInput<"oneName">): Checked[] {
  const byCode = new Map<string, Line[]>();
  for (const line of tablesOf(ledger, structure.tables).flatMap(({ lines }) => lines)) {
    const code = codeOf(line);
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), line]);
  }
  return [...byCode].map(([code, all]) => {
    const isWhole = (line: Line) =>
      !all.some((other) => mayBeCutOff(ledger, cellOf(line, nameKey(line.table)), nameOf(line), nameOf(other)));
    const lines = all.filter(isWhole);
    const names = new Map<string, Line[]>();
    for (const line of lines) names.set(nameOf(line), [...(names.get(nameOf(line)) ?? []), line]);
    const printed = `“${[...names.keys()].join("”“")}”`;
    return structureFinding(rule, ledger, {
      outcome: names.size === 1 ? "consistent" : "inconsistent",
      text: { zh: `${code} ${printed}`, en: `${code} ${printed}` },
      left: lines.slice(0, 1).map((line) => cellOf(line, nameKey(line.table))),
      right: lines
        .filter((line) => names.size > 1 && nameOf(line) !== nameOf(lines[0] as Line))
        .map((line) => cellOf(line, nameKey(line.table))),
      accused: names.size === 1 ? [] : misnamed(names, code),
      about: { values: { code } },
    });
  });
}

/** Rows whose name is not the list's, nor the one that most tables print; where neither tells, all of them. */
function misnamed(names: ReadonlyMap<string, readonly Line[]>, code: string): Accused[] {
  const listed = [functionalClassification, departmentEconomicClassification].flatMap((list) => list.names[code] ?? []).map(compactText);
  const right = [...names].sort(
    ([a, one], [b, other]) => Number(listed.includes(b)) - Number(listed.includes(a)) || other.length - one.length,
  );
  const [[name, [likely] = []] = ["", []], second] = right;
  const isTold = listed.includes(name) || (names.get(name)?.length ?? 0) > (second?.[1].length ?? 0);
  return right.flatMap(([own, lines]) =>
    own === name && isTold
      ? []
      : lines.map((line) => {
          const place = cellOf(line, nameKey(line.table));
          const meant = own === name ? second?.[1][0] : likely;
          return wrongText(place, (place.text ?? "").replace(printedName(line), meant ? printedName(meant) : name));
        }),
  );
}

function printedName({ fields }: Line): string {
  const economic = fields.departmentEconomic as { readonly name: string } | null | undefined;
  return economic?.name ?? (typeof fields.name === "string" ? fields.name : "");
}

/** A code's name without white space, brackets and quotation marks made alike. */
export function nameOf(line: Line): string {
  return compactText(printedName(line));
}

/** One finding a row that prints the code of the unit above it. */
export function unitCode({ rule, structure, ledger }: StructureInput<"unitCode">): Checked[] {
  return tablesOf(ledger, structure.tables).flatMap((table) =>
    table.lines.flatMap((line) => {
      if (line.role !== "project" && line.role !== "item") return [];
      const unit = unitAbove(line);
      const printed = cellOf(line, "budgetUnitCode");
      if (!unit || printed.text === null) return [];
      const own = cellOf(unit, "budgetUnitCode");
      const same = compactText(own.text ?? "") === compactText(printed.text);
      return structureFinding(rule, ledger, {
        outcome: same ? "consistent" : "inconsistent",
        text: { zh: `${printed.text}，单位为 ${own.text ?? ""}`, en: `${printed.text}, the unit is ${own.text ?? ""}` },
        left: [printed],
        right: [own],
        accused: own.text === null ? [] : [wrongText(printed, own.text)],
        about: { line },
      });
    }),
  );
}

function unitAbove(line: Line): Line | undefined {
  for (let above = line.parent(); above; above = above.parent()) if (above.role === "unit") return above;
  return undefined;
}

/** The column that holds a classified row's code, or code and name together. */
export function codeKey(table: LedgerTable): string {
  return ["code", "function", "departmentEconomic"].find((key) => table.columnOf(key) >= 0) ?? "code";
}

/** The column that holds a classified row's name, or code and name together. */
export function nameKey(table: LedgerTable): string {
  return ["name", "function", "departmentEconomic"].find((key) => table.columnOf(key) >= 0) ?? "name";
}
