import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BudgetDocument, parseBudget, toJson } from "../../src/index.ts";
import { projectRoot, runExample } from "../support/run-example.ts";
import { runProgram } from "../support/run-program.ts";

const pdfs = ["chrome-bare", "chrome-flow", "rl-rects"].map((name) => join(projectRoot, `fixtures/corpus/syn-2020-dagl/${name}.pdf`));
const seeds = ["seeds/000_c902f1b07777cdfc.txt", "seeds/001_54c9370821fa4330.txt"];

let folder = "";
let empty = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gz-budget-examples-"));
  empty = join(folder, "empty.pdf");
  await writeFile(empty, "");
});
afterAll(() => rm(folder, { recursive: true }));

describe("examples", () => {
  it("ten-lines.ts prints who, when and the expenditure of each functional class", async () => {
    const source = await readFile(join(projectRoot, "examples/ten-lines.ts"), "utf8");
    expect(source.trim().split("\n").length).toBeLessThanOrEqual(10);
    expect((await runExample("examples/ten-lines.ts")).split("\n")).toEqual([
      "广州市医疗保险服务中心 2024",
      "       497229.09 合计",
      "208      1901.13 社会保障和就业支出",
      "210    490519.91 卫生健康支出",
      "221      4808.05 住房保障支出",
      "",
    ]);
  });

  it("batch-folder.ts writes a JSON a file and goes on where one is broken", async () => {
    const out = join(folder, "batch");
    const lines = (await runExample("examples/batch-folder.ts", out, ...pdfs, empty)).trim().split("\n");
    expect(lines.at(-1)).toBe("4 files, 1 failed");
    expect(lines).toContain("empty.pdf: EMPTY_INPUT");
    expect(lines.filter((line) => /广州市城建档案利用服务所 2020, \d+ checks hold, 0 fail$/.test(line))).toHaveLength(3);
    for (const name of await readdir(out)) await expect(readDocument(join(out, name))).resolves.toMatchObject({ fiscalYear: 2020 });
    expect(await readdir(out)).toHaveLength(3);
  });

  it("facts-in-duckdb.ts answers the questions of an analyst", async () => {
    const answers = (await runExample("examples/facts-in-duckdb.ts", ...seeds))
      .trim()
      .split("\n\n")
      .map((block) => block.split("\n").map((line) => line.trim()));
    expect(answers).toEqual([
      [
        "The largest functional class of each year, in 万元",
        "2021  广州市医疗保障局  卫生健康支出  502735.72",
        "2024  广州市医疗保险服务中心  卫生健康支出  490519.91",
      ],
      ["“三公”经费 of each department and year, in 万元", "广州市医疗保险服务中心  2024  36.38", "广州市医疗保障局  2021  90.23"],
      [
        "Projects over 1,000 万元",
        "2021  457514.35  医保财政补助项目",
        "2024  260579.04  城乡居民医保财政补助资金  23",
        "2024  177329.82  医保财政补助资金  20",
        "2024  35000.00  31000120230101  23",
        "2021  24767.12  困难群众医疗救助项目",
        "2021  2694.88  运行经费",
        "2024  1527.79  广州地区医疗机构药品（医用耗材）集团采购工作经费  22",
      ],
    ]);
  });
});

/** The queue needs a Redis server: Debian's, which .ci/run installs. */
describe.runIf(hasRedis())("examples/queue", () => {
  let redis: ChildProcess;
  let url = "";
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    const port = await freePort();
    url = `redis://127.0.0.1:${port}`;
    redis = spawn("redis-server", ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]);
    await new Promise<void>((resolve, reject) => {
      redis.stdout?.on("data", (chunk: Buffer) => String(chunk).includes("Ready to accept connections") && resolve());
      redis.on("exit", (code) => reject(new Error(`redis-server ended with ${code}`)));
    });
    for (let count = 0; count < 2; count++)
      workers.push(
        spawn(process.execPath, ["--import", "tsx", "examples/queue/worker.ts"], {
          cwd: projectRoot,
          env: { ...process.env, REDIS_URL: url },
        }),
      );
  });
  afterAll(async () => {
    for (const child of [...workers, redis]) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
  });

  it("spreads a batch over two workers, with the results that one program gives", async () => {
    const out = join(folder, "queued");
    const enqueue = ["--import", "tsx", "examples/queue/enqueue.ts", out, ...pdfs, empty];
    const { stdout } = await runProgram(process.execPath, enqueue, { cwd: projectRoot, env: { REDIS_URL: url } });
    const lines = stdout.trim().split("\n");
    expect(lines).toEqual([
      ...["chrome-bare", "chrome-flow", "rl-rects"].map((name) =>
        expect.stringMatching(`^${name}.pdf: 广州市城建档案利用服务所 2020, \\d+ tables$`),
      ),
      expect.stringMatching(/^empty\.pdf: EMPTY_INPUT: /),
      "4 files, 1 failed",
    ]);
    expect((await readdir(out)).sort()).toEqual(["chrome-bare.pdf.json", "chrome-flow.pdf.json", "rl-rects.pdf.json"]);
    const [pdf = ""] = pdfs;
    expect(await readFile(join(out, "chrome-bare.pdf.json"), "utf8")).toBe(
      toJson(await parseBudget(await readFile(pdf), { name: "chrome-bare.pdf" })),
    );
  });
});

async function readDocument(path: string): Promise<BudgetDocument> {
  return BudgetDocument.parse(JSON.parse(await readFile(path, "utf8")));
}

function hasRedis(): boolean {
  try {
    execFileSync("redis-server", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
