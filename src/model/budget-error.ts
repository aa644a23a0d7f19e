import { type Bilingual, fillTemplate, type Locale, runtimeLocale } from "./locale.ts";

/** Every reason that leaves no document at all. */
export const errorCatalogue = {
  EMPTY_INPUT: {
    en: "The input is empty (0 bytes). Check that the file was downloaded completely.",
    zh: "输入为空（0 字节）。请检查文件是否下载完整。",
  },
  NOT_A_PDF: {
    en: "The input is not a PDF but {found}. Give the bytes of a PDF, or the text of a budget as a string.",
    zh: "输入不是 PDF，而是{found}。请提供 PDF 的字节，或以字符串提供预算文本。",
  },
  ENCRYPTED: {
    en: "The PDF is encrypted and needs a password. Pass it as options.password (CLI: --password).",
    zh: "该 PDF 已加密，需要密码。请用 options.password（命令行：--password）提供。",
  },
  WRONG_PASSWORD: {
    en: "The password does not open this PDF. Check it and try again.",
    zh: "密码不能打开该 PDF，请核对后重试。",
  },
  DAMAGED_PDF: {
    en: "The PDF is damaged and cannot be opened: {detail}. Download it again, or repair it (for example with qpdf).",
    zh: "该 PDF 已损坏，无法打开：{detail}。请重新下载，或用 qpdf 等工具修复。",
  },
  ENGINE_UNUSABLE: {
    en: "pdf.js, which reads PDFs, does not work here; the file is not to blame: {detail}. {cure}",
    zh: "读取 PDF 的 pdf.js 在此无法工作，与文件无关：{detail}。{cure}",
  },
  LIMIT_EXCEEDED: {
    en: "The input exceeds the limit on {limit} ({found} > {allowed}). Raise options.limits.{limit} if you trust the file.",
    zh: "输入超过 {limit} 的上限（{found} > {allowed}）。如信任该文件，可提高 options.limits.{limit}。",
  },
  ABORTED: {
    en: "Reading was aborted by the caller's signal.",
    zh: "读取已被调用方中止。",
  },
  OPTION_INVALID: {
    en: "Invalid option: {detail}",
    zh: "选项无效：{detail}",
  },
  INPUT_UNSUPPORTED: {
    en: "The input must be a Uint8Array, ArrayBuffer, Blob or string, not {found}.",
    zh: "输入须为 Uint8Array、ArrayBuffer、Blob 或字符串，而不是 {found}。",
  },
  INPUT_IS_A_PATH: {
    en: "“{found}” is a path or an address, not a budget. Pass the bytes of the file, or call parseBudgetFile of gz-budget/node.",
    zh: "“{found}”是路径或网址，不是预算内容。请传入文件的字节，或调用 gz-budget/node 的 parseBudgetFile。",
  },
  FILE_UNREADABLE: {
    en: "{path} cannot be read: {detail}",
    zh: "无法读取 {path}：{detail}",
  },
  FILE_UNWRITABLE: {
    en: "{path} cannot be written: {detail}",
    zh: "无法写入 {path}：{detail}",
  },
  WORKER_FAILED: {
    en: "Reading this file failed unexpectedly: {detail}. Other files are not affected. Please report it, with the file if you can.",
    zh: "读取该文件时意外失败：{detail}。其他文件不受影响。请反馈此问题，并尽可能附上该文件。",
  },
  DEPENDENCY_MISSING: {
    en: "{feature} needs the package {package}, which is not installed. Run: npm install {package}",
    zh: "{feature} 需要安装 {package} 包。请运行：npm install {package}",
  },
} as const satisfies Record<string, Bilingual>;

export type BudgetErrorCode = keyof typeof errorCatalogue;

/** Thrown only when no document can be returned. `code` is stable; `message` says what to do; `cause` keeps the original error. */
export class BudgetError extends Error {
  override readonly name = "BudgetError";
  readonly code: BudgetErrorCode;
  readonly fields: Readonly<Record<string, string | number>>;

  constructor(
    code: BudgetErrorCode,
    fields: Readonly<Record<string, string | number>> = {},
    { cause, locale = runtimeLocale() }: { readonly cause?: unknown; readonly locale?: Locale | undefined } = {},
  ) {
    super(fillTemplate(errorCatalogue[code][locale], fields), cause === undefined ? undefined : { cause });
    this.code = code;
    this.fields = fields;
  }
}
