/**
 * A list of codes with their names, as the ministry publishes it (政府收支分类科目).
 *
 * A name has further wordings where the ministry has renamed the code, or where budgets print it otherwise.
 */
export interface Classification {
  /** By code, the present name first. */
  readonly names: Readonly<Record<string, readonly [string, ...string[]]>>;
  /** The year from which the list as a whole is valid. */
  readonly since: number;
  /** Years of single codes, as far as they are certain: the first and the last in which the code is valid. */
  readonly years: Readonly<Record<string, { readonly since?: number; readonly until?: number }>>;
  /** Lengths of code of which the list has every one, but for those under `open`; of others it has those that have been seen. */
  readonly complete: readonly number[];
  /** Codes of which not all that stand under them are listed. */
  readonly open: readonly string[];
}
