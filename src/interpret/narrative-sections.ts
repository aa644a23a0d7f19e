import { tidyText } from "../model/compact-text.ts";
import type { NarrativeSection } from "../model/narrative.ts";
import type { ProseBlock } from "../recognise/recognised-table.ts";

/** Gathers the prose under its headings, in document order; a grid of the prose is a paragraph of tab-separated lines. */
export function narrativeSections(prose: readonly ProseBlock[]): NarrativeSection[] {
  const sections: NarrativeSection[] = [];
  for (const { role, text, page, line } of prose) {
    const place = { ...(page !== undefined && { page }), ...(line !== undefined && { line }) };
    const open = sections.at(-1);
    if (role === "heading") sections.push({ heading: tidyText(text), paragraphs: [], ...place });
    else if (open) open.paragraphs.push(role === "grid" ? text : tidyText(text));
    else sections.push({ heading: null, paragraphs: [role === "grid" ? text : tidyText(text)], ...place });
  }
  return sections;
}
