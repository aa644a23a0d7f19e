import { type CaptionPart, captionParts } from "../caption-parts.ts";
import type { LineRole } from "../region.ts";

/** A line of the text input and where it stands. */
export interface InputLine {
  readonly text: string;
  /** Counted from 1 in the input. */
  readonly line: number;
  readonly pageNumber: number | undefined;
  /** What the line is if it holds nothing but captions of a table. */
  readonly captions: readonly CaptionPart[] | undefined;
}

export function toInputLine(text: string, line: number, pageNumber: number | undefined): InputLine {
  return { text, line, pageNumber, captions: captionParts(text) };
}

export function isBlank({ text }: InputLine): boolean {
  return text.trim() === "";
}

export function wordsOf({ text }: InputLine): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

export function hasCaption({ captions }: InputLine, role: LineRole): boolean {
  return captions?.some((part) => part.role === role) ?? false;
}

/** The next line that is not blank. */
export function filledAfter(lines: readonly InputLine[], index: number): InputLine | undefined {
  for (let at = index + 1; at < lines.length; at += 1) if (!isBlank(lines[at] as InputLine)) return lines[at];
  return undefined;
}

/** The line before that is not blank. */
export function filledBefore(lines: readonly InputLine[], index: number): InputLine | undefined {
  for (let at = index - 1; at >= 0; at -= 1) if (!isBlank(lines[at] as InputLine)) return lines[at];
  return undefined;
}
