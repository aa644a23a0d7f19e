import { compactText } from "../model/compact-text.ts";
import { isOrganisationName, withoutOwnLevel } from "../model/organisation-name.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import type { Line } from "./ledger-shapes.ts";
import type { Attribute } from "./rule.ts";

/** What a line can be matched by. `known` is false where the form does not know the label, so that another wording may mean the same. */
export interface AttributeValue {
  readonly value: string;
  readonly known: boolean;
}

const CLASS_BY_CODE = new Map<string, string>(functionalClasses.map(({ code, key }) => [code, key]));
const CLASS_BY_NAME = new Map<string, string>(functionalClasses.flatMap(({ key, names }) => names.map((name) => [compactText(name), key])));
const CLASS_KEYS = new Set<string>(functionalClasses.map(({ key }) => key));
const PROCUREMENT_CLASSES: ReadonlyMap<string, string> = new Map([
  ["货物类", "A"],
  ["工程类", "B"],
  ["服务类", "C"],
]);

export const procurementClassNames: ReadonlyMap<string, string> = new Map([...PROCUREMENT_CLASSES].map(([name, letter]) => [letter, name]));

/** undefined where the line has no such thing. */
export function attributeOf(line: Line, attribute: Attribute): AttributeValue | undefined {
  switch (attribute) {
    case "code":
      return line.role === "total" ? known("total") : line.role === "other" ? undefined : knownOr(codeOf(line));
    case "class":
      return classOf(line);
    case "label":
      return known(compactText(text(line.fields.label) ?? line.label));
    case "budgetUnit":
      return unitNamed(line.fields.budgetUnitName ?? unitBehind(projectOf(line)));
    case "project":
      return compacted(withoutUnit(projectOf(line)));
    case "economicName":
      return compacted(coded(line.fields.departmentEconomic)?.name ?? line.fields.category);
    case "procurementClass":
      return procurementClassOf(line);
    case "key":
      return line.key === null ? undefined : known(line.key);
  }
}

/** Fields of a row that an attribute is read from; the classes of a two-sided table stand on its sides. */
const FIELDS: Readonly<Partial<Record<Attribute, readonly string[]>>> = {
  code: ["code", "departmentEconomic"],
  class: ["code"],
  budgetUnit: ["budgetUnitName"],
  project: ["projectName", "projectGroup"],
  economicName: ["departmentEconomic", "category"],
};

/** Whether the rows of a table, as its form prints them, can be matched by an attribute: those by budget unit have no code. */
export function carries(lines: readonly Line[], attribute: Attribute): boolean {
  const names = FIELDS[attribute];
  return names === undefined || lines.some(({ side, fields }) => side !== undefined || names.some((name) => name in fields));
}

/** Rows of a classification that is printed by names alone say nothing of a code, nor do rows that none of its levels could be told of. */
export function lacksCodes(lines: readonly Line[]): boolean {
  return lines.some(({ role }) => /^(?:class|section|item|other)$/u.test(role)) && lines.every((line) => codeOf(line) === undefined);
}

/** The functional code of a row, or the department's economic code; on a row of role `other` it may be that of a budget unit. */
export function codeOf({ fields }: Line): string | undefined {
  return text(fields.code) ?? coded(fields.departmentEconomic)?.code ?? undefined;
}

function classOf(line: Line): AttributeValue | undefined {
  if (line.side === "expenditure") {
    // What stands under a class is a section or an item.
    if (line.parent()?.role === "line") return undefined;
    if (line.key === null) return line.role === "line" ? { value: compactText(line.label), known: false } : undefined;
    return CLASS_KEYS.has(line.key) ? known(line.key) : undefined;
  }
  if (line.role !== "class") return undefined;
  const byCode = CLASS_BY_CODE.get(codeOf(line) ?? "");
  if (byCode !== undefined) return known(byCode);
  const name = compactText(text(line.fields.name) ?? "");
  const byName = CLASS_BY_NAME.get(name);
  return byName === undefined ? { value: name, known: false } : known(byName);
}

function procurementClassOf(line: Line): AttributeValue | undefined {
  if (line.role === "ofWhich") return knownOr(PROCUREMENT_CLASSES.get(compactText(text(line.fields.label) ?? line.label)));
  const code = text(line.fields.procurementCategoryCode) ?? text(line.fields.procurementCategoryName);
  return { value: code?.trim().charAt(0).toUpperCase() ?? "", known: code !== undefined };
}

function known(value: string): AttributeValue {
  return { value, known: true };
}

function knownOr(value: string | undefined): AttributeValue | undefined {
  return value === undefined ? undefined : known(value);
}

function projectOf({ role, fields }: Line): string | undefined {
  return text(role === "projectGroup" ? fields.projectGroup : fields.projectName);
}

/** A project that several units have is told apart by its unit in brackets: 物业管理费（广州市甲中心）. */
const UNIT_BEHIND = /^(?<project>.+?)[（(](?<unit>[^（()）]{4,})[）)]$/u;

function unitBehind(project: string | undefined): string | undefined {
  const unit = UNIT_BEHIND.exec(project ?? "")?.groups?.unit;
  return unit !== undefined && isOrganisationName(unit) ? unit : undefined;
}

function withoutUnit(project: string | undefined): string | undefined {
  return unitBehind(project) === undefined ? project : UNIT_BEHIND.exec(project ?? "")?.groups?.project;
}

/** A unit's own level is printed with and without （本级）. */
function unitNamed(value: unknown): AttributeValue | undefined {
  const name = compacted(value);
  return name && known(withoutOwnLevel(name.value));
}

function compacted(value: unknown): AttributeValue | undefined {
  const printed = text(value);
  return printed === undefined ? undefined : known(compactText(printed));
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function coded(value: unknown): { readonly code: string | null; readonly name: string } | undefined {
  return value as { readonly code: string | null; readonly name: string } | undefined;
}
