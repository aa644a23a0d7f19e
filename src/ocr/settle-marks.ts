import { displayWidth } from "../model/display-width.ts";
import type { LineCharacter, ReadLine } from "./read-line.ts";

/** What a level stroke is mistaken for; crumbs of one are taken for quotes and points beside it. */
const DASHES = /^[-－—–―‐…一]$/u;
const CRUMBS = /^["“”'‘’.·]$/u;
/** Marks that are set full width among Chinese characters and half width among letters; and full width by mistake. */
const WIDE_OF: Readonly<Record<string, string>> = {
  "(": "（",
  ")": "）",
  ":": "：",
  ";": "；",
  ",": "，",
  "!": "！",
  "?": "？",
  "[": "［",
  "]": "］",
};
const NARROW_OF = Object.fromEntries(Object.entries(WIDE_OF).map(([narrow, wide]) => [wide, narrow]));
const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[" };
/** At the end of a line nothing tells their room; behind a Chinese character they are set full width. */
const STOPS = /^[,;:!?]$/u;
const HAN = /\p{Script=Han}/u;
/** Ems. Between Chinese characters a stroke that takes less is a hyphen, one that takes more a dash of two characters. */
const shortestOne = 0.6;
const longestOne = 1.5;
/**
 * Ems: between half of one and a whole one, nearer to the half: among Chinese characters most marks are wide, and the room of one is only
 * known to a tenth or two.
 */
const wide = 0.63;

/**
 * Tells marks that look alike by the room they take and the characters beside them.
 *
 * A level stroke that takes the room of one Chinese character is 一, a shorter one a hyphen, a longer one a dash; a bracket or a colon is as
 * wide as the room between its neighbours, and both brackets of a pair are alike. How a model writes them depends on what it was taught with.
 *
 * @param lines Lines of one cell or paragraph, in order.
 */
export function settleMarks(lines: readonly ReadLine[]): ReadLine[] {
  const em = emOf(lines);
  if (em === undefined) return [...lines];
  return settleWidths(
    lines.map((line) => ({ ...line, characters: settleStrokes(line, em) })),
    em,
  );
}

/** The usual step from one Chinese character to the next; undefined where there are none beside each other. */
function emOf(lines: readonly ReadLine[]): number | undefined {
  const steps = lines
    .flatMap(({ characters }) =>
      characters.flatMap((one, index) => {
        const next = characters[index + 1];
        return next && isHan(one) && isHan(next) ? [next.middle - one.middle] : [];
      }),
    )
    .sort((a, b) => a - b);
  return steps[steps.length >> 1];
}

function isHan(one: LineCharacter | undefined): boolean {
  return one !== undefined && HAN.test(one.text) && !DASHES.test(one.text);
}

function settleStrokes(line: ReadLine, em: number): LineCharacter[] {
  const { characters } = line;
  const settled: LineCharacter[] = [];
  for (let index = 0; index < characters.length; ) {
    let end = index;
    while (isStroke(characters[end])) end++;
    const run = characters.slice(index, end);
    end = Math.max(end, index + 1);
    settled.push(...(run.some(({ text }) => DASHES.test(text)) ? strokeOf(run, index, end, line, em) : characters.slice(index, end)));
    index = end;
  }
  return settled;
}

function isStroke(one: LineCharacter | undefined): boolean {
  return one !== undefined && (DASHES.test(one.text) || CRUMBS.test(one.text));
}

function strokeOf(run: readonly LineCharacter[], index: number, end: number, line: ReadLine, em: number): readonly LineCharacter[] {
  const [before, behind] = [line.characters[index - 1], line.characters[end]];
  if (![before, behind].some((one) => isHan(one) || /^[、（）]$/u.test(one?.text ?? ""))) return run;
  const left = before ? before.middle + halfOf(before) * em : line.line.left;
  const right = behind ? behind.middle - halfOf(behind) * em : line.line.right;
  const room = (right - left) / em;
  const isHyphen = room < shortestOne && isHan(before) && isHan(behind);
  const text = isHyphen ? "-" : room <= longestOne ? "一" : "——";
  const printed = run.map((one) => one.text).join("");
  if (text === printed) return run;
  const confidence = Math.max(...run.map((one) => one.confidence));
  const middle = (left + right) / 2;
  if (text !== "——") return [{ text, middle, confidence, runnersUp: [{ text: printed, confidence: 1 - confidence }] }];
  return [-0.5, 0.5].map((half) => ({ text: "—", middle: middle + half * em, confidence, runnersUp: [] }));
}

/** Half of the room that a character takes, in ems. */
function halfOf({ text }: LineCharacter): number {
  return displayWidth(text) / 4;
}

function settleWidths(lines: readonly ReadLine[], em: number): ReadLine[] {
  const rooms = new Map<LineCharacter, number>();
  for (const { characters } of lines)
    for (const [index, one] of characters.entries()) {
      const [before, behind] = [characters[index - 1], characters[index + 1]];
      if (isMark(one) && isHan(before) && !behind && STOPS.test(one.text)) rooms.set(one, 1);
      if (isMark(one) && before && behind) rooms.set(one, (behind.middle - before.middle) / em - halfOf(before) - halfOf(behind));
    }
  const all = lines.flatMap(({ characters }) => characters);
  for (const pair of bracketPairs(all)) {
    // A code stands in narrow brackets.
    if (/^\d$/u.test(all[all.indexOf(pair[0]) + 1]?.text ?? "") && NARROW_OF[pair[0].text] !== "(") {
      for (const one of pair) rooms.set(one, 0);
      continue;
    }
    const known = pair.flatMap((one) => rooms.get(one) ?? []);
    for (const one of pair) if (known.length > 0) rooms.set(one, known.reduce((sum, room) => sum + room, 0) / known.length);
  }
  return lines.map((line) => ({
    ...line,
    characters: line.characters.map((one, index) => narrowPoint(inWidth(one, rooms.get(one)), line.characters[index - 1])),
  }));
}

function isMark({ text }: LineCharacter): boolean {
  return text in WIDE_OF || text in NARROW_OF;
}

function inWidth(one: LineCharacter, room: number | undefined): LineCharacter {
  if (room === undefined) return one;
  const text = (room > wide ? WIDE_OF : NARROW_OF)[one.text];
  return text === undefined ? one : { ...one, text };
}

/** A point behind a figure, as in 1. or 2.5, is never set full width. */
function narrowPoint(one: LineCharacter, before: LineCharacter | undefined): LineCharacter {
  return one.text === "．" && /^\d$/u.test(before?.text ?? "") ? { ...one, text: "." } : one;
}

function bracketPairs(characters: readonly LineCharacter[]): (readonly [LineCharacter, LineCharacter])[] {
  const pairs: [LineCharacter, LineCharacter][] = [];
  const open: LineCharacter[] = [];
  for (const one of characters) {
    const text = NARROW_OF[one.text] ?? one.text;
    if (Object.values(CLOSING).includes(text)) open.push(one);
    const start = text in CLOSING ? open.pop() : undefined;
    if (start && (NARROW_OF[start.text] ?? start.text) === CLOSING[text]) pairs.push([start, one]);
  }
  return pairs;
}
