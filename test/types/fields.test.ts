import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { documentedFields } from "../../docs/generator/documented-fields.ts";

const fields = documentedFields(fileURLToPath(new URL("../../docs/generator/documented-types.ts", import.meta.url)));
const ofDocuments = fields.filter(({ path }) => !/^\w+Options\./.test(path) && !/^Tables\.\w+$/.test(path));

describe("what an editor says", () => {
  it("explains every field in a sentence", () => {
    expect(ofDocuments.length).toBeGreaterThan(500);
    expect(ofDocuments.filter(({ documentation }) => !documentation.endsWith(".")).map(({ path }) => path)).toEqual([]);
  });

  it("begins with the field's Chinese name", () => {
    expect(ofDocuments.filter(({ documentation }) => !/^[^:]*[\u4e00-\u9fff][^:]*: /.test(documentation)).map(({ path }) => path)).toEqual(
      [],
    );
  });

  it("explains every option", () => {
    const options = fields.filter(({ path }) => /^\w+Options\./.test(path));
    expect(options.length).toBeGreaterThan(15);
    expect(options.filter(({ documentation }) => documentation === "").map(({ path }) => path)).toEqual([]);
  });

  it("shows no type that takes anything", () => {
    expect(fields.filter(({ type }) => /\bany\b/.test(type)).map(({ path }) => path)).toEqual([]);
  });
});
