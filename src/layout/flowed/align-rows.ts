import { displayWidth } from "../../model/display-width.ts";
import { greatest, least } from "../../model/long-lists.ts";
import { openBrackets } from "../../model/open-brackets.ts";
import { CellTally, type MarkedLine, OPEN } from "./cell-tally.ts";

/** How many lines of one column belong to a row: above and below the line on which the row's amounts stand. */
export interface RowShare {
  readonly above: number;
  readonly below: number;
}

/** The lines of one text column on one page, counted against the lines of amounts. */
export interface ColumnLines {
  /** The column's text on each line of amounts; empty where it has none. */
  readonly onAmounts: readonly string[];
  /** The column's lines before the first line of amounts, between each two, and after the last. */
  readonly gaps: readonly (readonly string[])[];
  /** Where the lines on the amounts and those in the gaps begin, in columns of the text. */
  readonly starts: { readonly onAmounts: readonly number[]; readonly gaps: readonly (readonly number[])[] };
  /** Whether every row has text in the column: a label. */
  readonly filled: boolean;
  /** Whether the first lines may go on from the page before: they do when that one ends in the middle of a cell. */
  readonly carry: "no" | "possible" | "expected";
}

export interface Alignment {
  readonly shares: readonly RowShare[];
  /** Rows whose lines stand out of line with those of the others, so that where they end is not certain. */
  readonly uncertain: readonly number[];
  /** Lines at the top that belong to the row before, on another page. */
  readonly carried: number;
}

/** How a row of a classification begins that prints code and name in one cell. */
const CODED = /^[[［【]\d{3,}[\]］】]/u;
const FINISHED = /[。！？]$/u;
/** A middle between two lines has the amounts on the upper or on the lower one, throughout a table. */
const MODES = ["centreUpper", "centreLower", "top", "bottom"] as const;
type Mode = (typeof MODES)[number];
/** How the lines of a label begin: only the first one is indented, or all of them alike. */
const INDENTS = ["firstLine", "wholeCell"] as const;
/** A line before the last of a cell is hardly shorter than this share of the widest. */
const SHORT = 0.7;
/** No page has so many lines: a longer gap goes to one of its rows as a whole, since the search grows with its square. */
const MOST_LINES = 200;

/**
 * Divides the lines between the amounts of two rows: those below the upper amounts, and those above the lower ones.
 *
 * Cells are centred in their row, or begin at its top, or end at its bottom, all pages in the same way; among the divisions that fit,
 * one that ends cells at a full stop and closes the brackets of labels is better. A row that a page break cuts may be out of line.
 *
 * @param pages The column on each page of the table.
 */
export function alignRows(pages: readonly ColumnLines[]): readonly Alignment[] {
  const sentences = pages.some(({ gaps }) => gaps.flat().some((line) => FINISHED.test(line)));
  const widest = greatest(
    pages.flatMap(({ gaps, onAmounts }) => [...gaps.flat(), ...onAmounts].map((line) => displayWidth(line))),
    0,
  );
  const edge = least(pages.flatMap(({ starts }) => [...starts.gaps.flat(), ...starts.onAmounts]));
  const marked = pages.map((page) => markLines(page, sentences, widest));
  const ways = MODES.flatMap((mode) =>
    INDENTS.map((indent) => marked.map((page) => cheapest(page, { mode, indentOfAll: indent === "firstLine" ? edge : undefined }))),
  );
  const total = (way: readonly State[]) => way.reduce((sum, { cost }) => sum + cost, 0);
  const best = ways.reduce((cheapestWay, way) => (total(way) < total(cheapestWay) ? way : cheapestWay));
  const equals = ways.filter((way) => total(way) === total(best));
  return best.map((state, index) =>
    toAlignment(
      state,
      equals.map((way) => way[index] as State),
      pages[index] as ColumnLines,
    ),
  );
}

/** Whether a cell's last line shows that it has come to its end. */
export function isFinished(line: string): boolean {
  return FINISHED.test(line);
}

interface State {
  /** For each gap so far, how many of its lines belong to the row above it. */
  readonly uppers: readonly number[];
  /** What each row so far costs, after what is carried. */
  readonly costs: readonly number[];
  readonly cost: number;
}

/** A state, its last step first, so that all that share their beginning share it in memory too. */
interface Step {
  readonly upper: number;
  readonly own: number;
  readonly cost: number;
  readonly before: Step | undefined;
}

interface Manner {
  readonly mode: Mode;
  /** Where all lines of the column begin; undefined where those of each cell begin like its first. */
  readonly indentOfAll: number | undefined;
}

interface MarkedColumn extends Pick<ColumnLines, "filled" | "carry"> {
  readonly onAmounts: readonly (MarkedLine | undefined)[];
  readonly gaps: readonly (readonly MarkedLine[])[];
}

/** @param sentences Whether cells of the column end at full stops. */
function markLines({ onAmounts, gaps, starts, filled, carry }: ColumnLines, sentences: boolean, widest: number): MarkedColumn {
  const marked = (text: string, from: number): MarkedLine => ({
    from,
    open: sentences && text !== "" && !FINISHED.test(text),
    short: displayWidth(text) < widest * SHORT,
    coded: CODED.test(text),
    brackets: openBrackets(text),
  });
  return {
    filled,
    carry,
    onAmounts: onAmounts.map((text, row) => (text === "" ? undefined : marked(text, starts.onAmounts[row] ?? 0))),
    gaps: gaps.map((lines, gap) => lines.map((text, line) => marked(text, starts.gaps[gap]?.[line] ?? 0))),
  };
}

/** @param equals Divisions that fit as well: where they differ, nothing tells where a row ends. */
function toAlignment({ uppers, costs }: State, equals: readonly State[], { onAmounts, gaps }: ColumnLines): Alignment {
  const shares = onAmounts.map((_, row) => ({ above: (gaps[row]?.length ?? 0) - (uppers[row] ?? 0), below: uppers[row + 1] ?? 0 }));
  const differs = (gap: number) => equals.some((other) => other.uppers[gap] !== uppers[gap]);
  const uncertain = onAmounts.flatMap((_, row) => ((costs[row + 1] ?? 0) > OPEN || differs(row) || differs(row + 1) ? [row] : []));
  return { shares, uncertain, carried: uppers[0] ?? 0 };
}

function cheapest({ onAmounts, gaps, filled, carry }: MarkedColumn, { mode, indentOfAll }: Manner): State {
  const last = onAmounts.length - 1;
  const top = gaps[0] ?? [];
  let steps: readonly Step[] = (carry === "no" ? [0] : divisions(top.length)).map((carried) => {
    const cost = carryCost(carried, top.length, carry) + (top[carried - 1]?.open ? OPEN : 0);
    return { upper: carried, own: cost, cost, before: undefined };
  });
  for (const [row, on] of onAmounts.entries()) {
    const [over, under] = [gaps[row] ?? [], gaps[row + 1] ?? []];
    const wanted = row === last ? [under.length] : divisions(under.length);
    const best = new Map<number, Step>();
    for (const before of steps) {
      const above = over.length - before.upper;
      const cell = new CellTally(indentOfAll);
      for (let line = before.upper; line < over.length; line++) cell.add(over[line]);
      cell.add(on);
      let below = 0;
      for (const upper of wanted) {
        while (below < upper) cell.add(under[below++]);
        const open = cell.last?.open === true;
        const share = shareCost(above, upper, on !== undefined, mode);
        const own = (row === last && open ? Math.min(share, 1) : share + (open ? OPEN : 0)) + cell.faults(filled, row === last);
        const cost = before.cost + own;
        if (cost < (best.get(upper)?.cost ?? Number.POSITIVE_INFINITY)) best.set(upper, { upper, own, cost, before });
      }
    }
    steps = [...best.values()];
  }
  return unwound(steps.reduce((cheaper, next) => (next.cost < cheaper.cost ? next : cheaper)));
}

/** How many of the lines between two rows may belong to the upper one. */
function divisions(lines: number): readonly number[] {
  return lines > MOST_LINES ? [0, lines] : Array.from({ length: lines + 1 }, (_, count) => count);
}

function unwound(last: Step): State {
  const steps: Step[] = [];
  for (let step: Step | undefined = last; step; step = step.before) steps.push(step);
  steps.reverse();
  return { uppers: steps.map(({ upper }) => upper), costs: steps.map(({ own }) => own), cost: last.cost };
}

function carryCost(carried: number, available: number, carry: ColumnLines["carry"]): number {
  if (carry === "expected") return carried === 0 && available > 0 ? 6 : 0;
  return carried === 0 ? 0 : 4;
}

/** A row can be out of line for other reasons too: what that costs is limited. */
function shareCost(above: number, below: number, on: boolean, mode: Mode): number {
  if (above + below === 0) return 0;
  if (mode === "centreUpper" || mode === "centreLower") {
    // An even number of lines has its middle between two of them.
    const even = on && (above + below) % 2 === 1;
    const usual = mode === "centreUpper" ? above < below : above > below;
    return Math.min(4 * (Math.abs(above - below) - (even ? 1 : 0)) + (even ? (usual ? 0.5 : 1) : 0), 6);
  }
  return Math.min(4 * (mode === "top" ? above : below) + (on ? 0.5 : 4), 6);
}
