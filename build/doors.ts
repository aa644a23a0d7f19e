/** The doors of the package, `gz-budget` and `gz-budget/<name>`, and the source of each. */
export const doors = {
  index: "src/index.ts",
  node: "src/node/index.ts",
  forms: "src/forms.ts",
  rules: "src/rules.ts",
  xlsx: "src/xlsx.ts",
  parquet: "src/parquet.ts",
  sqlite: "src/sqlite.ts",
  chart: "src/chart.ts",
} as const;

/** Programs of the package; those that are found by their name beside a file of it have names that no file of a user has. */
export const programs = {
  cli: "src/cli/main.ts",
  "gz-budget-worker": "src/node/worker.ts",
  "gz-budget-watchdog": "src/node/watchdog.ts",
} as const;
