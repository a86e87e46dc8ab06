/** The control room: set the clock, order faults, count calls, ask for the truth. No platform has one. */
import { Hono } from "hono";
import { PLATFORMS, type Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { Clock } from "./clock.ts";
import { ACCOUNT_IDS, APPS, BROKEN_TOKENS, CREDENTIALS } from "./credentials.ts";
import { type Fault, newFault } from "./faults.ts";
import type { Change } from "./shown.ts";
import { newState, nowOf, type PlatformsOptions, type State } from "./state.ts";
import { type TruthOptions, truthAt } from "./truth.ts";

/** What has happened to the world, beside what meets a call. */
const CHANGES = ["renamed", "post_deleted", "counts_fall", "crowded", "answered", "discussed"];

export function controlRoom(room: { state: State }, options: PlatformsOptions): Hono {
  const app = new Hono();

  app.get("/clock", (c) => c.json({ now: nowOf(room.state), ended: room.state.world.ended }));
  app.post("/clock", async (c) => {
    room.state.clock = await c.req.json<Clock>();
    return c.json({ now: nowOf(room.state) });
  });

  app.get("/faults", (c) => c.json({ faults: room.state.faults, changes: room.state.changes }));
  app.post("/faults", async (c) => {
    const ordered = await c.req.json<Fault | Change>();
    if (isChange(ordered)) {
      room.state.changes.push({ ...ordered, at: ordered.at ?? nowOf(room.state) });
    } else room.state.faults.push(newFault(ordered));
    return c.json({ faults: room.state.faults, changes: room.state.changes });
  });
  app.delete("/faults", (c) => {
    // what happened to the world stays: only a reset undoes it
    room.state.faults = [];
    return c.json({ faults: [], changes: room.state.changes });
  });

  app.get("/calls", (c) => {
    const { door, path, account } = c.req.query();
    const calls = room.state.calls.filter(
      (call) =>
        (door === undefined || call.door === door) &&
        (path === undefined || call.path.includes(path)) &&
        (account === undefined || call.account === account),
    );
    return c.json({
      // a batch is one request, whatever is in it
      requests: calls.filter(({ batched }) => !batched).length,
      cost_usd: Math.round(calls.reduce((sum, one) => sum + one.cost_usd, 0) * 1e6) / 1e6,
      calls,
    });
  });
  app.delete("/calls", (c) => {
    room.state.calls = [];
    return c.json({ requests: 0, cost_usd: 0, calls: [] });
  });

  app.get("/truth", (c) => {
    const { at, platform, account, business, days } = c.req.query();
    const asked: TruthOptions = {
      changes: room.state.changes,
      ...(isPlatform(platform) ? { platform } : {}),
      ...(account === undefined ? {} : { account }),
      ...(business === undefined ? {} : { business: business === "true" }),
      ...(days === undefined ? {} : { days: Number(days) }),
    };
    return c.json(truthAt(room.state.world, instantOf(at) ?? nowOf(room.state), asked));
  });

  app.get("/credentials", (c) =>
    c.json({ accounts: ACCOUNT_IDS, credentials: CREDENTIALS, broken: BROKEN_TOKENS, apps: APPS }),
  );

  app.post("/reset", async (c) => {
    const text = await c.req.text();
    const asked: PlatformsOptions = text === "" ? {} : JSON.parse(text);
    room.state = newState({ ...options, clock: room.state.clock, ...asked });
    return c.json({ now: nowOf(room.state), ended: room.state.world.ended });
  });

  return app;
}

const isChange = (ordered: Fault | Change): ordered is Change => CHANGES.includes(ordered.kind);

const isPlatform = (word: string | undefined): word is Platform =>
  (PLATFORMS as readonly (string | undefined)[]).includes(word);

const instantOf = (text: string | undefined): Instant | null => {
  if (text === undefined) return null;
  return /^\d+$/.test(text) ? Number(text) : Math.floor(Date.parse(text) / 1000);
};
