import { compactText, tidyText } from "../model/compact-text.ts";
import type { NarrativeFigure, NarrativeSection } from "../model/narrative.ts";
import type { BudgetTable } from "../tables/budget-document.ts";
import type { KeyProjects } from "../tables/key-projects.ts";
import { type KeyProjectRow, keyProjectRows } from "./key-project-rows.ts";
import { statedAmount } from "./narrative-change.ts";
import { UNCHANGED_FIGURE } from "./paragraph-figures.ts";
import { projectNames } from "./project-names.ts";

/** The key projects of the explanatory part: from their table, and from the prose where the text keeps no table of them. */
export function keyProjectFigures(sections: readonly NarrativeSection[], tables: readonly BudgetTable[]): NarrativeFigure[] {
  const section = Math.max(
    0,
    sections.findLastIndex(({ heading }) => /重点项目/u.test(heading ?? "")),
  );
  const grid = tables.flatMap((table) => (table.kind === "keyProjects" ? rowsOfTable(table) : []));
  const names = projectNames(tables);
  const prose = sections.flatMap(({ heading, paragraphs, page, line }, index) =>
    keyProjectRows(heading ?? "", paragraphs, names)
      .filter((row) => !grid.some((other) => isSame(row, other)))
      .map((row) => figureOf(row, { section: index, paragraph: row.paragraph, page, line })),
  );
  return [...grid.map((row) => figureOf(row, { section, paragraph: 0, page: row.page, line: row.line })), ...prose];
}

function rowsOfTable({ printedUnit, columns, rows }: KeyProjects) {
  const column = columns.findIndex(({ key }) => key === "total");
  return rows.flatMap(({ role, projectName, performanceGoal, amounts, cells, page, line }) => {
    if (role !== "project" || !projectName || !amounts.total) return [];
    const printed = (cells[column] ?? "").replace(/\s+/gu, "");
    const sentence = tidyText(`${projectName} ${printed} ${performanceGoal ?? ""}`);
    return [{ name: projectName, digits: printed.replaceAll(",", ""), unit: printedUnit, sentence, page, line }];
  });
}

/** Whether two rows are one project; a name that a page break cut is the beginning of the whole one. */
function isSame(row: Pick<KeyProjectRow, "name" | "digits">, other: Pick<KeyProjectRow, "name" | "digits">): boolean {
  const [name, whole] = [compactText(row.name), compactText(other.name)];
  return row.digits === other.digits && (whole.startsWith(name) || name.startsWith(whole));
}

interface Place {
  readonly section: number;
  readonly paragraph: number;
  readonly page: number | undefined;
  readonly line: number | undefined;
}

function figureOf(
  { name, digits, unit, sentence }: Omit<KeyProjectRow, "paragraph">,
  { section, paragraph, page, line }: Place,
): NarrativeFigure {
  return {
    ...UNCHANGED_FIGURE,
    measure: "keyProject",
    item: name,
    amount: statedAmount(digits, unit),
    printedUnit: unit,
    printed: { amount: digits },
    sentence,
    section,
    paragraph,
    ...(page !== undefined && { page }),
    ...(line !== undefined && { line }),
  };
}
