import type { Reason } from "./check-report.ts";
import type { Bilingual } from "./locale.ts";

/** Why a rule could not be checked, in words. */
export const reasonTexts: Readonly<Record<Reason, Bilingual>> = {
  tableMissing: { zh: "文件中没有所需的表", en: "a table that it needs is not in the document" },
  rowsMissing: { zh: "所需的行不在输入中", en: "a row that it needs is not in the input" },
  columnMissing: { zh: "表中没有所需的列", en: "the table lacks a column that it needs" },
  unknownColumn: {
    zh: "数字不符，但该表有表式以外的数字列",
    en: "the figures differ, but the table has a column of numbers that its form does not know",
  },
  unknownLabel: { zh: "数字不符，但有表式以外的行", en: "the figures differ, but a row has a label that the form does not know" },
  unreadable: { zh: "有单元格不是金额", en: "a cell is not an amount" },
  negative: {
    zh: "超出范围，但文件印有负数，部分可以大于整体",
    en: "the figures are out of bounds, but the document prints negative ones, so that a part may exceed its whole",
  },
  blank: { zh: "一方全为空白", en: "every cell of one side is blank" },
  ambiguous: {
    zh: "不能确定所指的行：同名的不止一个，或该表的行未能确切读出",
    en: "it is not certain which rows are meant: several bear the name, or the table's rows were not read for certain",
  },
  notComparable: { zh: "上年为零，不可比", en: "the prior year's amount is zero" },
  silenced: { zh: "不符，但调用者已知并搁置", en: "the figures differ, but the caller knows of it and sets it aside" },
};
