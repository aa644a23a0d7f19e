import { Decimal } from "../../model/amount.ts";
import { type Accused, type Checked, wrongText } from "../checked.ts";
import { halfUnit } from "../figure.ts";
import { money } from "../message.ts";
import { placeOf, type Statement } from "../statement.ts";
import { type StructureInput, structureFinding } from "./structure-finding.ts";

const HUNDRED = new Decimal(100);

/**
 * One finding a stated percentage, a stated 不可比, or a prior year that cannot be: less than nothing, or not what the text itself says of
 * that year. Sides are in per cent.
 */
export function growthRate({ rule, ledger }: StructureInput<"growthRate">): Checked[] {
  return ledger.statements.flatMap((statement) => finding(statement) ?? []);

  /** What the text says of the year before. */
  function statedBefore({ stated: { measure, item } }: Statement) {
    const year = (ledger.document.fiscalYear ?? 0) - 1;
    const same = ledger.ofOtherYears.filter(({ stated }) => stated.year === year && stated.measure === measure && stated.item === item);
    return same.length === 1 ? same[0]?.amount : undefined;
  }

  function finding(statement: Statement): Checked | undefined {
    const { stated, amount, change, prior } = statement;
    if (!amount || !change || !prior) return undefined;
    const place = placeOf(stated, ledger.index, "percentage", stated.percentage, null);
    const left = [place];
    const right = [change.place, prior.place];
    const least = prior.value.minus(prior.halfWidth);
    const most = prior.value.plus(prior.halfWidth);
    const implied = { zh: `上年为 ${money(prior.value)}`, en: `the prior year's amount is ${money(prior.value)}` };
    if (most.isNegative() && !amount.value.isNegative()) {
      const text = { zh: `${implied.zh}，不可能为负`, en: `${implied.en}, which cannot be less than nothing` };
      return structureFinding(rule, ledger, { outcome: "inconsistent", text, left, right });
    }
    const before = statedBefore(statement);
    if (before && (before.value.minus(before.halfWidth).gte(most) || before.value.plus(before.halfWidth).lte(least))) {
      const said = money(before.value);
      const text = { zh: `${implied.zh}，说明中该年为 ${said}`, en: `${implied.en}, and the text says ${said} of that year` };
      const meant = amount.value.minus(before.value);
      const accused: Accused[] = [{ kind: "figure", corrections: [{ place: change.place, expected: change.print(meant), amount: meant }] }];
      return structureFinding(rule, ledger, { outcome: "inconsistent", text, left: [before.place], right, accused });
    }
    if (stated.percentage === null && !stated.notComparable) return undefined;
    if (stated.contradictory) {
      const text = { zh: `${implied.zh}，增减的用词前后矛盾`, en: `${implied.en}, and the words of the change contradict each other` };
      return structureFinding(rule, ledger, { outcome: "inconsistent", text, left, right });
    }
    if (stated.percentage === null) {
      const outcome = least.lte(0) ? "consistent" : "inconsistent";
      return structureFinding(rule, ledger, { outcome, text: implied, left, right });
    }
    if (prior.value.isZero() && change.value.isZero() && Number(stated.percentage) === 0)
      return structureFinding(rule, ledger, { outcome: "consistent", text: implied, left, right });
    if (least.lte(0)) return structureFinding(rule, ledger, { outcome: "notChecked", reason: "notComparable", text: implied, left, right });
    const magnitude = change.value.abs();
    const low = Decimal.max(0, magnitude.minus(change.halfWidth)).div(prior.value.plus(prior.halfWidth)).times(HUNDRED);
    const high = magnitude.plus(change.halfWidth).div(least).times(HUNDRED);
    const middle = low.plus(high).div(2);
    const printed = new Decimal(stated.percentage);
    const decimals = stated.percentage.split(".")[1]?.length ?? 0;
    const allowance = high.minus(low).div(2).plus(halfUnit(decimals));
    const residual = printed.minus(middle);
    const outcome = residual.abs().lt(allowance) ? "consistent" : "inconsistent";
    const rate = magnitude.div(prior.value).times(HUNDRED);
    const computed = `${rate.toFixed(3)}%`;
    return structureFinding(rule, ledger, {
      outcome,
      text: {
        zh: `${implied.zh}，增减 ${computed}，说明为 ${stated.percentage}%`,
        en: `${implied.en}, the change is ${computed}, the text says ${stated.percentage}%`,
      },
      left,
      right,
      accused: [wrongText(place, rate.toFixed(decimals))],
      values: {
        left: printed,
        right: middle.toDecimalPlaces(6),
        residual: residual.toDecimalPlaces(6),
        allowance: allowance.toDecimalPlaces(6),
      },
    });
  }
}
