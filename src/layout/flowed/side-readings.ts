import { isLeftOfLabel, ownLabel, type Side, type SideEntry, type SideWord } from "./two-sided-flow.ts";

/** A way to give the labels of a two-sided table their amounts. */
export interface SidesReading {
  readonly entries: readonly SideEntry[];
  /**
   * How far it departs from the order of the text: amounts that another label should have by their place behind it, amounts of one run on
   * two sides, labels of a side whose amounts come the other way round.
   */
  readonly bent: number;
}

type Words = readonly SideWord[];

/** The place of each label among the words, with the place of its amount. */
type Given = ReadonlyMap<number, number>;

const SIDES = ["revenue", "expenditure"] as const;
/** Ways to read a page that are followed at once, the straightest first. */
const MOST_WAYS = 40;
/** Labels and amounts of a table; more are not tried. Published tables have some 120. */
const MOST_WORDS = 400;
/** More labels than this with several amounts behind them are not tried in all ways. */
const MOST_DOUBTFUL = 8;

/** Ways to read a two-sided table whose labels and amounts come out of order, the straightest first; none where it is too long to try them. */
export function sideReadings(words: Words): readonly SidesReading[] {
  if (words.length > MOST_WORDS) return [];
  return [...sidesInOrder(words), ...labelsFollowed(words)]
    .map((given) => ({ entries: entriesOf(words, given), bent: bentOf(words, given) }))
    .sort((a, b) => a.bent - b.bent);
}

function entriesOf(words: Words, given: Given): readonly SideEntry[] {
  return words.flatMap((word, index) => {
    const own = words[given.get(index) ?? -1];
    return word.kind === "label" ? [{ ...word.entry, amount: own?.kind === "amount" ? own.text : undefined }] : [];
  });
}

function bentOf(words: Words, given: Given): number {
  const labelOf = new Map([...given].map(([label, amount]) => [amount, label]));
  const sideOf = (amount: number) => sideAt(words, labelOf.get(amount) ?? -1);
  const strayed = [...labelOf].filter(([amount, label]) => isStray(words, amount, label));
  const parted = words.filter(
    (word, index) =>
      word.kind === "amount" && words[index - 1]?.kind === "amount" && !word.line.afterBlank && sideOf(index) !== sideOf(index - 1),
  );
  const turned = SIDES.flatMap((side) => {
    const amounts = placesOf(words, side).map((label) => given.get(label) ?? -1);
    return amounts.filter((amount, place) => place > 0 && amount < (amounts[place - 1] ?? 0));
  });
  return strayed.length + parted.length + turned.length;
}

/**
 * Whether an amount goes to another label than by its place: amounts behind several labels belong to the last of them in order, or, where
 * there are more amounts than labels, to them in order from the first amount on.
 */
function isStray(words: Words, amount: number, label: number): boolean {
  const kindAt = (index: number) => words[index]?.kind;
  const edge = (from: number, step: 1 | -1, kind: SideWord["kind"]) => {
    let at = from;
    while (kindAt(at + step) === kind) at += step;
    return at;
  };
  const [firstAmount, lastAmount] = [edge(amount, -1, "amount"), edge(amount, 1, "amount")];
  if (firstAmount === 0) return false;
  const [firstLabel, lastLabel] = [edge(firstAmount, -1, "label"), firstAmount - 1];
  const fromEnd = lastLabel - (lastAmount - amount);
  const fromStart = lastAmount - firstAmount > lastLabel - firstLabel ? firstLabel + (amount - firstAmount) : fromEnd;
  const byPlace = [fromEnd, fromStart].filter((place) => place >= firstLabel && place <= lastLabel);
  return byPlace.length > 0 && !byPlace.includes(label);
}

function sideAt(words: Words, label: number): Side | undefined {
  const word = words[label];
  return word?.kind === "label" ? word.entry.side : undefined;
}

function placesOf(words: Words, side: Side): readonly number[] {
  return words.flatMap((_, index) => (sideAt(words, index) === side ? [index] : []));
}

/** Whether an amount may be the one of a label: what stands beside a label on its line tells its side. */
function mayBe(words: Words, amount: number, label: number): boolean {
  const own = ownLabel(words, amount);
  if (own) return words[label]?.kind === "label" && words[amount - 1] === words[label];
  return !isLeftOfLabel(words, amount) || sideAt(words, label) === "revenue";
}

/** A page as far as it was read: the amounts of each side so far, and how many of them strayed from their labels. */
interface Way {
  readonly amounts: Readonly<Record<Side, readonly number[]>>;
  readonly strayed: number;
}

/** On each page, the labels and the amounts of a side keep their order. */
function sidesInOrder(words: Words): readonly Given[] {
  const pageOf = (word: SideWord) => (word.kind === "label" ? word.entry.from : word.line).pageNumber;
  const pages = [...new Set(words.map(pageOf))];
  return pages.reduce<readonly Given[]>(
    (before, page) => {
      const from = words.findIndex((word) => pageOf(word) === page);
      const to = words.findLastIndex((word) => pageOf(word) === page);
      const onPage = pageInOrder(words, from, to);
      return before.flatMap((given) => onPage.map((more) => new Map([...given, ...more]))).slice(0, MOST_WAYS);
    },
    [new Map()],
  );
}

function pageInOrder(words: Words, from: number, to: number): readonly Given[] {
  const onPage = (index: number) => index >= from && index <= to;
  const labels = { revenue: placesOf(words, "revenue").filter(onPage), expenditure: placesOf(words, "expenditure").filter(onPage) };
  let ways: readonly Way[] = [{ amounts: { revenue: [], expenditure: [] }, strayed: 0 }];
  for (let index = from; index <= to; index += 1) {
    if (words[index]?.kind !== "amount") continue;
    const next = ways.flatMap((way) =>
      SIDES.flatMap((side): readonly Way[] => {
        const label = labels[side][way.amounts[side].length];
        if (label === undefined || !mayBe(words, index, label)) return [];
        const strayed = way.strayed + (isStray(words, index, label) ? 1 : 0);
        return [{ amounts: { ...way.amounts, [side]: [...way.amounts[side], index] }, strayed }];
      }),
    );
    ways = straightest(words, next);
  }
  return ways
    .filter(({ amounts }) => SIDES.every((side) => amounts[side].length === labels[side].length))
    .map(
      ({ amounts }) => new Map(SIDES.flatMap((side) => labels[side].map((label, place) => [label, amounts[side][place] ?? -1] as const))),
    );
}

/** The straightest ways; of those that give every label the same figure, one. */
function straightest(words: Words, ways: readonly Way[]): readonly Way[] {
  const textAt = (index: number) => {
    const word = words[index];
    return word?.kind === "amount" ? word.text : "";
  };
  const found = new Map<string, Way>();
  for (const way of ways.toSorted((a, b) => a.strayed - b.strayed)) {
    const key = SIDES.map((side) => way.amounts[side].map(textAt).join(" ")).join("|");
    if (!found.has(key)) found.set(key, way);
  }
  return [...found.values()].slice(0, MOST_WAYS);
}

/**
 * Each label with the amount that follows it; what is left over on either hand is matched in order.
 *
 * Where several amounts follow a label, the first may be its own or not.
 */
function labelsFollowed(words: Words): readonly Given[] {
  const followed = words.flatMap((word, index) =>
    word.kind === "label" && words[index + 1]?.kind === "amount" && mayBe(words, index + 1, index) ? [index] : [],
  );
  const doubtful = followed.filter((index) => words[index + 2]?.kind === "amount");
  if (doubtful.length > MOST_DOUBTFUL) return [];
  return Array.from({ length: 2 ** doubtful.length }, (_, choice) => {
    const lacking = doubtful.filter((_, bit) => Math.floor(choice / 2 ** bit) % 2 === 1);
    const owners = new Set(followed.filter((index) => !lacking.includes(index)));
    const orphans = words.flatMap((word, index) => (word.kind === "amount" && !owners.has(index - 1) ? [index] : []));
    const pending = words.flatMap((word, index) => (word.kind === "label" && !owners.has(index) ? [index] : []));
    const pairs = pending.map((label, place) => [label, orphans[place] ?? -1] as const);
    return orphans.length === pending.length ? new Map([...[...owners].map((label) => [label, label + 1] as const), ...pairs]) : undefined;
  }).filter((given) => given !== undefined);
}
