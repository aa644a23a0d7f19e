import type { BudgetDocument } from "../../src/tables/budget-document.ts";
import type { Truth } from "./truth.ts";

const compact = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, "");

/** Every difference between a document and its truth, one line each; cells, header paths, titles and notes are compared without white space. */
export function differencesFromTruth(document: BudgetDocument, truth: Truth): string[] {
  return truth.tables.flatMap((wanted) => {
    const table = document.tables.find((candidate) => candidate.kind !== "unrecognised" && (candidate.number ?? null) === wanted.number);
    if (!table) return [`表${wanted.number} is missing`];
    const differs = (what: string, want: string, got: string) =>
      want === got ? [] : [`表${wanted.number} ${what}: want “${want}”, got “${got}”`];
    const rows = Array.from({ length: Math.max(wanted.rows.length, table.rows.length) }, (_, index) => {
      const want = (wanted.rows[index]?.cells ?? []).map(compact).join("|");
      const got = (table.rows[index]?.cells ?? []).map(compact).join("|");
      return differs(`row ${index}`, want, got);
    });
    return [
      ...(wanted.title === "" ? [] : differs("title", compact(wanted.title), compact(table.title))),
      ...differs(
        "header",
        wanted.columns.map((path) => path.map(compact).join("/")).join("|"),
        table.columns.map(({ path }) => path.map(compact).join("/")).join("|"),
      ),
      ...rows.flat(),
      ...differs("notes", compact(wanted.note), compact(table.notes.join(""))),
    ];
  });
}
