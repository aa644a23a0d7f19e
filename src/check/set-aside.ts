import type { ReportFigure } from "../model/check-report.ts";
import { compactText } from "../model/compact-text.ts";
import type { SilencedFinding } from "../model/silenced-finding.ts";
import type { Checked } from "./checked.ts";

/** Sets aside the inconsistent instances that the caller knows: they count as not checked, with that as the reason. */
export function setAside(checked: readonly Checked[], silenced: readonly SilencedFinding[]): readonly Checked[] {
  if (silenced.length === 0) return checked;
  return checked.map((one) =>
    one.outcome === "inconsistent" && silenced.some((known) => isKnown(one, known))
      ? { ...one, outcome: "notChecked", reason: "silenced" }
      : one,
  );
}

function isKnown({ rule, left, right, remark }: Checked, known: SilencedFinding): boolean {
  const figures = remark ? [...remark.left, ...remark.right] : [...left, ...right].map(({ figure }) => figure.place);
  return rule.id === known.rule && figures.some((figure) => standsAt(figure, known));
}

function standsAt(figure: ReportFigure, { table, row, column, text }: SilencedFinding): boolean {
  if (!("kind" in figure)) {
    const ofTable = table ?? row ?? column;
    return ofTable === undefined && text !== undefined && compactText(figure.sentence).includes(compactText(text));
  }
  return (
    text === undefined &&
    (table === undefined || table === figure.kind || table === figure.number) &&
    (row === undefined || compactText(row) === compactText(figure.label) || row.trim() === figure.label.trim().split(/\s/u)[0]) &&
    (column === undefined || column === figure.key)
  );
}
