import { isNode } from "./pdfjs-door.ts";

/** Errors that only pdf.js throws. */
const pdfJsErrors =
  /^(XRefEntry|XRefParse|MissingData|ParserEOF|InvalidPDF|UnknownError|Format|Abort|Response)(Exception|Error)$|^FormatError$/;

/** Files being read; the listener is one for all of them. */
let holders = 0;

/**
 * In a damaged file pdf.js looks ahead to pages that it then never asks about, and Node ends the process for such a rejection.
 * While a file is read, those of pdf.js are let pass; any other one still ends the process, or goes to the listeners of the application.
 *
 * @returns Ends the holding, a moment later.
 */
export function holdStrayRejections(): () => void {
  if (!isNode) return () => {};
  if (holders++ === 0) process.on("unhandledRejection", letPass);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    setImmediate(() => {
      if (--holders === 0) process.off("unhandledRejection", letPass);
    });
  };
}

function letPass(reason: unknown): void {
  if (reason instanceof Error && pdfJsErrors.test(reason.name)) return;
  if (process.listenerCount("unhandledRejection") === 1) throw reason;
}
