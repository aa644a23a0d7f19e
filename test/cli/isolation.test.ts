import { describe, expect, it } from "vitest";
import { budgetText } from "../support/budget-text.ts";
import { gzBudget } from "../support/run-program.ts";

const file = new URL("../../fixtures/corpus/gz-2024-ybzx/chrome-three.pdf", import.meta.url).pathname;

/** Ends the process that reads a document of many pages, and no other, when its first page is read; its threads have no `send`. */
const dying = `if (process.env.TINYPOOL_WORKER_ID && process.send) {
  const send = process.send.bind(process);
  process.send = (message, ...rest) => {
    if (message.pageCount > 1) process.kill(process.pid, "SIGKILL");
    return send(message, ...rest);
  };
}`;
const env = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(dying)}` };

describe("a command whose reader dies", () => {
  it.each(["tables", "parse", "check", "inspect"])("%s tells so in one line and ends with 3", async (command) => {
    const { code, stdout, stderr } = await gzBudget([command, file], { env });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^gz-budget: .*signal SIGKILL.*\n$/u);
  });

  it("goes on with the next file", async () => {
    const { code, stdout } = await gzBudget(["parse", file, "-"], { env, input: "表1 收支总体情况表\n" });
    expect([code, JSON.parse(stdout)]).toEqual([
      3,
      expect.objectContaining({ source: expect.objectContaining({ mediaType: "text/plain" }) }),
    ]);
  });
});

it.each(["parse", "inspect"])("reads standard input in %s as it reads a file", async (command) => {
  const { stdout } = await gzBudget([command, "-"], { input: budgetText({ year: 2024, organization: "广州市甲局", total: "1300.00" }) });
  expect(stdout).toContain("广州市甲局");
});
