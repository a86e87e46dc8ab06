/**
 * Everybody who is told, in one app: push services that decrypt and verify what they get, Telegram, Slack, Discord, and programs
 * that take JSON. Every host is found under its name: `/hooks.slack.com/services/…`. What they say goes by what a test asks of
 * them, else they take it.
 */
import { Hono } from "hono";
import ece from "http_ece";
import type { Browser } from "./browser.ts";
import { vapidFault } from "./vapid.ts";

/** What somebody answers instead of taking it. `hang`: nothing, ever; `lost`: it took it, and nobody learns so. */
export type Answer = 400 | 403 | 404 | 410 | 413 | 500 | "throttled" | "redirect" | "hang" | "lost";

export type Received = {
  host: string;
  path: string;
  headers: Record<string, string>;
  /** Of a push what was encrypted in it; else the body. */
  body: unknown;
  bytes: number;
};

export const RETRY_AFTER = 1800;

export type ReceiversState = {
  /** Taken, the oldest first. */
  received: Received[];
  /** Asked, whatever was answered: the host of each. */
  asked: string[];
  browsers: Browser[];
  /** By host, or by a push's endpoint: what is answered to the next ones. */
  answers: Map<string, Answer[]>;
  /** What Telegram says to `getUpdates`, by `bot` and its token. */
  updates: Map<string, object>;
  /** The key under which the browsers are subscribed. */
  vapid_key: string;
};

export function receiversApp(state: ReceiversState) {
  const app = new Hono();
  app.get("/api.telegram.org/:bot/getUpdates", (c) => {
    const said = state.updates.get(c.req.param("bot"));
    return said === undefined
      ? c.json({ ok: false, error_code: 401, description: "Unauthorized" }, 401)
      : c.json(said);
  });
  app.post("/:host/*", async (c) => {
    const { host } = c.req.param();
    const path = c.req.path.slice(host.length + 1);
    state.asked.push(host);
    const answer =
      state.answers.get(`https://${host}${path}`)?.shift() ?? state.answers.get(host)?.shift();
    if (answer !== undefined && answer !== "lost") return refused(c.req.url, answer);
    const bytes = Buffer.from(await c.req.arrayBuffer());
    const browser = state.browsers.find(({ endpoint }) => endpoint === `https://${host}${path}`);
    const headers = c.req.header();
    if (browser) {
      if (bytes.length > browser.most) return c.body(null, 413);
      const wrong = await vapidFault(headers.authorization, host, state.vapid_key);
      if (wrong) return c.text(wrong, 403);
    }
    const text = browser ? decrypted(bytes, browser) : bytes.toString();
    state.received.push({ host, path, headers, body: JSON.parse(text), bytes: bytes.length });
    if (answer === "lost") return never();
    if (browser) return c.body(null, 201);
    if (host === "api.telegram.org") return c.json({ ok: true, result: { message_id: 1 } });
    return host === "hooks.slack.com" ? c.text("ok") : c.body(null, 204);
  });
  return app;
}

const decrypted = (body: Buffer, { ecdh, keys }: Browser): string =>
  ece.decrypt(body, { version: "aes128gcm", privateKey: ecdh, authSecret: keys.auth }).toString();

const never = (): Promise<Response> => new Promise(() => {});

function refused(url: string, answer: Exclude<Answer, "lost">): Response | Promise<Response> {
  switch (answer) {
    case "hang":
      return never();
    case "throttled":
      return new Response("slow down", {
        status: 429,
        headers: { "retry-after": String(RETRY_AFTER) },
      });
    case "redirect":
      return new Response(null, {
        status: 302,
        headers: { location: new URL("/elsewhere.example/caught", url).href },
      });
    default:
      return new Response("no", { status: answer });
  }
}
