import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readerFlags } from "../../src/node/reader-flags.ts";

describe("options of V8 for processes that read", () => {
  test("this Node takes them without a word", () => {
    const { status, stderr } = spawnSync(process.execPath, [...readerFlags(), "-e", "0"], { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.each([
    ["11.3.244.8-node.38", ["--single-threaded-gc", "--heap-growing-percent=50", "--interrupt-budget=1000000"]],
    ["12.4.254.21-node.33", ["--single-threaded-gc", "--heap-growing-percent=50", "--invocation-count-for-turbofan=45000"]],
    ["14.1.146.11-node.14", ["--single-threaded-gc", "--heap-growing-percent=50", "--invocation-count-for-turbofan=45000"]],
    ["15.0.1", []],
  ])("V8 %s: %j", (v8, flags) => {
    expect(readerFlags(v8)).toEqual(flags);
  });
});
