/**
 * `npm start`: Denyut on this machine, with the demo library.
 *
 * PORT         where it listens (8787)
 * DEMO=0       starts empty
 * DENYUT_STATE where the local database lives (.wrangler/state)
 * ADMIN_TOKEN, CREDENTIALS_KEY, VAPID_KEYS  from the environment or .dev.vars; else random, kept beside the database
 * RECEIVERS_URL where every message goes (test/receivers/); left out: to whom it is meant for
 * -- --real    collects from the real platforms, not from the imitations of test/platforms
 */
import {
  COLLECT_CRON,
  HOURLY_CRON,
  LEARN_CRON,
  SLICES_A_TICK,
  TELL_CRON,
  TICK_SECONDS,
} from "../functions/model/run.ts";
import { build } from "./build.ts";
import { apiOf } from "./local/api.ts";
import { loadDemo, newDemo } from "./local/demo.ts";
import { connectDemo, keepCollecting, startImitations } from "./local/imitations.ts";
import { keptLink, linkOf } from "./local/links.ts";
import { isEmpty, isFree, migrate, serve } from "./local/server.ts";
import { endWith } from "./local/signals.ts";
import { STANDING_WORDS, standingOf } from "./local/standing.ts";
import { readState, refusalOf, saveState, secretsOf, stateFolder } from "./local/state.ts";

/** Crons never fire by themselves here. */
const COLLECT_MS = TICK_SECONDS * 1000;
const HOUR_MS = 3_600_000;
const LEARN_MS = COLLECT_MS / 3;

/** Four accounts and all together: 260 slices at most. */
const TICKS_OF_LOOKS = 260 / SLICES_A_TICK;

const port = Number(process.env.PORT || 8787);
const folder = stateFolder();

const state = readState(folder);
const secrets = secretsOf(state);
const refusal = refusalOf(secrets.ADMIN_TOKEN);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}
Object.assign(state, secrets);

if (!(await isFree(port))) {
  console.error(
    `Port ${port} is in use. Stop what listens there, or choose another: PORT=8788 npm start`,
  );
  process.exit(1);
}

const stops: (() => Promise<unknown>)[] = [];
endWith(() => Promise.all(stops.map((stop) => stop())));

await build(console.log);
console.log("Preparing the database …");
await migrate(folder);

// never into a database that holds a library's own figures
if (!state.demo && process.env.DEMO !== "0" && (await isEmpty(folder))) state.demo = newDemo();
saveState(folder, state);

const { demo } = state;
const imitations =
  demo && !process.argv.includes("--real") ? await startImitations(demo.now) : null;
if (imitations) stops.push(imitations.close);

const origin = `http://localhost:${port}`;
const { RECEIVERS_URL } = process.env;
const receivers = RECEIVERS_URL ? { RECEIVERS_URL } : {};
const server = await serve({
  port,
  state: folder,
  vars: { ...imitations?.vars, ...receivers },
  secrets,
});
stops.push(server.stop);

const admin = apiOf(origin, secrets.ADMIN_TOKEN);
// a token that another took the place of opens nothing; the figures stay, and whoever has the other one gets in
const standing = await standingOf(origin, secrets.ADMIN_TOKEN);
const open = standing === "open";
if (open && demo && !demo.done) {
  const token = await linkOf("push", { admin, folder, state });
  const say = progress("Loading the demo library");
  await loadDemo({ origin, admin, token, folder, state, demo, say });
  await judgeAll(progress("Judging what works"));
}
if (imitations) {
  if (open) {
    await connectDemo(admin);
    keepCollecting(admin);
  }
} else {
  setInterval(() => {
    server.tick(COLLECT_CRON).catch((error) => console.error(error));
  }, COLLECT_MS);
}

// what is due stands there when the dashboard is opened first: last month's report, and the notices
if (demo) {
  // the one makes the report, the other looks around: which is which hangs on the hour
  for (const at of [Date.now() - HOUR_MS, Date.now()]) {
    await server.tick(HOURLY_CRON, at).catch((error) => console.error(error));
  }
}
setInterval(() => {
  for (const cron of [HOURLY_CRON, TELL_CRON]) {
    server.tick(cron).catch((error) => console.error(error));
  }
}, COLLECT_MS);
setInterval(() => {
  server.tick(LEARN_CRON).catch((error) => console.error(error));
}, LEARN_MS);

const links = { admin, folder, state };
const addressOf = async (kind: "view" | "plan" | "export"): Promise<string> => {
  const path = open ? await linkOf(kind, links) : keptLink(kind, state);
  return path === null ? "not made yet" : `${origin}${path}`;
};
const said = STANDING_WORDS[standing];
console.log(`
  Dashboard    ${origin}/
  View link    ${await addressOf("view")}
  Plan link    ${await addressOf("plan")}
  Export       ${await addressOf("export")}
  Admin token  ${standing === "replaced" ? "made by the button New admin password" : secrets.ADMIN_TOKEN}
${said === null ? "" : `\n  ${said}\n`}
  Ctrl-C stops it. The figures stay in ${folder}
`);

/** What the cron takes two hours for. */
async function judgeAll(say: (done: number, of: number) => void): Promise<void> {
  for (let tick = 0; tick <= TICKS_OF_LOOKS; tick++) {
    say(tick, TICKS_OF_LOOKS);
    await server.tick(LEARN_CRON).catch((error) => console.error(error));
  }
}

/** A line that is written over on a terminal, and said at the ends elsewhere. */
function progress(what: string): (done: number, of: number) => void {
  return (done, of) => {
    const line = `${what}: ${Math.round((100 * done) / of)} %`;
    if (process.stdout.isTTY) process.stdout.write(`\r${line}${done === of ? "\n" : ""}`);
    else if (done === 0 || done === of) console.log(line);
  };
}
