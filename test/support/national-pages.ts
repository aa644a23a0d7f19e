import type { NationalBudget } from "./national-budget.ts";

/** The budget as text whose cells are separated by tabs. */
export function tabbedText({ heading, tables }: NationalBudget): string {
  const lines = tables.flatMap(({ caption, title, amountUnit, columns, numbers, rows, note }) => [
    ...(caption ? [caption] : []),
    title,
    amountUnit,
    ...headerRows(columns.map(({ path }) => path)).map((row) => row.map((cell) => cell.replace(/^[<^]$/u, "")).join("\t")),
    ...[numbers, ...rows.map(({ cells }) => cells)].flatMap((cells) => (cells ? [cells.join("\t")] : [])),
    ...(note ? [note] : []),
  ]);
  return [heading, ...lines, ""].join("\n");
}

/** Header paths as rows of a drawing: `<` and `^` where a cell spans. */
function headerRows(paths: readonly (readonly string[])[]): string[][] {
  const depth = Math.max(...paths.map(({ length }) => length));
  return Array.from({ length: depth }, (_, level) =>
    paths.map((path, at) => {
      if (level >= path.length) return "^";
      const before = paths[at - 1] ?? [];
      const isShared =
        path.length > level + 1 && before.length > level + 1 && path.slice(0, level + 1).every((word, index) => before[index] === word);
      return isShared ? "<" : (path[level] ?? "");
    }),
  );
}
