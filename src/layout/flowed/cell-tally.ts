/** What a cell costs that does not end at a full stop, where others do, or that leaves a bracket open. */
export const OPEN = 3;

/** What of a line counts when cells are divided. */
export interface MarkedLine {
  readonly from: number;
  /** Whether a cell that ends with it does not end at a full stop, where others do. */
  readonly open: boolean;
  readonly short: boolean;
  readonly coded: boolean;
  readonly brackets: number;
}

/** The lines of one cell, added from the top, and what of them speaks against their being one. */
export class CellTally {
  last: MarkedLine | undefined;
  private short = 0;
  private coded = 0;
  private misplaced = 0;
  private brackets = 0;
  private indent: number | undefined;

  constructor(private readonly indentOfAll: number | undefined) {}

  add(line: MarkedLine | undefined): void {
    if (!line) return;
    this.indent ??= this.indentOfAll ?? line.from;
    if (this.last) {
      if (this.last.short) this.short++;
      if (line.coded) this.coded++;
      if (line.from > 1 + this.indent) this.misplaced++;
    }
    this.brackets += line.brackets;
    this.last = line;
  }

  faults(filled: boolean, isLast: boolean): number {
    if (!filled) return OPEN * this.short;
    const empty = !isLast && !this.last ? 6 : 0;
    const unclosed = !isLast && this.brackets !== 0 ? OPEN : 0;
    return empty + unclosed + OPEN * (this.short + this.coded + this.misplaced);
  }
}
