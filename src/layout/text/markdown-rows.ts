const ROW = /^\s*\|(.*)\|\s*$/u;
const RULE = /^\s*\|?(\s*:?-{3,}:?\s*\|)+(\s*:?-{3,}:?\s*)?$/u;
const HEADING = /^#{1,6}\s+/u;

/**
 * The lines of a Markdown copy as a transcription has them: cells between tabs, headings without their marks.
 *
 * @returns The lines as they are when no line is the rule below a Markdown header.
 */
export function withoutMarkdown(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => RULE.test(line) && line.includes("|"))) return lines;
  return lines.map((line) => {
    if (RULE.test(line)) return "";
    const cells = ROW.exec(line)?.[1]?.split("|");
    return cells ? cells.map((cell) => cell.trim()).join("\t") : line.replace(HEADING, "");
  });
}
