/** What can be wrong with a file or a page before any table is looked for. */
export const readDiagnostics = {
  "read.no-text-layer": {
    severity: "warning",
    en: "Page {page} has no text layer (a scan): nothing could be read from it. gz-budget/ocr reads scans: pass createTextRecogniser() as recogniseText, or use --ocr.",
    zh: "第 {page} 页没有文字层（扫描件），未能读出内容。gz-budget/ocr 可识别扫描件：以 createTextRecogniser() 作 recogniseText，或用 --ocr。",
  },
  "read.mostly-picture": {
    severity: "warning",
    en: "Page {page} is mostly a picture: only {count} characters of text stand on it, and what the picture shows was not read. --ocr (recogniseText) reads it.",
    zh: "第 {page} 页大部分是图片：只有 {count} 个文字，图片中的内容未读取。--ocr（recogniseText）可识别。",
  },
  "read.hidden-text-used": {
    severity: "warning",
    en: "Page {page} is a picture with invisible text behind it, as a text recognition leaves it; that text was read and may be wrong; --ocr (recogniseText) reads the picture instead. Compare the figures with the page.",
    zh: "第 {page} 页是图片，其后有不可见的文字（文字识别所留），已按该文字读取，可能有误；--ocr（recogniseText）改读图片。请与页面核对数字。",
  },
  "read.text-recognised": {
    severity: "warning",
    en: "Page {page} has no text layer; its text comes from recogniseText and may be wrong. Compare the figures with the page.",
    zh: "第 {page} 页没有文字层，文字来自 recogniseText，可能有误。请与页面核对数字。",
  },
  "read.unread-print": {
    severity: "warning",
    en: "Page {page}: there is print in the picture of which nothing could be read; a cell there may be blank that is not. Compare with the page.",
    zh: "第 {page} 页：图片中有印迹未能识别，此处读作空白的单元格可能并非空白。请与页面核对。",
  },
  "read.recognition-failed": {
    severity: "warning",
    en: "Page {page} has no text layer, and recogniseText failed on it: {detail}",
    zh: "第 {page} 页没有文字层，recogniseText 执行失败：{detail}",
  },
  "read.truncated-file": {
    severity: "warning",
    en: "The file has no end mark (%%EOF): it was probably cut off on the way, and pages at its end may be missing. Download it again.",
    zh: "文件没有结束标记（%%EOF），可能未下载完整，末尾的页可能缺失。请重新下载。",
  },
  "read.unreadable-page": {
    severity: "error",
    en: "Page {page} cannot be read: {detail}",
    zh: "第 {page} 页无法读取：{detail}",
  },
  "read.damaged-page": {
    severity: "error",
    en: "Page {page}: the data of its content are damaged; what stands behind the damage is missing or wrong. Download the file again.",
    zh: "第 {page} 页的内容数据已损坏，损坏之后的内容缺失或有误。请重新下载文件。",
  },
  "read.empty-page": {
    severity: "warning",
    en: "Page {page} came out empty although its content is not. Open it in a viewer and compare.",
    zh: "第 {page} 页读出为空，但其内容数据并不为空。请用阅读器打开核对。",
  },
  "read.damaged-stream": {
    severity: "warning",
    en: "Object {object} of the file is damaged; what it holds is missing or wrong on the pages that use it.",
    zh: "文件中的对象 {object} 已损坏，使用它的页面可能有缺失或错误。",
  },
  "read.font-not-loaded": {
    severity: "error",
    en: "Page {page}: a font could not be loaded, and the text set in it is missing ({detail}).",
    zh: "第 {page} 页：有字体无法加载，用该字体排的文字缺失（{detail}）。",
  },
  "read.wrong-encoding": {
    severity: "error",
    en: "The text was made from its bytes with a wrong encoding; Chinese characters are missing. Decode the file as GB 18030 (GBK) or as what it is written in.",
    zh: "文本的字符编码有误，汉字缺失。请按 GB 18030（GBK）或文件的实际编码解码后再提供。",
  },
  "read.unreadable-text": {
    severity: "error",
    en: "Page {page}: a font does not say which characters its {count} glyphs are (“{text}”); they are not what the page shows.",
    zh: "第 {page} 页：有字体未说明其 {count} 个字形是什么字符（“{text}”），读出的文字与页面所示不符。",
  },
  "read.invisible-text": {
    severity: "info",
    en: "Page {page}: {count} invisible characters were left out (“{text}”).",
    zh: "第 {page} 页：略去不可见的文字 {count} 个（“{text}”）。",
  },
  "read.white-text": {
    severity: "info",
    en: "Page {page}: {count} characters in white on white were left out (“{text}”).",
    zh: "第 {page} 页：略去白底白字 {count} 个（“{text}”）。",
  },
  "read.clipped-text": {
    severity: "warning",
    en: "Page {page}: {count} characters that are clipped away were left out (“{text}”).",
    zh: "第 {page} 页：略去被裁剪掉的文字 {count} 个（“{text}”）。",
  },
  "read.covered-text": {
    severity: "warning",
    en: "Page {page}: {count} characters that something is painted over were left out (“{text}”).",
    zh: "第 {page} 页：略去被色块遮盖的文字 {count} 个（“{text}”）。",
  },
  "read.oversized-text": {
    severity: "warning",
    en: "Page {page}: {count} characters larger than the page were left out (“{text}”).",
    zh: "第 {page} 页：略去大于页面的文字 {count} 个（“{text}”）。",
  },
  "read.off-page-text": {
    severity: "info",
    en: "Page {page}: {count} characters beyond the edge of the page were left out (“{text}”).",
    zh: "第 {page} 页：略去页面边界以外的文字 {count} 个（“{text}”）。",
  },
  "read.cut-text": {
    severity: "warning",
    en: "Page {page}: words run over the edge of the page and were read as far as it shows them; beyond it stand {count} characters (“{text}”).",
    zh: "第 {page} 页：有文字超出页面边界，只读入页面内的部分；边界以外还有 {count} 个字符（“{text}”）。",
  },
  "read.hidden-layer-text": {
    severity: "info",
    en: "Page {page}: {count} characters in a layer that is switched off were left out (“{text}”).",
    zh: "第 {page} 页：略去关闭图层中的文字 {count} 个（“{text}”）。",
  },
} as const;
