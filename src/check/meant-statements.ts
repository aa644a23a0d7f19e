import { groupBy } from "../model/group-by.ts";
import { onceEach } from "../model/once-each.ts";
import type { StatementSelector } from "./rule.ts";
import type { Statement } from "./statement.ts";

type Selected = Exclude<StatementSelector["statement"], "this">;
type Part = keyof Omit<Statement, "stated">;

/**
 * The statements that a claim about one takes as its parts.
 *
 * @param statements Of the document, in printed order; an array that does not change.
 */
export function meantStatements(
  selected: Selected,
  part: Part,
  statements: readonly Statement[],
  own: Statement | undefined,
): readonly Statement[] {
  const reach = (own && reachesOf(statements).get(own)) ?? statements;
  const known = meantIn(reach);
  const claim = JSON.stringify([selected, part, own?.stated.section, own?.stated.paragraph]);
  const meant =
    known.get(claim) ??
    withoutRepeated(
      reach.filter((other) => isMeant(other, selected, own)),
      part,
    );
  known.set(claim, meant);
  return meant;
}

/** What was found in a reach: a document may state one amount again and again. */
const meantIn = onceEach((_: readonly Statement[]) => new Map<string, readonly Statement[]>());

/**
 * The statements among which the parts of each may stand: where its section states another amount of the same too (…总额100万元，货物…；其中
 * 财政拨款80万元，货物…), only those from its first mention to the next of these.
 */
const reachesOf = onceEach((statements: readonly Statement[]): ReadonlyMap<Statement, readonly Statement[]> => {
  const reaches = new Map<Statement, readonly Statement[]>();
  const places = statements.map((statement, at) => ({ statement, at }));
  for (const said of groupBy(places, ({ statement: { stated } }) => subjectOf(stated)).values()) {
    const starts = said.filter(({ statement }, index) => index === 0 || !isSameAmount(statement, said[index - 1]?.statement));
    let run = -1;
    let reach = statements;
    for (const { statement } of said) {
      if (starts[run + 1]?.statement === statement) {
        run += 1;
        if (starts.length > 1) reach = statements.slice(run === 0 ? 0 : starts[run]?.at, starts[run + 1]?.at);
      }
      reaches.set(statement, reach);
    }
  }
  return reaches;
});

function subjectOf({ measure, item, section }: Statement["stated"]): string {
  return [measure, item, section].join("\n");
}

function isSameAmount({ amount }: Statement, other: Statement | undefined): boolean {
  return amount !== undefined && other?.amount?.value.eq(amount.value) === true;
}

/** What a section states twice counts once: as it stands where it says what is asked. */
function withoutRepeated(statements: readonly Statement[], part: Part): readonly Statement[] {
  const sayings = groupBy(statements, (one) => (one.amount ? `${subjectOf(one.stated)}\n${one.amount.value.toFixed()}` : one));
  const kept = new Set([...sayings.values()].flatMap((said) => toldApart(said, part)));
  return statements.filter((one) => kept.has(one));
}

/** Of statements of one amount those that are not the same: of those with different changes one each, of others the first. */
function toldApart(said: readonly Statement[], part: Part): readonly Statement[] {
  const asked = said.filter((one) => one[part]);
  const [first, ...others] = asked.length > 0 ? asked : said;
  if (!first?.change) return first ? [first] : [];
  const byChange = groupBy([first, ...others.filter(({ change }) => change)], ({ change }) => change?.value.toFixed());
  return [...byChange.values()].map(([one]) => one);
}

function isMeant({ stated }: Statement, { measure, items, near }: Selected, own: Statement | undefined): boolean {
  if (stated.measure !== measure) return false;
  if (near && stated.section !== own?.stated.section) return false;
  if (near === "paragraph" && stated.paragraph !== own?.stated.paragraph) return false;
  return items === undefined ? stated.item === undefined : stated.item !== undefined && items.includes(stated.item);
}
