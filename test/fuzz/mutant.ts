import { applyToStreams } from "./pdf-streams.ts";

/** What is mutated: the content of a file, one character a byte for a PDF. */
export interface Subject {
  readonly name: string;
  readonly kind: "pdf" | "text" | "json" | "index";
  readonly content: string;
  /** Selections of pages, one of which is read at a time. */
  readonly pages?: readonly string[];
}

/** One replacement. `target` is the object number of a stream, whose data without their filter are meant; 0 is the file itself. */
export interface Edit {
  readonly target: number;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A number from 0 up to, not including, `below`. */
export type Chance = (below: number) => number;

/** One way to damage a piece of content. */
export interface Mutator {
  readonly name: string;
  edits(content: string, chance: Chance): Omit<Edit, "target">[];
}

export function pick<T>(items: readonly T[], chance: Chance): T | undefined {
  return items[chance(items.length)];
}

/** The subject with its edits; of those that overlap the first stays. */
export function mutated({ kind, content }: Subject, edits: readonly Edit[]): string {
  const inStreams = edits.filter(({ target }) => target > 0);
  const streamed = kind === "pdf" && inStreams.length > 0 ? applyToStreams(content, inStreams) : content;
  return edited(
    streamed,
    edits.filter(({ target }) => target === 0),
  );
}

export function edited(content: string, edits: readonly Omit<Edit, "target">[]): string {
  let at = 0;
  let result = "";
  for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from)) {
    if (from < at) continue;
    result += content.slice(at, from) + insert;
    at = Math.max(from, to);
  }
  return result + content.slice(at);
}
