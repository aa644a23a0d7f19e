/**
 * How V8 is told, as options of a process that reads, to leave the other processors and memory to the processes beside it.
 *
 * By default it optimises and collects garbage on threads of their own, which take up to half a processor as long as a process meets
 * new documents. Here garbage is collected on the thread that reads, and only what runs fifteen times as often as by default is
 * optimised: two processes need about a fifth less time, one alone no more (test/bench/batch-bench.ts). The heap may grow by half of
 * what is alive before garbage is collected, by default to four times that: a third less memory for the same time.
 *
 * @param v8 Version of V8, by default this program's. It refuses an option that it does not know, so that versions not tried get none.
 */
export function readerFlags(v8: string = process.versions.v8): readonly string[] {
  return flags.find(({ upTo }) => Number.parseInt(v8, 10) <= upTo)?.flags ?? [];
}

const common = ["--single-threaded-gc", "--heap-growing-percent=50"] as const;

/** By the major version of V8. */
const flags = [
  { upTo: 11, flags: [...common, "--interrupt-budget=1000000"] },
  { upTo: 14, flags: [...common, "--invocation-count-for-turbofan=45000"] },
] as const;
