import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of the tests, and every program that they start, a folder for temporary files, and removes it in the end. */
export default function temporaryFiles(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "gz-budget-test-"));
  chmodSync(folder, 0o755); // as open as the system's own, for tests that give up their rights
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
