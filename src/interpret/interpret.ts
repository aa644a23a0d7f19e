import type { Notice } from "../model/diagnostic.ts";
import { toDiagnostic } from "../model/diagnostic.ts";
import type { Locale } from "../model/locale.ts";
import type { PrintedPage } from "../model/printed-text.ts";
import type { RecognisedDocument } from "../recognise/recognised-table.ts";
import type { BudgetDocument, Source } from "../tables/budget-document.ts";
import { conservation } from "./conservation/conservation.ts";
import { frontMatter } from "./front-matter.ts";
import { interpretTable } from "./interpret-table.ts";
import { narrativeFigures } from "./narrative-figures.ts";
import { narrativeSections } from "./narrative-sections.ts";
import { withTable } from "./notice-table.ts";

export interface InterpretOptions {
  readonly source: Source;
  readonly locale: Locale;
  /** What the stages before had to say. */
  readonly notices: readonly Notice[];
  /** The words of all pages as they were read. */
  readonly printed: readonly PrintedPage[];
}

/** Turns recognised tables and prose into the document that callers get. */
export function interpret(recognised: RecognisedDocument, { source, locale, notices, printed }: InterpretOptions): BudgetDocument {
  const interpreted = recognised.tables.map(interpretTable);
  const tables = interpreted.map(({ table }) => table);
  const front = frontMatter(recognised.tables, recognised.prose, tables);
  const sections = narrativeSections(recognised.prose);
  const earlier = notices.map((made) => withTable(made, recognised.tables));
  const all = [...earlier, ...recognised.notices, ...front.notices, ...interpreted.flatMap((table) => table.notices)];
  const document: BudgetDocument = {
    schemaVersion: 1,
    source,
    fiscalYear: front.fiscalYear,
    organization: front.organization,
    form: recognised.form ?? "unknown",
    tables,
    narrative: { sections, figures: narrativeFigures(sections, tables) },
    diagnostics: [],
  };
  const told = [...all, ...conservation(printed, recognised, document, all)];
  return { ...document, diagnostics: told.map((made) => toDiagnostic(made, locale)) };
}
