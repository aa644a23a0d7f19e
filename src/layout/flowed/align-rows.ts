import { displayWidth } from "../../model/display-width.ts";
import { openBrackets } from "../../model/open-brackets.ts";

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
/** What a cell costs that does not end at a full stop, where others do, or that leaves a bracket open. */
const OPEN = 3;
/** A line before the last of a cell is hardly shorter than this share of the widest. */
const SHORT = 0.7;

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
  const widest = Math.max(0, ...pages.flatMap(({ gaps, onAmounts }) => [...gaps.flat(), ...onAmounts].map((line) => displayWidth(line))));
  const edge = Math.min(...pages.flatMap(({ starts }) => [...starts.gaps.flat(), ...starts.onAmounts]));
  const ways = MODES.flatMap((mode) =>
    INDENTS.map((indent) => pages.map((page) => cheapest(page, { mode, indent, edge, sentences, widest }))),
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

interface Manner {
  readonly mode: Mode;
  readonly indent: (typeof INDENTS)[number];
  /** Where the column begins. */
  readonly edge: number;
  /** Whether cells of the column end at full stops. */
  readonly sentences: boolean;
  readonly widest: number;
}

/** @param equals Divisions that fit as well: where they differ, nothing tells where a row ends. */
function toAlignment({ uppers, costs }: State, equals: readonly State[], { onAmounts, gaps }: ColumnLines): Alignment {
  const shares = onAmounts.map((_, row) => ({ above: (gaps[row]?.length ?? 0) - (uppers[row] ?? 0), below: uppers[row + 1] ?? 0 }));
  const differs = (gap: number) => equals.some((other) => other.uppers[gap] !== uppers[gap]);
  const uncertain = onAmounts.flatMap((_, row) => ((costs[row + 1] ?? 0) > OPEN || differs(row) || differs(row + 1) ? [row] : []));
  return { shares, uncertain, carried: uppers[0] ?? 0 };
}

function cheapest({ onAmounts, gaps, starts, filled, carry }: ColumnLines, { mode, indent, edge, sentences, widest }: Manner): State {
  const lengthOf = (gap: number) => gaps[gap]?.length ?? 0;
  const isOpen = (text: string | undefined) => sentences && text !== undefined && text !== "" && !FINISHED.test(text);
  const isShort = (text: string) => displayWidth(text) < widest * SHORT;
  const last = onAmounts.length - 1;
  let states: readonly State[] = upTo(carry === "no" ? 0 : lengthOf(0)).map((carried) => {
    const cost = carryCost(carried, lengthOf(0), carry) + (isOpen(gaps[0]?.[carried - 1]) ? OPEN : 0);
    return { uppers: [carried], costs: [cost], cost };
  });
  for (const [row, on] of onAmounts.entries()) {
    states = (row === last ? [lengthOf(row + 1)] : upTo(lengthOf(row + 1))).map((below) => {
      const options = states.map((state) => {
        const above = lengthOf(row) - (state.uppers[row] ?? 0);
        const lines = [
          ...(gaps[row]?.slice(lengthOf(row) - above) ?? []),
          ...(on === "" ? [] : [on]),
          ...(gaps[row + 1]?.slice(0, below) ?? []),
        ];
        const open = isOpen(lines.at(-1));
        const cut = row === last && open;
        const share = shareCost(above, below, on !== "", mode);
        const empty = filled && row !== last && lines.length === 0 ? 6 : 0;
        const unclosed = filled && row !== last && openBrackets(lines.join("")) !== 0 ? OPEN : 0;
        const several = filled ? OPEN * lines.slice(1).filter((line) => CODED.test(line)).length : 0;
        const short = OPEN * lines.slice(0, -1).filter(isShort).length;
        const begins = [
          ...(starts.gaps[row]?.slice(lengthOf(row) - above) ?? []),
          ...(on === "" ? [] : [starts.onAmounts[row] ?? 0]),
          ...(starts.gaps[row + 1]?.slice(0, below) ?? []),
        ];
        const misplaced = filled
          ? begins.slice(1).filter((from) => from > 1 + (indent === "firstLine" ? edge : (begins[0] ?? 0))).length
          : 0;
        const cost = misplaced * OPEN + (cut ? Math.min(share, 1) : share + (open ? OPEN : 0)) + empty + unclosed + several + short;
        return { uppers: [...state.uppers, below], costs: [...state.costs, cost], cost: state.cost + cost };
      });
      return cheaper(options);
    });
  }
  return cheaper(states);
}

function carryCost(carried: number, available: number, carry: ColumnLines["carry"]): number {
  if (carry === "expected") return carried === 0 && available > 0 ? 6 : 0;
  return carried === 0 ? 0 : 4;
}

function upTo(most: number): readonly number[] {
  return Array.from({ length: most + 1 }, (_, count) => count);
}

function cheaper(states: readonly State[]): State {
  return states.reduce((best, next) => (next.cost < best.cost ? next : best));
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
