import { BudgetError } from "./budget-error.ts";

/**
 * What to do when a package that only one feature needs, and that is not installed with the library, cannot be imported.
 *
 * To be written right behind a literal `import()`: bundlers then take the package where it is installed, and do not mind where it is not.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when the package is not installed; any other failure as it is.
 * @example await import("exceljs").catch(missingPeer("exceljs", "XLSX"))
 */
export function missingPeer(name: string, feature: string): (cause: unknown) => never {
  return (cause) => {
    if (isMissingPackage(cause, name)) throw new BudgetError("DEPENDENCY_MISSING", { package: name, feature }, { cause });
    throw cause;
  };
}

/** Whether this very package was not found, rather than something that it needs itself. */
export function isMissingPackage(cause: unknown, name: string): boolean {
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: unknown };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && cause.message.includes(`'${name}'`);
}
