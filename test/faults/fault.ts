import type { RecognisedDocument } from "../../src/recognise/recognised-table.ts";
import type { BudgetDocument } from "../../src/tables/budget-document.ts";

/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** A document without errors, as recognised and as interpreted; tables and rows have the same indexes in both. */
export interface Subject {
  readonly name: string;
  readonly recognised: RecognisedDocument;
  readonly document: BudgetDocument;
}

/** One change of what is printed; tables, rows and blocks of prose are counted before any change. */
export type Edit =
  | { readonly edit: "cell"; readonly table: number; readonly row: number; readonly column: number; readonly text: string | null }
  | { readonly edit: "dropRow" | "doubleRow"; readonly table: number; readonly row: number }
  | { readonly edit: "prose"; readonly block: number; readonly from: string; readonly to: string };

/** Where a fault stands: a cell (any of a row without `key`), a row that is no longer there, or a sentence that holds a text. */
export type FaultPlace =
  | { readonly table: number; readonly row: number; readonly key?: string }
  | { readonly table: number; readonly dropped: number }
  | { readonly text: string };

/** Something printed wrong. */
export interface Fault {
  readonly edits: readonly Edit[];
  readonly at: FaultPlace;
  /** What was printed before, for a person who reads the bench. */
  readonly was: string;
}

/** A sort of fault and everywhere it can be planted in a document; a plant gives nothing where its place does not bear such a fault. */
export interface FaultKind {
  readonly name: string;
  readonly plants: (subject: Subject) => readonly ((random: Random) => Fault | undefined)[];
}

/** The document with these faults, and where its rows stand now. */
export function withFaults(
  { form, tables, prose, furniture, notices }: RecognisedDocument,
  faults: readonly Fault[],
): { readonly recognised: RecognisedDocument; readonly rowNow: (table: number, row: number) => number } {
  const edits = faults.flatMap((fault) => fault.edits);
  const kept = tables.map((table, index) => {
    const own = edits.filter((edit) => "table" in edit && edit.table === index);
    return table.rows.flatMap((row, at) => {
      const here = own.filter((edit) => "row" in edit && edit.row === at);
      if (here.some(({ edit }) => edit === "dropRow")) return [];
      const cells = row.cells.map((cell, column) => {
        const change = here.find((edit) => edit.edit === "cell" && edit.column === column);
        return change?.edit === "cell" ? { ...cell, text: change.text } : cell;
      });
      const printed = { row: { ...row, cells }, at };
      return here.some(({ edit }) => edit === "doubleRow") ? [printed, printed] : [printed];
    });
  });
  const changed = prose.map((block, index) => {
    let { text } = block;
    for (const edit of edits) if (edit.edit === "prose" && edit.block === index) text = text.replace(edit.from, () => edit.to);
    return text === block.text ? block : { ...block, text };
  });
  return {
    recognised: {
      form,
      tables: tables.map((table, index) => ({ ...table, rows: (kept[index] ?? []).map(({ row }) => row) })),
      prose: changed,
      furniture,
      notices,
    },
    rowNow: (table, row) => (kept[table] ?? []).findIndex(({ at }) => at === row),
  };
}

export function randomOf(seed: number): Random {
  let state = (seed * 2_654_435_761) % 4_294_967_296;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

export function pick<T>(values: readonly T[], random: Random): T | undefined {
  return values[Math.floor(random() * values.length)];
}
