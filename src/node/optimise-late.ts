import { setFlagsFromString } from "node:v8";

/**
 * Has V8 optimise only what runs fifteen times as often as it would ask for by default.
 *
 * It optimises on a second thread, which takes up to half a core while a process meets its first hundred documents: a core that the
 * process beside it needs. Two processes need a fifth less time this way, one alone no more (test/bench/batch-bench.ts).
 */
export function optimiseLate(): void {
  const flag = flags.find(({ upTo }) => Number.parseInt(process.versions.v8, 10) <= upTo)?.flag;
  if (flag) setFlagsFromString(flag);
}

/** By the major version of V8, which prints an error for a name that it does not know. */
const flags = [
  { upTo: 11, flag: "--interrupt-budget=1000000" },
  { upTo: 14, flag: "--invocation-count-for-turbofan=45000" },
] as const;
