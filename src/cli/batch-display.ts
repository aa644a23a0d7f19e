import type { BatchLine, BatchProgress, BatchStart, BatchSummary } from "../node/index.ts";
import type { CliContext } from "./cli-context.ts";

/** How a batch is shown while it runs and at its end. */
export interface BatchDisplay {
  start(start: BatchStart): void;
  result(line: BatchLine, progress: BatchProgress): void;
  end(summary: BatchSummary, directory: string): void;
}

const BAR_WIDTH = 24;
const CLEAR_LINE = "\r\u001b[K";

/**
 * Shows a batch on standard error: a bar that moves on a terminal, a line an input elsewhere. Failures always have a line of their own.
 *
 * @param milliseconds The clock.
 */
export function batchDisplay(
  context: CliContext,
  { isTerminal, milliseconds }: { readonly isTerminal: boolean; readonly milliseconds: () => number },
): BatchDisplay {
  const { words } = context;
  const started = milliseconds();
  const print = (text: string) => void process.stderr.write(isTerminal ? `${CLEAR_LINE}${text}` : `${text}\n`);
  const settled = ({ done, failed, skipped }: BatchProgress) => done + failed + skipped;

  function bar(progress: BatchProgress): string {
    const read = progress.done + progress.failed;
    const seconds = (milliseconds() - started) / 1000;
    const rate = seconds > 0 ? read / seconds : 0;
    const left = progress.total - settled(progress);
    const share = progress.total === 0 ? 1 : settled(progress) / progress.total;
    const filled = Math.round(share * BAR_WIDTH);
    const remaining = rate > 0 ? duration(left / rate) : "?";
    const failures = progress.failed > 0 ? `  ${words({ zh: `失败 ${progress.failed}`, en: `${progress.failed} failed` })}` : "";
    const times = words({ zh: `${rate.toFixed(1)} 个/秒  剩余 ${remaining}`, en: `${rate.toFixed(1)}/s  ${remaining} left` });
    return `[${"#".repeat(filled)}${"·".repeat(BAR_WIDTH - filled)}] ${settled(progress)}/${progress.total}  ${times}${failures}`;
  }

  return {
    start({ renamed }) {
      for (const { path, name } of renamed) {
        context.say(
          words({
            zh: `${path}：有同名文件，结果命名为 ${name}`,
            en: `${path}: another input has this name; its results are called ${name}`,
          }),
        );
      }
    },
    result(line, progress) {
      const count = `${settled(progress)}/${progress.total}`;
      if (line.error) print(`${count}  ${line.path}  ${line.error.code}: ${line.error.message}${isTerminal ? "\n" : ""}`);
      else if (!isTerminal) print(`${count}  ${line.path}  ${line.outputs.join(" ")}  ${line.seconds.toFixed(1)} s`);
      if (isTerminal) print(bar(progress));
    },
    end({ done, failed, skipped, total, seconds, ended }, directory) {
      if (isTerminal) process.stderr.write(CLEAR_LINE);
      const left = total - done - failed - skipped;
      const rate = seconds > 0 ? ((done + failed) / seconds).toFixed(1) : "–";
      if (ended) context.say(words({ zh: `提前结束：${ended.message}`, en: `ended early: ${ended.message}` }));
      context.say(
        words({
          zh: `共 ${total} 个：完成 ${done}，失败 ${failed}，跳过 ${skipped}，未开始 ${left}；${duration(seconds)}，${rate} 个/秒；见 ${directory}/index.ndjson`,
          en: `${total} inputs: ${done} done, ${failed} failed, ${skipped} skipped, ${left} not begun; ${duration(seconds)}, ${rate}/s; see ${directory}/index.ndjson`,
        }),
      );
    },
  };
}

/** `0:07`, `12:30`, `3:05:00`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
