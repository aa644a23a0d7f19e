import type { RunnerUp } from "../read/page.ts";
import { type Letter, type Spelling, spellings } from "./spellings.ts";
import type { ReadCharacter, StepScores } from "./strip-text.ts";

/** What numbers are printed with, and what that is mistaken for. Which mark a mark is, the number tells. */
const MARK = "·";
const LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."23456789"].map((digit) => [digit, digit])),
  0: "0OoQ",
  1: "1lI|",
  [MARK]: ",.，．。、·:：;；'’‘`",
  "-": "-—–−－",
};
/** Text that is a number, or was meant as one. */
const NUMBERLIKE = new RegExp(
  `^[${LETTERS["-"]?.replace("-", "\\-")}]?[\\dOoQlI|][\\d\\s${Object.values(LETTERS).join("").replace(/-/g, "")}]*$`,
  "u",
);
/** What dirt beside a number is taken for. */
const DIRT = new RegExp(`^[${LETTERS[MARK]}"“”]+|[${LETTERS[MARK]}"“”]+$`, "gu");
const OUTER_MARKS = /^·+|·+$/g;
const GROUPED_AMOUNT = /^-?\d{1,3}(?:·\d{3})*·\d{1,2}$/;
const TWO_DECIMALS = /·\d{2}$/;
const GROUPED = /^-?[1-9]\d{0,2}(?:·\d{3})+$/;
const PLAIN = /^-?\d+(?:·\d+)?$/;
/** Amounts have two decimals or none; how much rarer others are. */
const oneDecimal = 0.2;
const moreDecimals = 0.005;
/** How much likelier the model must find what is no number, for it to stay. */
const rather = 50;
/** How sure the first and the last digit of a number are at most that stands between marks. */
const besideDirt = 0.9;
const mostReadings = 8;
/** Readings less likely than this share of the likeliest are none. */
const leastLikely = 0.001;

/**
 * Reads a number by its own alphabet and grammar, where the text read freely looks like one.
 *
 * Whether a mark is a point or a comma, small print hardly shows; but thousands are grouped, and decimals are not. What the model sees is
 * weighed over all numbers: the likeliest is taken, and what the next ones have otherwise is kept with each character.
 *
 * @param free The text as read without any grammar.
 * @param characters The text of each class.
 * @returns `free` itself where it is no number.
 */
export function amountText(scores: StepScores, free: readonly ReadCharacter[], characters: readonly string[]): readonly ReadCharacter[] {
  const own = free.map(({ text }) => text).join("");
  const bare = own.replace(DIRT, "");
  if (!NUMBERLIKE.test(bare)) return free;
  const found = spellings(scores, alphabetOf(characters));
  const numbers = found
    .flatMap(toNumber)
    .filter(({ text }) => bare === own || /\.\d\d$/.test(text))
    .sort((a, b) => b.likelihood - a.likelihood);
  const [best] = numbers;
  const [likeliest] = found;
  if (!best || !likeliest || (toNumber(likeliest).length === 0 && likeliest.likelihood > rather * best.likelihood)) return free;
  return charactersOf(best, numbers, scores.steps);
}

function alphabetOf(characters: readonly string[]): readonly Letter[] {
  return Object.entries(LETTERS).map(([text, printed]) => ({
    text,
    classes: [...printed].map((one) => characters.indexOf(one)).filter((index) => index > 0),
  }));
}

/** Sets its marks, and weighs how usual such a number is; nothing for what is no number. */
function toNumber(spelling: Spelling): Numeral[] {
  const text = spelling.text.replace(OUTER_MARKS, "");
  if (text === spelling.text) return numeralOf(spelling);
  // Marks before or behind a number are dirt only if it has its point and both decimals: .50 is none of 50.
  const start = spelling.text.indexOf(text);
  const places = spelling.places.slice(start, start + text.length);
  return GROUPED_AMOUNT.test(text) && TWO_DECIMALS.test(text)
    ? numeralOf({ ...spelling, text, places }).map((one) => ({ ...one, isBesideDirt: true }))
    : [];
}

function numeralOf(spelling: Spelling): Numeral[] {
  const { text, likelihood } = spelling;
  if (GROUPED.test(text)) return [{ ...spelling, text: text.replaceAll(MARK, ",") }];
  if (!GROUPED_AMOUNT.test(text) && !PLAIN.test(text)) return [];
  const point = text.lastIndexOf(MARK);
  if (point < 0) return [spelling];
  const decimals = text.length - point - 1;
  const usual = decimals === 2 ? 1 : decimals === 1 ? oneDecimal : moreDecimals;
  const number = `${text.slice(0, point).replaceAll(MARK, ",")}.${text.slice(point + 1)}`;
  return [{ ...spelling, text: number, likelihood: likelihood * usual }];
}

/** A spelling that is a number. */
interface Numeral extends Spelling {
  readonly isBesideDirt?: true;
}

/** The characters of the likeliest number, each with what other numbers have in its place. */
function charactersOf(best: Numeral, numbers: readonly Numeral[], steps: number): ReadCharacter[] {
  const others = numbers.filter((one) => one.text !== best.text && one.likelihood >= leastLikely * best.likelihood).slice(0, mostReadings);
  const total = numbers.reduce((sum, { likelihood }) => sum + likelihood, 0);
  const runnersUp = [...best.text].map((): RunnerUp[] => []);
  for (const other of others) {
    const change = changeBetween(best.text, other.text);
    if (change) runnersUp[change.at]?.push({ text: change.text, confidence: other.likelihood / total });
  }
  return [...best.text].map((text, index) => {
    const own = runnersUp[index] ?? [];
    const doubt = own.reduce((sum, { confidence }) => sum + confidence, 0);
    const most = best.isBesideDirt && (index === 0 || index === best.text.length - 1) ? besideDirt : 1;
    return { text, at: ((best.places[index] ?? 0) + 0.5) / steps, confidence: Math.min(most, 1 - doubt), runnersUp: own };
  });
}

/** The one character in which a text differs, and what stands there instead; undefined where they differ by more. */
function changeBetween(text: string, other: string): { readonly at: number; readonly text: string } | undefined {
  let start = 0;
  while (start < text.length && start < other.length && text[start] === other[start]) start++;
  let end = 0;
  while (end < text.length - start && end < other.length - start && text.at(-1 - end) === other.at(-1 - end)) end++;
  const [own, instead] = [text.slice(start, text.length - end), other.slice(start, other.length - end)];
  if (own.length === 1) return { at: start, text: instead };
  if (own.length > 1) return undefined;
  // Something more stands before a character, or behind the last one.
  return start < text.length ? { at: start, text: instead + text[start] } : { at: start - 1, text: text[start - 1] + instead };
}
