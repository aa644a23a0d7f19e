/** What is uncertain when printed cells become values. */
export const interpretDiagnostics = {
  "interpret.bad-amount": {
    severity: "error",
    en: "Table {number} “{row}”, {column}: “{text}” is not an amount (expected digits, at most one decimal point); kept as text, the amount is null. Compare with the document.",
    zh: "表{number}“{row}”{column}：“{text}”不是金额（应为数字，至多一个小数点），按文字保留，金额为 null。请核对原件。",
  },
  "interpret.more-decimals": {
    severity: "warning",
    en: "Table {number} “{row}”, {column}: “{text}” has more decimals than the {usual} of all others in its column; a digit may be none of it. Compare with the document.",
    zh: "表{number}“{row}”{column}：“{text}”的小数位数多于本列其他数字的 {usual} 位，可能混入了别的数字。请核对原件。",
  },
  "interpret.broken-figure": {
    severity: "warning",
    en: "Table {number} “{row}”: “{text}” is a piece of an amount, or several in one cell, in a column of amounts; kept as text. Compare with the document.",
    zh: "表{number}“{row}”：“{text}”所在的列为金额，但它是金额的一部分，或一个单元格中有多个金额；按文字保留。请核对原件。",
  },
  "interpret.bad-code": {
    severity: "warning",
    en: "Table {number} “{row}”: “{text}” is not a code of {expected} digits; kept as printed.",
    zh: "表{number}“{row}”：“{text}”不是 {expected} 位编码，按原样保留。",
  },
  "interpret.bad-indicator": {
    severity: "info",
    en: "“{row}”: the indicator “{text}” has not the form 1-…; 11-…; name; 实施周期指标值:…; 年度指标值:… and is in the text only.",
    zh: "“{row}”：绩效指标“{text}”不是“1-…；11-…；名称；实施周期指标值:…；年度指标值:…”的格式，仅保留在原文中。",
  },
  "interpret.unknown-row": {
    severity: "warning",
    en: 'Table {number}: the row “{row}” fits no row of this table; its role is "other".',
    zh: '表{number}：“{row}”一行不属于本表任何一类，role 记为 "other"。',
  },
  "interpret.unknown-label": {
    severity: "info",
    en: "Table {number}: “{row}” has no key of its own in the form; its key is null.",
    zh: "表{number}：“{row}”在表式中没有对应的 key，记为 null。",
  },
  "interpret.rows-missing": {
    severity: "warning",
    en: "Table {number} “{title}” begins without its {missing}: rows before “{row}” are missing from this input. The table is marked incomplete.",
    zh: "表{number}“{title}”开头缺少{missing}：“{row}”之前的行不在输入中，该表标为不完整。",
  },
  "interpret.lines-missing": {
    severity: "warning",
    en: "Table {number} has no line {lines}, which its form prints. Compare with the document.",
    zh: "表{number}没有表式所列的{lines}一行。请核对原件。",
  },
  "interpret.amount-unit-assumed": {
    severity: "warning",
    en: "Table {number} “{title}” prints no 单位 line; 万元 was assumed.",
    zh: "表{number}“{title}”未印金额单位，按万元处理。",
  },
  "interpret.amount-unit-converted": {
    severity: "info",
    en: "Table {number} “{title}” is printed in {unit}; its amounts are converted exactly to 万元.",
    zh: "表{number}“{title}”以{unit}为单位，金额已精确换算为万元。",
  },
  "interpret.text-lost": {
    severity: "error",
    en: "Page {page}: “{text}” is printed there and stands nowhere in the document. Compare with the page.",
    zh: "第 {page} 页印有“{text}”，但结果中没有。请核对原件。",
  },
  "interpret.figure-not-printed": {
    severity: "error",
    en: "Page {page}: “{text}” was read, but is not printed there, or not as often: it was cut, put together of two or taken twice. Compare with the page.",
    zh: "第 {page} 页读出“{text}”，但页上没有印这样的数字，或没有印这么多次：可能被拆开、由两个数字拼成或重复读取。请核对原件。",
  },
  "interpret.no-fiscal-year": {
    severity: "warning",
    en: "The fiscal year could not be told from the text.",
    zh: "未能从文中确定预算年度。",
  },
  "interpret.fiscal-year-assumed": {
    severity: "info",
    en: "The document does not say which year it is of; {year} was assumed, which its goals and tasks name most often.",
    zh: "文中未写明预算年度，按绩效目标和任务中出现最多的 {year} 年处理。",
  },
  "interpret.no-organization": {
    severity: "warning",
    en: "The organisation's name could not be told from the text.",
    zh: "未能从文中确定单位名称。",
  },
} as const;
