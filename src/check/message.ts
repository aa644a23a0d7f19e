import type { Decimal } from "../model/amount.ts";
import { reasonTexts } from "../model/check-reasons.ts";
import type { Finding } from "../model/check-report.ts";
import type { Bilingual } from "../model/locale.ts";
import { functionalClasses } from "../tables/functional-classes.ts";
import type { Context } from "./context.ts";

type Compared = Pick<Finding, "outcome" | "reason" | "left" | "right" | "residual" | "allowance">;

/** What a finding says, in both languages. */
export function findingMessage(sentence: Bilingual, compared: Compared, context: Context): Finding["message"] {
  const place = placeOf(context);
  const { outcome, reason, left, right, residual, allowance } = compared;
  if (outcome === "notChecked") {
    const why = reasonTexts[reason ?? "rowsMissing"];
    return { zh: `${place.zh}未核对：${why.zh}（${sentence.zh}）`, en: `${place.en}Not checked: ${why.en} (${sentence.en})` };
  }
  const empty = [...left.figures, ...right.figures].filter(
    ({ text, amount }) => amount === null && (text === null || text.trim() === ""),
  ).length;
  const blanks =
    empty === 0
      ? { zh: "", en: "" }
      : { zh: `；${empty} 个空白单元格按无计`, en: `; ${empty} blank cell${empty === 1 ? "" : "s"} counted as nothing` };
  const [leftText, rightText] = [money(left.value), money(right.value)];
  if (outcome === "consistent") {
    const rounding = residual?.isZero()
      ? { zh: "", en: "" }
      : {
          zh: `，差 ${money(residual)} 在舍入范围 ${plain(allowance)} 内`,
          en: `, ${money(residual)} apart, within the ${plain(allowance)} that rounding allows`,
        };
    return {
      zh: `${place.zh}${leftText} 与 ${rightText} 相符${rounding.zh}${blanks.zh}（${sentence.zh}）`,
      en: `${place.en}${leftText} agrees with ${rightText}${rounding.en}${blanks.en} (${sentence.en})`,
    };
  }
  return {
    zh: `${place.zh}${leftText} 与 ${rightText} 不符，差 ${money(residual)}，超出舍入允许的 ${plain(allowance)}${blanks.zh}（${sentence.zh}）`,
    en: `${place.en}${leftText} against ${rightText}: ${money(residual)} apart, more than the ${plain(allowance)} that rounding allows${blanks.en} (${sentence.en})`,
  };
}

function placeOf({ table, line, column, values, statement }: Context): Bilingual {
  if (table && line) {
    const { zh, en } = table.name;
    const name = column === undefined ? "" : table.columnName(column);
    return name === ""
      ? { zh: `${zh}“${line.label}”：`, en: `${en}, “${line.label}”: ` }
      : { zh: `${zh}“${line.label}”，${name}：`, en: `${en}, “${line.label}”, ${name}: ` };
  }
  if (statement) {
    const { sentence } = statement.stated;
    const short = sentence.length > 60 ? `${sentence.slice(0, 60)}…` : sentence;
    return { zh: `“${short}”：`, en: `“${short}”: ` };
  }
  const [attribute, value] = Object.entries(values ?? {})[0] ?? [];
  if (value === undefined) return { zh: "", en: "" };
  if (value === "total") return { zh: "合计：", en: "total: " };
  const name = attribute === "class" ? (functionalClasses.find(({ key }) => key === value)?.names[0] ?? value) : value;
  return { zh: `${name}：`, en: `${name}: ` };
}

/** An amount with at least two decimals and thousands separators. */
export function money(value: Decimal | null): string {
  if (value === null) return "–";
  if (value.isZero()) return "0.00";
  const digits = value.decimalPlaces() <= 2 ? value.toFixed(2) : value.toFixed();
  const [whole = "", decimals] = digits.split(".");
  return `${whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/gu, ",") : whole}.${decimals}`;
}

function plain(value: Decimal | null): string {
  return value?.toFixed() ?? "–";
}
