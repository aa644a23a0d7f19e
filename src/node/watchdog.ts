import { writeSync } from "node:fs";

// A thread beside the one that reads: it still runs when that one hangs, and it needs no answer from it.
// Its arguments: the memory allowed, and the process that started this one, which may be gone before this line runs.
const [allowed = Infinity, parent = process.ppid] = process.argv.slice(2).map(Number);
const EVERY_MILLISECONDS = 100;
const STANDARD_ERROR = 2;

setInterval(() => {
  const used = Math.ceil(process.memoryUsage.rss() / 2 ** 20);
  if (used > allowed) {
    writeSync(STANDARD_ERROR, `gz-budget: out of memory, ${used} MB\n`);
    process.kill(process.pid, "SIGKILL");
  }
  if (parentIsGone()) process.kill(process.pid, "SIGKILL");
}, EVERY_MILLISECONDS);

function parentIsGone(): boolean {
  if (process.ppid !== parent) return true;
  try {
    process.kill(parent, 0);
    return false;
  } catch {
    return true;
  }
}
