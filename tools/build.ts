/** The built app in `dist/`: made anew only where a source is newer, by one process at a time. */
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { LICENCES, writeLicences } from "./licences.ts";

export const ROOT = join(import.meta.dirname, "..");

/** Where `npm run build` leaves the Worker, as wrangler.toml says. */
const WORKER_DIR = "dist/worker";

const SOURCES = [
  "functions",
  "web",
  "package-lock.json",
  "wrangler.toml",
  "vite.config.ts",
  "tools/licences.ts",
  "tools/early",
];
/** The bundler's words for the Worker behind an entry. */
const workerInto = (entry: string, dir: string): string[] => [
  ...["build", "--ssr", entry, "--outDir", dir, "--logLevel", "warn"],
];

/** The Worker's page names the browser's files, which have to be there before. */
const STEPS = [["build", "--logLevel", "warn"], workerInto("functions/worker.ts", WORKER_DIR)];

const LOCK = join(ROOT, "dist", ".building");
/** A lock this old was left behind by a build that was killed. */
const STALE_LOCK_MS = 3 * 60_000;

/** The tools of node_modules, and the pinned Node before the machine's own, as npm scripts have them. */
export const toolEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  PATH: [join(ROOT, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter),
  // a new version of wrangler is nothing that a library should hear of here
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_HIDE_BANNER: "true",
});

/** Keeps wrangler's library from telling what went well, and from asking the network where we are (for Request.cf). */
export function quieten(): void {
  process.env.WRANGLER_LOG ??= "warn";
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false";
}

/** Builds what is old. `say` hears of it before the first step. */
export async function build(say: (line: string) => void = () => {}): Promise<void> {
  mkdirSync(dirname(LOCK), { recursive: true });
  await locked(async () => {
    // what is written last
    if (modifiedAt(join(ROOT, LICENCES)) > newest()) return;
    say("Building the app …");
    for (const step of STEPS) await run("vite", step);
    writeLicences(ROOT);
  });
}

/**
 * The Worker behind another entry, where that or a source is newer than what was built of it last.
 * @param entry a file of this folder's neighbours, such as `test/limited/worker.ts`; @param dir where it is bundled into
 */
export async function buildBehind(entry: string, dir: string): Promise<string> {
  await build();
  await locked(async () => {
    const sources = Math.max(newest(), newestIn(dirname(entry)));
    if (modifiedAt(join(ROOT, dir, "worker.js")) > sources) return;
    await run("vite", workerInto(entry, dir));
  });
  return dir;
}

/** Runs a tool of node_modules to its end; what it said is told only when it fails. */
export function run(tool: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const script = join(ROOT, "node_modules", ".bin", tool);
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: toolEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (piece) => {
        said += piece;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${tool} ${args.join(" ")} ended with ${code}\n${said}`));
    });
  });
}

async function locked(work: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      mkdirSync(LOCK);
      break;
    } catch {
      if (Date.now() - modifiedAt(LOCK) > STALE_LOCK_MS) rmSync(LOCK, { recursive: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    await work();
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

const newest = (): number => Math.max(...SOURCES.map(newestIn));

function newestIn(source: string): number {
  const path = join(ROOT, source);
  let at = modifiedAt(path);
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return at;
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    at = Math.max(at, modifiedAt(join(entry.parentPath, entry.name)));
  }
  return at;
}

/** Milliseconds; 0 when it is not there. */
const modifiedAt = (path: string): number =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
