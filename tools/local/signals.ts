/** Ending together: by Ctrl-C, by TERM, or because whoever started us is gone. */

const PARENT_CHECK_MS = 1000;
/** Whoever presses Ctrl-C waits for nothing longer. */
const PATIENCE_MS = 5000;

/** Runs `stop` once when it is time to end, then exits. */
export function endWith(stop: () => Promise<unknown>): void {
  const parent = process.ppid;
  let ending = false;
  const end = async () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    await stop().catch((error) => console.error(error));
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, end);
  // npm does not hand every signal on, and dies first
  setInterval(() => process.ppid !== parent && end(), PARENT_CHECK_MS).unref();
}
