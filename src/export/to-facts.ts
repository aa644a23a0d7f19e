import { type Decimal, toYuan } from "../model/amount.ts";
import type { BudgetDocument } from "../tables/budget-document.ts";
import { demandDocuments } from "../tables/demand-documents.ts";
import type { Fact } from "./fact.ts";
import { isTwoSided, type RowIdentity, rowIdentities, sideIdentities } from "./row-identity.ts";
import { isRecognised, type RecognisedTable, type TableRow, withPlainRows } from "./table-row.ts";
import { totalColumns } from "./total-columns.ts";

const STEP = " > ";
const FUNCTIONAL_LEVELS = new Map([
  [3, "class"],
  [5, "section"],
  [7, "item"],
] as const);

/**
 * Turns a document's tables into one row a printed figure.
 *
 * Amount cells that are not blank give a fact each, in the order of the document; a dash and a text that is no number give one with
 * `amount` null. Blank cells give none. Tables of kind `unrecognised`, columns that the form does not have, and counts of things hold
 * no amounts that are known to be money: they are in the document only.
 *
 * @returns Facts; `Fact` is their zod schema, `z.encode(Fact, fact)` their JSON.
 * @example toFacts(document).filter(({ tableKind, isTotal }) => tableKind === "expenditureSummary" && !isTotal)
 */
export function toFacts(document: BudgetDocument): Fact[] {
  demandDocuments("toFacts", [document]);
  return amountCells(document).filter(({ amount, printedText }) => amount !== null || printedText !== null);
}

/** The same for every amount cell, blank ones too: for those who must tell an empty cell from a missing row. */
export function amountCells(document: BudgetDocument): Fact[] {
  return document.tables.flatMap((table, tableIndex) =>
    isRecognised(table) ? tableFacts(document, withPlainRows(table), tableIndex) : [],
  );
}

function tableFacts(document: BudgetDocument, table: RecognisedTable, tableIndex: number): Fact[] {
  const measures = [...new Set(table.rows.flatMap(({ amounts }) => Object.keys(amounts)))];
  const sums = totalColumns(table.columns, new Set(measures));
  const identitiesOf = identitiesByMeasure(table.rows);
  const head = {
    sourceName: document.source.name ?? null,
    sourceSha256: document.source.sha256,
    fiscalYear: document.fiscalYear,
    organizationName: document.organization?.name ?? null,
    organizationCode: document.organization?.code ?? null,
    organizationKind: document.organization?.kind ?? null,
    form: document.form,
    tableIndex,
    tableKind: table.kind,
    tableNumber: table.number ?? null,
    tableTitle: table.title,
    tableIncomplete: table.incomplete === true,
  };
  const columns = measures.map((measure) => {
    const columnIndex = table.columns.findIndex(({ key }) => key === measure);
    const path = table.columns[columnIndex]?.path;
    return { measure, columnIndex: columnIndex < 0 ? null : columnIndex, columnPath: path?.join(STEP) ?? null };
  });
  columns.sort((a, b) => (a.columnIndex ?? measures.length) - (b.columnIndex ?? measures.length));
  return table.rows.flatMap((row, rowIndex) =>
    columns.map(({ measure, columnIndex, columnPath }) => {
      const amount = row.amounts[measure] ?? null;
      const printedText = columnIndex === null ? null : (row.cells[columnIndex] ?? null);
      const identity = identitiesOf(measure)[rowIndex] ?? null;
      const isRowTotal = identity?.isTotal ?? false;
      const isColumnTotal = sums.has(measure);
      return {
        ...head,
        rowIndex,
        rowRole: row.role,
        rowLevel: row.level,
        ...rowFields(row, identity),
        measure,
        columnIndex,
        columnPath,
        amount,
        amountYuan: yuan(amount),
        printedText,
        printedUnit: table.printedUnit,
        isTotal: isRowTotal || isColumnTotal,
        isRowTotal,
        isColumnTotal,
        page: row.page ?? null,
        line: row.line ?? null,
      };
    }),
  );
}

/** The identities of the rows for a measure: of a two-sided table, those of the side that the measure stands on. */
function identitiesByMeasure(rows: readonly TableRow[]): (measure: string) => readonly (RowIdentity | null)[] {
  if (!isTwoSided(rows)) {
    const identities = rowIdentities(rows);
    return () => identities;
  }
  const sides = { revenue: sideIdentities(rows, "revenue"), expenditure: sideIdentities(rows, "expenditure") };
  return (measure) => (measure === "revenue" ? sides.revenue : sides.expenditure);
}

function rowFields(row: TableRow, identity: RowIdentity | null) {
  const functionalCode = row.code ?? null;
  return {
    rowName: identity?.name ?? "",
    rowCode: identity?.code ?? null,
    rowPath: identity?.path.join(STEP) ?? "",
    itemKey: identity?.key ?? null,
    budgetUnitCode: row.budgetUnitCode ?? null,
    budgetUnitName: row.budgetUnitName ?? null,
    functionalCode,
    functionalName: functionalCode === null ? null : (row.name ?? null),
    functionalLevel: FUNCTIONAL_LEVELS.get((functionalCode?.length ?? 0) as 3) ?? null,
    economicCode: row.departmentEconomic?.code ?? null,
    economicName: row.departmentEconomic?.name ?? null,
    governmentEconomicCode: row.governmentEconomic?.code ?? null,
    governmentEconomicName: row.governmentEconomic?.name ?? null,
    category: row.projectCategory ?? row.category ?? row.fund ?? row.expenditureType ?? null,
    projectName: row.projectName ?? null,
  };
}

function yuan(amount: Decimal | null): Decimal | null {
  return amount && toYuan(amount);
}
