import type { Checked } from "../checked.ts";
import type { Ledger } from "../ledger-shapes.ts";
import type { StructureRule } from "../rule.ts";
import { assetsPlausible } from "./assets.ts";
import { codeLength, codesAscend, oneName, parentPresent, unitCode } from "./codes.ts";
import { growthRate } from "./growth-rate.ts";
import { categoryName, formLabel, likeNames } from "./like-names.ts";
import { economicPair, listedCode, listedName } from "./listed-codes.ts";
import { contents, formTables, rowsProven } from "./presence.ts";
import { partsPresent, standsUnder } from "./rows-present.ts";
import { departmentSums, namesOverYears, unitBudgets } from "./several-documents.ts";

/** Runs the test that a structure rule names, on one document. */
export function runStructure(rule: StructureRule, ledger: Ledger, all: readonly Ledger[]): Checked[] {
  const { structure } = rule;
  switch (structure.test) {
    case "parentPresent":
      return parentPresent({ rule, structure, ledger, all });
    case "codesAscend":
      return codesAscend({ rule, structure, ledger, all });
    case "codeLength":
      return codeLength({ rule, structure, ledger, all });
    case "oneName":
      return oneName({ rule, structure, ledger, all });
    case "listedCode":
      return listedCode({ rule, structure, ledger, all });
    case "listedName":
      return listedName({ rule, structure, ledger, all });
    case "economicPair":
      return economicPair({ rule, structure, ledger, all });
    case "formLabel":
      return formLabel({ rule, structure, ledger, all });
    case "likeNames":
      return likeNames({ rule, structure, ledger, all });
    case "categoryName":
      return categoryName({ rule, structure, ledger, all });
    case "unitCode":
      return unitCode({ rule, structure, ledger, all });
    case "contents":
      return contents({ rule, structure, ledger, all });
    case "formTables":
      return formTables({ rule, structure, ledger, all });
    case "rowsProven":
      return rowsProven({ rule, structure, ledger, all });
    case "partsPresent":
      return partsPresent({ rule, structure, ledger, all });
    case "standsUnder":
      return standsUnder({ rule, structure, ledger, all });
    case "assetsPlausible":
      return assetsPlausible({ rule, structure, ledger, all });
    case "growthRate":
      return growthRate({ rule, structure, ledger, all });
    case "namesOverYears":
      return namesOverYears({ rule, structure, ledger, all });
    case "unitBudgets":
      return unitBudgets({ rule, structure, ledger, all });
    case "departmentSums":
      return departmentSums({ rule, structure, ledger, all });
  }
}
