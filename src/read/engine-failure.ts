import { BudgetError } from "../model/budget-error.ts";
import type { Bilingual, Locale } from "../model/locale.ts";
import type { PdfJs } from "./pdfjs-door.ts";
import { holdStrayRejections } from "./stray-rejections.ts";

/** What is known of a failure to read a file. */
export interface ReadFailure {
  /** Why, in words. */
  readonly detail: string;
  readonly cause?: unknown;
  readonly locale: Locale;
}

const cures = {
  jest: {
    en: "In Jest, let Node import ES modules: NODE_OPTIONS=--experimental-vm-modules npx jest.",
    zh: "在 Jest 中请允许导入 ES 模块：NODE_OPTIONS=--experimental-vm-modules npx jest。",
  },
  missing: {
    en: "Install it (npm install pdfjs-dist@5.6.205), or let your bundler leave pdfjs-dist to Node.",
    zh: "请安装（npm install pdfjs-dist@5.6.205），或让打包工具不打包 pdfjs-dist。",
  },
  version: {
    en: "Use pdfjs-dist 5.6.205, which runs on every supported Node (npm and pnpm: overrides, yarn: resolutions).",
    zh: "请使用 pdfjs-dist 5.6.205，它可在各受支持的 Node 版本上运行（npm、pnpm 用 overrides，yarn 用 resolutions）。",
  },
} as const satisfies Record<string, Bilingual>;

/** pdf.js itself cannot be loaded, or cannot read a PDF that is known to be good: the error names the cure, and no file. */
export function engineFailure({ detail, cause, locale }: ReadFailure): BudgetError {
  const code = (cause as { code?: unknown } | undefined)?.code;
  const cure =
    code === "ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG"
      ? cures.jest
      : code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND"
        ? cures.missing
        : cures.version;
  return new BudgetError("ENGINE_UNUSABLE", { detail, cure: cure[locale] }, { cause, locale });
}

/** Who is to blame for a file that cannot be read: the engine where it cannot read a good PDF either, and else the file. */
export async function blame(pdfjs: PdfJs, { detail, cause, locale }: ReadFailure): Promise<BudgetError> {
  const failure = await failureOnGoodPdf(pdfjs);
  if (failure) return engineFailure({ detail: `pdf.js ${pdfjs.version}: ${detailOf(failure)}`, cause: failure, locale });
  return new BudgetError("DAMAGED_PDF", { detail }, { cause, locale });
}

export function detailOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "");
}

async function failureOnGoodPdf(pdfjs: PdfJs): Promise<unknown> {
  const release = holdStrayRejections();
  const worker = pdfjs.newWorker();
  try {
    const task = pdfjs.getDocument({
      ...(worker && { worker }),
      data: goodPdf(),
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
    });
    const page = await (await task.promise).getPage(1);
    await page.getOperatorList();
    await task.destroy();
    return undefined;
  } catch (cause) {
    return cause;
  } finally {
    worker?.destroy();
    release();
  }
}

/** A page with one line drawn on it. */
function goodPdf(): Uint8Array {
  const content = "0 0 m 10 10 l S";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 1/Kids[3 0 R]>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 20 20]/Contents 4 0 R>>",
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((source, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${source}\nendobj\n`;
    return `${String(offset).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
