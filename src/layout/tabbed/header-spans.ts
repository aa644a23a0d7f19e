/** How far one header cell reaches over the blanks to its right and below it. */
export interface HeaderSpan {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/**
 * The merged cells of a header that was written with blanks for them.
 *
 * A blank to the right of a group belongs to the group when its column has a heading further down, as the group's own has; a blank below
 * a heading belongs to the heading when nothing stands further down. Any other blank is a cell of its own.
 *
 * @param rows Header rows, top to bottom, of equal length; an empty string for a blank.
 * @returns Every place of the header exactly once.
 */
export function headerSpans(rows: readonly (readonly string[])[]): readonly HeaderSpan[] {
  const width = rows[0]?.length ?? 0;
  const taken = rows.map(() => new Array<boolean>(width).fill(false));
  const filled = (row: number, column: number) => (rows[row]?.[column] ?? "") !== "";
  const filledBelow = (row: number, column: number) => rows.some((_, below) => below > row && filled(below, column));
  const spans: HeaderSpan[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken[row]?.[column]) continue;
      let columnSpan = 1;
      let rowSpan = 1;
      if (filled(row, column)) {
        const belongs = (next: number) => next < width && !taken[row]?.[next] && !filled(row, next) && filledBelow(row, next);
        if (filledBelow(row, column)) while (belongs(column + columnSpan)) columnSpan += 1;
        const blankBelow = (below: number) =>
          Array.from({ length: columnSpan }, (_, offset) => column + offset).every((c) => !filled(below, c));
        while (row + rowSpan < rows.length && blankBelow(row + rowSpan)) rowSpan += 1;
      }
      spans.push({ row, column, rowSpan, columnSpan });
      for (let r = row; r < row + rowSpan; r += 1) taken[r]?.fill(true, column, column + columnSpan);
    }
  }
  return spans;
}
