import type { RecognisedCharacter } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";
import { least } from "../model/long-lists.ts";

/** Of so many characters, one may have been read wrongly. */
const charactersForOne = 5;
/** A character that was read less surely may be any other; a surer one only what else it was taken for. */
export const sure = 0.9;

/** What a text may be meant as. */
export interface Wording {
  readonly text: string;
  readonly compact: string;
}

export function wordingsOf(texts: readonly string[]): readonly Wording[] {
  return texts.map((text) => ({ text, compact: compactText(text) }));
}

/**
 * The one wording that a text recognised in a picture is meant to be.
 *
 * @param characters As they were recognised.
 * @returns undefined where the text is such a wording, where none is near, and where several are.
 */
export function nearestWording(text: string, characters: readonly RecognisedCharacter[], wordings: readonly Wording[]): string | undefined {
  const own = compactText(text);
  const most = Math.floor((own.length + 1) / charactersForOne);
  if (most === 0) return undefined;
  const near = new Map<string, string>();
  for (const { text: wording, compact } of wordings) {
    if (compact === own) return undefined;
    if (isReading(own, characters, compact, most)) near.set(compact, wording);
  }
  const [only, ...others] = near.values();
  return others.length === 0 ? only : undefined;
}

function isReading(own: string, characters: readonly RecognisedCharacter[], meant: string, most: number): boolean {
  if (Math.abs(own.length - meant.length) > 1) return false;
  if (own.length !== meant.length)
    return isOneMore(own.length > meant.length ? own : meant, own.length > meant.length ? meant : own) && leastSure(characters) < sure;
  let wrong = 0;
  for (let at = 0; at < own.length; at++) {
    if (own[at] === meant[at]) continue;
    wrong++;
    const { confidence = 1, runnersUp = [] } = characters[at] ?? {};
    if (wrong > most || (confidence >= sure && !runnersUp.some(({ text }) => text === meant[at]))) return false;
  }
  return true;
}

/** Whether the longer text has one character more, and is otherwise the same. */
export function isOneMore(long: string, short: string): boolean {
  const at = [...short].findIndex((character, index) => character !== long[index]);
  return at < 0 || long.slice(at + 1) === short.slice(at);
}

function leastSure(characters: readonly RecognisedCharacter[]): number {
  return least(characters.map(({ confidence = 1 }) => confidence));
}
