import type { CheckReport, Locale } from "gz-budget";
import { element } from "./element.ts";
import { withCommas } from "./money.ts";
import { say } from "./words.ts";

type Finding = CheckReport["findings"][number];
type Figure = Finding["left"]["figures"][number];
type Outcome = Finding["outcome"];

const OUTCOMES = ["inconsistent", "notChecked", "consistent"] as const satisfies readonly Outcome[];
const AT_ONCE = 50;

/** What the checks say, worst first; each figure leads to its place. */
export function findingsView(report: CheckReport, locale: Locale, onFigure: (figure: Figure) => void): HTMLElement {
  const { summary, coverage, findings } = report;
  const list = element("div", { class: "finding-list" });
  const tabs = OUTCOMES.map((outcome) =>
    element(
      "button",
      { type: "button", class: `pill ${outcome}`, "aria-pressed": "false", onclick: () => choose(outcome) },
      `${say(locale, outcome)} ${summary[outcome]}`,
    ),
  );

  function choose(outcome: Outcome): void {
    for (const [index, button] of tabs.entries()) button.setAttribute("aria-pressed", String(OUTCOMES[index] === outcome));
    const chosen = findings.filter((finding) => finding.outcome === outcome);
    list.replaceChildren();
    show(chosen, 0);
  }

  function show(chosen: readonly Finding[], from: number): void {
    list.append(...chosen.slice(from, from + AT_ONCE).map((finding) => findingCard(finding, locale, onFigure)));
    const rest = chosen.length - from - AT_ONCE;
    if (rest <= 0) return;
    const more: HTMLButtonElement = element(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: () => {
          more.remove();
          show(chosen, from + AT_ONCE);
        },
      },
      say(locale, "more", { n: rest }),
    );
    list.append(more);
  }

  choose(OUTCOMES.find((outcome) => summary[outcome] > 0) ?? "consistent");
  const share = coverage.nonZeroFigures === 0 ? "0" : ((100 * coverage.nonZeroCovered) / coverage.nonZeroFigures).toFixed(1);
  return element(
    "section",
    { class: "findings" },
    summary.inconsistent === 0 && element("p", { class: "good" }, say(locale, "allConsistent", { n: summary.consistent })),
    element("p", { class: "muted" }, say(locale, "coverage", { share })),
    element("div", { class: "pills", role: "group" }, ...tabs),
    list,
  );
}

function findingCard(finding: Finding, locale: Locale, onFigure: (figure: Figure) => void): HTMLElement {
  const { outcome, severity, rule, message, left, right, residual, allowance } = finding;
  const side = (name: "left" | "right") => {
    const { value, figures } = name === "left" ? left : right;
    if (figures.length === 0) return null;
    const buttons = figures
      .slice(0, 40)
      .map((figure) =>
        element(
          "button",
          { type: "button", class: "figure-link", title: say(locale, "showPage"), onclick: () => onFigure(figure) },
          figure.text ?? (figure.amount ? withCommas(figure.amount) : "∅"),
        ),
      );
    return element("p", { class: "side" }, element("b", {}, `${say(locale, name)}${value ? ` ${withCommas(value)}` : ""}`), ...buttons);
  };
  return element(
    "article",
    { class: `finding ${outcome} ${severity}` },
    element("h3", {}, message[locale]),
    side("left"),
    side("right"),
    element(
      "p",
      { class: "muted" },
      rule,
      residual && ` · ${say(locale, "residual")} ${residual.toFixed()}`,
      allowance && ` · ${say(locale, "allowance")} ±${allowance.toFixed()}`,
    ),
  );
}
