import { compactText } from "../../model/compact-text.ts";
import { TABLE_NUMBER, withoutPoint } from "../../model/title-number.ts";

/** What a document says otherwise than in words: the amount unit, the number of a table and that it goes on. */
const SAID_OTHERWISE = new RegExp(
  [
    "(?:金额|计量)?单位:?(?:人民币)?",
    "[万千亿]?元",
    "(?:部门|单位|预算|编制|填报|公开|[()])*(?:名称)?:",
    TABLE_NUMBER,
    "[接续](?:[上前][表页])?表?\\d*|第\\d+页",
  ].join("|"),
  "gu",
);
/** Between words that may stand apart; not in a figure. */
const PUNCTUATION = /[^\p{L}\p{N}.,%]+/u;

/** Whether texts say the words of another one, in one piece or, beside what is said otherwise, in several. */
export function saidIn(texts: readonly string[]): (text: string) => boolean {
  const said = texts.map(compactText).join("\n");
  const has = (words: string) => said.includes(words);
  return (text) => {
    const words = compactText(text);
    return (
      has(words) ||
      compactText(withoutPoint(text))
        .split(SAID_OTHERWISE)
        .flatMap((rest) => rest.split(PUNCTUATION))
        .every(has)
    );
  };
}
