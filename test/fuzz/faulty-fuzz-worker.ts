import type { Order, Verdict } from "./fuzz-worker.ts";

// A process for the fuzzer's own test: ends each order as its number says.

const fine: Verdict = { wrong: [], seconds: 0.1, megabytes: 100 };
const kept: unknown[] = [];
const endings: readonly (() => Verdict | undefined)[] = [
  () => fine,
  () => ({ ...fine, wrong: ["a TypeError"] }),
  () => ({ ...fine, seconds: 3 }),
  () => ({ ...fine, megabytes: 9999 }),
  () => process.exit(7),
  () => {
    for (;;);
  },
  () => {
    for (;;) kept.push(new Array(1_000_000).fill(0));
  },
  () => {
    Promise.reject(new Error("nobody waits for this"));
    return undefined;
  },
];
process.on("message", ({ number }: Order) => {
  const verdict = endings[number]?.();
  if (verdict) process.send?.({ ...verdict, wrong: [...verdict.wrong] });
});
process.send?.("ready");
