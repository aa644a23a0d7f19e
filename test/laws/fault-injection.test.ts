import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { causesOf } from "../../src/check/causes/causes-of.ts";
import { checkBudget } from "../../src/check/check-budget.ts";
import { checkPlan } from "../../src/check/check-options.ts";
import { coveredFigures, figuresOf } from "../../src/check/coverage.ts";
import type { Figure } from "../../src/check/figure.ts";
import { ledgerOf } from "../../src/check/ledger.ts";
import { runRules } from "../../src/check/run-rules.ts";
import { builtInForms } from "../../src/forms.ts";
import { amount, type Decimal } from "../../src/model/amount.ts";
import type { Finding, TableFigure } from "../../src/model/check-report.ts";
import { claimsByFigure, withChange } from "../support/changed-claims.ts";
import { documentFromTruth, truthIds, withFigure } from "../support/check-document.ts";

const seeds = truthIds.map((id) => {
  const document = documentFromTruth(id);
  const ledger = ledgerOf(document, 0, builtInForms);
  const checked = runRules(checkPlan({}, [document]).rules, [ledger]);
  const figures = ledger.tables.flatMap(figuresOf);
  return {
    id,
    document,
    checked,
    findings: checkBudget(document).findings,
    figures,
    covered: [...coveredFigures(checked)].filter((figure) => figures.includes(figure)),
    claims: claimsByFigure(checked),
  };
});
type Seed = (typeof seeds)[number];

const idOf = ({ rule, left, right }: Finding) =>
  JSON.stringify([
    rule,
    ...[...left.figures, ...right.figures].map((figure) =>
      "kind" in figure ? [figure.kind, "row" in figure ? figure.row : figure.label, figure.key] : figure.sentence,
    ),
  ]);
const inconsistent = (findings: readonly Finding[]) =>
  new Map(findings.filter(({ outcome }) => outcome === "inconsistent").map((finding) => [idOf(finding), finding]));
const holds = (finding: Finding, { kind, row, key }: TableFigure) =>
  [...finding.left.figures, ...finding.right.figures].some(
    (figure) => "row" in figure && figure.kind === kind && figure.row === row && figure.key === key,
  );

/** What the narrowest equality that vouches for a figure lets pass. */
function allowanceOf({ claims }: Seed, figure: Figure): Decimal {
  const narrow = (claims.get(figure) ?? []).flatMap(({ outcome, left, right, compared }) => {
    const open = [...left, ...right].some(({ weight, figure: { value } }) => weight === "upTo" && !value.isZero());
    return outcome === "consistent" && compared?.relation === "equal" && !open ? [compared.allowance.plus(compared.residual.abs())] : [];
  });
  return narrow.sort((a, b) => a.comparedTo(b))[0] ?? amount(0);
}

describe("one wrong figure in a consistent document", () => {
  it("makes a rule that contains it inconsistent, and none that does not", () => {
    const which = fc.integer({ min: 0, max: seeds.length - 1 });
    fc.assert(
      fc.property(which, fc.nat(), fc.integer({ min: 1, max: 500_000 }), fc.boolean(), (index, choice, extra, more) => {
        const seed = seeds[index] as Seed;
        const figure = seed.covered[choice % seed.covered.length] as Figure;
        const place = figure.place as TableFigure;
        const by = allowanceOf(seed, figure).plus(amount(extra).div(100)).toDecimalPlaces(2, 0);
        const wrong = withFigure(seed.document, place, figure.value.plus(more ? by : by.negated()).toFixed(2));
        const before = inconsistent(seed.findings);
        const after = [...inconsistent(checkBudget(wrong).findings)].filter(([id]) => !before.has(id)).map(([, finding]) => finding);
        expect([place, by.toFixed(), after.length > 0]).toEqual([place, by.toFixed(), true]);
        for (const finding of after) expect([finding.rule, place, holds(finding, place)]).toEqual([finding.rule, place, true]);
      }),
      { numRuns: 40, seed: 4 },
    );
  });

  const random = randomOf(11);
  const changes: Readonly<Record<string, (value: Decimal) => Decimal | undefined>> = {
    "a change of 0.05 or more": (value) => {
      const most = Math.max(0.2, Math.min(Number(value.abs().times(0.5)), 100_000));
      return amount((0.05 * (most / 0.05) ** random()).toFixed(2)).times(random() < 0.5 ? -1 : 1);
    },
    "two digits changed over": (value) => {
      const digits = value.toFixed(2).replace(".", "");
      const places = [...digits].flatMap((digit, at) => (at + 1 < digits.length && digit !== digits[at + 1] ? [at] : []));
      const at = places[Math.floor(random() * places.length)];
      if (at === undefined) return undefined;
      const wrong = `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
      return amount(wrong).div(100).minus(value);
    },
    "one digit wrong": (value) => {
      const digits = value.toFixed(2).replace(".", "");
      const at = Math.floor(random() * digits.length);
      const wrong = (Number(digits[at]) + 1 + Math.floor(random() * 9)) % 10;
      return amount(`${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`)
        .div(100)
        .minus(value);
    },
  };

  it.each(Object.entries(changes))("is caught in 99 of 100 cases: %s", (name, change) => {
    let tried = 0;
    let caught = 0;
    let suspected = 0;
    let asked = 0;
    for (const { figures, claims, checked } of seeds) {
      for (const figure of figures) {
        const by = change(figure.value);
        if (!by || by.abs().lt("0.05")) continue;
        tried += 1;
        const own = new Set(claims.get(figure));
        const wrong = { ...figure, value: figure.value.plus(by) };
        const after = checked.map((claim) => (own.has(claim) ? withChange(claim, figure, wrong) : claim));
        const failed = after.filter((claim, index) => claim.outcome === "inconsistent" && checked[index]?.outcome === "consistent");
        if (failed.length === 0) continue;
        caught += 1;
        if (random() > 0.2) continue;
        asked += 1;
        const causes = causesOf(after).flatMap((cause) => [cause, ...cause.alternatives]);
        if (causes.slice(0, 3).some(({ corrections }) => corrections.some(({ place }) => place === wrong.place))) suspected += 1;
      }
    }
    const shares = `${name}: caught ${caught} of ${tried} (${((100 * caught) / tried).toFixed(2)}%), among the first three causes ${suspected} of ${asked} (${((100 * suspected) / asked).toFixed(1)}%)`;
    expect([shares, caught / tried >= 0.99, suspected / asked >= 0.9]).toEqual([shares, true, true]);
  });
});

function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
