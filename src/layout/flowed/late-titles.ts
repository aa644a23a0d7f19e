import { hasCaption, type InputLine, isBlank } from "../text/input-line.ts";

/**
 * Lines with each table's title directly behind its number, where a text whose cells come out of order prints it behind some rows.
 *
 * @param contents Line numbers of the table of contents.
 * @param titleAt The lines of the known title that begins at an index.
 */
export function titlesBehindNumbers(
  lines: readonly InputLine[],
  contents: ReadonlySet<number>,
  titleAt: (index: number) => readonly InputLine[] | undefined,
): readonly InputLine[] {
  const moved = new Map<InputLine, readonly InputLine[]>();
  for (const [index, line] of lines.entries()) {
    if (contents.has(line.line) || !hasCaption(line, "tableNumber") || hasCaption(line, "title") || isTitled(lines, index)) continue;
    const isEnd = (other: InputLine) => other.pageNumber !== line.pageNumber || hasCaption(other, "tableNumber");
    const end = lines.findIndex((other, at) => at > index && isEnd(other));
    const behind = lines.slice(index + 1, end === -1 ? lines.length : end);
    const offset = behind.findIndex((other, at) => !isBlank(other) && titleAt(index + 1 + at) !== undefined);
    const between = behind.slice(0, Math.max(offset, 0));
    if (between.some((other) => !isBlank(other) && !other.captions)) moved.set(line, titleAt(index + 1 + offset) ?? []);
  }
  const taken = new Set([...moved.values()].flat());
  return moved.size === 0 ? lines : lines.flatMap((line) => (taken.has(line) ? [] : [line, ...(moved.get(line) ?? [])]));
}

/** Whether a title stands among the captions directly before a number. */
function isTitled(lines: readonly InputLine[], index: number): boolean {
  const isCaption = (line: InputLine) => isBlank(line) || line.captions !== undefined;
  const start = lines.slice(0, index).findLastIndex((line) => !isCaption(line) || line.pageNumber !== lines[index]?.pageNumber);
  return lines.slice(start + 1, index).some((line) => hasCaption(line, "title"));
}
