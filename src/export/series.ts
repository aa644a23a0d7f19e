import type { Decimal } from "../model/amount.ts";

/** What a series follows: totals of the organisation, functional codes, economic codes, or the lines of the three public expenses. */
export const seriesBy = ["organization", "functional", "economic", "threePublic"] as const;
export type SeriesBy = (typeof seriesBy)[number];

/** Why a year has no amount in a series. */
export type MissingReason =
  /** The document has no such table: its form lacks it, or its pages are missing. */
  | "tableMissing"
  /** The table has no such row. */
  | "rowMissing"
  /** Rows of the table are missing from the input, this one among them. */
  | "tableIncomplete"
  /** The cell is empty or prints a dash: nothing, not zero. */
  | "blank"
  /** The cell prints something that is not a number. */
  | "unreadable"
  /** Two documents of the same organisation and year, or two rows of one table, print different amounts. */
  | "contradictory";

/** Why a change cannot be given, or not as a percentage. */
export type NotComparable =
  /** No year before has an amount. */
  | "noEarlierYear"
  /** This year has no amount: see `missing`. */
  | "noAmount"
  /** The earlier amount is zero (基数为0，不可比): there is a change, but no percentage. */
  | "baseIsZero"
  /** The two sums hold different lines (口径不同), and those are not all printed in the earlier year. */
  | "composedOtherwise";

/** One year of a series. */
export interface SeriesPoint {
  readonly fiscalYear: number;
  /** In 万元; null with a reason in `missing`. */
  readonly amount: Decimal | null;
  readonly missing?: MissingReason;
  /** Year that the change is counted from: the nearest earlier one with an amount, which need not be the year before. */
  readonly comparedWith?: number;
  /**
   * The earlier amount put together as this year's is composed, where that is another than the one printed: the change is counted from it.
   * 本年收入合计 of 2026 holds 上级补助收入, that of 2024 has it below.
   */
  readonly comparedAmount?: Decimal;
  /** Names of what only one of the two sums holds, where that is money. */
  readonly differing?: readonly string[];
  /** In 万元, signed. */
  readonly change: Decimal | null;
  /** In per cent with two decimals, signed. */
  readonly percentage: Decimal | null;
  readonly notComparable?: NotComparable;
  /** Name that this year prints, where it differs from the name of the series. */
  readonly printedName?: string;
  /** Names of the lines that are added up, where the year prints the figure by its parts only: 其他资金 in 2026. */
  readonly sumOf?: readonly string[];
  /** Where the amount stands; several figures where they are added up: a code printed more than once, a sum printed by its parts. */
  readonly figures: readonly SeriesFigure[];
}

export interface SeriesFigure {
  readonly sourceName: string | null;
  readonly sourceSha256: string;
  readonly form: string;
  readonly tableKind: string;
  readonly tableNumber: number | null;
  readonly page: number | null;
  readonly printedText: string | null;
}

/** The same figure of one organisation over the years. */
export interface Series {
  readonly organizationName: string;
  readonly organizationCode: string | null;
  readonly organizationKind: "department" | "unit";
  /** Table kind that the figure is read from. */
  readonly tableKind: string;
  /** As the latest year prints it. */
  readonly tableTitle: string;
  /** Functional or economic code, or the glossary's key. */
  readonly key: string;
  /** As the latest year prints it. */
  readonly name: string;
  /** One a year for which a document of the organisation was given, in order. */
  readonly points: readonly SeriesPoint[];
}

/** A document that no series can take in. */
export interface ExcludedDocument {
  readonly sourceName: string | null;
  readonly sourceSha256: string;
  /** `sameDocument`: the bytes were given twice. */
  readonly reason: "noFiscalYear" | "noOrganization" | "sameDocument";
}

export interface SeriesReport {
  readonly by: SeriesBy;
  readonly series: readonly Series[];
  readonly excluded: readonly ExcludedDocument[];
}
