import { describe, expect, it } from "vitest";
import { national } from "../../src/forms.ts";
import { matchTable } from "../../src/recognise/match-table.ts";
import { countedHeaders } from "../support/national-headers.ts";

describe("headers that departments of fifteen cities print", () => {
  it.each(countedHeaders)("$kind of $budgets budgets: every column is told, and none doubtful", ({ kind, title, columns }) => {
    const [paths, keys] = [0, 1].map((at) => columns.map((column) => column.split(" = ")[at] ?? "")) as [string[], string[]];
    const match = matchTable(
      title,
      paths.map((path) => path.split("/")),
      [national],
    );
    expect(match?.spec.kind).toBe(kind);
    expect(match?.columns.columns.map((column) => column?.key)).toEqual(keys);
    expect(match?.columns.doubtful).toEqual([]);
  });
});
