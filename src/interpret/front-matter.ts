import { compactText } from "../model/compact-text.ts";
import { type Notice, notice } from "../model/diagnostic.ts";
import { foldWidth } from "../model/fold-width.ts";
import { isOrganisationName } from "../model/organisation-name.ts";
import type { ProseBlock, RecognisedTable } from "../recognise/recognised-table.ts";
import type { BudgetTable, Organization } from "../tables/budget-document.ts";

/** Whose budget it is, and for which year. */
export interface FrontMatter {
  readonly fiscalYear: number | null;
  readonly organization: Organization | null;
  readonly notices: readonly Notice[];
}

/**
 * Tells the year and the organisation from what the document prints: the lines above its tables, its title, its headings.
 *
 * @returns The year named most often beside 预算 in titles and headings, else in the text, else the one that a table of targets names most
 *   often (which is told); and the organisation that the tables name. null where nothing does.
 */
export function frontMatter(
  recognised: readonly RecognisedTable[],
  prose: readonly ProseBlock[],
  tables: readonly BudgetTable[],
): FrontMatter {
  const texts = prose.map(({ text }) => text.replace(/\s+/gu, ""));
  const headers = recognised.flatMap(({ columns, title }) => [title ?? "", ...columns.flatMap(({ path }) => path)]);
  // Titles and headings name the budget's own year; sentences compare it with others.
  const headlines = texts.filter((text) => text.length <= 40 && !/[。，；]/u.test(text));
  const cover = coverTitles(texts);
  const printedYear = [[...headers, ...headlines], cover, texts].reduce<number | null>(
    (found, among) => found ?? mostFrequent(among.flatMap(yearsBesideBudget)),
    null,
  );
  const fiscalYear = printedYear ?? yearOfTargets(tables);
  const organization = organizationOf(recognised, texts, cover, tables);
  const notices = [
    ...(fiscalYear === null ? [notice("interpret.no-fiscal-year", {})] : []),
    ...(printedYear === null && fiscalYear !== null ? [notice("interpret.fiscal-year-assumed", { year: fiscalYear })] : []),
    ...(organization === null ? [notice("interpret.no-organization", {})] : []),
  ];
  return { fiscalYear, organization, notices };
}

const COVER_LINES = 40;
const LINES_OF_A_TITLE = 4;

/** The lines that a document begins with, alone and with those that follow: a cover prints its title over several. */
function coverTitles(texts: readonly string[]): string[] {
  const lines = texts.slice(0, COVER_LINES);
  return lines.flatMap((_, at) => Array.from({ length: LINES_OF_A_TITLE }, (__, more) => lines.slice(at, at + more + 1).join("")));
}

const YEAR = "(?:20\\d{2}|二[〇○零Oo0][〇○零一二三四五六七八九]{2})";
const YEAR_BEFORE_BUDGET = new RegExp(`(${YEAR})年(?:度)?[^。；，,、]{0,24}?预算`, "gu");
const CHINESE_DIGITS = "〇一二三四五六七八九";

function yearsBesideBudget(text: string): number[] {
  return [...foldWidth(text).replace(/\s+/gu, "").matchAll(YEAR_BEFORE_BUDGET)].map(([, year = ""]) => toYear(year));
}

/** Publications of targets seldom print their year, but what is to be done names it: in the title, else in goals and tasks. */
function yearOfTargets(tables: readonly BudgetTable[]): number | null {
  const targets = tables.filter(({ kind }) => kind === "projectPerformanceTargets" || kind === "departmentPerformanceTargets");
  const years = (texts: readonly (string | null)[]) =>
    texts.flatMap((text) => [...(text ?? "").matchAll(/(?<!\d)(20\d\d)年/gu)].map(([, year]) => Number(year)));
  return (
    mostFrequent(years(targets.map(({ title }) => title))) ??
    mostFrequent(years(targets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))))
  );
}

function toYear(printed: string): number {
  const digits = [...printed].map((char) => (/[○零Oo]/.test(char) ? "0" : /\d/.test(char) ? char : String(CHINESE_DIGITS.indexOf(char))));
  return Number(digits.join(""));
}

function mostFrequent<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value;
  return best;
}

const OF_YEAR = `(?:\\(?${YEAR}年(?:度)?)?`;
const TITLE = new RegExp(
  `^${OF_YEAR}(?<name>[\\u3400-\\u9fff()·]{3,40}?)${OF_YEAR}\\(?(?<kind>部门|单位)?${OF_YEAR}预算(?:及["“”三公]+经费)?(?:公开|信息|草案|说明|情况|文本|文件|报告|材料|书)*\\)?$`,
  "u",
);

/** 第一部分 广州市某某中心概况: the first heading names whose paper it is. */
const PROFILE = /^第一部分(?<name>[\u3400-\u9fff（）()·]{4,40}?)(?:部门|单位)?概况$/u;

function organizationOf(
  recognised: readonly RecognisedTable[],
  prose: readonly string[],
  cover: readonly string[],
  tables: readonly BudgetTable[],
): Organization | null {
  const titles = cover.flatMap((text) => {
    const groups = TITLE.exec(foldWidth(text))?.groups;
    return groups?.name && isOrganisationName(groups.name) ? [{ name: groups.name, kind: groups.kind }] : [];
  });
  const name =
    mostFrequent(recognised.flatMap(({ budgetUnitName }) => budgetUnitName ?? [])) ??
    titles[0]?.name ??
    profileName(prose) ??
    departmentName(tables);
  if (name === null) return null;
  const code = codeOf(name, tables);
  return { name, ...(code && { code }), kind: kindOf(prose, titles[0]?.kind, tables, recognised) };
}

/** 部门名称 of a table of targets. */
function departmentName(tables: readonly BudgetTable[]): string | null {
  return (
    tables.flatMap((table) =>
      table.kind === "departmentPerformanceTargets" ? table.rows.flatMap((row) => row.departmentName ?? []) : [],
    )[0] ?? null
  );
}

function profileName(prose: readonly string[]): string | null {
  return prose.flatMap((text) => PROFILE.exec(text)?.groups?.name ?? [])[0] ?? null;
}

function kindOf(
  prose: readonly string[],
  title: string | undefined,
  tables: readonly BudgetTable[],
  recognised: readonly RecognisedTable[],
): Organization["kind"] {
  const units = new Set(unitRows(tables).map(({ name }) => name));
  if (units.size > 1) return "department";
  if (title === "单位") return "unit"; // 部门预算 is what units, too, call theirs
  const printed = [...prose, ...recognised.flatMap(({ title: own, notes }) => [own ?? "", ...notes])].join("\n");
  const count = (pattern: RegExp) => printed.match(pattern)?.length ?? 0;
  const department = count(/本部门|部门概况|部门整体/gu) + (title === "部门" ? 1 : 0);
  const unit = count(/本单位|单位概况|单位整体/gu);
  return department > unit ? "department" : "unit";
}

function codeOf(name: string, tables: readonly BudgetTable[]): string | undefined {
  const compact = compactText(name);
  return unitRows(tables).find((unit) => unit.code && compactText(unit.name) === compact)?.code ?? undefined;
}

function unitRows(tables: readonly BudgetTable[]): { name: string; code: string | null }[] {
  return tables.flatMap((table) => {
    if (table.kind === "unrecognised") return [];
    return table.rows.flatMap((row) =>
      row.role === "unit" && "budgetUnitName" in row && row.budgetUnitName
        ? [{ name: row.budgetUnitName, code: row.budgetUnitCode ?? null }]
        : [],
    );
  });
}
