import { expect, it } from "vitest";
import { toFlowedLines } from "../../src/layout/flowed/flowed-line.ts";
import { splitGap } from "../../src/layout/flowed/split-gap.ts";
import { toInputLine } from "../../src/layout/text/input-line.ts";

const knowledge = { trailWidth: 40, labelWidth: 28, isLabel: () => false, hasCode: false, sentences: true };

/** Texts between the amounts of two rows, each on a line of its own. */
function certainOf(...printed: readonly string[]): boolean {
  const lines = toFlowedLines(
    printed.map((text, index) => toInputLine(text, index + 1, undefined)),
    1,
  );
  return splitGap(
    lines.map((line) => ({ ...line, place: "alone" as const })),
    knowledge,
  ).certain;
}

it.each<[string, readonly string[], boolean]>([
  ["a label that stands together is certain", ["维护某某信息系统", "运行项目"], true],
  [
    "one with a blank line within may be the end of the row above and a label",
    ["31000120230101", "", "维护某某信息系统", "运行项目"],
    false,
  ],
  [
    "so is one with a blank line within, where the row above has its own end",
    ["保障系统稳定运行。", "维护某某信息系统", "", "运行项目"],
    true,
  ],
  ["a blank line before the label parts nothing of it", ["保障系统稳定运行。", "", "维护某某信息系统", "运行项目"], true],
])("%s", (_name, printed, certain) => expect(certainOf(...printed)).toBe(certain));
