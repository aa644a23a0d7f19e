import type { AmountUnit } from "../model/amount.ts";
import { compactText, tidyText } from "../model/compact-text.ts";
import { parsePrintedAmount } from "../model/printed-amount.ts";

/** A row of the table of key projects in the explanatory part. */
export interface KeyProjectRow {
  readonly name: string;
  readonly digits: string;
  readonly unit: AmountUnit;
  /** Name and amount as printed, and what stands beside them. */
  readonly sentence: string;
  readonly paragraph: number;
}

interface KeyProjectHeader {
  readonly name: number;
  readonly amount: number;
  readonly unit: AmountUnit;
}

/**
 * Reads the key projects (重点项目) of a section: below a header that names project and budget, one row a project.
 *
 * Rows of a grid are tab-separated. In lines without tabs a name may be wrapped; it begins after the sentence that ends the goal of the
 * project before, or is told by the names that the tables print.
 *
 * @param projectNames Names of the projects in the tables.
 */
export function keyProjectRows(heading: string, paragraphs: readonly string[], projectNames: readonly string[]): KeyProjectRow[] {
  let header: KeyProjectHeader | undefined = /重点项目/u.test(heading) ? { name: 0, amount: 1, unit: "tenThousandYuan" } : undefined;
  const rows: KeyProjectRow[] = [];
  let open = "";
  for (const [paragraph, text] of paragraphs.entries()) {
    for (const line of text.split("\n")) {
      const found = headerOf(line.includes("\t") ? line.split("\t") : headerCells(line));
      header = found ?? header;
      if (found || !header) {
        open = "";
        continue;
      }
      const row = line.includes("\t") ? tabbedRow(line.split("\t"), header) : openRow(line, open, projectNames);
      if (row && !isTotal(row.name)) rows.push({ ...row, unit: header.unit, sentence: sentenceOf(row), paragraph });
      open = row || /[。：:]\s*$/u.test(line) ? "" : `${open}${line.trim()}`;
    }
  }
  return rows;
}

interface RowText {
  readonly name: string;
  readonly printed: string;
  readonly digits: string;
  readonly rest: string;
}

function tabbedRow(cells: readonly string[], header: KeyProjectHeader): RowText | undefined {
  const name = tidyText(cells[header.name] ?? "");
  const rest = cells.filter((_, column) => column !== header.name && column !== header.amount).join(" ");
  return name === "" ? undefined : amountOf(name, cells[header.amount] ?? "", rest);
}

const AMOUNT_IN_LINE = /^(?<name>.*?)(?<!\s)\s*(?<amount>(?<![\d.,])\d[\d,]*\.\d{1,4})(?:\s+(?<rest>\S.*))?$/u;

function openRow(line: string, open: string, projectNames: readonly string[]): RowText | undefined {
  const groups = AMOUNT_IN_LINE.exec(line.trim())?.groups;
  if (!groups) return undefined;
  const printed = `${open}${groups.name ?? ""}`;
  const name = knownName(printed, projectNames) ?? certainName(printed);
  return name === undefined ? undefined : amountOf(name, groups.amount ?? "", groups.rest ?? "");
}

/** The longest project name that the text ends with. */
function knownName(printed: string, projectNames: readonly string[]): string | undefined {
  const compact = compactText(printed);
  return projectNames.filter((name) => compact.endsWith(compactText(name))).sort((a, b) => b.length - a.length)[0];
}

/** A text that can only be a name: short, and no part of a sentence. */
function certainName(printed: string): string | undefined {
  const name = tidyText(printed);
  return name !== "" && name.length <= 60 && !/[，。；,;]/u.test(name) ? name : undefined;
}

function amountOf(name: string, printed: string, rest: string): RowText | undefined {
  const digits = printed.replace(/\s+/gu, "");
  if (parsePrintedAmount(digits)?.kind !== "number") return undefined;
  return { name: name.replace(/(?<![。；;，,、])[。；;，,、]+$/u, ""), printed: digits, digits: digits.replaceAll(",", ""), rest };
}

const HEADER_IN_LINE =
  /^\s*(?<name>(?:重点)?项目(?:名称)?)\s*(?<amount>(?:20\d\d年)?(?:预算|金额)[^\s绩]*(?:\s*[（(]\S*?[）)])?)\s*(?<rest>绩效.*|目标.*)?$/u;

function headerCells(line: string): string[] {
  const groups = HEADER_IN_LINE.exec(line)?.groups;
  return groups ? [groups.name ?? "", groups.amount ?? "", groups.rest ?? ""] : [];
}

function headerOf(cells: readonly string[]): KeyProjectHeader | undefined {
  const titles = cells.map(compactText);
  const name = titles.findIndex((title) => /^(?:重点)?项目(?:名称)?$/u.test(title));
  const amount = titles.findIndex((title, index) => index !== name && /预算|金额/u.test(title) && !/绩效|目标/u.test(title));
  if (name < 0 || amount < 0) return undefined;
  return { name, amount, unit: /[(:]元/u.test(titles[amount] ?? "") ? "yuan" : "tenThousandYuan" };
}

function sentenceOf({ name, printed, rest }: RowText): string {
  return tidyText(`${name} ${printed} ${rest}`);
}

function isTotal(name: string): boolean {
  return /^(?:合计|总计|小计)$/u.test(compactText(name));
}
