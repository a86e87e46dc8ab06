/** For tests: a set of platforms whose clock stands, and calls to them in a line. */
import type { Instant } from "../../functions/model/snapshot.ts";
import { platformsApp } from "./app.ts";
import type { PlatformsOptions } from "./state.ts";

export const NOW = Date.parse("2026-11-24T05:00:00Z") / 1000;
export const HOUR = 3600;
export const DAY = 86_400;

/** The demo's ids. */
export const PAGE = "104500000000000";
export const INSTAGRAM = "17841400000000000";
export const X_USER = "1100000000000000000";
export const TIKTOK = "7100000000000000000";

// biome-ignore lint/suspicious/noExplicitAny: the answers of five hosts, whose shapes are what is tested
export type Json = any;

export type Answered = { status: number; headers: Headers; body: Json };

type Asked = {
  method?: string;
  token?: string;
  query?: Record<string, string>;
  form?: Record<string, string>;
  json?: unknown;
  headers?: Record<string, string>;
};

export function platforms(options: PlatformsOptions = {}) {
  const app = platformsApp({ clock: { now: NOW }, ended: NOW, days: 120, ...options });

  const ask = async (path: string, asked: Asked = {}): Promise<Answered> => {
    const query = asked.query ? `?${new URLSearchParams(asked.query)}` : "";
    const body = asked.form ? new URLSearchParams(asked.form).toString() : undefined;
    const sent = asked.json === undefined ? body : JSON.stringify(asked.json);
    const response = await app.request(`${path}${query}`, {
      method: asked.method ?? (sent === undefined ? "GET" : "POST"),
      headers: {
        ...(asked.token === undefined ? {} : { authorization: `Bearer ${asked.token}` }),
        ...(asked.form ? { "content-type": "application/x-www-form-urlencoded" } : {}),
        ...(asked.json === undefined ? {} : { "content-type": "application/json" }),
        ...asked.headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };

  const tiktokToken = async (refresh_token = "rft-library") => {
    const { body } = await ask("/tiktok/v2/oauth/token/", {
      form: {
        client_key: "tiktok-client-key",
        client_secret: "tiktok-client-secret",
        grant_type: "refresh_token",
        refresh_token,
      },
    });
    return body as { access_token: string; refresh_token: string };
  };
  const businessToken = async (refresh_token = "rft-business-library") => {
    const { body } = await ask("/tiktok-business/open_api/v1.3/tt_user/oauth2/refresh_token/", {
      json: {
        client_id: "7300000000000000001",
        client_secret: "tiktok-business-secret",
        grant_type: "refresh_token",
        refresh_token,
      },
    });
    return body.data as { access_token: string; refresh_token: string };
  };
  const xToken = async (refresh_token = "x-refresh-library") => {
    const { body } = await ask("/x/2/oauth2/token", {
      form: { grant_type: "refresh_token", refresh_token },
      headers: { authorization: `Basic ${btoa("x-client-id:x-client-secret")}` },
    });
    return body as { access_token: string; refresh_token: string };
  };

  return {
    app,
    ask,
    tiktokToken,
    businessToken,
    xToken,
    clock: (now: Instant) => ask("/control/clock", { json: { now } }),
    fault: (fault: object) => ask("/control/faults", { json: fault }),
    page: (path: string, query: Record<string, string> = {}) =>
      ask(`/facebook/v26.0/${path}`, { token: "EAAF-page-library", query }),
    instagram: (path: string, query: Record<string, string> = {}) =>
      ask(`/instagram/v26.0/${path}`, { token: "IGAA-library", query }),
    x: (path: string, query: Record<string, string> = {}, token = "AAAA-x-app") =>
      ask(`/x/2/${path}`, { token, query }),
    business: (path: string, token: string, query: Record<string, string> = {}) =>
      ask(`/tiktok-business/open_api/v1.3/business/${path}`, {
        headers: { "access-token": token },
        query: { business_id: TIKTOK, ...query },
      }),
  };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
