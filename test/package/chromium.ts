import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, BrowserType } from "playwright-core";

const quiet = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Debian's Chromium with an empty profile, and without any request of its own. */
export function launchChromium(
  type: BrowserType,
  options: Parameters<BrowserType["launchPersistentContext"]>[1] = {},
): Promise<BrowserContext> {
  const profile = mkdtempSync(join(tmpdir(), "gz-budget-chromium-"));
  return type.launchPersistentContext(profile, { executablePath: "/usr/bin/chromium", headless: true, args: quiet, ...options });
}
