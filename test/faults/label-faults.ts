import { type FaultKind, pick, type Random } from "./fault.ts";
import { type PrintedCell, textCells } from "./printed-cells.ts";

const ECONOMIC = ["departmentEconomic", "governmentEconomic"];
/** Characters that a slip puts in another's place. */
const STRAY = "人大小天行政事业支出入其他项目公费用物资金补助管理";

/** Codes and names printed wrong. */
export const labelFaults: readonly FaultKind[] = [
  codes("economic code wrong", (key) => ECONOMIC.includes(key)),
  codes("functional code wrong", (key) => key === "code" || key === "function"),
  names("functional name wrong", (kind, key) => key === "function" || (key === "name" && /Summary$|ByFunction$/.test(kind))),
  names("economic name wrong", (_, key) => ECONOMIC.includes(key)),
  names("two-sided label wrong", (_, key) => key === "revenueItem" || key === "expenditureItem"),
  names("unit name wrong", (kind, key) => key === "budgetUnitName" || (key === "label" && /ByUnit$/.test(kind))),
  names("procurement category wrong", (_, key) => key === "procurementCategoryName"),
];

function codes(name: string, wanted: (key: string) => boolean): FaultKind {
  return {
    name,
    plants: (subject) =>
      textCells(subject, (_, key) => wanted(key)).map((cell) => (random) => {
        const code = /\d{3,7}/.exec(cell.text);
        if (!code) return undefined;
        const at = code.index + Math.floor(random() * code[0].length);
        const wrong = (Number(cell.text[at]) + 1 + Math.floor(random() * 9)) % 10;
        return changed(cell, `${cell.text.slice(0, at)}${wrong}${cell.text.slice(at + 1)}`);
      }),
  };
}

function names(name: string, wanted: (kind: string, key: string) => boolean): FaultKind {
  return {
    name,
    plants: (subject) =>
      textCells(subject, wanted).map((cell) => (random) => {
        const letters = [...cell.text].flatMap((letter, at) => (/\p{Script=Han}/u.test(letter) ? [at] : []));
        const at = letters.length < 3 ? undefined : pick(letters.slice(1), random);
        return at === undefined ? undefined : changed(cell, slip([...cell.text], at, random));
      }),
  };
}

/** A character lost, doubled, changed over with the one before it, or another in its place. */
function slip(letters: readonly string[], at: number, random: Random): string {
  const [before, own, after] = [letters.slice(0, at), letters[at] ?? "", letters.slice(at + 1)];
  const sort = random();
  if (sort < 0.25) return [...before, ...after].join("");
  if (sort < 0.5) return [...before, own, own, ...after].join("");
  const last = before.at(-1);
  if (sort < 0.75 && last && /\p{Script=Han}/u.test(last)) return [...before.slice(0, -1), own, last, ...after].join("");
  return [...before, pick([...STRAY], random), ...after].join("");
}

function changed({ table, row, column, key, text }: PrintedCell, wrong: string) {
  return wrong === text
    ? undefined
    : { edits: [{ edit: "cell" as const, table, row, column, text: wrong }], at: { table, row, key }, was: text };
}
