import { compactText } from "../../model/compact-text.ts";
import { type Notice, notice } from "../../model/diagnostic.ts";
import { groupBy } from "../../model/group-by.ts";
import { bareLabel } from "../../model/label-words.ts";
import type { RowGrammar } from "../../tables/row-grammar.ts";
import type { FlowedRow } from "./flowed-row.ts";

/** A row that names a code of a classification. */
interface NamedRow {
  readonly row: FlowedRow;
  /** The column of the name. */
  readonly column: number;
  readonly code: string;
  readonly name: string;
}

export interface ComparedNames {
  /** Rows that are read otherwise than they are printed. */
  readonly replaced: ReadonlyMap<FlowedRow, FlowedRow>;
  readonly notices: readonly Notice[];
}

/**
 * Compares the names that the tables of a document give the same code.
 *
 * A name with the characters of the usual one in another order was shuffled where a converter laid two lines into one: it is read as the
 * other tables print it. A name that is a part of another one has lost words to a neighbouring row, or the other has gained some.
 */
export function compareNames(tables: readonly { readonly rows: readonly FlowedRow[]; readonly grammar: RowGrammar }[]): ComparedNames {
  const named = tables.flatMap(({ rows, grammar }) => (isClassified(grammar) ? rows.flatMap(toNamed) : []));
  const replaced = new Map<FlowedRow, FlowedRow>();
  const notices: Notice[] = [];
  for (const rows of groupBy(named, ({ code }) => code).values()) {
    const count = (name: string) => rows.filter((other) => other.name === name).length;
    for (const own of rows) {
      const others = rows.filter(({ name }) => name !== own.name && count(name) >= count(own.name));
      const proper = others.find(({ name }) => isShuffled(own.name, name) && count(name) > count(own.name));
      const unlike = others.find(({ name }) => isShuffled(own.name, name) || name.includes(own.name) || own.name.includes(name));
      const other = proper ?? unlike;
      if (!other) continue;
      if (proper) replaced.set(own.row, renamed(own, proper));
      const fields = { line: own.row.line, text: own.name, name: other.name, other: other.row.line };
      notices.push(notice(proper ? "layout.words-shuffled" : "layout.names-differ", fields, { page: own.row.pageNumber }));
    }
  }
  return { replaced, notices };
}

function isClassified({ grammar }: RowGrammar): boolean {
  return grammar === "functional" || grammar === "economic";
}

/** `2080505` beside its name, or each `[30101]基本工资` of the row. */
function toNamed(row: FlowedRow): readonly NamedRow[] {
  const texts = row.cells.map((cell) => compactText(cell?.lines.join("") ?? ""));
  const [first = "", second = ""] = texts;
  if (/^\d{3,7}$/u.test(first) && second !== "") return [{ row, column: 1, code: first, name: bareLabel(second) }];
  return texts.flatMap((text, column) => {
    const [, code = "", name = ""] = /^\((\d{3,7})\)(\D.*)$/u.exec(text.replace("[", "(").replace("]", ")")) ?? [];
    return code === "" ? [] : [{ row, column, code, name: bareLabel(name) }];
  });
}

function isShuffled(name: string, other: string): boolean {
  return name !== other && [...name].sort().join("") === [...other].sort().join("");
}

function renamed({ row, column }: NamedRow, proper: NamedRow): FlowedRow {
  const cell = proper.row.cells[proper.column];
  const lines = proper.column === column ? cell?.lines : undefined;
  const indent = row.cells[column]?.indent ?? 0;
  return lines ? { ...row, cells: row.cells.with(column, { lines, indent }) } : row;
}
