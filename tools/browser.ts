/** A real Chromium: the one that an npm package carries, or the one at CHROME_PATH. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import { type Browser, chromium as playwright } from "playwright-core";
import { ROOT } from "./build.ts";

const CACHE = join(ROOT, "node_modules", ".cache");

/** @param port where it can be remote-controlled besides */
export async function openBrowser(port?: number): Promise<Browser> {
  return playwright.launch({
    executablePath: process.env.CHROME_PATH || (await unpacked()),
    args: [
      // Chromium refuses to sandbox itself as root
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--font-render-hinting=none",
      ...(port ? [`--remote-debugging-port=${port}`] : []),
    ],
  });
}

/**
 * Unpacks into a folder of its own: the package takes whatever lies in the shared temporary one. Beside, then renamed,
 * so that two who come at once never meet half a file.
 */
async function unpacked(): Promise<string> {
  const described = join(ROOT, "node_modules", "@sparticuz", "chromium", "package.json");
  const { version } = JSON.parse(readFileSync(described, "utf8"));
  const folder = join(CACHE, `chromium-${version}`);
  if (existsSync(folder)) return join(folder, "chromium");
  const temporary = process.env.TMPDIR;
  mkdirSync(CACHE, { recursive: true });
  const draft = mkdtempSync(join(CACHE, "chromium-"));
  try {
    process.env.TMPDIR = draft;
    await chromium.executablePath();
    renameSync(draft, folder);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
  return join(folder, "chromium");
}
