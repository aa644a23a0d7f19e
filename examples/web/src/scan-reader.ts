import type { PageToRecognise, RecognisedPage, RecogniseText } from "gz-budget/ocr";
import type { Drawn, FromWorker, PageToRead } from "./scan-messages.ts";

/** What is loaded once for reading scans: the model and what runs it, in MB. */
export const megabytes = __SCAN_MEGABYTES__;

/** Reads scans in a worker: the page stays alive meanwhile. */
export interface ScanReader {
  readonly recogniseText: RecogniseText;
  close(): void;
}

export function scanReader(): ScanReader {
  const worker = new Worker(new URL("./scan-worker.ts", import.meta.url), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener("error", ({ message }) => reject(new Error(message || "the worker that reads scans did not load")));
  });
  broken.catch(() => {});
  return {
    recogniseText: async (page) => {
      const { port1, port2 } = new MessageChannel();
      const { pageNumber, width, height } = page;
      const pictures = await page.pictures();
      const message: PageToRead = { pageNumber, width, height, pictures, port: port2 };
      worker.postMessage(message, [port2, ...pictures.map(({ rgba }) => rgba.buffer)]);
      try {
        return await Promise.race([answer(port1, page), broken]);
      } finally {
        port1.close();
      }
    },
    close: () => worker.terminate(),
  };
}

function answer(port: MessagePort, page: PageToRecognise): Promise<RecognisedPage> {
  return new Promise((resolve, reject) => {
    page.signal?.addEventListener("abort", () => reject(page.signal?.reason));
    port.onmessage = async ({ data }: MessageEvent<FromWorker>) => {
      if ("read" in data) return resolve(data.read);
      if ("failed" in data) return reject(new Error(data.failed));
      const drawn = await page.render(data.draw.dotsPerInch).then(
        (picture): Drawn => ({ picture }),
        (error: Error): Drawn => ({ failed: error.message }),
      );
      port.postMessage(drawn);
    };
  });
}
