/**
 * The one door to the platforms: a time-out, a cap on the size, JSON and nothing else, and a budget of calls for the
 * whole invocation. No token ever reaches an error's text: what is said of a call is its method and path alone.
 */
import type { Instant } from "../model/snapshot.ts";
import { CollectFault } from "./fault.ts";

/** The free plan allows 50 subrequests in an invocation. */
const MOST_CALLS = 45;

const LARGEST_ANSWER = 8_000_000;

export type HttpOptions = {
  now: Instant;
  /** Calls that this invocation may make. */
  calls?: number;
  timeoutMs?: number;
};

type Ask = {
  method?: "GET" | "POST";
  /** Sent as `Authorization: Bearer …`. */
  bearer?: string;
  headers?: Record<string, string>;
  /** A form (`application/x-www-form-urlencoded`). */
  form?: Record<string, string>;
  /** A JSON body. */
  json?: unknown;
};

/** `body` is JSON whatever the status says: the platforms' errors are JSON, and their adapters know what they mean. */
export type HttpAnswer = { status: number; headers: Headers; body: unknown };

export type Http = {
  now: Instant;
  /** Calls left. */
  left: () => number;
  /** Calls made. */
  made: () => number;
  /** Throws a CollectFault: out_of_calls, timeout, unreachable, http_error, not_json, truncated, too_large. */
  ask: (url: string, ask?: Ask) => Promise<HttpAnswer>;
};

/** Long enough for a slow insight, short enough that a dead host does not eat a tick. */
const TIMEOUT_MS = 20_000;

export function openHttp({ now, calls = MOST_CALLS, timeoutMs = TIMEOUT_MS }: HttpOptions): Http {
  let left = calls;
  let made = 0;
  return {
    now,
    left: () => left,
    made: () => made,
    ask: async (url, ask = {}) => {
      if (left <= 0) throw new CollectFault("out_of_calls");
      left -= 1;
      made += 1;
      return await talk(url, ask, timeoutMs);
    },
  };
}

/** A part of the calls that are left, for one account: what it does not use stays for the next. */
export function shareOf(http: Http, calls: number): Http {
  const before = http.made();
  const left = () => Math.min(http.left(), calls - (http.made() - before));
  return {
    ...http,
    left,
    made: () => http.made() - before,
    ask: async (url, ask) => {
      if (left() <= 0) throw new CollectFault("out_of_calls");
      return await http.ask(url, ask);
    },
  };
}

async function talk(url: string, ask: Ask, timeoutMs: number): Promise<HttpAnswer> {
  const { method, headers, body } = requestOf(ask);
  const called = `${method} ${new URL(url).pathname}`;
  const signal = AbortSignal.timeout(timeoutMs);
  const broken = (code: "unreachable" | "truncated") =>
    new CollectFault(signal.aborted ? "timeout" : code, called);
  let response: Response;
  let text: string | null;
  try {
    // a redirect would carry the token to wherever it points
    response = await fetch(url, { method, headers, body, signal, redirect: "manual" });
  } catch {
    throw broken("unreachable");
  }
  try {
    text = await textOf(response);
  } catch {
    throw broken("truncated");
  }
  if (text === null) throw new CollectFault("too_large", called);
  const json = parse(text);
  if (json === undefined) {
    if (response.status !== 200) {
      throw new CollectFault("http_error", `${called}: HTTP ${response.status}`);
    }
    const begun = /^\s*[[{]/.test(text);
    throw new CollectFault(begun ? "truncated" : "not_json", called);
  }
  return { status: response.status, headers: response.headers, body: json };
}

function requestOf({ method, bearer, headers, form, json }: Ask) {
  const sent = new Headers({ accept: "application/json", ...headers });
  if (bearer !== undefined) sent.set("authorization", `Bearer ${bearer}`);
  let body: string | null = null;
  if (form) {
    sent.set("content-type", "application/x-www-form-urlencoded");
    body = new URLSearchParams(form).toString();
  } else if (json !== undefined) {
    sent.set("content-type", "application/json");
    body = JSON.stringify(json);
  }
  return { method: method ?? (body === null ? "GET" : "POST"), headers: sent, body };
}

/** `null`: too large. */
async function textOf(response: Response): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.byteLength;
    if (size > LARGEST_ANSWER) return null;
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

/** `undefined`: not JSON. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
