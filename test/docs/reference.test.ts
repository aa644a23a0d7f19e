import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withGenerated } from "../../docs/generator/generated-part.ts";
import { checksSummary, referencePages } from "../../docs/generator/reference.ts";
import { errorCatalogue } from "../../src/model/budget-error.ts";
import { diagnosticCatalogue } from "../../src/model/diagnostic.ts";
import { builtInRules } from "../../src/rules.ts";
import { projectRoot } from "../support/run-example.ts";

const pages = referencePages();
const written = (name: string) => readFileSync(join(projectRoot, "docs/reference", name), "utf8");

describe("docs/reference (npm run docs)", () => {
  it("holds these pages and no others", () => {
    expect(readdirSync(join(projectRoot, "docs/reference")).sort()).toEqual([...pages.keys()].sort());
  });

  it.each([...pages])("%s is what the code says", (name, content) => {
    expect(written(name)).toBe(content);
  });

  it.each([
    ["README.md", "en"],
    ["README.zh-CN.md", "zh"],
  ] as const)("%s lists the checks that there are", (name, locale) => {
    const text = readFileSync(join(projectRoot, name), "utf8");
    expect(withGenerated(text, "checks", checksSummary(locale))).toBe(text);
  });

  it("leaves no table empty, and says the type and the default of every option", () => {
    for (const [name, content] of pages) expect(content, name).not.toMatch(/\n\| --- .*\n(?!\|)/);
    const options = [...written("options.md").matchAll(/^\| `([\w.]+)` \|(.*?)(?<!\\)\|(.*?)(?<!\\)\|/gm)];
    expect(options.length).toBeGreaterThan(30);
    for (const [, name, type, standard] of options) expect([name, type?.trim(), standard?.trim()]).not.toContain("");
  });

  it("names every rule, diagnostic and error", () => {
    for (const { id } of builtInRules) expect(written("rules.md")).toContain(`\`${id}\``);
    for (const code of Object.keys(diagnosticCatalogue)) expect(written("diagnostics.md")).toContain(`\`${code}\``);
    for (const code of Object.keys(errorCatalogue)) expect(written("errors.md")).toContain(`\`${code}\``);
  });
});
