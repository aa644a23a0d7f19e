import type { TextRegion } from "../layout/region.ts";
import type { PrintedText } from "../model/printed-text.ts";
import type { ProseBlock } from "./recognised-table.ts";

export function toProseBlock({ role, text, pageNumber, line }: TextRegion): ProseBlock {
  return { role: role === "heading" ? "heading" : "paragraph", text, page: pageNumber, ...(line !== undefined && { line }) };
}

export function toPrintedText({ text, pageNumber }: TextRegion): PrintedText {
  return { page: pageNumber, text };
}
