/** The five imitated hosts under one address, and the control room beside them. */
import { type Context, Hono } from "hono";
import type { Answer, Incoming } from "./call.ts";
import { controlRoom } from "./control.ts";
import { DOORS, type Door } from "./credentials.ts";
import { type Fault, faultFor } from "./faults.ts";
import type { Grant } from "./grants.ts";
import { graphDoor } from "./graph.ts";
import { ownerOf } from "./owners.ts";
import { emptied, refusalFor } from "./refusals.ts";
import { newState, nowOf, type PlatformsOptions, type State } from "./state.ts";
import { tiktokDoor } from "./tiktok.ts";
import { businessDoor } from "./tiktok-business.ts";
import { xDoor } from "./x.ts";

const ANSWERS: Record<Door, (call: Incoming) => Promise<Answer>> = {
  facebook: graphDoor,
  instagram: graphDoor,
  x: xDoor,
  tiktok: tiktokDoor,
  "tiktok-business": businessDoor,
};

/** A hanging connection hangs so long, in real time. */
const HANGING_MS = 60_000;

/** Everything of one set of platforms: `fetch` it, or mount it. */
export function platformsApp(options: PlatformsOptions = {}): Hono {
  // the control room may put another state in its place
  const room = { state: newState(options) };
  const app = new Hono({ strict: false });
  app.route("/control", controlRoom(room, options));
  for (const door of DOORS) {
    app.all(`/${door}/*`, (c) => answerOutside(room.state, door, c));
    app.all(`/${door}`, (c) => answerOutside(room.state, door, c));
  }
  return app;
}

async function answerOutside(state: State, door: Door, c: Context): Promise<Response> {
  const url = new URL(c.req.url);
  const call = incoming(state, door, {
    origin: url.origin,
    method: c.req.method,
    address: `${url.pathname.slice(door.length + 1)}${url.search}`,
    headers: c.req.raw.headers,
    body: await c.req.text(),
  });
  const answer = await answerOnce(call, false);
  return response(answer, call.fault);
}

type Raw = { origin: string; method: string; address: string; headers: Headers; body: string };

function incoming(state: State, door: Door, raw: Raw): Incoming {
  const url = new URL(raw.address.replace(/^\/?/, "/"), "http://platform");
  const query = Object.fromEntries(url.searchParams);
  const call: Incoming = {
    state,
    door,
    origin: raw.origin,
    method: raw.method,
    path: url.pathname.replace(/\/+$/, ""),
    query,
    headers: raw.headers,
    body: raw.body,
    grant: grantOf(state, door, query, raw),
    fault: null,
    again: ({ method, address }) => {
      // a part of a batch takes the whole's token
      const part = incoming(state, door, { ...raw, method, address, body: "" });
      if (!part.grant) part.grant = call.grant;
      return answerOnce(part, true);
    },
  };
  const owner = ownerOf(call);
  const address = `${url.pathname}${decodeURIComponent(url.search)}`;
  const accounts = [owner, call.grant?.account ?? null];
  call.fault = faultFor(state.faults, { door, method: raw.method, address, accounts });
  return call;
}

function grantOf(
  state: State,
  door: Door,
  query: Record<string, string>,
  { headers, body }: Raw,
): Grant | null {
  const bearer = /^Bearer (.+)$/.exec(headers.get("authorization") ?? "")?.[1];
  const sent =
    door === "tiktok-business"
      ? headers.get("access-token")
      : (bearer ?? query.access_token ?? tokenInForm(body));
  const grant = state.grants.grants.get(sent ?? "");
  return grant?.door === door ? grant : null;
}

function tokenInForm(body: string): string | null {
  if (!body.startsWith("{")) return new URLSearchParams(body).get("access_token");
  try {
    return (JSON.parse(body) as { access_token?: string }).access_token ?? null;
  } catch {
    return null;
  }
}

/** One call, answered or spoilt, and counted. */
async function answerOnce(call: Incoming, batched: boolean): Promise<Answer> {
  const { fault, state } = call;
  const refused = fault ? refusalFor(call, fault) : null;
  const answered = refused ?? (await ANSWERS[call.door](call));
  const answer = fault?.kind === "empty_page" ? emptied(answered) : answered;
  state.calls.push({
    at: nowOf(state),
    door: call.door,
    method: call.method,
    path: call.path,
    query: call.query,
    account: ownerOf(call) ?? call.grant?.account ?? null,
    status: answer.status,
    batched,
    cost_usd: answer.cost_usd ?? 0,
    fault: fault?.kind ?? null,
  });
  return answer;
}

async function response(answer: Answer, fault: Fault | null): Promise<Response> {
  const text = typeof answer.body === "string" ? answer.body : JSON.stringify(answer.body);
  const type = typeof answer.body === "string" ? "text/html; charset=utf-8" : "application/json";
  const headers = { "content-type": type, ...answer.headers };
  if (fault?.kind === "answer_lost") {
    return new Response("upstream connect error", { status: 502 });
  }
  if (fault?.kind === "hanging") {
    await waited(fault.ms ?? HANGING_MS);
  }
  const sent = fault?.kind === "truncated" ? text.slice(0, Math.floor(text.length / 2)) : text;
  return new Response(answer.status === 302 ? null : sent, { status: answer.status, headers });
}

const waited = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer: unknown = setTimeout(resolve, ms);
    // in Node, what hangs must not keep the tests from ending
    if (typeof timer === "object" && timer !== null && "unref" in timer)
      (timer as NodeJS.Timeout).unref();
  });
