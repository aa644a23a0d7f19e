import { readFileSync } from "node:fs";
import { compactText } from "../../src/model/compact-text.ts";
import type { JoinedCell, RecognisedDocument, RecognisedTable } from "../../src/recognise/recognised-table.ts";
import { titlesOf } from "../../src/tables/define-table.ts";
import { builtInForms } from "../../src/tables/forms.ts";

/** A document transcribed and checked by hand: what `fixtures/truth/*.json` holds. */
export interface Truth {
  readonly id: string;
  readonly year: number;
  readonly organization: string;
  readonly title: string;
  readonly layout: string;
  readonly front: string;
  readonly back: string;
  readonly tables: readonly TruthTable[];
  /** False for a transcription that is not made cell by cell. */
  readonly scored?: boolean;
}

export interface TruthTable {
  /** null for a table that prints none. */
  readonly number: number | null;
  /** Empty for a table that prints none. */
  readonly title: string;
  readonly columns: readonly (readonly string[])[];
  readonly numbered: boolean;
  readonly rows: readonly { readonly cells: readonly string[]; readonly indent: readonly number[] }[];
  readonly note: string;
}

export function loadTruth(id: string): Truth {
  return JSON.parse(readFileSync(new URL(`../../fixtures/truth/${id}.json`, import.meta.url), "utf8"));
}

/** Ids of forms as transcriptions name them. */
const FORM_IDS: Readonly<Record<string, string>> = { "gz-2026": "gz-12-2026" };

/** The truth as the recognise stage would hand it on, for tests that begin at interpret. Columns stand in the form's order. */
export function recognisedFromTruth(truth: Truth): RecognisedDocument {
  const lines = (text: string) => text.split("\n").filter((line) => line.trim() !== "");
  const prose = [...lines(truth.title), ...lines(truth.front), ...lines(truth.back)].map((text) => ({
    role:
      /^(第[一二三四]部分|[一二三四五六七八九十]+、)/.test(text.trim()) && text.trim().length < 30
        ? ("heading" as const)
        : ("paragraph" as const),
    text,
    page: undefined,
  }));
  const form = FORM_IDS[truth.layout] ?? truth.layout;
  return { form, tables: truth.tables.map((table) => recognisedTable(truth, form, table)), prose, furniture: [], notices: [] };
}

function recognisedTable(truth: Truth, formId: string, table: TruthTable): RecognisedTable {
  const form = builtInForms.find(({ id }) => id === formId);
  const spec = form?.tables.find((candidate) => titlesOf(candidate).some((title) => compactText(title) === compactText(table.title)));
  const layout = spec?.layouts[formId];
  const cell = (text: string, indent: number): JoinedCell => ({ text: text === "" ? null : text, indent, places: [], pieces: [] });
  return {
    match: spec && layout && { spec, form: formId, layout, right: true },
    printedNumber: table.number ?? undefined,
    title: table.title || null,
    printedUnit: "tenThousandYuan",
    budgetUnitName: truth.organization,
    pages: [],
    extents: [],
    columns: table.columns.map((path, index) => ({ path, column: layout?.columns[index] })),
    rows: table.rows.map(({ cells, indent }) => ({ cells: cells.map((text, index) => cell(text, indent[index] ?? 0)) })),
    around: [],
    notes: table.note === "" ? [] : [table.note],
    notices: [],
  };
}
