/** What is left over or uncertain when a page is divided into regions. */
export const layoutDiagnostics = {
  "layout.unplaced-text": {
    severity: "warning",
    en: "Page {page}: “{text}” belongs to no cell, caption, note or paragraph.",
    zh: "第 {page} 页：“{text}”不属于任何单元格、标题、注或段落。",
  },
} as const;
