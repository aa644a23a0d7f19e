import { type Notice, notice } from "../model/diagnostic.ts";
import type { FlowedLine } from "./flowed-line.ts";
import type { FlowedRow } from "./flowed-row.ts";
import type { FlowedCell } from "./lead-cells.ts";
import { linesToTwoSidedRows, type SideEntry } from "./two-sided-flow.ts";

/** Rows of a table with revenue on the left and expenditure on the right: label, amount, label, amount. */
export function linesToTwoSidedCells(lines: readonly FlowedLine[]): {
  readonly rows: readonly FlowedRow[];
  readonly notices: readonly Notice[];
} {
  const notices: Notice[] = [];
  const rows = linesToTwoSidedRows(lines).map(({ revenue, expenditure, certain }) => {
    const from = (revenue ?? expenditure)?.from;
    if (!certain) {
      const text = expenditure?.labelLines.join("") ?? "";
      notices.push(notice("layout.side-assumed", { line: from?.line ?? 1, text }, { page: from?.pageNumber }));
    }
    return { cells: [...sideCells(revenue), ...sideCells(expenditure)], line: from?.line ?? 1, pageNumber: from?.pageNumber };
  });
  return { rows, notices };
}

function sideCells(entry: SideEntry | undefined): readonly (FlowedCell | undefined)[] {
  const label = entry && entry.labelLines.length > 0 ? { lines: entry.labelLines, indent: 0 } : undefined;
  return [label, entry?.amount === undefined ? undefined : { lines: [entry.amount], indent: 0 }];
}
