import { BudgetError } from "../model/budget-error.ts";
import type { ParseOptions } from "../parse-options.ts";
import { readerPool } from "./reader-pool.ts";
import { resolveBatchLimits } from "./worker-limits.ts";
import type { TaskFormat, WorkerTask } from "./worker-task.ts";

export interface IsolatedReaderOptions extends Pick<WorkerTask, "locale" | "password" | "pages" | "forms" | "ocr"> {
  readonly onProgress?: ParseOptions["onProgress"];
}

export interface IsolatedReader {
  /**
   * Reads one file, or bytes.
   *
   * @returns What was read, written in `format`.
   * @throws BudgetError what `parseBudgetFile` throws, and `LIMIT_EXCEEDED` or `WORKER_FAILED` where the process was ended or died.
   */
  read(input: Pick<WorkerTask, "path" | "bytes">, format: TaskFormat): Promise<string>;
  /** Ends the process. */
  close(): Promise<void>;
}

/**
 * Reads one file after another in a process of its own, so that whoever asks is kept no longer, and loaded with no more, than the limits
 * of a batch say. Only recognition of pictures may take as long as it needs.
 */
export function isolatedReader({ onProgress, ...settings }: IsolatedReaderOptions): IsolatedReader {
  const { locale } = settings;
  const limits = resolveBatchLimits(settings.ocr ? { milliseconds: Infinity } : {}, locale);
  const pool = readerPool({ concurrency: 1, limits, locale });
  const onPage = onProgress && ((pagesRead: number, pageCount: number | undefined) => void onProgress({ pagesRead, pageCount }));
  return {
    async read(input, format) {
      const result = await pool.run({ ...settings, ...input, limits: limits.read, formats: [format] }, { onPage });
      if (result.failure) throw new BudgetError(result.failure.code, result.failure.fields, { locale });
      return String(result.contents[0]);
    },
    close: () => pool.close(),
  };
}
