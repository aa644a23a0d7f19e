/** A header path from the outermost cell to the leaf, as printed without inner spaces. */
export type HeaderPath = readonly string[];

interface ColumnBase<Key extends string> {
  readonly key: Key;
  /** The path this form prints first, then every other wording that was seen. */
  readonly headers: readonly HeaderPath[];
  /** Whether tables of the form may lack the column. */
  readonly optional?: true;
}

/** Money, in the table's own unit. */
export interface AmountColumn<Key extends string = string> extends ColumnBase<Key> {
  readonly type: "amount";
}

/**
 * What is not money:
 * `code` digits of a classification or a budget unit; `label` the stub, whose meaning depends on the row; `codedName` a `[code]name`;
 * `quantity` a count; `text` anything else.
 */
export interface TextColumn<Key extends string = string> extends ColumnBase<Key> {
  readonly type: "code" | "label" | "codedName" | "quantity" | "text";
}

/** Digits of a code that is printed in columns of its parts: 类, 款, 项. */
export interface CodePartColumn<Key extends string = string> extends ColumnBase<Key> {
  readonly type: "codePart";
  /** The key of the whole code. */
  readonly of: string;
}

export const columnTypes = [
  "amount",
  "code",
  "label",
  "codedName",
  "quantity",
  "text",
  "codePart",
] as const satisfies readonly Column["type"][];

export type Column = AmountColumn | TextColumn | CodePartColumn;

/** `"收入/项目"` → `["收入", "项目"]`: specifications write a path with slashes; a slash that is printed is written `／`. */
type Paths = readonly [string, ...string[]];

const toPaths = (paths: Paths): readonly HeaderPath[] => paths.map((path) => path.split("/"));

export function amountColumn<const Key extends string>(key: Key, ...paths: Paths): AmountColumn<Key> {
  return { type: "amount", key, headers: toPaths(paths) };
}

export function textColumn<const Key extends string>(key: Key, ...paths: Paths): TextColumn<Key> {
  return { type: "text", key, headers: toPaths(paths) };
}

export function codeColumn<const Key extends string>(key: Key, ...paths: Paths): TextColumn<Key> {
  return { type: "code", key, headers: toPaths(paths) };
}

export function labelColumn(...paths: Paths): TextColumn<"label"> {
  return { type: "label", key: "label", headers: toPaths(paths) };
}

export function codedNameColumn<const Key extends string>(key: Key, ...paths: Paths): TextColumn<Key> {
  return { type: "codedName", key, headers: toPaths(paths) };
}

export function quantityColumn<const Key extends string>(key: Key, ...paths: Paths): TextColumn<Key> {
  return { type: "quantity", key, headers: toPaths(paths) };
}

const CODE_PARTS = ["Class", "Section", "Item"] as const;
type CodePart = (typeof CODE_PARTS)[number];

/**
 * A code that is printed in two or three columns. A part holds its own digits (`05`) or all up to its own (`20805`); an empty one before
 * it is that of the row above.
 *
 * @param paths The headers of 类, 款 and perhaps 项, each with its other wordings.
 * @example codePartColumns("code", ["科目编码/类"], ["科目编码/款"], ["科目编码/项"]) // keys codeClass, codeSection, codeItem
 */
export function codePartColumns<const Key extends string>(key: Key, ...paths: readonly Paths[]): CodePartColumn<`${Key}${CodePart}`>[] {
  return paths.slice(0, CODE_PARTS.length).map((headers, index) => ({
    type: "codePart",
    of: key,
    key: `${key}${CODE_PARTS[index] ?? "Item"}`,
    headers: toPaths(headers),
  }));
}

/**
 * A column that tables of the form may lack: it is read where it is printed, and not missed where it is not.
 *
 * @example optional(amountColumn("otherFunds", "其他资金"))
 */
export function optional<const Of extends Column>(column: Of): Of & { readonly optional: true } {
  return { ...column, optional: true };
}
