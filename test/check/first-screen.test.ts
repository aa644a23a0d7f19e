import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { checkBudget } from "../../src/check/check-budget.ts";
import { formatReport } from "../../src/export/format-report.ts";
import { compactText } from "../../src/model/compact-text.ts";
import { type Fault, pick, type Random, randomOf, type Subject, withFaults } from "../faults/fault.ts";
import { faultKinds } from "../faults/fault-kinds.ts";
import { isAt } from "../faults/measure.ts";
import { documentOf, subjectsOf } from "../faults/subjects.ts";

/** What a person sees before scrolling. */
const SCREEN = 40;
const PLANTED = 16;

const documents = ["gz-2026-hcglj", "gz-2024-ybzx"];

describe("a budget with sixteen faults of different kinds", () => {
  it.each(documents)("%s: the first forty lines show at least twelve of them, each with what should stand there", async (name) => {
    const [subject] = await subjectsOf([fileURLToPath(new URL(`../../fixtures/truth/${name}.json`, import.meta.url))]);
    if (!subject) throw new Error(`no ${name}`);
    for (const seed of [1, 2]) {
      const faults = faultsOfAllKinds(subject, randomOf(seed));
      const { recognised, rowNow } = withFaults(subject.recognised, faults);
      const report = checkBudget(documentOf(subject.name, recognised));
      const screen = formatReport(report, "text", { locale: "zh" }).split("\n").slice(0, SCREEN);
      const shown = faults.filter((fault) =>
        report.causes.some((cause, index) => {
          const line = screen.find((text) => text.trimStart().startsWith(`${index + 1}. `));
          return line !== undefined && isAt(cause, subject, fault, rowNow) && saysWhatShouldStand(line, fault);
        }),
      );
      const hidden = faults.filter((fault) => !shown.includes(fault)).map(({ was }) => was);
      expect([seed, faults.length, hidden, hidden.length <= PLANTED - 12]).toEqual([seed, PLANTED, hidden, true]);
    }
  });
});

/** One fault a kind, each on a row or in a paragraph of its own. */
function faultsOfAllKinds(subject: Subject, random: Random): Fault[] {
  const taken = new Set<string>();
  const faults: Fault[] = [];
  const kinds = faultKinds.map((kind) => ({ ...kind, order: random() })).sort((a, b) => a.order - b.order);
  for (const { plants } of kinds) {
    const places = [...plants(subject)];
    while (places.length > 0 && faults.length < PLANTED) {
      const plant = pick(places, random) as (typeof places)[number];
      places.splice(places.indexOf(plant), 1);
      const fault = plant(random);
      const place = fault && placeOf(fault);
      if (!fault || place === undefined || taken.has(place)) continue;
      taken.add(place);
      faults.push(fault);
      break;
    }
  }
  return faults;
}

function placeOf({ edits: [edit] }: Fault): string | undefined {
  if (!edit) return undefined;
  return edit.edit === "prose" ? `prose ${edit.block}` : `${edit.table} ${edit.row}`;
}

/** A row that is missing or printed twice is told as such; any other cause ends with what was printed before the fault. */
function saysWhatShouldStand(line: string, { edits: [edit], was }: Fault): boolean {
  if (edit?.edit === "dropRow") return line.includes("少一行");
  if (edit?.edit === "doubleRow") return line.includes("应删去");
  const correction = compactText(line.split("应为").at(-1) ?? "").replaceAll(",", "");
  if (edit?.edit !== "prose") return correction.includes(compactText(was).replaceAll(",", ""));
  const figures = correction.match(/\d+(?:\.\d+)?/g) ?? [];
  return figures.some((figure) => was.replaceAll(",", "").includes(figure));
}
