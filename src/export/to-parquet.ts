import type { SchemaElement } from "hyparquet-writer";
import type { Decimal } from "../model/amount.ts";
import { missingPeer } from "../model/missing-peer.ts";
import type { Fact } from "./fact.ts";
import { type FactColumn, type FactValue, factColumns } from "./fact-column.ts";

/** Decimals that a column has at least, so that files of many documents have one type: 元 with two decimals are 万元 with six. */
const USUAL_DECIMALS: Readonly<Record<string, number>> = { amount: 6, amountYuan: 2 };
const PRECISION = 38;

/**
 * Writes facts as a Parquet file.
 *
 * Amounts are `DECIMAL(38, 6)` in 万元 and `DECIMAL(38, 2)` in 元, exact; a file with an amount of more decimals gets a wider scale.
 * The descriptions of the columns stand in the file's metadata under `gz-budget.columns`.
 *
 * @throws BudgetError `DEPENDENCY_MISSING` when `hyparquet-writer` is not installed.
 */
export async function factsToParquet(facts: readonly Fact[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer").catch(missingPeer("hyparquet-writer", "Parquet"));
  const columns = factColumns.map((column) => parquetColumn(column, facts));
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ element, data }) => ({ name: element.name, data })),
    schema: [{ name: "root", num_children: columns.length }, ...columns.map(({ element }) => element)],
    kvMetadata: [{ key: "gz-budget.columns", value: JSON.stringify(factColumns) }],
  });
  return new Uint8Array(buffer);
}

function parquetColumn(
  { name, type }: FactColumn,
  facts: readonly Fact[],
): { element: SchemaElement; data: (string | number | boolean | bigint | null)[] } {
  const values = facts.map((fact): FactValue => fact[name]);
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "text":
      return { element: { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" }, data: values as (string | null)[] };
    case "integer":
      return { element: { ...optional, type: "INT32" }, data: values as (number | null)[] };
    case "boolean":
      return { element: { ...optional, type: "BOOLEAN" }, data: values as (boolean | null)[] };
    case "amount": {
      const amounts = values as (Decimal | null)[];
      const scale = Math.max(USUAL_DECIMALS[name] ?? 0, ...amounts.map((value) => value?.decimalPlaces() ?? 0));
      return {
        element: { ...optional, type: "FIXED_LEN_BYTE_ARRAY", type_length: 16, converted_type: "DECIMAL", scale, precision: PRECISION },
        data: amounts.map((value) => value && unscaled(value, scale)),
      };
    }
  }
}

/** The digits without their point, which the writer takes as they are: a binary float never comes between. */
function unscaled(value: Decimal, scale: number): bigint {
  return BigInt(value.toFixed(scale).replace(".", ""));
}
