/**
 * What a character may be whose thin level strokes a scanner lost: 大 that looks like 人, 日 like 口, 工 like I. Scanners lose strokes and add
 * none. Only a character that was not read surely is taken for another.
 */
export const WITH_LOST_STROKES: Readonly<Record<string, string>> = {
  人: "大",
  大: "天太夫",
  口: "日目",
  日: "目",
  丁: "于",
  于: "手",
  了: "子",
  木: "本未末",
  休: "体",
  厂: "广",
  工: "王",
  "1": "工上土",
  I: "工上土",
  l: "工上土",
};
