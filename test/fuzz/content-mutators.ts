import { type Chance, type Mutator, pick } from "./mutant.ts";

interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const token = /\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f\s]*>|\/[^\s/<>()[\]{}%]+|[-+]?(?:\d+\.?\d*|\.\d+)|[A-Za-z'"][A-Za-z0-9*]*|[[\]]/g;
const extremes = ["0", "-1", "1e18", "1000000000000000000", "-99999999", "0.000001", "2147483648", "-0", "1..2", "--5", "9".repeat(400)];

/** Operators that a file may hold and that no page needs. */
const oddities = [
  "q ".repeat(600),
  "Q Q Q",
  "BT",
  "ET",
  "BT /F1 1000000 Tf (1) Tj ET",
  "1000000000 0 0 1000000000 0 0 cm",
  "0 0 0 0 0 0 cm",
  "-1 0 0 1 0 0 cm",
  "0 1 -1 0 0 0 cm",
  "0.999 0.03 -0.03 0.999 0 0 cm",
  "0 Tz",
  "-100 Tz",
  "100 Tc",
  "3 Tr",
  "7 Tr",
  "1e18 0 Td",
  "0 0 1 1 re W n",
  "0 0 10000 10000 re f",
  "1 1 1 rg",
  "/Nope Do",
  "/Nope gs",
  "/Nope sh",
  "[",
  "<<",
  ">>",
  "(",
  "BI /W 9 /H 9 ID xx EI",
  "/Span <</ActualText (9,999.00)>> BDC",
  "EMC EMC",
  "100 100 m ".repeat(200),
  "10 10 500 500 re S ".repeat(200),
];

function tokensOf(content: string): Token[] {
  return [...content.matchAll(token)].map(({ 0: text, index }) => ({ text, from: index, to: index + text.length }));
}

const isNumber = ({ text }: Token) => /^[-+.\d]/.test(text);
const isString = ({ text }: Token) => /^[(<]/.test(text);
const isOperator = ({ text }: Token) => /^[A-Za-z'"]/.test(text);

/** Operators with their operands. */
function instructions(content: string): Token[] {
  const found: Token[] = [];
  let from = 0;
  for (const one of tokensOf(content)) {
    if (!isOperator(one)) continue;
    found.push({ from, to: one.to, text: one.text });
    from = one.to;
  }
  return found;
}

function overNumber(name: string, change: (value: number, chance: Chance) => string): Mutator {
  return {
    name,
    edits(content, chance) {
      const one = pick(tokensOf(content).filter(isNumber), chance);
      return one ? [{ from: one.from, to: one.to, insert: change(Number(one.text), chance) }] : [];
    },
  };
}

function overInstruction(name: string, wanted: RegExp, insert: (text: string, chance: Chance) => string): Mutator {
  return {
    name,
    edits(content, chance) {
      const one = pick(
        instructions(content).filter(({ text }) => wanted.test(text)),
        chance,
      );
      return one ? [{ from: one.from, to: one.to, insert: insert(content.slice(one.from, one.to), chance) }] : [];
    },
  };
}

/** What can be wrong in a content stream, in one that draws glyphs for a font, in a character map. */
export const contentMutators: readonly Mutator[] = [
  overNumber("a number is nudged", (value, chance) => String(value + (chance(61) - 30) / 10)),
  overNumber("a number is scaled", (value, chance) => String(value * (pick([-1, 0.1, 0.5, 2, 10, 1000], chance) ?? 1))),
  overNumber("a number is extreme", (_, chance) => pick(extremes, chance) ?? ""),
  overNumber("a number is missing", () => ""),
  overInstruction("an instruction is missing", /./, () => " "),
  overInstruction("a ruling is missing", /^(re|l|S|f|h|n)$/, () => " "),
  overInstruction("text is missing", /^(Tj|TJ|'|")$/, () => " "),
  overInstruction("a state is missing", /^(q|Q|cm|Tf|Tm|Td|BT|ET|gs|W|rg)$/, () => " "),
  overInstruction("an instruction comes twice", /./, (text) => `${text}${text}`),
  overInstruction("an instruction comes many times", /./, (text, chance) => text.repeat(10 ** (1 + chance(3)))),
  overInstruction("an odd instruction", /./, (text, chance) => `${text}\n${pick(oddities, chance)}\n`),
  {
    name: "two instructions change places",
    edits(content, chance) {
      const all = instructions(content);
      const at = chance(all.length - 1);
      const [one, next] = [all[at], all[at + 1]];
      return one && next
        ? [{ from: one.from, to: next.to, insert: content.slice(next.from, next.to) + content.slice(one.from, one.to) }]
        : [];
    },
  },
  {
    name: "a string is changed",
    edits(content, chance) {
      const one = pick(tokensOf(content).filter(isString), chance);
      if (!one) return [];
      const from = one.from + 1 + chance(one.text.length - 1);
      return [{ from, to: from + chance(3), insert: pick(["0", "F", "\\", ")", "\u0000", "31", "<"], chance) ?? "" }];
    },
  },
  {
    name: "a piece is missing",
    edits(content, chance) {
      const from = chance(content.length);
      return [{ from, to: from + chance(400), insert: "" }];
    },
  },
];
