import { foldWidth } from "../model/fold-width.ts";
import type { PerformanceIndicator } from "../tables/unit-fields.ts";

/** A number that opens an indicator: at the beginning, or after the end of a sentence or a space. */
const OPENING = /(?:^|(?<=[。；;！]|(?<!\s)\s))\s*(\d{1,3})\s*[、.．](?!\d)/gu;

/**
 * Takes 项目主要绩效指标 apart: `1、名称:(解释)目标。2、…`.
 *
 * @param text The cell as printed.
 * @returns One entry an indicator, in printed order; empty where the text is not numbered. Numbers must count up from 1, so that `2.5%` or a date opens none.
 * @source 2021 表10, 表11
 */
export function performanceIndicators(text: string): PerformanceIndicator[] {
  const starts: { readonly ordinal: number; readonly at: number; readonly body: number }[] = [];
  for (const found of text.matchAll(OPENING)) {
    const ordinal = Number(found[1]);
    if (ordinal === starts.length + 1) starts.push({ ordinal, at: found.index, body: found.index + found[0].length });
  }
  return starts.map(({ ordinal, body }, index) => ({ ordinal, ...parts(text.slice(body, starts[index + 1]?.at ?? text.length)) }));
}

function parts(body: string): { name: string; explanation: string | null; target: string | null } {
  const trimmed = body.trim();
  const colon = foldWidth(trimmed).indexOf(":");
  if (colon < 0) return { name: trimmed, explanation: null, target: null };
  const name = trimmed.slice(0, colon).trim();
  const rest = trimmed.slice(colon + 1).trim();
  const close = foldWidth(rest).startsWith("(") ? closingBracket(foldWidth(rest)) : -1;
  const target = (close < 0 ? rest : rest.slice(close + 1)).replace(/[。；;]$/u, "").trim();
  return { name, explanation: close < 0 ? null : rest.slice(1, close).trim(), target: target || null };
}

/** The bracket that closes the first one, brackets inside counted; -1 where none does. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return at;
  }
  return -1;
}
