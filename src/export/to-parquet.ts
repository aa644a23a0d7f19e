import type { SchemaElement } from "hyparquet-writer";
import type { Decimal } from "../model/amount.ts";
import { missingPeer } from "../model/missing-peer.ts";
import { type DocumentRow, documentColumns } from "./document-row.ts";
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
  const chunks: Uint8Array[] = [];
  for await (const chunk of factsToParquetChunks([facts], decimalsOf(facts))) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

/**
 * The same bytes bit by bit, for more facts than memory holds: a row group for each list of facts.
 *
 * @param decimals What `decimalsOf` says of all these facts; an amount with more is refused by the writer.
 */
export async function* factsToParquetChunks(
  groups: Iterable<readonly Fact[]> | AsyncIterable<readonly Fact[]>,
  decimals: AmountDecimals,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer").catch(missingPeer("hyparquet-writer", "Parquet"));
  const elements = factColumns.map((column) => parquetElement(column, decimals));
  const writer = new ByteWriter();
  const taken = () => {
    const chunk = new Uint8Array(writer.buffer, 0, writer.index).slice();
    writer.index = 0;
    return chunk;
  };
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: elements.length }, ...elements],
    kvMetadata: [{ key: "gz-budget.columns", value: JSON.stringify(factColumns) }],
  });
  for await (const facts of groups) {
    if (facts.length === 0) continue;
    await parquet.write({
      columnData: factColumns.map((column) => ({ name: column.name, data: parquetData(column, facts, decimals) })),
      rowGroupSize: facts.length,
    });
    yield taken();
  }
  await parquet.finish();
  yield taken();
}

/** Writes the table of documents that stands beside merged facts. */
export async function documentsToParquet(documents: readonly DocumentRow[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import("hyparquet-writer").catch(missingPeer("hyparquet-writer", "Parquet"));
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: documentColumns.map(([name, type]) => ({
        name,
        data: documents.map((document) => document[name]),
        type: type === "text" ? "STRING" : "INT32",
        nullable: true,
      })),
    }),
  );
}

/** Decimals that the columns of amounts need, by their names. */
export type AmountDecimals = Readonly<Record<string, number>>;

/** The decimals that these facts need, and those that some other facts are known to need. */
export function decimalsOf(facts: readonly Fact[], known: AmountDecimals = USUAL_DECIMALS): AmountDecimals {
  const decimals = { ...known };
  for (const { name, type } of factColumns) {
    if (type !== "amount") continue;
    for (const fact of facts) decimals[name] = Math.max(decimals[name] ?? 0, (fact[name] as Decimal | null)?.decimalPlaces() ?? 0);
  }
  return decimals;
}

function parquetElement({ name, type }: FactColumn, decimals: AmountDecimals): SchemaElement {
  const optional = { name, repetition_type: "OPTIONAL" } as const;
  switch (type) {
    case "text":
      return { ...optional, type: "BYTE_ARRAY", converted_type: "UTF8" };
    case "integer":
      return { ...optional, type: "INT32" };
    case "boolean":
      return { ...optional, type: "BOOLEAN" };
    case "amount":
      return {
        ...optional,
        type: "FIXED_LEN_BYTE_ARRAY",
        type_length: 16,
        converted_type: "DECIMAL",
        scale: decimals[name] ?? 0,
        precision: PRECISION,
      };
  }
}

function parquetData(
  { name, type }: FactColumn,
  facts: readonly Fact[],
  decimals: AmountDecimals,
): (string | number | boolean | bigint | null)[] {
  const values = facts.map((fact): FactValue => fact[name]);
  if (type !== "amount") return values as (string | number | boolean | null)[];
  return (values as (Decimal | null)[]).map((value) => value && unscaled(value, decimals[name] ?? 0));
}

/** The digits without their point, which the writer takes as they are: a binary float never comes between. */
function unscaled(value: Decimal, scale: number): bigint {
  return BigInt(value.toFixed(scale).replace(".", ""));
}
