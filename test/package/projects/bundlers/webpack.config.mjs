/** As webpack is set up by default, for a page. */
export default {
  mode: "production",
  entry: "./page.mjs",
  output: { path: `${import.meta.dirname}/out/webpack`, filename: "page.js", chunkFormat: "module", module: true },
  experiments: { outputModule: true },
  // The test is whether it builds and runs; making it small takes a minute.
  optimization: { minimize: false },
  performance: { hints: false },
};
