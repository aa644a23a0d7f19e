/** What is left over or uncertain when a page is divided into regions. */
export const layoutDiagnostics = {
  "layout.unplaced-text": {
    severity: "warning",
    en: "Page {page}: “{text}” belongs to no cell, caption, note or paragraph.",
    zh: "第 {page} 页：“{text}”不属于任何单元格、标题、注或段落。",
  },
  "layout.long-row": {
    severity: "warning",
    en: "Line {line}: the row has {found} cells, its table {expected} columns; an empty cell too many was left out where the other rows show which, anything else was put into the last cell. Compare with the document.",
    zh: "第 {line} 行：该行有 {found} 个单元格，而表有 {expected} 列；能据他行确定的多余空格已略去，其余多出内容并入最后一格。请核对原件。",
  },
  "layout.short-row": {
    severity: "warning",
    en: "Line {line}: the row has {found} cells, its table {expected} columns; which of them are missing cannot be told, so the last ones were left empty. Compare with the document.",
    zh: "第 {line} 行：该行有 {found} 个单元格，而表有 {expected} 列，无法判断缺少哪几格，末尾几格留空。请核对原件。",
  },
  "layout.amounts-unplaced": {
    severity: "warning",
    en: "Lines {line} to {last}: {rows} rows leave cells empty, and this text does not say which. Of their amounts ({text}), those that the table's sums prove stand in their columns, the others in none. Give the PDF itself, or text made with pdftotext -layout.",
    zh: "第 {line} 至 {last} 行：{rows} 行有空白单元格，文本不留其位置。各行金额（{text}）中，可由表内合计证明的已归入相应列，其余未归列。请提供 PDF 原件，或以 pdftotext -layout 提取的文本。",
  },
  "layout.empty-cells-told": {
    severity: "info",
    en: "Lines {line} to {last}: {rows} rows leave cells empty, and this text does not say which; the table's sums tell.",
    zh: "第 {line} 至 {last} 行：{rows} 行有空白单元格，文本不留其位置，据表内合计确定。",
  },
  "layout.amount-columns-assumed": {
    severity: "warning",
    en: "Lines {line} to {last}: rows leave amount columns empty; which columns their amounts stand in was told by the headings above them and is not certain. Compare with the document.",
    zh: "第 {line} 至 {last} 行：各行有空白金额列，金额所属的列按其上方表头推定，不能完全确定。请核对原件。",
  },
  "layout.cells-run-together": {
    severity: "warning",
    en: "Line {line}: “{text}” belongs to several columns that this text does not separate; it was put into the first of them.",
    zh: "第 {line} 行：“{text}”分属数列，文本未加分隔，一并置于其中首列。",
  },
  "layout.table-in-prose": {
    severity: "warning",
    en: "Line {line}: below the headings of the table {title} the text does not tell its rows apart; it stays in the prose. Give the PDF itself.",
    zh: "第 {line} 行：表头以下的文本无法分清“{title}”一表的各行，仍留在说明文字中。请提供 PDF 原件。",
  },
  "layout.row-boundary": {
    severity: "warning",
    en: "Line {line}: where the text of one row ends and the next row begins is not certain in “{text}”.",
    zh: "第 {line} 行：“{text}”中上一行在何处结束、下一行在何处开始不能确定。",
  },
  "layout.side-assumed": {
    severity: "warning",
    en: "Line {line}: whether “{text}” is revenue or expenditure cannot be told from the text; it was taken as expenditure.",
    zh: "第 {line} 行：无法从文本判断“{text}”属收入还是支出，按支出处理。",
  },
  "layout.uncertain-columns": {
    severity: "warning",
    en: "Page {page}: a table without cell borders was read by alignment; the column, span or row of “{text}” is not certain. Compare with the page.",
    zh: "第 {page} 页：表格无单元格边框，按对齐方式读取；“{text}”所属的列、跨列或行不能完全确定，请核对原件。",
  },
  "layout.text-on-border": {
    severity: "warning",
    en: "Page {page}: “{text}” stands on the line between two rows of a table; it was read into the one that holds more of it. Compare with the page.",
    zh: "第 {page} 页：“{text}”印在表格两行之间的横线上；已归入所占较多的一行。请核对原件。",
  },
  "layout.search-ended": {
    severity: "warning",
    en: "Page {page}: its text can be divided into columns in more ways than a budget's page has, and not all were tried; headings may stand over other columns than they are read over. Compare with the page.",
    zh: "第 {page} 页：文字分列的可能方式多于预算页面所应有，未全部尝试，表头与各列的对应可能有误。请核对原件。",
  },
  "layout.columns-unclear": {
    severity: "warning",
    en: "Line {line}: the text columns at “{text}…” stand too close to be told apart for certain; words may stand in a neighbouring column. Compare with the document.",
    zh: "第 {line} 行：“{text}…”处各文字列间距过小，无法确切分列，文字可能归入相邻列。请核对原件。",
  },
  "layout.unplaced-words": {
    severity: "warning",
    en: "Line {line}: “{text}” stands among the amounts of a table and is none; it was left out of the table.",
    zh: "第 {line} 行：“{text}”位于表内金额之间而非金额，未列入表中。",
  },
  "layout.words-shuffled": {
    severity: "info",
    en: "Line {line}: “{text}” has the characters of “{name}” (line {other}) in another order; it was read as that.",
    zh: "第 {line} 行：“{text}”与第 {other} 行“{name}”用字相同而次序不同，按后者读取。",
  },
  "layout.names-differ": {
    severity: "warning",
    en: "Line {line}: the code of “{text}” has the name “{name}” on line {other}; words of one of them may stand in a neighbouring row. Compare with the document.",
    zh: "第 {line} 行：“{text}”的科目编码在第 {other} 行名为“{name}”，其中一处的文字可能归入相邻行。请核对原件。",
  },
  "layout.heading-assumed": {
    severity: "warning",
    en: "Line {line}: “{text}” was read as a row's label and “{heading}” as a column's heading, but the cells come out of order and it may be the other way round. Compare with the document.",
    zh: "第 {line} 行：“{text}”按行名、“{heading}”按列标题读取；文本单元格次序混乱，两者可能相反。请核对原件。",
  },
  "layout.rows-put-together": {
    severity: "info",
    en: "Line {line}: the text prints the cells of this table out of order; its {rows} rows were put together again, and they add up.",
    zh: "第 {line} 行：文本未按行列顺序给出本表单元格；已重新拼合 {rows} 行，合计相符。",
  },
  "layout.rows-assumed": {
    severity: "warning",
    en: "Line {line}: the text prints the cells of this table out of order; its {rows} rows were put together again, but which label belongs to which amounts is not certain. Compare with the document.",
    zh: "第 {line} 行：文本未按行列顺序给出本表单元格；已重新拼合 {rows} 行，但名称与金额的对应不能确定。请核对原件。",
  },
  "layout.cells-out-of-order": {
    severity: "warning",
    en: "Line {line}: the text prints the cells of this table out of order, and they could not be put together again with certainty. Give the PDF itself, or text made with pdftotext -layout.",
    zh: "第 {line} 行：文本未按行列顺序给出本表单元格，无法确切拼合。请提供 PDF 原件，或以 pdftotext -layout 提取的文本。",
  },
  "layout.amounts-out-of-order": {
    severity: "warning",
    en: "Line {line}: the amounts {text} come out of order in the text, and which cells they fill is not certain; the cells were left empty. Compare with the document.",
    zh: "第 {line} 行：金额 {text} 在文本中次序混乱，所属单元格不能确定，相应单元格留空。请核对原件。",
  },
} as const;
