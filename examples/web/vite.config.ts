import { readdirSync, readFileSync } from "node:fs";
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
  build: { target: "es2022", emptyOutDir: true, chunkSizeWarningLimit: 2000, reportCompressedSize: false },
  server: { fs: { allow: [project(".")] } },
});
