import { compactText } from "./compact-text.ts";

/** A second name in brackets: `甲中心（乙中心）`. */
const SECOND_NAME = /^(.+)\((.+)\)$/u;
const ORGANISATION =
  /(?:局|委|办|院|校|中心|所|站|处|厅|会|馆|队|部|园|社|台|公司|部门|单位|学|厂|团|政府|室|署|联|协|宫|场|库|基地|\(?(?:本级|机关|汇总)\)?)$/u;

/**
 * The compact name of a budget unit without the mark of a department's own level.
 *
 * @example withoutOwnLevel("广州市甲局(本级)") // "广州市甲局"
 */
export function withoutOwnLevel(name: string): string {
  return name.replace(/\(?(?:本级|机关本级|局本级)\)?$/u, "");
}

/**
 * Whether a text ends as the names of organisations do.
 *
 * @example isOrganisationName("广州市甲局（本级）") // true
 */
export function isOrganisationName(text: string): boolean {
  const name = compactText(text);
  const names = SECOND_NAME.exec(name)?.slice(1) ?? [];
  return ORGANISATION.test(name) || (names.length > 0 && names.every((one) => ORGANISATION.test(one)));
}
