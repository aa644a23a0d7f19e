import type { AmountUnit } from "../model/amount.ts";
import { compactText, tidyText } from "../model/compact-text.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";

/** A row of the table of key projects in the explanatory part. */
export interface KeyProjectRow {
  readonly name: string;
  readonly digits: string;
  readonly unit: AmountUnit;
  /** The row as printed. */
  readonly sentence: string;
  readonly paragraph: number;
}

interface KeyProjectHeader {
  readonly name: number;
  readonly amount: number;
  readonly unit: AmountUnit;
}

/**
 * Reads the key projects (重点项目) of a section: tab-separated lines below a header that names project and budget.
 *
 * Lines without tabs are read as name, amount, text. A section whose heading names the key projects may lack the header.
 */
export function keyProjectRows(heading: string, paragraphs: readonly string[]): KeyProjectRow[] {
  let header: KeyProjectHeader | undefined = /重点项目/u.test(heading) ? { name: 0, amount: 1, unit: "tenThousandYuan" } : undefined;
  const rows: KeyProjectRow[] = [];
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const line of text.split("\n")) {
      const cells = cellsOf(line);
      const found = headerOf(cells);
      header = found ?? header;
      const name = tidyText(cells[header?.name ?? 0] ?? "");
      const digits = cells[header?.amount ?? 1]?.replace(/\s+/gu, "") ?? "";
      if (found || !header || name === "" || isTotal(name) || parsePrintedAmount(digits)?.kind !== "number") continue;
      rows.push({ name, digits: digits.replaceAll(",", ""), unit: header.unit, sentence: tidyText(line.replaceAll("\t", " ")), paragraph });
    }
  }
  return rows;
}

const UNTABBED = /^\s*(?<name>\S.*?)\s+(?<amount>\d[\d,]*\.\d{1,4})(?:\s+(?<rest>\S.*))?$/u;
const UNTABBED_HEADER = /^\s*(?<name>项目(?:名称)?)\s*(?<amount>\S*(?:预算|金额)\S*(?:\s*[（(]\S*[）)])?)(?:\s+(?<rest>\S.*))?$/u;

function cellsOf(line: string): string[] {
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  const groups = (UNTABBED_HEADER.exec(line) ?? UNTABBED.exec(line))?.groups;
  return groups ? [groups.name ?? "", groups.amount ?? "", groups.rest ?? ""] : [];
}

function headerOf(cells: readonly string[]): KeyProjectHeader | undefined {
  const titles = cells.map(compactText);
  const name = titles.findIndex((title) => /^(?:重点)?项目(?:名称)?$/u.test(title));
  const amount = titles.findIndex((title, index) => index !== name && /预算|金额/u.test(title) && !/绩效|目标/u.test(title));
  if (name < 0 || amount < 0) return undefined;
  return { name, amount, unit: /[(:]元/u.test(titles[amount] ?? "") ? "yuan" : "tenThousandYuan" };
}

function isTotal(name: string): boolean {
  return /^(?:合计|总计|小计)$/u.test(compactText(name));
}
