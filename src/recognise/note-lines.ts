import type { TextRegion } from "../layout/region.ts";
import { compactText } from "../model/compact-text.ts";

/** Whether a line is a further paragraph of the note above it: the same type, directly below. */
export function goesOnInNote(note: TextRegion, line: TextRegion): boolean {
  if (!note.box || !line.box) return (line.line ?? 0) - (note.line ?? 0) <= 2;
  const size = note.fontSize ?? 0;
  const sameType = Math.abs(size - (line.fontSize ?? 0)) < 0.6;
  const apart = isNextPoint(note, line) ? 2.5 : 1.2;
  return sameType && (note.pageNumber === line.pageNumber ? line.box[1] - note.box[3] < apart * size : line.text.length < 60);
}

/** Whether a line is the point of a list that follows the note's own one: 注：… is the first. */
function isNextPoint(note: TextRegion, line: TextRegion): boolean {
  const point = ({ text }: TextRegion) => /^(?:注:)?\(?(\d{1,2})(?:[).、](?!\d))/u.exec(compactText(text))?.[1];
  return Number(point(line)) === Number(point(note) ?? 1) + 1;
}
