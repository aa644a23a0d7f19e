import { foldWidth } from "../../model/fold-width.ts";
import type { Glyph } from "../../read/page.ts";
import { numberRowCells } from "./number-row.ts";
import { type PrintedLine, printedText, splitAtGaps, toLine } from "./printed-line.ts";

/** Text of one line between two gaps: a cell, or a printed line of one. */
export interface Chunk extends PrintedLine {
  /** Which of the page's lines it stands on. */
  readonly lineIndex: number;
  readonly text: string;
  /** Money or a dash in its place; bare digits may be a code, a count or money. */
  readonly shape: "value" | "digits" | "text";
}

/** A gap of more ems than this parts two cells; spaces between words are narrower. */
export const CELL_GAP = 0.6;
/** Next to a complete amount, this gap parts two cells too. */
const AMOUNT_GAP = 0.28;
/** Behind a complete amount, this gap parts it from a label: so much the padding of two cells without borders leaves. */
const LABEL_GAP = 0.15;
const AMOUNT_THEN_HAN = /^([-−(]?\d[\d,]*\.\d\d\)?)(?![万千百亿元])\p{Script=Han}/u;
const AMOUNT_WORD = /^([-−(（]?(\d{1,3}(,\d{3})+(\.\d+)?|\d+\.\d\d)[)）]?|[-−–—]{1,4}|\/)$/u;
const TOUCHING_AMOUNTS = /^(?:[-−(]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d\d\)?){2,}$/u;
const DIGITS = /^[\d０-９]+$/u;
const VALUE = /^([-－−–]?[\d,.，．０-９]*[\d０-９]|[(（][\d,.，．０-９]*[.．][\d０-９]+[)）]|[-－−–—―]{1,4}|[/／])$/u;
/** Labels of two characters that are printed with space between them. */
const LETTER_SPACED = new Set(
  "合计 总计 小计 项目 收入 支出 金额 名称 备注 单位 编码 科目 内容 数量 预算 类别 来源 说明 序号 目录 栏次".split(" "),
);
/** Such a label is not stretched over more ems than this. */
const WIDEST_SPACING = 6;

/** The chunks of a line that belongs to a table: amounts stand by themselves even where the gap beside them is narrow. */
export function tableChunks(line: PrintedLine, lineIndex: number): Chunk[] {
  return joinLetterSpaced(
    numberRowCells(line) ?? splitAtGaps(line, CELL_GAP).flatMap(splitAtAmounts).flatMap(splitTouching),
    line,
    lineIndex,
  );
}

/** The chunks of a line of any text. */
export function lineToChunks(line: PrintedLine, lineIndex: number): Chunk[] {
  return joinLetterSpaced(numberRowCells(line) ?? splitAtGaps(line, CELL_GAP).flatMap(splitTouching), line, lineIndex);
}

export function isValue({ shape }: Pick<Chunk, "shape">): boolean {
  return shape === "value";
}

/** A chunk as several, cut at each gap between two glyphs (its ends are given) that parts two texts. */
export function splitChunk(chunk: Chunk, parts: (left: number, right: number) => boolean): Chunk[] {
  const groups: Glyph[][] = [[]];
  for (const glyph of chunk.glyphs) {
    const before = groups.at(-1)?.at(-1);
    if (before && parts(before.box[2], glyph.box[0])) groups.push([glyph]);
    else groups.at(-1)?.push(glyph);
  }
  return groups.length === 1 ? [chunk] : groups.map((group) => toChunk(toLine(group), chunk.lineIndex));
}

function joinLetterSpaced(parts: readonly PrintedLine[], line: PrintedLine, lineIndex: number): Chunk[] {
  const chunks: Chunk[] = [];
  for (const part of parts) {
    const before = chunks.at(-1);
    const text = printedText(part);
    if (before && LETTER_SPACED.has(before.text + text) && part.box[0] - before.box[2] <= WIDEST_SPACING * line.fontSize) {
      chunks[chunks.length - 1] = toChunk(toLine([...before.glyphs, ...part.glyphs]), lineIndex);
    } else {
      chunks.push(toChunk(part, lineIndex));
    }
  }
  return chunks;
}

function toChunk(line: PrintedLine, lineIndex: number): Chunk {
  const text = printedText(line);
  const shape = VALUE.test(text) ? (DIGITS.test(text) ? "digits" : "value") : "text";
  const { glyphs, box, baseline, fontSize } = line;
  return { glyphs, box, baseline, fontSize, lineIndex, text, shape };
}

/** Amounts that touch in narrow columns: each has two decimals, and nothing else stands between them. */
function splitTouching(part: PrintedLine): PrintedLine[] {
  if (!TOUCHING_AMOUNTS.test(foldWidth(printedText(part)))) return [part];
  const groups: Glyph[][] = [[]];
  for (const glyph of part.glyphs) {
    const group = groups.at(-1) ?? [];
    if (/\.\d\d\)?$/u.test(foldWidth(printedText({ glyphs: group }))) && glyph.text !== ")" && glyph.text !== "）") groups.push([glyph]);
    else group.push(glyph);
  }
  return groups.map(toLine);
}

/** An amount and the label of the next column, which begins right behind it. */
function splitBehindAmount(word: PrintedLine): PrintedLine[] {
  const [first, ...others] = splitAtGaps(word, LABEL_GAP);
  const amount = AMOUNT_THEN_HAN.exec(foldWidth(printedText(word)))?.[1];
  return first && amount === foldWidth(printedText(first)) ? [first, toLine(others.flatMap(({ glyphs }) => glyphs))] : [word];
}

function splitAtAmounts(part: PrintedLine): PrintedLine[] {
  const words = splitAtGaps(part, AMOUNT_GAP).flatMap(splitBehindAmount);
  if (words.length === 1) return [part];
  const groups: PrintedLine[][] = [];
  let afterAmount = true;
  for (const word of words) {
    const amount = AMOUNT_WORD.test(foldWidth(printedText(word)));
    if (amount || afterAmount) groups.push([word]);
    else groups.at(-1)?.push(word);
    afterAmount = amount;
  }
  return groups.map((group) => (group.length === 1 && group[0] ? group[0] : toLine(group.flatMap(({ glyphs }) => glyphs))));
}
