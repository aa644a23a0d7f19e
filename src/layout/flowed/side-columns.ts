import { isLeftOfLabel, ownLabel, type Side, type SideEntry, type SideWord } from "./two-sided-flow.ts";

/** More runs of amounts that could stand on either side are not tried in all ways. */
const MOST_RUNS = 10;
/** More ways than this to read all pages are not tried. */
const MOST_WAYS = 1000;

type Words = readonly SideWord[];

/**
 * Every way to read a two-sided table whose columns come one after the other: on each page, the labels and the amounts of a side keep
 * their order.
 *
 * What stands beside a label on its line has its side; amounts that follow one another without a break are on one side together.
 *
 * @returns The labels with their amounts; empty where a side has more labels than amounts, or fewer.
 */
export function sideColumns(words: Words): readonly (readonly SideEntry[])[] {
  const pageOf = (word: SideWord) => (word.kind === "label" ? word.entry.from : word.line).pageNumber;
  const pages = [...new Set(words.map(pageOf))].map((page) => pageWays(words.filter((word) => pageOf(word) === page)));
  if (pages.reduce((product, ways) => product * ways.length, 1) > MOST_WAYS) return [];
  return pages.reduce<readonly (readonly SideEntry[])[]>(
    (before, ways) => before.flatMap((entries) => ways.map((way) => [...entries, ...way])),
    [[]],
  );
}

function pageWays(words: Words): readonly (readonly SideEntry[])[] {
  const runs: number[][] = [];
  words.forEach((word, index) => {
    if (word.kind === "label" || sideBeside(words, index)) return;
    const open = runs.at(-1);
    if (open?.at(-1) === index - 1 && !word.line.afterBlank) open.push(index);
    else runs.push([index]);
  });
  if (runs.length > MOST_RUNS) return [];
  return Array.from({ length: 2 ** runs.length }, (_, choice) => {
    const sideOf = (index: number) =>
      sideBeside(words, index) ??
      (Math.floor(choice / 2 ** runs.findIndex((run) => run.includes(index))) % 2 === 0 ? "revenue" : "expenditure");
    return inOrder(words, sideOf);
  }).filter((entries) => entries !== undefined);
}

/** The side of an amount that the label before it or behind it on its line tells. */
function sideBeside(words: Words, index: number): Side | undefined {
  return ownLabel(words, index)?.side ?? (isLeftOfLabel(words, index) ? "revenue" : undefined);
}

/** The labels of each side with its amounts in order; undefined where their numbers differ, or an amount would leave its own label. */
function inOrder(words: Words, sideOf: (index: number) => Side): readonly SideEntry[] | undefined {
  const entries = (["revenue", "expenditure"] as const).map((side) => {
    const labels = words.flatMap((word) => (word.kind === "label" && word.entry.side === side ? [word.entry] : []));
    const amounts = words.flatMap((word, index) => (word.kind === "amount" && sideOf(index) === side ? [{ text: word.text, index }] : []));
    const own = amounts.every(({ index }, place) => [undefined, labels[place]].includes(ownLabel(words, index)));
    return own && labels.length === amounts.length ? labels.map((label, place) => ({ ...label, amount: amounts[place]?.text })) : undefined;
  });
  const [revenue, expenditure] = entries;
  return revenue && expenditure && [...revenue, ...expenditure];
}
