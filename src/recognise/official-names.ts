import { departmentEconomicClassification, governmentEconomicClassification } from "../tables/economic-classification.ts";
import { functionalClassification } from "../tables/functional-classification.ts";

const classifications = [functionalClassification, departmentEconomicClassification, governmentEconomicClassification];

/** What the ministry's lists call a code; several names where lists share it, or where it was renamed. */
export function officialNames(code: string): readonly string[] {
  return classifications.flatMap(({ names }) => names[code] ?? []);
}

/** Every name of the ministry's lists. */
export const allOfficialNames: readonly string[] = classifications.flatMap(({ names }) => Object.values(names).flat());
