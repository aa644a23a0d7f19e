import type { Grid } from "../layout/region.ts";
import { displayWidth } from "../model/display-width.ts";
import { columnMap } from "./column-map.ts";
import { gridRows } from "./grid-rows.ts";
import type { TablePart } from "./table-part.ts";

/** What a line holds that cannot be broken: a word, a figure or one character, with the opening marks before it and the closing ones behind. */
const UNBREAKABLE = /^[（《“‘「【([]*(?:[\w.,%-]+|.)[，。；：、）】》”’！？)\]]*/u;

/**
 * How wide the widest line of each column's body cells is; undefined where a column prints none.
 *
 * Known for pages only: lines of text input are as wide as whoever typed them liked.
 */
export function widestLines(parts: readonly TablePart[], base: Grid): (number | undefined)[] {
  const widest: (number | undefined)[] = Array.from({ length: base.columnCount });
  for (const { grid, bodyFrom, bodyTo } of parts) {
    if (!grid.box) continue;
    const map = columnMap(grid, base);
    for (const cell of gridRows(grid).slice(bodyFrom, bodyTo).flat()) {
      const at = map[cell.column];
      if (at === undefined || cell.columnSpan > 1) continue;
      const widths = cell.lines.map((line, index) => displayWidth(line) + (index === 0 ? 2 * cell.indent : 0));
      widest[at] = Math.max(widest[at] ?? 0, ...widths);
    }
  }
  return widest;
}

/** Whether a text would have begun on the line before it, had the two been one: then no wrapping parted them. */
export function hadRoom(line: string, indent: number, rest: string, widest: number | undefined): boolean {
  const [beginning = ""] = UNBREAKABLE.exec(rest.trim()) ?? [];
  return widest !== undefined && 2 * indent + greatestWidth(line + beginning) <= widest - 1;
}

/** A line's width at most: capitals are wider than figures, and programs part Chinese from Latin letters by a quarter of an em. */
function greatestWidth(line: string): number {
  const capitals = line.match(/[A-Zmw]/gu)?.length ?? 0;
  const letters = line.match(/[a-z%&@]/gu)?.length ?? 0;
  const changes = line.match(/(?<=\p{Script=Han})(?=[\w%])|(?<=[\w%])(?=\p{Script=Han})/gu)?.length ?? 0;
  return displayWidth(line) + 0.8 * capitals + 0.3 * letters + 0.5 * changes;
}
