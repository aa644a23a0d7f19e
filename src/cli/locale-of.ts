import type { Locale } from "../index.ts";

/** The language that the call asks for, or else the one of the environment: Chinese where that is Chinese, English elsewhere. */
export function localeOf(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Locale {
  const at = argv.findIndex((word) => word === "--locale" || word.startsWith("--locale="));
  const asked = at < 0 ? undefined : argv[at]?.includes("=") ? argv[at]?.slice("--locale=".length) : argv[at + 1];
  if (asked === "zh" || asked === "en") return asked;
  return /^zh/i.test(environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "") ? "zh" : "en";
}
