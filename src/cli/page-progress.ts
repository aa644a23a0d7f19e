import type { ParseOptions } from "../index.ts";
import type { CliContext } from "./cli-context.ts";

const CLEAR_LINE = "\r\u001b[K";

/** Shows on standard error which page has been read, on a terminal. */
export function pageProgress({ words }: CliContext, { stderr }: Pick<NodeJS.Process, "stderr"> = process): ParseOptions["onProgress"] {
  if (!stderr.isTTY) return undefined;
  return ({ pagesRead, pageCount }) => {
    const isLast = pagesRead === pageCount;
    const of = pageCount === undefined ? "" : `/${pageCount}`;
    stderr.write(isLast ? CLEAR_LINE : `${CLEAR_LINE}${words({ zh: `第 ${pagesRead}${of} 页`, en: `page ${pagesRead}${of}` })}`);
  };
}
