import type { Locale } from "gz-budget";

/** Everything the page says, in both languages. */
const words = {
  tagline: { zh: "读懂广州市部门预算", en: "Reads Guangzhou department budgets" },
  drop: { zh: "把预算 PDF 或文本拖到这里", en: "Drop a budget here, PDF or text" },
  choose: { zh: "选择文件", en: "Choose a file" },
  sample: { zh: "看一个示例", en: "Try an example" },
  private: { zh: "文件只在您的浏览器中读取，不会上传。", en: "The file is read in your browser. Nothing is uploaded." },
  another: { zh: "打开文件", en: "Open a file" },
  language: { zh: "English", en: "中文" },
  reading: { zh: "正在读取", en: "Reading" },
  page: { zh: "第 {n} 页", en: "Page {n}" },
  line: { zh: "第 {n} 行", en: "Line {n}" },
  pages: { zh: "页", en: "pages" },
  year: { zh: "年度", en: "Year" },
  kind: { zh: "类型", en: "Kind" },
  department: { zh: "部门预算", en: "department" },
  unit: { zh: "单位预算", en: "unit" },
  form: { zh: "表式", en: "Form" },
  revenue: { zh: "收入总计", en: "Total revenue" },
  expenditure: { zh: "支出总计", en: "Total expenditure" },
  tenThousandYuan: { zh: "万元", en: "万元" },
  unknown: { zh: "未知", en: "unknown" },
  tables: { zh: "预算表", en: "Tables" },
  findings: { zh: "勾稽检查", en: "Checks" },
  chart: { zh: "支出构成", en: "Expenditure" },
  diagnostics: { zh: "读取提示", en: "Reading notes" },
  noTables: { zh: "未在文件中找到预算表。", en: "No budget table was found in this file." },
  noDiagnostics: { zh: "读取过程没有需要说明之处。", en: "There was nothing to note while reading." },
  noChart: { zh: "没有可以按功能分类作图的支出。", en: "There is no expenditure by functional class to draw." },
  chartTitle: { zh: "按功能分类的支出，万元", en: "Expenditure by functional class, 万元" },
  chartHelp: { zh: "点击方块放大，用下方路径返回。", en: "Click a tile to enlarge it; the path below leads back." },
  consistent: { zh: "相符", en: "consistent" },
  inconsistent: { zh: "不符", en: "inconsistent" },
  notChecked: { zh: "未检查", en: "not checked" },
  allConsistent: { zh: "检查的 {n} 项全部相符。", en: "All {n} identities that could be checked hold." },
  coverage: {
    zh: "{share} % 的非零数字至少受一项成立的勾稽关系约束",
    en: "{share} % of the figures other than zero take part in an identity that holds",
  },
  residual: { zh: "差额", en: "residual" },
  allowance: { zh: "允许的舍入", en: "rounding allows" },
  more: { zh: "再显示 {n} 项", en: "Show {n} more" },
  left: { zh: "左", en: "left" },
  right: { zh: "右", en: "right" },
  copy: { zh: "复制本表", en: "Copy table" },
  copied: { zh: "已复制，可粘贴到 Excel", en: "Copied; paste it into Excel" },
  download: { zh: "下载", en: "Download" },
  close: { zh: "关闭", en: "Close" },
  previous: { zh: "上一页", en: "Previous page" },
  next: { zh: "下一页", en: "Next page" },
  incomplete: { zh: "缺行", en: "rows missing" },
  unrecognised: { zh: "不属于已知表式", en: "of no known form" },
  showPage: { zh: "在原件上查看", en: "Show on the page" },
  source: { zh: "原件", en: "Original" },
  password: { zh: "该 PDF 需要密码", en: "This PDF needs a password" },
  wrongPassword: { zh: "密码不对，请再试", en: "That password does not open it; try again" },
  open: { zh: "打开", en: "Open" },
  cancel: { zh: "取消", en: "Cancel" },
  cannotRead: { zh: "无法读取该文件", en: "This file cannot be read" },
} as const satisfies Record<string, Record<Locale, string>>;

export type Word = keyof typeof words;

/** Says a thing in a language; braces are filled by `fields`. */
export function say(locale: Locale, word: Word, fields: Readonly<Record<string, string | number>> = {}): string {
  return words[word][locale].replace(/\{(\w+)\}/g, (_, name: string) => String(fields[name]));
}
