import type { Fault, FaultKind, Random } from "./fault.ts";
import { pick } from "./fault.ts";
import { type AmountCell, amountCells } from "./printed-cells.ts";

/** Figures printed wrong. */
export const figureFaults: readonly FaultKind[] = [
  kind("digit wrong", (digits, random) => {
    const at = Math.floor(random() * digits.length);
    const wrong = (Number(digits[at]) + 1 + Math.floor(random() * 9)) % 10;
    return `${digits.slice(0, at)}${wrong}${digits.slice(at + 1)}`;
  }),
  kind("digits changed over", (digits, random) => {
    const at = pick(
      [...digits].flatMap((digit, place) => (place + 1 < digits.length && digit !== digits[place + 1] ? [place] : [])),
      random,
    );
    return at === undefined ? undefined : `${digits.slice(0, at)}${digits[at + 1]}${digits[at]}${digits.slice(at + 2)}`;
  }),
  kind("digit lost", (digits, random) => {
    const at = Math.floor(random() * digits.length);
    return digits.slice(0, at) + digits.slice(at + 1);
  }),
  kind("point shifted", (digits, random) => (random() < 0.5 || digits.length < 4 ? `${digits}0` : digits.slice(0, -1))),
  kind("one cent off", (digits, random) => String(BigInt(digits) + (random() < 0.5 ? 1n : -1n))),
  { name: "sign wrong", plants: (subject) => amountCells(subject).map((cell) => () => fault(cell, `-${cell.text}`)) },
  {
    name: "total left blank",
    plants: (subject) =>
      amountCells(subject)
        .filter(isTotal)
        .map((cell) => () => fault(cell, null)),
  },
  {
    name: "columns changed over",
    plants: (subject) =>
      amountCells(subject).map((cell) => (random) => {
        const key = pick(cell.keys, random);
        const other = key === undefined ? undefined : cell.line.figure(key)?.place;
        if (!other || !("column" in other) || other.text === cell.text || cell.line.side) return undefined;
        const edit = { edit: "cell", table: cell.table, row: cell.row } as const;
        return {
          edits: [
            { ...edit, column: cell.column, text: other.text },
            { ...edit, column: other.column, text: cell.text },
          ],
          at: { table: cell.table, row: cell.row },
          was: cell.text,
        };
      }),
  },
];

/** Whether a cell is a sum of others that are printed: of the rows under its row, or of the columns beside it. */
export function isTotal({ line, key, keys }: AmountCell): boolean {
  if (["total", "subtotal", "grandTotal"].includes(line.role)) return true;
  const printed = (figure: ReturnType<typeof line.figure>) => figure !== undefined && !figure.value.isZero();
  if (line.children().some((child) => child.role !== "ofWhich" && printed(child.figure(key)))) return true;
  return key === "total" && keys.some((other) => other !== key && printed(line.figure(other)));
}

function kind(name: string, change: (digits: string, random: Random) => string | undefined): FaultKind {
  return {
    name,
    plants: (subject) =>
      amountCells(subject).map((cell) => (random) => {
        const wrong = reprinted(cell.text, (digits) => change(digits, random));
        return wrong === undefined ? undefined : fault(cell, wrong);
      }),
  };
}

/** The amount with its digits changed, printed with as many decimals and the same separators. */
function reprinted(text: string, change: (digits: string) => string | undefined): string | undefined {
  const sign = /^[-−]/u.exec(text)?.[0] ?? "";
  const plain = text.slice(sign.length).replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  const digits = plain.replace(".", "");
  if (!/^\d+$/.test(digits)) return undefined;
  const wrong = change(digits);
  if (wrong === undefined || wrong === "" || BigInt(wrong) === BigInt(digits)) return undefined;
  const padded = BigInt(wrong)
    .toString()
    .padStart(decimals + 1, "0");
  const whole = decimals === 0 ? padded : padded.slice(0, -decimals);
  const grouped = text.includes(",") || !/\d{4}/.test(text) ? whole.replace(/\B(?=(\d{3})+$)/gu, ",") : whole;
  return `${sign}${grouped}${decimals === 0 ? "" : `.${padded.slice(-decimals)}`}`;
}

function fault({ table, row, column, key, text }: AmountCell, wrong: string | null): Fault {
  return { edits: [{ edit: "cell", table, row, column, text: wrong }], at: { table, row, key }, was: text };
}
