/** What is left over or uncertain when a page is divided into regions. */
export const layoutDiagnostics = {
  "layout.unplaced-text": {
    severity: "warning",
    en: "Page {page}: “{text}” belongs to no cell, caption, note or paragraph.",
    zh: "第 {page} 页：“{text}”不属于任何单元格、标题、注或段落。",
  },
  "layout.long-row": {
    severity: "warning",
    en: "Line {line}: the row has {found} cells, its table {expected} columns; what is too much was put into its last cell. Compare with the document.",
    zh: "第 {line} 行：该行有 {found} 个单元格，而表有 {expected} 列，多出的内容并入最后一格。请核对原件。",
  },
  "layout.short-row": {
    severity: "warning",
    en: "Line {line}: the row has {found} cells, its table {expected} columns; which of them are missing cannot be told, so the last ones were left empty. Compare with the document.",
    zh: "第 {line} 行：该行有 {found} 个单元格，而表有 {expected} 列，无法判断缺少哪几格，末尾几格留空。请核对原件。",
  },
} as const;
