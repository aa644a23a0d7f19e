import type { BudgetDocument } from "../../src/tables/budget-document.ts";

type Table = BudgetDocument["tables"][number];

/** How a made-up department's tables are laid out as text. */
export interface TextLayout {
  /** `tabbed`: cells between tabs; `flowed`: cell by cell with single spaces, as a PDF's text has them. */
  readonly way: "tabbed" | "flowed";
  /** Headings are broken after so many characters. */
  readonly headerWidth: number;
  /** Labels of flowed text are broken after so many characters. */
  readonly labelWidth: number;
  /** A page ends after so many rows. */
  readonly rowsAPage: number;
  /** What stands between the words of flowed text. */
  readonly gap: string;
}

/** The same department with names of classifications in Chinese characters, as real ones are: 科目2010101 broken in two would end in a code. */
export function withChineseNames(document: BudgetDocument): BudgetDocument {
  const chinese = (cell: string | null) =>
    cell?.replace(/(?<=科目)\d+/gu, (digits) => digits.replace(/\d/gu, (digit) => "零甲乙丙丁戊己庚辛壬"[Number(digit)] ?? "")) ?? null;
  const tables = document.tables.map((table) => ({ ...table, rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(chinese) })) }));
  return { ...document, tables } as BudgetDocument;
}

/** The tables as text: title, unit line, header on every page, rows, note. */
export function departmentText({ fiscalYear, organization, tables }: BudgetDocument, layout: TextLayout): string {
  const name = organization?.name ?? "";
  const front = [`${fiscalYear}年${name}部门预算`, "第一部分 部门预算表"];
  return [...front, ...tables.flatMap((table) => tableLines(table, name, layout)), ""].join("\n");
}

function tableLines(table: Table, name: string, layout: TextLayout): readonly string[] {
  const unit = `单位名称：${name}${layout.way === "tabbed" ? "\n" : " "}单位：${table.printedUnit === "yuan" ? "元" : "万元"}`;
  const header = layout.way === "tabbed" ? tabbedHeader(table) : flowedHeader(table, layout.headerWidth);
  const rows = table.rows.flatMap(({ cells }, index) => {
    const cut = index > 0 && index % layout.rowsAPage === 0;
    return [...(cut ? pageBreak(table, unit, header, layout) : []), ...rowLines(cells, table, layout)];
  });
  return [`表${table.number}`, table.title ?? "", unit, ...header, ...rows, "注：本表根据本部门实际预算编制情况编列。"];
}

function pageBreak(table: Table, unit: string, header: readonly string[], { way }: TextLayout): readonly string[] {
  const [first = "", ...rest] = way === "tabbed" ? [table.title ?? "", unit, ...header] : header;
  return [`\f${first}`, ...rest];
}

/** One line a level; a group stands over its first column, blanks over the others and under the leaves. */
function tabbedHeader({ columns }: Table): readonly string[] {
  const depth = Math.max(...columns.map(({ path }) => path.length));
  return Array.from({ length: depth }, (_, level) =>
    columns
      .map(({ path }, column) => {
        const before = columns[column - 1]?.path;
        const same = before !== undefined && path.length > level + 1 && path.slice(0, level + 1).every((word, at) => before[at] === word);
        return same ? "" : (path[level] ?? "");
      })
      .join("\t"),
  );
}

/** Headings cell by cell, groups once, each broken into lines of its own. */
function flowedHeader({ columns }: Table, width: number): readonly string[] {
  const words = columns.flatMap(({ path }, column) =>
    path.filter((word, level) => {
      const before = columns[column - 1]?.path;
      const repeated = before && level < path.length - 1 && path.slice(0, level + 1).every((part, at) => before[at] === part);
      return word !== "" && !repeated;
    }),
  );
  return words.flatMap((word) => broken(word, width));
}

function rowLines(cells: readonly (string | null)[], { columns }: Table, layout: TextLayout): readonly string[] {
  if (layout.way === "tabbed") return [cells.map((cell) => cell ?? "").join("\t")];
  const label = columns.findIndex(({ key }) => key === "name" || key === "label");
  const text = cells[label] ?? "";
  if (text.length <= layout.labelWidth) return [cells.filter((cell) => cell).join(layout.gap)];
  const before = cells.slice(0, label).filter((cell) => cell);
  const behind = cells.slice(label + 1).filter((cell) => cell);
  return [...before.map(String), ...broken(text, layout.labelWidth), behind.join(layout.gap)];
}

function broken(text: string, width: number): readonly string[] {
  return text.match(new RegExp(`.{1,${width}}`, "gu")) ?? [];
}
