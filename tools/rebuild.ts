/**
 * `npm run rebuild`: derives everything anew from the readings, slice by slice. After the time zone changed, or a fault in
 * what is derived was mended. It may be stopped and called again.
 *
 * -- --url https://…  the Denyut to rebuild (http://localhost:8787, or the local PORT)
 * -- --token …        its admin token (ADMIN_TOKEN of the environment, or the one that `npm start` keeps)
 */
import { parseArgs } from "node:util";
import { apiOf } from "./local/api.ts";
import { readState, stateFolder } from "./local/state.ts";

const { values } = parseArgs({ options: { url: { type: "string" }, token: { type: "string" } } });
const url = values.url ?? `http://localhost:${process.env.PORT || 8787}`;
const token = values.token ?? process.env.ADMIN_TOKEN ?? readState(stateFolder()).ADMIN_TOKEN;
if (!token) {
  console.error("An admin token is needed: npm run rebuild -- --token …");
  process.exit(1);
}

const admin = apiOf(url, token);
try {
  let progress = await slice();
  const all = progress.remaining;
  while (!progress.done) {
    const percent = all > 0 ? Math.floor((100 * (all - progress.remaining)) / all) : 0;
    // one line, written over, where somebody looks on
    if (process.stdout.isTTY) process.stdout.write(`\rDeriving anew: ${percent} %`);
    progress = await slice();
  }
  if (process.stdout.isTTY) process.stdout.write("\r");
  console.log("Everything is derived anew.");
} catch (error) {
  console.error(`${url} did not answer as it should: ${(error as Error).message}`);
  process.exit(1);
}

/** `remaining` falls to 0. */
function slice(): Promise<{ done: boolean; remaining: number }> {
  return admin("POST", "/api/rebuild");
}
