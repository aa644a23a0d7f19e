import { type Mutator, pick } from "./mutant.ts";

const odd = [
  "\ufeff",
  "\u0000",
  "\ud800",
  "\udc00",
  "\u202e",
  "\u0085",
  "\u001b[2J",
  "\f",
  "\r",
  "\t",
  "\u00a0",
  "　",
  "，",
  "１２３．４５",
  "表1",
  "单位：元",
  "合计",
  "\u200b",
  "𠀀",
];
const much = ["\t", " ", "1", "[", "(", "。", "\n", "1,", "表1 收支总体情况表\n", "208\t", "— ", "单位：万元\n"];

function spans(content: string, pattern: RegExp): { readonly from: number; readonly to: number; readonly text: string }[] {
  return [...content.matchAll(pattern)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));
}

const lines = /[^\n]*\n/g;

/** What can be wrong in text taken from a budget. */
export const textMutators: readonly Mutator[] = [
  {
    name: "a line is missing",
    edits(content, chance) {
      const line = pick(spans(content, lines), chance);
      return line ? [{ ...line, insert: "" }] : [];
    },
  },
  {
    name: "a line comes again and again",
    edits(content, chance) {
      const line = pick(spans(content, lines), chance);
      return line ? [{ ...line, insert: line.text.repeat(2 + chance(10) ** 3) }] : [];
    },
  },
  {
    name: "two lines change places",
    edits(content, chance) {
      const all = spans(content, lines);
      const at = chance(all.length - 1);
      const [one, next] = [all[at], all[at + 1]];
      return one && next ? [{ from: one.from, to: next.to, insert: next.text + one.text }] : [];
    },
  },
  {
    name: "a break is lost",
    edits(content, chance) {
      const gap = pick(spans(content, /\s+/g), chance);
      return gap ? [{ ...gap, insert: pick(["", " ", "\t", "\n", "  "], chance) ?? "" }] : [];
    },
  },
  {
    name: "an odd character",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from + chance(2), insert: pick(odd, chance) ?? "" }];
    },
  },
  {
    name: "much of one thing",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from, insert: (pick(much, chance) ?? "").repeat(10 ** (1 + chance(4))) }];
    },
  },
  {
    name: "a piece is missing",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from + chance(2000), insert: "" }];
    },
  },
];

const jsonValues = [
  "null",
  "true",
  "-1",
  "1e308",
  "0.1",
  '""',
  '"NaN"',
  '"-"',
  "[]",
  "{}",
  '"\\u202e"',
  `"${"9".repeat(5000)}"`,
  '"1e400"',
  "[".repeat(50),
  "__proto__",
];
const names = ['"../victim"', '"a/b"', '"index"', '".."', '"\\u0000"', '"a.json"', '"C:\\\\x"', '"/etc/passwd"'];
const jsonToken = /"(?:\\.|[^"\\])*"|-?\d[\d.e+-]*|\bnull\b|\btrue\b|\bfalse\b/g;

function overToken(name: string, values: readonly string[]): Mutator {
  return {
    name,
    edits(content, chance) {
      const one = pick(spans(content, jsonToken), chance);
      return one ? [{ ...one, insert: pick(values, chance) ?? "" }] : [];
    },
  };
}

/** What can be wrong in the JSON of a document. */
export const jsonMutators: readonly Mutator[] = [
  overToken("another value", jsonValues),
  {
    name: "a value of another place",
    edits(content, chance) {
      const all = spans(content, jsonToken);
      const [one, other] = [pick(all, chance), pick(all, chance)];
      return one && other ? [{ from: one.from, to: one.to, insert: other.text }] : [];
    },
  },
  {
    name: "an entry is missing",
    edits(content, chance) {
      const one = pick(spans(content, /\s*"\w+":\s*("(?:\\.|[^"\\])*"|-?\d[\d.]*|null),/g), chance);
      return one ? [{ ...one, insert: "" }] : [];
    },
  },
  {
    name: "a piece comes twice",
    edits(content, chance) {
      const one = pick(spans(content, /\{[^{}]*\},/g), chance);
      return one ? [{ ...one, insert: one.text.repeat(2 + chance(5) ** 4) }] : [];
    },
  },
];

/** What can be wrong in the index of a batch. */
export const indexMutators: readonly Mutator[] = [...jsonMutators, overToken("another name", names), ...textMutators.slice(0, 3)];
