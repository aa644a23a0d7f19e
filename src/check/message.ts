import type { Decimal } from "../model/amount.ts";
import { reasonTexts } from "../model/check-reasons.ts";
import type { Finding } from "../model/check-report.ts";
import type { PlaceNames } from "../model/figure-place.ts";
import { groupThousands } from "../model/group-thousands.ts";
import type { Bilingual } from "../model/locale.ts";
import type { Checked, WeightedFigure } from "./checked.ts";
import { sumOf } from "./interval.ts";

/** What a finding says, in both languages: where both sides stand, what they come to, how far they are apart, and what the rule is. */
export function messageOf(checked: Checked, names: PlaceNames): Finding["message"] {
  const { rule, outcome, reason, remark } = checked;
  const { zh, en } = remark ? remarkText(remark, names) : comparisonText(checked, names);
  const why = outcome === "notChecked" ? reasonTexts[reason ?? "rowsMissing"] : undefined;
  return {
    zh: `${zh}${why ? `：未核对，${why.zh}` : ""}（${rule.sentence.zh}）`,
    en: `${en}${why ? `: not checked, ${why.en}` : ""} (${rule.sentence.en})`,
  };
}

function remarkText({ left, right, text }: NonNullable<Checked["remark"]>, names: PlaceNames): Bilingual {
  const [first] = [...left, ...right];
  if (!first) return text;
  const { zh, en } = names.row(first);
  return { zh: `${zh}：${text.zh}`, en: `${en}: ${text.en}` };
}

function comparisonText({ outcome, left, right, compared }: Checked, names: PlaceNames): Bilingual {
  const [a, b] = [sideText(left, names), sideText(right, names)];
  if (!compared || outcome === "notChecked")
    return { zh: [a.zh, b.zh].filter(Boolean).join("，"), en: [a.en, b.en].filter(Boolean).join(", ") };
  const { residual, allowance, relation } = compared;
  const blanks = blanksText([...left, ...right]);
  const [apart, allowed] = [money(residual), allowance.toFixed()];
  if (outcome === "consistent") {
    const within =
      residual.isZero() || (relation === "atMost" && residual.isNegative())
        ? { zh: "", en: "" }
        : { zh: `，差 ${apart}，在舍入范围内（不足 ${allowed}）`, en: `, ${apart} apart, within rounding (less than ${allowed})` };
    return relation === "atMost"
      ? { zh: `${a.zh}，不大于 ${b.zh}${within.zh}${blanks.zh}`, en: `${a.en} is at most ${b.en}${within.en}${blanks.en}` }
      : { zh: `${a.zh}，与 ${b.zh} 相符${within.zh}${blanks.zh}`, en: `${a.en} agrees with ${b.en}${within.en}${blanks.en}` };
  }
  const bound = allowance.isZero()
    ? { zh: "", en: "" }
    : { zh: `，舍入只允许不足 ${allowed}`, en: `, rounding allows less than ${allowed}` };
  return relation === "atMost"
    ? { zh: `${a.zh}，大于 ${b.zh}，超出 ${apart}${bound.zh}`, en: `${a.en} is more than ${b.en}, by ${apart}${bound.en}` }
    : { zh: `${a.zh}，与 ${b.zh} 不符，差 ${apart}${bound.zh}`, en: `${a.en} against ${b.en}: ${apart} apart${bound.en}` };
}

function blanksText(terms: readonly WeightedFigure[]): Bilingual {
  const { length } = terms.filter(({ figure: { state } }) => state === "blank" || state === "empty" || state === "unsure");
  if (length === 0) return { zh: "", en: "" };
  return { zh: `；${length} 个空白单元格按无计`, en: `; ${length} blank cell${length === 1 ? "" : "s"} counted as nothing` };
}

const MOST_ROWS = 6;

/** One side: a figure with its place; the columns of one row; the rows of one column; or the figures one by one. Zeros are left out beside others. */
function sideText(all: readonly WeightedFigure[], names: PlaceNames): Bilingual {
  const counted = all.filter(({ weight }) => weight !== "upTo");
  const open = all.filter(({ weight, figure }) => weight === "upTo" && !figure.value.isZero());
  const filled = counted.filter(({ figure }) => !figure.value.isZero());
  const terms = filled.length > 0 ? filled : counted.slice(0, 1);
  const { zh, en } = termsText(terms, filled.length === 0, names);
  if (open.length === 0) return { zh, en };
  const most = money(sumOf(open.map(({ figure }) => ({ figure, weight: "plus" }))).value);
  return { zh: `${zh}（另可有至多 ${most}）`, en: `${en} (and at most ${most} besides)` };
}

function termsText(terms: readonly WeightedFigure[], empty: boolean, names: PlaceNames): Bilingual {
  const [first] = terms;
  if (!first) return { zh: "", en: "" };
  const value = money(sumOf(terms).value);
  const place = first.figure.place;
  if (empty && first.figure.state === "absent") return names.row(place);
  if (terms.length === 1) {
    const { zh, en } = names.place(place);
    const printed = empty && first.figure.state === "blank" ? { zh: "空白", en: "blank" } : { zh: value, en: value };
    return { zh: `${zh} ${printed.zh}`, en: `${en} ${printed.en}` };
  }
  const places = terms.map(({ figure }) => figure.place);
  if (places.every((other) => "row" in other && "row" in place && other.kind === place.kind && other.row === place.row)) {
    const columns = signed(terms, (term) => names.column(term.figure.place));
    const { zh, en } = names.row(place);
    return { zh: `${zh}${columns} ${value}`, en: `${en}, ${columns} ${value}` };
  }
  const rows = places.flatMap((other) =>
    "row" in other && "row" in place && other.kind === place.kind && other.key === place.key ? other.row + 1 : [],
  );
  if (rows.length === terms.length && "row" in place) {
    const { zh, en } = names.table(place);
    const column = names.column(place);
    const shown = rows.slice(0, MOST_ROWS);
    const more = rows.length - shown.length;
    return {
      zh: `${zh} 第${shown.join("、")}${more > 0 ? `等 ${rows.length} ` : ""}行${column}之和 ${value}`,
      en: `${en}, rows ${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}, ${column} together ${value}`,
    };
  }
  const shown = terms.slice(0, MOST_ROWS);
  const more = terms.length - shown.length;
  return {
    zh: `${signed(shown, ({ figure }) => `${names.place(figure.place).zh} ${money(figure.value)}`)}${more > 0 ? `等 ${terms.length} 个数` : ""}，合 ${value}`,
    en: `${signed(shown, ({ figure }) => `${names.place(figure.place).en} ${money(figure.value)}`)}${more > 0 ? ` and ${more} more` : ""}, together ${value}`,
  };
}

function signed(terms: readonly WeightedFigure[], text: (term: WeightedFigure) => string): string {
  return terms.map((term, index) => `${term.weight === "minus" ? "－" : index > 0 ? "＋" : ""}${text(term)}`).join("");
}

/** An amount with at least two decimals and thousands separators. */
export function money(value: Decimal | null): string {
  if (value === null) return "–";
  if (value.isZero()) return "0.00";
  return groupThousands(value.decimalPlaces() <= 2 ? value.toFixed(2) : value.toFixed());
}
