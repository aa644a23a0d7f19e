import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDiagnostics } from "../../src/model/diagnostics/read.ts";

describe("every diagnostic of this stage", () => {
  const folder = new URL("./", import.meta.url);
  const tests = readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts") && name !== "diagnostics.test.ts")
    .map((name) => readFileSync(new URL(name, folder), "utf8"))
    .join("\n");

  it.each(Object.keys(readDiagnostics))("%s is brought about by a test", (code) => {
    expect(tests).toContain(code);
  });
});
