import { printable } from "../model/printable.ts";
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
    start({ renamed, passedOver }) {
      if (passedOver > 0) {
        context.say(
          words({
            zh: `index.ndjson 中有 ${passedOver} 行无法辨认，已略过，相应文件将重新读取`,
            en: `${passedOver} lines of index.ndjson make no sense and were passed over; their files are read again`,
          }),
        );
      }
      for (const { path, name } of renamed) {
        context.say(
          words({
            zh: `${printable(path)}：有同名文件，结果命名为 ${name}`,
            en: `${printable(path)}: another input has this name; its results are called ${name}`,
          }),
        );
      }
    },
    result(line, progress) {
      const count = `${settled(progress)}/${progress.total}`;
      const path = printable(line.path);
      if (line.error) print(`${count}  ${path}  ${line.error.code}: ${line.error.message}${isTerminal ? "\n" : ""}`);
      else if (!isTerminal) print(`${count}  ${path}  ${line.outputs.join(" ")}  ${line.seconds.toFixed(1)} s`);
      if (isTerminal) print(bar(progress));
    },
    end({ done, withoutTables, failed, skipped, total, seconds, ended }, directory) {
      if (isTerminal) process.stderr.write(CLEAR_LINE);
      const left = total - done - failed - skipped;
      const rate = seconds > 0 ? ((done + failed) / seconds).toFixed(1) : "–";
      if (ended) context.say(words({ zh: `提前结束：${ended.message}`, en: `ended early: ${ended.message}` }));
      context.say(
        words({
          zh: `共 ${total} 个：完成 ${done}${withoutTables > 0 ? `（其中 ${withoutTables} 个没有表格）` : ""}，失败 ${failed}，跳过 ${skipped}，未开始 ${left}；${duration(seconds)}，${rate} 个/秒；见 ${directory}/index.ndjson`,
          en: `${total} inputs: ${done} done${withoutTables > 0 ? `, ${withoutTables} of them without tables` : ""}, ${failed} failed, ${skipped} skipped, ${left} not begun; ${duration(seconds)}, ${rate}/s; see ${directory}/index.ndjson`,
        }),
      );
      if (withoutTables === 0) return;
      context.say(
        words({
          zh: `没有表格的文件（index.ndjson 中 "knownTables":0 的行）：扫描件没有文字，请提供原始 PDF，或先识别文字（recogniseText）；其他表式请以 forms 给出`,
          en: `files without tables (lines with "knownTables":0 in index.ndjson): a scan has no text, so give the original PDF or recognise its text first (recogniseText); another form is given as forms`,
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
