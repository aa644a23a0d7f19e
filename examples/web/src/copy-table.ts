import type { BudgetTable } from "gz-budget";
import { tableView } from "./table-view.ts";

/** Copies a table so that Excel keeps its merged header, and an editor gets its cells between tabs. Codes stay text. */
export async function copyTable(table: BudgetTable): Promise<void> {
  const shown = tableView(table, { index: 0, locale: "zh", onCell: () => {} }).querySelector("table") as HTMLTableElement;
  for (const button of shown.querySelectorAll("button")) button.replaceWith(button.textContent ?? "");
  for (const cell of shown.querySelectorAll("td.text, th.text")) cell.setAttribute("style", "mso-number-format:'\\@'");
  const text = table.rows.map(({ cells }) => cells.map((cell) => (cell ?? "").replace(/[\t\n]+/g, " ")).join("\t")).join("\n");
  const header = table.columns.map(({ path }) => path.join(" / ")).join("\t");
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/html": new Blob([shown.outerHTML], { type: "text/html" }),
      "text/plain": new Blob([`${header}\n${text}`], { type: "text/plain" }),
    }),
  ]);
}
