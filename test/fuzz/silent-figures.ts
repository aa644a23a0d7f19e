import type { BudgetTrace, CheckReport } from "../../src/index.ts";

/** A document as it was read, and what is said of it. */
export interface Reading {
  readonly trace: BudgetTrace;
  readonly report: CheckReport;
}

/**
 * Figures of rows that both documents print alike, below a header that both print alike, and that differ all the same though nothing is
 * said of their table: neither a diagnostic nor a finding that is not said of the unmutated document too.
 *
 * @returns A sentence for each.
 */
export function silentFigures(before: Reading, after: Reading): string[] {
  const [known, now] = [sayings(before), sayings(after)];
  const differing: string[] = [];
  for (const table of before.trace.document.tables) {
    if (table.kind === "unrecognised") continue;
    const said = [...now].some(([text, { pages, kind }]) => !known.has(text) && concerns(pages, kind, table));
    if (said) continue;
    for (const row of table.rows) {
      if (row.page === undefined || !row.bbox || !isPrintedAlike(before.trace, after.trace, table, row.page, row.bbox)) continue;
      const found = rowsAt(after.trace, row.page, row.bbox);
      const own = found.filter(({ kind }) => kind === table.kind);
      for (const [key, amount] of Object.entries(amountsOf(row))) {
        if (own.some(({ amounts }) => same(amounts[key], amount)) || amount === null) continue;
        const instead =
          own.map(({ amounts }) => `${key} ${amounts[key]}`).join(", ") || found.map(({ kind }) => kind).join(", ") || "no row";
        differing.push(`${table.kind} page ${row.page} “${row.cells.join("|").slice(0, 80)}” ${key}: ${amount}; now ${instead}`);
      }
    }
  }
  return differing;
}

interface Said {
  /** None where it is said of the document. */
  readonly pages: readonly number[] | undefined;
  readonly kind: string | undefined;
}

function sayings({ trace: { document }, report }: Reading): Map<string, Said> {
  const said = new Map<string, Said>();
  for (const { code, table, page, message } of document.diagnostics) {
    const named = table === undefined ? undefined : document.tables[table];
    said.set(`${code} ${message}`, { pages: page === undefined ? named?.pages : [page], kind: named?.kind });
  }
  for (const { rule, outcome, left, right, message } of report.findings) {
    if (outcome !== "inconsistent") continue;
    for (const figure of [...left.figures, ...right.figures]) {
      if ("kind" in figure) said.set(`${rule} ${message.en} ${figure.kind}`, { pages: [], kind: figure.kind });
    }
  }
  return said;
}

type Table = BudgetTrace["document"]["tables"][number];
type Row = Table["rows"][number];
type Box = NonNullable<Row["bbox"]>;

function concerns(pages: readonly number[] | undefined, kind: string | undefined, table: Table): boolean {
  if (pages === undefined && kind === undefined) return true;
  return kind === table.kind || (pages ?? []).some((page) => (table.pages ?? []).includes(page));
}

function amountsOf(row: Row): Record<string, string | null> {
  if (!("amounts" in row)) return {};
  return Object.fromEntries(
    Object.entries(row.amounts as Record<string, { toString(): string } | null>).map(([key, amount]) => [
      key,
      amount === null ? null : String(amount),
    ]),
  );
}

function same(found: string | null | undefined, amount: string | null): boolean {
  return found !== undefined && found === amount;
}

function rowsAt(
  { document }: BudgetTrace,
  page: number,
  [, top, , bottom]: Box,
): { kind: string; amounts: Record<string, string | null> }[] {
  return document.tables.flatMap((table) =>
    (table.rows as readonly Row[])
      .filter(
        (row) => row.page === page && row.bbox && overlap(row.bbox, top, bottom) > Math.min(row.bbox[3] - row.bbox[1], bottom - top) / 2,
      )
      .map((row) => ({ kind: table.kind, amounts: amountsOf(row) })),
  );
}

function overlap([, rowTop, , rowBottom]: Box, top: number, bottom: number): number {
  return Math.min(rowBottom, bottom) - Math.max(rowTop, top);
}

/** The row itself, what stands above the rows on its page, and what stands above them where the table begins. */
function isPrintedAlike(before: BudgetTrace, after: BudgetTrace, table: Table, page: number, [, top, , bottom]: Box): boolean {
  const firstOn = (wanted: number) =>
    Math.min(...(table.rows as readonly Row[]).filter((row) => row.page === wanted && row.bbox).map((row) => row.bbox?.[1] ?? 0));
  const firstPage = table.pages?.[0] ?? page;
  const bands: [number, number, number][] = [
    [page, top, bottom],
    [page, -Infinity, firstOn(page)],
    [firstPage, -Infinity, firstOn(firstPage)],
  ];
  return bands.every(([at, from, to]) => printedIn(before, at, from, to) === printedIn(after, at, from, to));
}

function printedIn({ pages }: BudgetTrace, pageNumber: number, top: number, bottom: number): string {
  const page = pages.find((one) => one.pageNumber === pageNumber);
  if (page?.kind !== "positioned") return "";
  return page.glyphs
    .filter(({ box }) => (box[1] + box[3]) / 2 >= top && (box[1] + box[3]) / 2 < bottom)
    .map(({ text, box }) => `${text}@${Math.round(box[0])},${Math.round(box[1])}`)
    .sort()
    .join(" ");
}
