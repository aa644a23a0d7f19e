import { TABLE_NUMBER } from "../model/title-number.ts";
import { classifyLine } from "./classify-line.ts";
import type { LineRole } from "./region.ts";

export interface CaptionPart {
  readonly role: LineRole;
  readonly text: string;
}

const CAPTIONS: ReadonlySet<LineRole> = new Set(["title", "tableNumber", "amountUnit", "budgetUnit", "note"]);
const AMOUNT_UNIT = "[(（]?\\s*(?:金额|计量)?单位\\s*[:：]?\\s*(?:人民币)?\\s*[(（]?[万千百亿]*元\\s*[)）]?";
const BUDGET_UNIT = "(?:预算|编制|填报)?(?:部门|单位)名?称?\\s*[:：]";
/** Two captions that were printed side by side and run together. */
const RUN_TOGETHER = [
  new RegExp(`^(${AMOUNT_UNIT})\\s*(${BUDGET_UNIT}.+)$`, "u"),
  new RegExp(`^(${BUDGET_UNIT}.+?)\\s*(${AMOUNT_UNIT})$`, "u"),
  new RegExp(`^(${TABLE_NUMBER})\\s*[:：、]?\\s*(\\S.*表.*)$`, "u"),
];

/**
 * The captions of a line, when it holds nothing else: title, table number, `单位：万元`, `单位名称：…`, note.
 *
 * @example captionParts("单位：万元单位名称：广州市医疗保险服务中心") // amountUnit, budgetUnit
 */
export function captionParts(text: string): readonly CaptionPart[] | undefined {
  const line = text.trim();
  if (line === "") return undefined;
  for (const pattern of RUN_TOGETHER) {
    const [, left, right] = pattern.exec(line) ?? [];
    const parts = left && right ? [left, right].map(toPart) : [];
    if (parts.length > 0 && parts.every(isCaption)) return parts;
  }
  const whole = toPart(line);
  if (isCaption(whole)) return [whole];
  const parts = line
    .split(/\t+| {2,}/u)
    .filter((part) => part.trim() !== "")
    .map(toPart);
  return parts.every(isCaption) ? parts : undefined;
}

function toPart(text: string): CaptionPart {
  return { role: classifyLine(text), text: text.trim() };
}

function isCaption({ role }: CaptionPart): boolean {
  return CAPTIONS.has(role);
}
