import { type ChildProcess, fork } from "node:child_process";
import type { Order, Verdict } from "./fuzz-worker.ts";

export interface WorkerBounds {
  /** Of processor time, for one order. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** By how much a clock may run ahead of the processor time, on a machine that others use too. */
const slowness = 6;

/** A process that tries one mutant after another, and another process after one that died, grew too large or had to be ended. */
export class WatchedWorker {
  /** The most that one order, and one process, has taken so far. */
  readonly most = { seconds: 0, megabytes: 0 };
  private running: ChildProcess | undefined;

  constructor(
    private readonly file: string,
    private readonly bounds: WorkerBounds,
  ) {}

  /** What is wrong with the way a mutant ends: what its process says, or that it took too long, too much, or died. */
  async verdictOf(order: Order): Promise<readonly string[]> {
    this.running ??= await started(this.file, this.bounds);
    const { running, bounds } = this;
    const longest = bounds.seconds * slowness;
    let why = "";
    const timer = setTimeout(() => {
      why = `no end in ${longest} s`;
      running.kill("SIGKILL");
    }, longest * 1000);
    const errors: string[] = [];
    const onError = (chunk: Buffer) => errors.push(chunk.toString());
    running.stderr?.on("data", onError);
    const verdict = await new Promise<Verdict | undefined>((resolve) => {
      running.once("message", (message) => resolve(message as Verdict));
      running.once("exit", () => resolve(undefined));
      running.send(order);
    });
    clearTimeout(timer);
    running.stderr?.off("data", onError);
    running.removeAllListeners("message");
    running.removeAllListeners("exit");
    if (!verdict) {
      this.running = undefined;
      return [why || `the process died: ${errors.join("").slice(0, 1500)}`];
    }
    this.most.seconds = Math.max(this.most.seconds, verdict.seconds);
    this.most.megabytes = Math.max(this.most.megabytes, verdict.megabytes);
    const wrong = [...verdict.wrong, ...(verdict.seconds > bounds.seconds ? [`${verdict.seconds} s`] : [])];
    if (verdict.megabytes <= bounds.megabytes) return wrong;
    this.end();
    return [...wrong, `${verdict.megabytes} MB`];
  }

  end(): void {
    this.running?.kill("SIGKILL");
    this.running = undefined;
  }
}

async function started(file: string, { megabytes }: WorkerBounds): Promise<ChildProcess> {
  const child = fork(file, { execArgv: ["--import", "tsx", `--max-old-space-size=${megabytes}`], silent: true });
  child.stdout?.resume();
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code) => reject(new Error(`the worker did not start: exit ${code}`)));
  });
  child.removeAllListeners("exit");
  return child;
}
