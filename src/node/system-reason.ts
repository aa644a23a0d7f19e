import type { Bilingual, Locale } from "../model/locale.ts";

const reasons: Readonly<Record<string, Bilingual>> = {
  ENOENT: { en: "there is no such file or folder (ENOENT); check the path", zh: "没有这个文件或文件夹（ENOENT），请核对路径" },
  EISDIR: {
    en: "it is a folder (EISDIR); name a file in it, or read them all with batch",
    zh: "这是文件夹（EISDIR），请指定其中的文件，或用 batch 全部读取",
  },
  EACCES: { en: "permission is denied (EACCES); check who may read and write there", zh: "没有权限（EACCES），请检查读写权限" },
  EPIPE: { en: "whoever reads it has stopped (EPIPE)", zh: "读取方已停止读取（EPIPE）" },
  ENOSPC: { en: "the disk is full (ENOSPC); make room and begin again", zh: "磁盘已满（ENOSPC），请清理后重新开始" },
};

/** Why the system refused, and what to do; in its own words where the reason is a rare one. */
export function systemReason(cause: unknown, locale: Locale): string {
  const { code, message } = cause instanceof Error ? (cause as NodeJS.ErrnoException) : { code: undefined, message: String(cause) };
  const known = code === undefined ? undefined : reasons[code];
  return known ? known[locale] : message.replace(/, \w+( '.*)?$/s, "");
}
