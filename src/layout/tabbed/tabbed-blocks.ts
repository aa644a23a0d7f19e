import { compactText } from "../../model/compact-text.ts";
import { append } from "../../model/long-lists.ts";
import { classifyLine } from "../classify-line.ts";
import { type InputLine, isBlank } from "../text/input-line.ts";

export interface LineBlock {
  readonly kind: "tabbed" | "plain";
  readonly lines: readonly InputLine[];
}

/** So many lines without a tab can stand inside a table: a cell that was wrapped. */
const MOST_UNTABBED = 3;

/**
 * The lines of one page, parted into tab-separated tables and everything else.
 *
 * A blank line inside a table does not end it; a caption does, and so does a header that is printed again.
 */
export function toLineBlocks(lines: readonly InputLine[]): readonly LineBlock[] {
  const blocks: LineBlock[] = [];
  let plain: InputLine[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: "plain", lines: plain });
    plain = [];
  };
  for (let index = 0; index < lines.length; ) {
    const run = isTabbed(lines[index]) ? tabbedRun(lines, index) : [];
    if (isTable(run)) {
      const lead = leadingLine(plain);
      if (lead) plain.pop();
      flush();
      blocks.push({ kind: "tabbed", lines: lead ? [lead, ...run] : run });
    } else append(plain, run.length > 0 ? run : lines.slice(index, index + 1));
    index += Math.max(run.length, 1);
  }
  flush();
  return blocks;
}

function isTabbed(line: InputLine | undefined): boolean {
  return line?.text.includes("\t") === true && line.captions === undefined;
}

function tabbedRun(lines: readonly InputLine[], start: number): readonly InputLine[] {
  const first = compactText(lines[start]?.text ?? "");
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] as InputLine;
    if (isBlank(line)) continue;
    const afterBlank = isBlank(lines[index - 1] as InputLine);
    if (index - end > MOST_UNTABBED) break;
    if (isTabbed(line)) {
      if (compactText(line.text) === first) break;
      if (afterBlank && !lines.slice(start, end).some(({ text }) => tabs(text) === tabs(line.text))) break;
      end = index + 1;
    } else if (afterBlank || line.captions || /^第.{1,3}部分/u.test(compactText(line.text))) break;
    else if (end === index && goesOn(lines[index - 1])) end = index + 1;
  }
  return lines.slice(start, end);
}

/** Whether the last cell of a line can go on in the next: it is text that has not come to its end. */
function goesOn(line: InputLine | undefined): boolean {
  const last = line?.text.split("\t").at(-1)?.trim() ?? "";
  return /[^\d.,\s-]/u.test(last) && !/[。：:]$/u.test(last);
}

function tabs(text: string): number {
  return text.split("\t").length;
}

/** The beginning of a first cell that was wrapped: a few words directly above the table. */
function leadingLine(plain: readonly InputLine[]): InputLine | undefined {
  const last = plain.at(-1);
  if (!last || isBlank(last) || last.captions || classifyLine(last.text) !== "paragraph") return undefined;
  const text = compactText(last.text);
  return text.length <= 12 && !/[:。;,、.]$/u.test(text) ? last : undefined;
}

/** Indented prose has tabs too, and so has a table of contents; a table has a line with two cells that are not an entry and its page. */
function isTable(run: readonly InputLine[]): boolean {
  const cells = run
    .filter((line) => !isBlank(line))
    .map(({ text }) =>
      text
        .split("\t")
        .map((field) => field.trim())
        .filter((field) => field !== ""),
    );
  const rows = cells.filter(({ length }) => length > 1);
  const entries = rows.filter(
    ([entry = "", page = "", ...more]) => more.length === 0 && /^\d{1,3}$/.test(page) && /^[第一二三四五六七八九十（(表]/u.test(entry),
  );
  return rows.length > 0 && !(entries.length > 2 && entries.length * 10 >= rows.length * 8);
}
