import { BudgetError } from "../model/budget-error.ts";

/**
 * Loads a package that only one feature needs and that is not installed with the library.
 *
 * @param load A literal `import()`, so that bundlers see it.
 * @throws BudgetError `DEPENDENCY_MISSING` when the package is not installed; any other failure as it is.
 */
export async function optionalPeer<Module>(name: string, feature: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if (isMissing(cause, name)) throw new BudgetError("DEPENDENCY_MISSING", { package: name, feature }, { cause });
    throw cause;
  }
}

/** Whether this very package was not found, rather than something that it needs itself. */
function isMissing(cause: unknown, name: string): boolean {
  if (!(cause instanceof Error)) return false;
  const { code } = cause as { code?: unknown };
  return (code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND") && cause.message.includes(`'${name}'`);
}
