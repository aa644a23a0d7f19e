/** What is uncertain when regions become tables. */
export const recogniseDiagnostics = {
  "recognise.unknown-table": {
    severity: "warning",
    en: 'The table “{title}” matches no table of the known forms; it is returned as it stands (kind "unrecognised").',
    zh: '表“{title}”与已知表式均不符，按原样返回（kind 为 "unrecognised"）。',
  },
  "recognise.kind-by-header": {
    severity: "warning",
    en: "The title “{title}” is of no known form; the table was read as “{known}” since its header is the same.",
    zh: "表题“{title}”不属于已知表式；因表头相同，按“{known}”读取。",
  },
  "recognise.missing-column": {
    severity: "warning",
    en: "Table {number} “{title}” prints no column “{column}”; its amounts are null.",
    zh: "表{number}“{title}”没有“{column}”一列，其金额为 null。",
  },
  "recognise.unknown-column": {
    severity: "warning",
    en: "Table {number} “{title}” has a column “{column}” that its form does not; it is kept in cells only.",
    zh: "表{number}“{title}”有表式以外的“{column}”一列，仅保留在 cells 中。",
  },
  "recognise.doubtful-column": {
    severity: "warning",
    en: "Table {number} “{title}”: the column “{column}” was read as “{known}”, which its header is only somewhat like. Compare with the document.",
    zh: "表{number}“{title}”的“{column}”一列按“{known}”读取，两者表头只是部分相似。请核对原件。",
  },
  "recognise.moved-column": {
    severity: "info",
    en: "Table {number} “{title}”: column “{column}” stands in another place than in its form; it was matched by its header.",
    zh: "表{number}“{title}”的“{column}”一列位置与表式不同，按表头对应。",
  },
  "recognise.figure-corrected": {
    severity: "warning",
    en: "Table {number} “{title}”, row {row}: the picture was read as {text}; {reading} was taken, the one other reading with which the sums of the form agree. Compare with the page.",
    zh: "表{number}“{title}”第 {row} 行：图片识别为 {text}；改取 {reading}，只有这一读法使表中各勾稽关系成立。请与页面核对。",
  },
  "recognise.figure-doubtful": {
    severity: "error",
    en: "Table {number} “{title}”, row {row}: {text} was read from a picture and is not sure, and no sum of the form proves it. Compare with the page.",
    zh: "表{number}“{title}”第 {row} 行：{text} 由图片识别，把握不足，且无勾稽关系可以证明。请与页面核对。",
  },
  "recognise.label-corrected": {
    severity: "info",
    en: "Page {page}: the picture was read as “{text}”; “{reading}” was taken, as the form, the official list or the rest of the document words it.",
    zh: "第 {page} 页：图片识别为“{text}”；按表式、科目名录或本文件其他处的写法改为“{reading}”。",
  },
  "recognise.mixed-forms": {
    severity: "info",
    en: "The document follows no single form: its tables match {forms}.",
    zh: "本文件不完全符合任何一种表式：各表分别符合 {forms}。",
  },
  "recognise.join-uncertain": {
    severity: "warning",
    en: "Table {number} “{title}”: the first row of page {page} was taken as the rest of the row before it; the page does not say so for certain.",
    zh: "表{number}“{title}”：第 {page} 页首行按上一行的续文处理，版面不能完全确定。",
  },
  "recognise.grid-not-joined": {
    severity: "warning",
    en: "Page {page}: what stands there has no title and not the columns of the table that page {before} leaves off (“{title}”), and was returned apart; rows of that table may be in it. Compare with the document.",
    zh: "第 {page} 页：该处表格无标题，列又与第 {before} 页未结束的表格（“{title}”）不同，已另行返回，其中可能有该表的行。请核对原件。",
  },
  "recognise.sheet-joined": {
    severity: "warning",
    en: "Page {beside} holds further columns of the table on page {page}, as a sheet too wide for the paper is printed; they were joined row by row, by the height at which the rows stand.",
    zh: "第 {beside} 页是第 {page} 页表格右侧的其余各列（表宽超出纸张而分页打印），已按各行所在高度逐行拼接。",
  },
  "recognise.row-cut-off": {
    severity: "warning",
    en: "Table {number} “{title}”: row {row} is cut at the foot of page {page} and does not go on; part of it may not be printed.",
    zh: "表{number}“{title}”：第 {row} 行在第 {page} 页底被截断且无续行，部分内容可能未印出。",
  },
  "recognise.row-fragment": {
    severity: "warning",
    en: "Table {number} “{title}”: row {row} has neither a label nor money; it may be a piece of the row before or after it.",
    zh: "表{number}“{title}”：第 {row} 行既无名称也无金额，可能是前一行或后一行的一部分。",
  },
  "recognise.text-between-rows": {
    severity: "warning",
    en: "Table {number} “{title}”: “{text}” stands at the top of page {page}, where its rows go on, and is in none of its cells. Compare with the document.",
    zh: "表{number}“{title}”：第 {page} 页顶部（该表续行处）的“{text}”未归入任何单元格。请核对原件。",
  },
  "recognise.cells-merged": {
    severity: "warning",
    en: "Table {number} “{title}”: two printed cells fell into one column, which now holds “{text}”. Compare with the document.",
    zh: "表{number}“{title}”：两个单元格落入同一列，该列现为“{text}”。请核对原件。",
  },
  "recognise.columns-inferred": {
    severity: "info",
    en: "Table {number} “{title}” is not fully ruled: its columns were told by how the text is aligned.",
    zh: "表{number}“{title}”框线不全，各列按文字对齐方式推定。",
  },
  "recognise.title-without-table": {
    severity: "warning",
    en: "The title “{title}” is printed, but no table was found under it.",
    zh: "印有表题“{title}”，但其下未找到表格。",
  },
  "recognise.repeated-table": {
    severity: "warning",
    en: "{count} tables are table {number} “{title}”: sums over the document count their figures each time, and the checks between tables use the first. They may be one table that could not be joined.",
    zh: "表{number}“{title}”共有 {count} 张：全文合计会重复计入其数字，表间勾稽只用第一张；也可能是同一张表未能拼接。请核对原件。",
  },
  "recognise.figures-outside-tables": {
    severity: "warning",
    en: "Figures stand side by side, as in a table, but were read into none: {count} times, first in “{text}”. Compare with the document.",
    zh: "有 {count} 处数字如表格般并列，却未读入任何表格，首处为“{text}”。请核对原件。",
  },
  "recognise.untitled-table": {
    severity: "warning",
    en: 'A table without a title holds figures side by side, {count} times, first in “{text}”; what it is could not be told, it is returned as it stands (kind "unrecognised"). Compare with the document.',
    zh: "一个没有标题的表格中有 {count} 处数字并列，首处为“{text}”；无法判断是什么表，按原样返回（kind 为 “unrecognised”）。请核对原件。",
  },
  "recognise.figures-below-header": {
    severity: "warning",
    en: "Table {number} “{title}” was read as a header without rows, but {count} lines of figures stand below it, first “{text}”; its rows could not be told. Compare with the document.",
    zh: "表{number}“{title}”仅读得表头而无数据行，但其下有 {count} 行数字，首行为“{text}”，未能分行。请核对原件。",
  },
  "recognise.no-tables": {
    severity: "error",
    en: "No table of a known form was found in this input.",
    zh: "未在输入中找到已知表式的预算表。",
  },
} as const;
