/** Ending together: by Ctrl-C, by TERM, or because whoever started us is gone. */
import { spawnSync } from "node:child_process";

const PARENT_CHECK_MS = 1000;
/** Whoever presses Ctrl-C waits for nothing longer. */
const PATIENCE_MS = 5000;

/** Runs `stop` once when it is time to end, then exits. */
export function endWith(stop: () => Promise<unknown>): void {
  const starters = startersOf();
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stop().catch((error) => console.error(error));
    process.exit(code);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
  // else workerd would stay behind, and keep the port
  process.on("uncaughtException", (error) => {
    console.error(error.message);
    end(1);
  });
  // npm does not hand every signal on, and dies first
  setInterval(() => {
    if (process.ppid !== starters[0] || !starters.every(isAlive)) end(0);
  }, PARENT_CHECK_MS).unref();
}

/** The parent; under npm also npm itself, which stands behind a shell that outlives it. */
function startersOf(): number[] {
  if (!process.env.npm_lifecycle_event) return [process.ppid];
  const { stdout } = spawnSync("ps", ["-o", "ppid=", "-p", String(process.ppid)], {
    encoding: "utf8",
  });
  const npm = Number(stdout);
  return npm > 1 ? [process.ppid, npm] : [process.ppid];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // there, but another's
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
