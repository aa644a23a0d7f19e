/** A line of the text input and where it stands. */
export interface InputLine {
  readonly text: string;
  /** Counted from 1 in the input. */
  readonly line: number;
  readonly pageNumber: number | undefined;
}

export function isBlank({ text }: InputLine): boolean {
  return text.trim() === "";
}

export function wordsOf({ text }: InputLine): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}
