/**
 * How V8 is told, as options of a process that reads, to leave the other processors to the processes beside it.
 *
 * By default it optimises and collects garbage on threads of their own, which take up to half a processor as long as a process meets
 * new documents. Here garbage is collected on the thread that reads, and only what runs fifteen times as often as by default is
 * optimised: two processes need about a fifth less time, one alone no more (test/bench/batch-bench.ts).
 *
 * @param v8 Version of V8, by default this program's. It refuses an option that it does not know, so that versions not tried get none.
 */
export function readerFlags(v8: string = process.versions.v8): readonly string[] {
  return flags.find(({ upTo }) => Number.parseInt(v8, 10) <= upTo)?.flags ?? [];
}

/** By the major version of V8. */
const flags = [
  { upTo: 11, flags: ["--single-threaded-gc", "--interrupt-budget=1000000"] },
  { upTo: 14, flags: ["--single-threaded-gc", "--invocation-count-for-turbofan=45000"] },
] as const;
