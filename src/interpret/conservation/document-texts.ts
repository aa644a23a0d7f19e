import type { BudgetDocument } from "../../tables/budget-document.ts";

type Table = BudgetDocument["tables"][number];

/** Everything that a document says in words. */
export function textsOf(document: BudgetDocument): string[] {
  const { organization, tables } = document;
  const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((text) => text ?? [])));
  return [organization?.name ?? "", ...tables.flatMap(textsAround), ...cells, ...proseOf(document)];
}

/** The title, the header and the notes of a table. */
export function textsAround({ title, columns, notes }: Table): string[] {
  return [title ?? "", ...columns.flatMap(({ path }) => path), ...notes];
}

export function proseOf({ narrative }: Pick<BudgetDocument, "narrative">): string[] {
  return narrative.sections.flatMap(({ heading, paragraphs }) => [heading ?? "", ...paragraphs]);
}
