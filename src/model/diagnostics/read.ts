/** What can be wrong with a page before any table is looked for. */
export const readDiagnostics = {
  "read.no-text-layer": {
    severity: "warning",
    en: "Page {page} has no text layer (a scan): nothing could be read from it. Give recogniseText to plug in OCR.",
    zh: "第 {page} 页没有文字层（扫描件），未能读出内容。可用 recogniseText 接入文字识别。",
  },
} as const;
