import { drawTable, ruleStyles, textWidth } from "./drawn-table.ts";
import type { NationalBudget, NationalTable } from "./national-budget.ts";
import { printed, type TinyPage, tinyPdf } from "./tiny-pdf.ts";

/** The budget as text whose cells are separated by tabs. */
export function nationalText({ heading, tables }: NationalBudget): string {
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

export interface PrintOptions {
  /** Rows of a table on one page; the rest stands on the next pages. */
  readonly rowsOnPage: number;
  /** The next pages print the header again. */
  readonly headerAgain: boolean;
  readonly rules: keyof typeof ruleStyles;
}

const SIZE = 9;
const WRAP = 26;

/** The budget as a PDF: a page a table, and one more where its rows are more than a page holds. */
export function nationalPdf({ heading, tables }: NationalBudget, options: PrintOptions): Uint8Array {
  const cover: TinyPage = { content: printed(heading, 120, 600, 20) };
  return tinyPdf([cover, ...tables.flatMap((table) => tablePages(table, options))]);
}

function tablePages(
  { caption, title, amountUnit, columns, numbers, rows, note }: NationalTable,
  { rowsOnPage, headerAgain, rules }: PrintOptions,
) {
  const header = headerRows(columns.map(({ path }) => path));
  const body = [...(numbers ? [numbers] : []), ...rows.map(({ cells }) => cells)];
  const sheets = Array.from({ length: Math.max(1, Math.ceil(body.length / rowsOnPage)) }, (_, at) =>
    body.slice(at * rowsOnPage, (at + 1) * rowsOnPage),
  );
  const drawing = (lines: readonly (readonly string[])[]) => lines.map((cells) => cells.map(wrapped).join(" | ")).join("\n");
  const { xs } = drawTable(drawing([...header, ...body]), { headerRows: header.length, size: SIZE });
  const width = (xs.at(-1) ?? 0) + 50;
  return sheets.map((sheet, index): TinyPage => {
    const top = index === 0 || headerAgain ? header : [];
    const table = drawTable(drawing([...top, ...sheet]), { headerRows: top.length, size: SIZE, xs, top: 110 });
    const height = Math.max(595, (table.ys.at(-1) ?? 0) + 80);
    const line = (text: string, x: number, y: number, size: number) => printed(text, x, height - y, size);
    const glyphs = table.glyphs.map(({ text, box, baseline, fontSize }) =>
      printed(/[()\\]/u.test(text) ? `\\${text}` : text, box[0], height - baseline, fontSize, text < "\u0080" ? "L" : "H"),
    );
    const borders = ruleStyles[rules](table).map(({ direction, position, from, to }) =>
      direction === "vertical"
        ? `${position} ${height - from} m ${position} ${height - to} l S\n`
        : `${from} ${height - position} m ${to} ${height - position} l S\n`,
    );
    const above =
      index > 0
        ? []
        : [
            ...(caption ? [line(caption, 50, 40, 10)] : []),
            line(title, (width - textWidth(title, 16)) / 2, 70, 16),
            line(amountUnit, width - 50 - textWidth(amountUnit, 9), 100, 9),
          ];
    const below = note && index === sheets.length - 1 ? [line(note, 50, (table.ys.at(-1) ?? 0) + 16, 9)] : [];
    return { content: [...above, "0.5 w\n", ...borders, ...glyphs, ...below].join(""), mediaBox: `[0 0 ${width} ${height}]` };
  });
}

/** A long label stands in two lines; what `drawTable` reads as marks is printed in full width. */
function wrapped(cell: string): string {
  const text = cell.replaceAll("/", "／");
  const letters = Array.from(text);
  return letters.length <= WRAP ? text : `${letters.slice(0, WRAP).join("")}/${letters.slice(WRAP).join("")}`;
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
