/** What does not fit ten milliseconds is handed on to a workroom (`functions/worker.ts`), which has a time of its own. */
import { createMiddleware } from "hono/factory";
import { fault, Problem } from "../model/problem.ts";
import { planOf } from "../model/room.ts";
import type { Address } from "./addresses.ts";
import type { Bindings, Ctx, Env, Tick, WorkroomCalls } from "./env.ts";

/** Where `npm run deploy` creates the database; a room stays where it was first asked for. */
const BESIDE_THE_DATABASE = { locationHint: "apac" } as const;
/** Queries and connections are counted by the object, among all that it does at a time. */
const ROOMS = 8;

/** `null`: it is to be done here. */
function workroom({ WORKROOM, PLAN }: Bindings, name: string): WorkroomCalls | null {
  if (!WORKROOM || !planOf(PLAN).workroom) return null;
  return WORKROOM.getByName(name, BESIDE_THE_DATABASE);
}

/**
 * A cron's tick in its workroom. Where there is none, or none that answers, `here`: the same tick twice changes nothing.
 * @throws what the tick itself throws
 */
export async function tickHandedOn(
  env: Bindings,
  event: Tick,
  here: () => Promise<void>,
): Promise<void> {
  // a room of its own: a tick has queries for nobody beside it
  const room = workroom(env, "tick");
  if (!room) return here();
  try {
    await room.tick(event);
  } catch (error) {
    if (isTheirs(error)) throw error;
    console.error(error);
    await here();
  }
}

/** Behind a tick, the pages that are old now. Where it fails whoever opens one waits for it, as before. */
export async function renewHandedOn(
  env: Bindings,
  event: Tick,
  here: () => Promise<void>,
): Promise<void> {
  // with queries of its own
  const room = workroom(env, "pages");
  try {
    await (room ? room.renew(event) : here());
  } catch (error) {
    console.error(error);
  }
}

/** Was it thrown in the room by what is done there? Else the room itself is at fault. */
const isTheirs = (error: unknown): boolean => (error as { remote?: boolean }).remote === true;

/**
 * Whoever reads goes on in the room that they woke. Writes may come many at once by one token, and strangers by none: they are
 * spread.
 */
function workroomOf(c: Ctx): WorkroomCalls | null {
  const link = c.get("caller")?.link ?? c.get("arrived").exported;
  const number = isRead(c) && link ? link.id : Math.floor(Math.random() * ROOMS);
  return workroom(c.env, `request ${number % ROOMS}`);
}

/** A platform's consent is asked for, and taken, once. */
const CONSENT = "/connect/";

const isRead = ({ req }: Ctx): boolean =>
  (req.method === "GET" || req.method === "HEAD") && !req.path.startsWith(CONSENT);

/** Always fit: they send somebody on, or say one thing. A form that a stranger may send holds no room's time. */
const SMALL: readonly Address[] = [
  "GET /healthz",
  "GET /login",
  "POST /login",
  "GET /offline",
  "GET /logout",
  "POST /logout",
  "GET /v/:token",
  "GET /e/:slug",
  "GET /e/:slug/:source",
];

/**
 * Before the handlers of an address, behind its guards: whoever may not ask wakes no room. What the caller may have already is
 * looked at here; `cached` hands it on where it changed.
 */
export const stepsTo = (address: Address) => (SMALL.includes(address) ? [] : [handOn]);

const handOn = createMiddleware<Env>(async (c, next) => {
  // of a usual view it was looked at before (`asSent`)
  const maybeKnown = isRead(c) && !c.get("kept") && c.req.header("if-none-match");
  return (maybeKnown ? null : await handedOn(c)) ?? next();
});

/**
 * What a workroom answers; `null`: this is one, or there is none, and it is to be done here. A read is done here
 * too where it does not answer, as far as the time allows. A write is not: it may have come through.
 */
export async function handedOn(c: Ctx): Promise<Response | null> {
  const room = c.get("alone") ? null : workroomOf(c);
  if (!room) return null;
  try {
    return await room.answer(c.req.raw, c.get("arrived"));
  } catch (error) {
    console.error(error);
    c.set("alone", true);
    if (isRead(c)) return null;
    const broken = fault("", "broken_off");
    throw new Problem("unavailable", `it ${broken.message}`, [broken]);
  }
}
