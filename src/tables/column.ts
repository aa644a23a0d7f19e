/** A header path from the outermost cell to the leaf, as printed without inner spaces. */
export type HeaderPath = readonly string[];

interface ColumnBase<Key extends string> {
  readonly key: Key;
  /** The path this form prints first, then every other wording that was seen. */
  readonly headers: readonly HeaderPath[];
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

export type Column = AmountColumn | TextColumn;

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
