import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { BudgetError } from "../model/budget-error.ts";
import type { Locale } from "../model/locale.ts";
import { systemReason } from "./system-reason.ts";

const lockName = ".gz-budget.lock";

/** Who writes into a folder; `pid` 0 where the lock does not say. */
interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** A lock is written at once after it is made: one that says nothing for longer was left by a process that was killed between the two. */
const writingMilliseconds = 5000;
/** Processes that take over one left lock at the same time get in each other's way no more often. */
const mostTries = 5;

/**
 * Makes this batch the only one that writes into a folder. A lock that a killed process left is taken over.
 *
 * @returns Gives the folder free.
 * @throws BudgetError `FILE_UNWRITABLE` while another batch writes there
 */
export async function lockFolder(directory: string, locale: Locale): Promise<() => Promise<void>> {
  const path = join(directory, lockName);
  let holder: Holder | undefined;
  for (let attempt = 0; attempt < mostTries; attempt++) {
    if (await makeLock(path, directory, locale)) return () => rm(path, { force: true });
    holder = await holderOf(path);
    if (holder && (await isThere(holder, path))) break;
    if (holder) await takeAway(path, holder);
  }
  throw new BudgetError("FILE_UNWRITABLE", { path: directory, detail: busy(holder, path)[locale] }, { locale });
}

async function makeLock(path: string, directory: string, locale: Locale): Promise<boolean> {
  try {
    const handle = await open(path, "wx");
    const holder: Holder = { pid: process.pid, host: hostname() };
    await handle.writeFile(`${JSON.stringify(holder)}\n`).finally(() => handle.close());
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw new BudgetError("FILE_UNWRITABLE", { path: directory, detail: systemReason(cause, locale) }, { cause, locale });
  }
}

/** undefined where the folder was given free meanwhile. */
async function holderOf(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const { pid, host } = JSON.parse(text) as Partial<Holder>;
    return { pid: Number(pid) || 0, host: String(host) };
  } catch {
    return { pid: 0, host: hostname() };
  }
}

/** Of a process on another machine nobody knows whether it is there; it counts as if. */
async function isThere({ pid, host }: Holder, path: string): Promise<boolean> {
  if (host !== hostname()) return true;
  if (pid === 0) return Date.now() - (await stat(path).catch(() => ({ mtimeMs: 0 }))).mtimeMs < writingMilliseconds;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Puts a left lock aside, and back where it turns out to be another one: then somebody else has been faster. */
async function takeAway(path: string, left: Holder): Promise<void> {
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const taken = await holderOf(aside);
  if (taken?.pid === left.pid && taken.host === left.host) await rm(aside, { force: true });
  else await rename(aside, path);
}

function busy(holder: Holder | undefined, path: string) {
  const { pid = 0, host = "" } = holder ?? {};
  return {
    en: `another batch writes into it (process ${pid} on ${host}); wait for its end or choose another folder. If there is none, remove ${path}`,
    zh: `另一批处理正在写入该文件夹（${host} 上的进程 ${pid}）；请等其结束，或换一个文件夹。如确无此进程，请删除 ${path}`,
  };
}
