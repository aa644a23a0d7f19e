import { describe, expect, it } from "vitest";
import { explanationOf } from "../../src/cli/explain.ts";
import { errorCatalogue } from "../../src/model/budget-error.ts";
import { diagnosticCatalogue } from "../../src/model/diagnostic.ts";
import { builtInRules } from "../../src/rules.ts";
import { gzBudget } from "../support/run-program.ts";

describe("explain", () => {
  const codes = [...Object.keys(diagnosticCatalogue), ...Object.keys(errorCatalogue), ...builtInRules.map(({ id }) => id)];

  it("knows every code, in both languages, with what to do", () => {
    for (const code of codes) {
      expect(explanationOf(code, "en"), code).toMatch(new RegExp(`^${code}  .*\n\n[^]+\nWhat to do: `));
      expect(explanationOf(code, "zh"), code).toMatch(new RegExp(`^${code}  .*\n\n[^]+\n怎么办: `));
    }
  });

  it("names the nearest code for one that there is not", () => {
    expect(() => explanationOf("read.no-text-laier", "en")).toThrow('did you mean "read.no-text-layer"?');
  });

  it("is a command, as its help says with an example", async () => {
    const { stdout } = await gzBudget(["explain", "encrypted"]);
    expect(stdout).toContain("options.password");
    const help = await gzBudget(["explain", "--help", "--locale", "en"]);
    expect(help.stdout).toContain("Examples:\n  gz-budget explain ");
  });

  it("the help of the program says its exit codes and its environment, and every command has examples", async () => {
    const { stdout } = await gzBudget(["--help", "--locale", "en"]);
    expect(stdout).toContain("Exit codes:\n  0  done");
    expect(stdout).toContain("NO_COLOR");
    for (const command of ["parse", "tables", "check", "inspect", "batch", "series", "form", "schema"])
      expect((await gzBudget([command, "--help", "--locale", "en"])).stdout).toContain(`Examples:\n  gz-budget ${command}`);
  });
});
