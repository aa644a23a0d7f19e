import type { Cause, Finding, ReportFigure } from "../../model/check-report.ts";
import type { PlaceNames } from "../../model/figure-place.ts";
import type { Bilingual } from "../../model/locale.ts";
import type { Checked, Correction } from "../checked.ts";
import type { LikelyCause } from "./causes-of.ts";
import type { Hypothesis } from "./hypothesis.ts";

const SEVERITIES = ["error", "warning", "info"] as const;
const MOST_ALTERNATIVES = 5;

/** Causes as the report gives them: the worst first, then those that explain most. */
export function toCauses(
  causes: readonly LikelyCause[],
  checked: readonly Checked[],
  findings: readonly Finding[],
  names: PlaceNames,
): Cause[] {
  const places = new Map(checked.map((one, index) => [one, index]));
  return causes
    .map((cause) => toCause(cause, places, findings, names))
    .sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings.length - a.findings.length);
}

function toCause(cause: LikelyCause, places: ReadonlyMap<Checked, number>, findings: readonly Finding[], names: PlaceNames): Cause {
  const { kind, corrections, explains, contradicts, alternatives } = cause;
  const explained = explains.flatMap((one) => places.get(one) ?? []).sort((a, b) => a - b);
  return {
    kind,
    severity: SEVERITIES.find((severity) => explained.some((index) => findings[index]?.severity === severity)) ?? "info",
    corrections: corrections.map(reported),
    findings: explained,
    rules: [...new Set(explains.map(({ rule }) => rule.id))],
    contradicts,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES).map(({ corrections: [first] }) => reported(first)),
    message: causeText(cause, names),
  };
}

function reported({ place, expected, amount }: Correction): Cause["corrections"][number] {
  return { figure: place, expected, amount };
}

/** What is printed, where, and what should be. */
function causeText({ kind, corrections }: Hypothesis, names: PlaceNames): Finding["message"] {
  const [{ place, expected }, ...others] = corrections;
  switch (kind) {
    case "extraRow": {
      const { zh, en } = names.row(place);
      return { zh: `${zh} 多出一行，应删去`, en: `${en} is one row too many` };
    }
    case "missingRow":
    case "missingPart": {
      const { zh, en } = kind === "missingRow" ? names.row(place) : names.under(place);
      const amounts = listed(corrections, names);
      return amounts === "" ? { zh, en } : { zh: `${zh}，应有 ${amounts}`, en: `${en}, which should read ${amounts}` };
    }
    default: {
      const was = printed(place);
      if (others.length > 0) {
        const { zh, en } = names.row(place);
        const amounts = listed(corrections, names);
        return { zh: `${zh} ${was.zh}，应为 ${amounts}`, en: `${en}: ${was.en}, should be ${amounts}` };
      }
      const { zh, en } = names.place(place);
      return { zh: `${zh} ${was.zh}，应为 ${expected}`, en: `${en}: ${was.en}, should be ${expected}` };
    }
  }
}

function listed(corrections: readonly Correction[], names: PlaceNames): string {
  return corrections
    .filter(({ expected, amount }) => expected !== null && !amount?.isZero())
    .map(({ place, expected }) => `${names.column(place)} ${expected}`.trim())
    .join(", ");
}

function printed(place: ReportFigure): Bilingual {
  const text = place.text?.trim();
  return text ? { zh: text, en: text } : { zh: "空白", en: "blank" };
}
