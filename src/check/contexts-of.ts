import { attributeOf } from "./attributes.ts";
import type { Context, Related } from "./context.ts";
import type { Ledger, LedgerTable, Line } from "./ledger-shapes.ts";
import { matchLines } from "./match-lines.ts";
import type { Scope } from "./rule.ts";

type Parts = NonNullable<ScopeOf<"row" | "cell">["parts"]>;
type ScopeOf<Each> = Extract<Scope, { each: Each }>;

/** What a claim is made about in one document, in printed order. */
export function contextsOf(scope: Scope, ledger: Ledger, related: Related): Context[] {
  const base: Context = { ledger, related };
  switch (scope.each) {
    case "document":
      return [base];
    case "statement":
      return ledger.statements.flatMap((statement) => {
        const { measure, item } = statement.stated;
        if (!scope.measures.includes(measure) || !wantsItem(scope.items, item)) return [];
        return [{ ...base, statement }];
      });
    case "value":
      return valueContexts(scope, base);
    case "row":
      return rowContexts(scope, base);
    case "cell":
      return rowContexts(scope, base).flatMap(({ table, line }) =>
        (scope.columns ?? table.amountKeys)
          .filter((column) => line.figure(column) !== undefined)
          .map((column) => ({ ...base, table, line, column })),
      );
  }
}

function wantsItem(items: ScopeOf<"statement">["items"], item: string | undefined): boolean {
  if (items === undefined || items === "none") return item === undefined;
  return item !== undefined && (items === "some" || items.includes(item));
}

function valueContexts({ attribute, in: sources }: ScopeOf<"value">, base: Context): Context[] {
  const values = new Set<string>();
  for (const { table: kind, rows = {} } of sources) {
    const table = base.ledger.table(kind);
    for (const line of table ? matchLines(table, rows, base).lines : []) {
      const value = attributeOf(line, attribute)?.value;
      if (value !== undefined) values.add(value);
    }
  }
  return [...values].map((value) => ({ ...base, values: { [attribute]: value } }));
}

interface RowContext extends Context {
  readonly table: LedgerTable;
  readonly line: Line;
}

function rowContexts({ tables, rows = {}, parts }: ScopeOf<"row" | "cell">, base: Context): RowContext[] {
  return base.ledger.tables
    .filter(({ kind }) => tables.includes(kind))
    .flatMap((table) => {
      const contexts = matchLines(table, rows, base).lines.map((line) => ({ ...base, table, line }));
      return parts ? contexts.filter((context) => hasParts(parts, context)) : contexts;
    });
}

function hasParts({ rows, min = 1, max = Number.POSITIVE_INFINITY }: Parts, context: RowContext): boolean {
  if (rows.childrenOf && context.line.children().length < min) return false;
  const { length } = matchLines(context.table, rows, context).lines;
  return length >= min && length <= max;
}
