const WIDE = "[\\u2e80-\\u2fdf\\u3001-\\u303f\\u3041-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60\\u2014\\u2018-\\u201d\\u2026]";
const MARK = "[\\u3001-\\u3020\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff60\\u2018-\\u201d≥≤×÷]";
const HAN = "[\\u2e80-\\u2fdf\\u3400-\\u9fff\\uf900-\\ufaff]";

const PARAGRAPHS = /<\/p>\s*<p>|<br\s*\/?>/giu;
const TAGS = /<\/?p>/giu;
const FORMULA = /\$([^$\\]*\\[^$]*)\$/gu;
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\\(?:text|mathrm|textbf)\{([^{}]*)\}/gu, "$1"],
  [/\\div(?![a-z])/gu, "÷"],
  [/\\times(?![a-z])/gu, "×"],
  [/\\geq?(?![a-z])/gu, "≥"],
  [/\\leq?(?![a-z])/gu, "≤"],
  [/\\(?:left|right)(?![a-z])/gu, ""],
  [/\\([%&#_{}])/gu, "$1"],
];
const WRAPS = new RegExp(
  [
    `(?<=${WIDE})\\s+(?=${WIDE})`,
    `(?<=${MARK})\\s+`,
    `\\s+(?=${MARK})`,
    `(?<=${HAN})\\s+(?=[()*,])`,
    `(?<=[()*,])\\s+(?=${HAN})`,
    "(?<=\\d)\\s+(?=\\d)",
  ].join("|"),
  "gu",
);
/** Digits, separators and spaces only: joining two of them side by side would make up a number. */
const SEVERAL_NUMBERS = /^[-−(（]?(?:[\d,，]|[.．](?!\d))*[.．]\d[\d.,，．\s()（）-]*$/u;

/**
 * A cell of a transcription as lines of plain text.
 *
 * HTML paragraphs become lines, LaTeX formulas plain characters, and the spaces that wrapping left inside Chinese text, next to
 * full-width marks and inside a code are taken away. A formula with a command that is not known stays as it is.
 *
 * @returns No line for an empty cell.
 * @source the 2021 seed, a transcription with `<p>…</p>` and `$…\div…$`
 * @example transcribedLines("A02061802039 9 其他空调 机") // ["A020618020399 其他空调机"]
 */
export function transcribedLines(text: string): readonly string[] {
  return text
    .replace(PARAGRAPHS, "\n")
    .replace(TAGS, "")
    .replace(FORMULA, (formula, body: string) => plainFormula(body) ?? formula)
    .split("\n")
    .map(withoutWraps)
    .filter((line) => line !== "");
}

function withoutWraps(line: string): string {
  const trimmed = line.trim();
  return SEVERAL_NUMBERS.test(trimmed) ? trimmed : trimmed.replace(WRAPS, "");
}

function plainFormula(body: string): string | undefined {
  const plain = SIGNS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), body);
  return plain.includes("\\") ? undefined : plain.replace(/\s+/gu, "");
}
