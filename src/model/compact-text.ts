import { foldWidth } from "./fold-width.ts";
import { withoutMark } from "./raised-mark.ts";

const QUOTES = /[“”„‟"＂「」『』〝〞]/gu;
const OPENING = /[〔［【〈《]/gu;
const CLOSING = /[〕］】〉》]/gu;
const NOT_COMPACT = /[\s\u200b\ufeff\uff01-\uff5e“”„‟「」『』〝〞〔【〈《〕】〉》⁰¹²³⁴-⁹⁽⁾]/u;

/**
 * A label in the form in which labels are compared: no white space, half-width forms, one kind of quotation mark and of brackets, no mark of a note.
 *
 * @example compactText("一般公共预算支出（按 功能分类科目）") // "一般公共预算支出(按功能分类科目)"
 */
export function compactText(text: string): string {
  if (!NOT_COMPACT.test(text)) return text;
  return foldWidth(withoutMark(text))
    .replace(/[\s\u200b\ufeff]+/gu, "")
    .replace(QUOTES, '"')
    .replace(OPENING, "(")
    .replace(CLOSING, ")");
}

const WIDE = "[\\u2e80-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60\\u3000-\\u303f\\u201c\\u201d]";
const BETWEEN_WIDE = new RegExp(`(?<=${WIDE})[\\s\\u3000]+(?=${WIDE})`, "gu");

/** Printed text without outer white space and without the spaces that letter-spacing or wrapping left between Chinese characters. */
export function tidyText(text: string): string {
  return text.trim().replace(BETWEEN_WIDE, "");
}
