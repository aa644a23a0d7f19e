import commonjs from "@rollup/plugin-commonjs";
import json from "@rollup/plugin-json";
import resolve from "@rollup/plugin-node-resolve";

/** What others' packages are warned of is theirs. */
const onwarn = (warning) => {
  if (warning.code === "UNRESOLVED_IMPORT" || /node_modules\/gz-budget\//.test(`${warning.id} ${warning.message}`))
    throw new Error(warning.message);
};

export default {
  input: "page.mjs",
  plugins: [resolve({ browser: true, preferBuiltins: false }), commonjs(), json()],
  onwarn,
  output: { dir: "out/rollup", format: "es" },
};
