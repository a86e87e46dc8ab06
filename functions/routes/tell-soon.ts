import type { Ctx } from "./env.ts";

/** After a write: what it made true is told at once. Nobody waits for it, and what fails the cron goes on with. */
export function tellSoon(c: Ctx): void {
  const told = import("./telling.ts").then(({ tellOf }) => tellOf(c));
  c.executionCtx.waitUntil(told.catch((error) => console.error(error)));
}
