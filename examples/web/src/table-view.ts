import { type BudgetTable, headerCells, type Locale } from "gz-budget";
import { element } from "./element.ts";
import type { CellPlace } from "./place.ts";
import { say } from "./words.ts";

export interface TableViewOptions {
  readonly index: number;
  readonly locale: Locale;
  readonly onCell: (place: CellPlace) => void;
  readonly marked?: CellPlace | undefined;
}

const UNITS = {
  yuan: { zh: "元", en: "CNY" },
  thousandYuan: { zh: "千元", en: "CNY 1,000" },
  tenThousandYuan: { zh: "万元", en: "CNY 10,000" },
  hundredMillionYuan: { zh: "亿元", en: "CNY 100 million" },
} as const;
const FIGURE = /^[-−－(（]?[\d０-９][\d０-９,，.．]*[)）]?$|^[-–—－]+$/u;

/** A table as HTML: merged header cells, rows by their level, each filled cell a way to its place on the page. */
export function tableView(table: BudgetTable, { index, locale, onCell, marked }: TableViewOptions): HTMLElement {
  const stub = stubColumn(table);
  const rows = table.rows.map((row, rowIndex) => {
    const level = "level" in row && !("revenue" in row) ? row.level : 0;
    const role = "role" in row ? row.role : "";
    const cells = row.cells.map((text, column) => {
      const place = { table: index, row: rowIndex, column };
      const figure = text !== null && FIGURE.test(text.trim()) && !isCode(table, column);
      const isMarked = marked?.row === rowIndex && marked.column === column;
      const kind = `${figure ? "figure" : "text"}${isMarked ? " marked" : ""}`;
      const style = column === stub && level > 0 ? `--level:${level}` : undefined;
      const content =
        text === null
          ? null
          : element(
              "button",
              { type: "button", class: "cell", title: say(locale, "showPage"), onclick: () => onCell(place) },
              figure ? withSeparators(text) : text,
            );
      const properties = { class: kind, "data-row": rowIndex, "data-column": column, ...(style !== undefined && { style }) };
      return column === stub ? element("th", { ...properties, scope: "row" }, content) : element("td", properties, content);
    });
    return element("tr", { class: /total|Total/.test(role) ? "total" : role === "class" || role === "unit" ? "group" : "" }, ...cells);
  });
  return element(
    "div",
    { class: "table-frame", tabindex: 0, role: "region", "aria-label": table.title ?? "" },
    element("table", {}, element("thead", {}, ...headerRows(table)), element("tbody", {}, ...rows)),
  );
}

/** A figure that is printed without separators is read with them. */
function withSeparators(text: string): string {
  return text.replace(/^([-−(（]?)(\d{4,})(?=\D|$)/u, (_, sign: string, digits: string) => sign + digits.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** The title, the unit and the notes as they stand around the table. */
export function tableCaption(table: BudgetTable, locale: Locale): string {
  const unit = table.printedUnit ? say(locale, "amountsIn", { unit: UNITS[table.printedUnit][locale] }) : "";
  return [table.number === undefined ? "" : `表${table.number}`, table.title ?? "", unit].filter((part) => part !== "").join("　");
}

function headerRows(table: BudgetTable): HTMLTableRowElement[] {
  const { cells, rowCount } = headerCells(table.columns);
  return Array.from({ length: rowCount }, (_, row) =>
    element(
      "tr",
      {},
      ...cells
        .filter((cell) => cell.row === row)
        .map(({ text, rowSpan, columnSpan }) =>
          element("th", { colspan: columnSpan, rowspan: rowSpan, scope: columnSpan > 1 ? "colgroup" : "col" }, text),
        ),
    ),
  );
}

/** The column that names the row: the first one that holds names rather than codes or figures. */
function stubColumn(table: BudgetTable): number {
  const named = table.columns.findIndex(({ key }) => key === "name" || key === "label" || /Name$|Economic$/.test(key ?? ""));
  return Math.max(named, 0);
}

function isCode({ columns }: BudgetTable, column: number): boolean {
  const key = columns[column]?.key ?? "";
  return key === "code" || key.endsWith("Code");
}
