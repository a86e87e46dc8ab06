/** Who is told, over HTTP and by the forms, with the real Worker; and that what a push makes true is told at once. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { messageWords } from "../../web/language/message.ts";
import { dump } from "../database.ts";
import type { Browser } from "../receivers/browser.ts";
import { type Receivers, startReceivers } from "../receivers/start.ts";
import { ADMIN_TOKEN, push, startWorker, type TestWorker, VAPID_KEYS } from "../worker.ts";

/** A Monday, 10.00 in Jakarta. */
const NOW = "2026-11-23T03:00:00Z";
const AT = Date.parse(NOW) / 1000;
const DAY = 86_400;
const TELL_CRON = "2,17,32,47 * * * *";
const BOT = "123456789:AAF-abcdefghijklmnopqrstuvwxyz_012";

let receivers: Receivers;
let worker: TestWorker;
let view: string;
beforeAll(async () => {
  receivers = await startReceivers(VAPID_KEYS.split(".")[0] ?? "");
  worker = await startWorker({ now: NOW, vars: { RECEIVERS_URL: receivers.origin } });
  view = await worker.token("view");
});
afterAll(() => Promise.all([worker.close(), receivers.close()]));

const bodyOf = ({ endpoint, keys }: Browser, more: object = {}) => ({
  way: "push",
  endpoint,
  keys,
  ...more,
});
const subscribe = (body: object, token = ADMIN_TOKEN) =>
  worker.send("POST", "/api/subscriptions", body, token);
const faultsOf = async (answer: Response) => {
  const { error } = (await answer.json()) as {
    error: { code: string; problems: { path: string; code: string }[] };
  };
  return [answer.status, ...error.problems.map(({ path, code }) => `${path}: ${code}`)];
};
const form = (path: string, fields: Record<string, string | string[]>, token = ADMIN_TOKEN) =>
  worker.fetch(path, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, accept: "text/html" },
    body: new URLSearchParams(
      Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    ),
  });
const settled = async (done: () => boolean) => {
  for (let n = 0; n < 100 && !done(); n += 1) await new Promise((go) => setTimeout(go, 50));
};
const USUAL = {
  kinds: ["weak", "silence"],
  language: "id",
  quiet_from: "20:00",
  quiet_to: "07:00",
};

test("push is not offered before the library's e-mail address is known", async () => {
  const answer = await subscribe(bodyOf(receivers.browser()), view);
  expect(await faultsOf(answer)).toEqual([409, ": no_push"]);
  const page = await (await worker.send("GET", "/messages", undefined, ADMIN_TOKEN)).text();
  expect(page).toContain('name="contact"');
  expect(page).not.toContain('data-island="push"');
  const wrong = await worker.send("PATCH", "/api/settings", { contact: "perpus" });
  expect(await faultsOf(wrong)).toEqual([400, "contact: not_an_email"]);
  const again = await form("/messages", { do: "contact", contact: "perpus@" });
  expect([again.status, await again.text()]).toEqual([400, expect.stringContaining("perpus@")]);
  const set = await form("/messages", { do: "contact", contact: "perpus@pasuruankota.go.id" });
  expect(set.status).toBe(303);
  const offered = await (await worker.send("GET", "/messages", undefined, view)).text();
  expect(offered).toContain(VAPID_KEYS.split(".")[0]);
  // whoever looks learns neither the address nor who else is told
  expect(offered).not.toContain("perpus@pasuruankota.go.id");
  expect(offered).not.toContain("/messages/");
});

describe("a Telegram chat whose number nobody typed", () => {
  const TOKEN = "987654321:AAF-zyxwvutsrqponmlkjihgfedcba_012";
  const ask = (more: object = {}) =>
    subscribe({ way: "telegram", token: TOKEN, name: "Grup", ...more });
  const group = { chat: { id: -1001, title: "Grup pengelola", type: "supergroup" } };

  test("a token that opens no bot says so", async () => {
    expect(await faultsOf(await ask())).toEqual([400, "token: unknown_bot"]);
  });

  test("a bot that nobody wrote to says what to do", async () => {
    receivers.hears(TOKEN);
    expect(await faultsOf(await ask())).toEqual([400, "chat: no_chat_yet"]);
  });

  test("of several the form names each, and keeps no token", async () => {
    receivers.hears(
      TOKEN,
      { message: group },
      { message: { chat: { id: 55, first_name: "Rina, A" } } },
    );
    expect(await faultsOf(await ask({ chat: " " }))).toEqual([400, "chat: several_chats"]);
    const fields = { way: "telegram", token: TOKEN, chat: "", name: "Grup", ...USUAL };
    const again = await form("/messages?lang=id", fields);
    const page = await again.text();
    expect(again.status).toBe(400);
    expect(page).toContain("-1001 (Grup pengelola), 55 (Rina  A)");
    expect(page).not.toContain(TOKEN);
  });

  test("an answer that is none stores nothing", async () => {
    const before = await dump(worker.db, ["recipients"]);
    receivers.hears(TOKEN, [7]);
    expect(await faultsOf(await ask())).toEqual([502, "chat: chats_not_told"]);
    expect(await dump(worker.db, ["recipients"])).toEqual(before);
  });

  test("the one that there is, is told from then on", async () => {
    receivers.hears(TOKEN, { message: group });
    const answer = await ask();
    expect(answer.status).toBe(201);
    const { subscription } = (await answer.json()) as { subscription: { id: number } };
    await form(`/messages/${subscription.id}`, { do: "try" });
    expect(receivers.received.at(-1)).toMatchObject({
      path: `/bot${TOKEN}/sendMessage`,
      body: { chat_id: "-1001" },
    });
    await worker.send("DELETE", `/api/subscriptions/${subscription.id}`);
    receivers.forget();
  });
});

describe("a browser's address", () => {
  test.each([
    "https://fcm.googleapis.com.evil.example/send/x",
    "https://evil.example/fcm.googleapis.com",
    "http://fcm.googleapis.com/send/x",
    "https://fcm.googleapis.com:8443/send/x",
    "https://user:pass@fcm.googleapis.com/send/x",
    "https://127.0.0.1/send/x",
    "https://0x7f.1/send/x",
    "https://2130706433/send/x",
    "https://[::1]/send/x",
    "https://localhost/send/x",
    "https://push.apple.com/x",
    "https://evilpush.apple.com/x",
    "https://x.push.apple.com.evil.example/x",
    "ftp://fcm.googleapis.com/send/x",
    "not an address",
  ])("%s is refused", async (endpoint) => {
    const answer = await subscribe({ ...bodyOf(receivers.browser()), endpoint }, view);
    expect(await faultsOf(answer)).toEqual([400, "endpoint: not_a_push_service"]);
  });

  test.each([
    "fcm.googleapis.com",
    "updates.push.services.mozilla.com",
    "web.push.apple.com",
    "wns2-sg2p.notify.windows.com",
  ])("%s is taken", async (host) => {
    const browser = receivers.browser(host);
    const answer = await subscribe(bodyOf(browser), view);
    expect(answer.status).toBe(201);
    const text = await answer.text();
    expect(text).not.toContain(browser.endpoint);
    expect(text).not.toContain(browser.keys.auth);
    await worker.db.prepare("delete from recipients").run();
  });

  test("keys that are none are refused", async () => {
    const { endpoint } = receivers.browser();
    const answer = await subscribe({ way: "push", endpoint, keys: { p256dh: "AAAA", auth: "x" } });
    expect(await faultsOf(answer)).toEqual([
      400,
      "keys.p256dh: not_push_keys",
      "keys.auth: not_push_keys",
    ]);
  });
});

describe("a webhook's address", () => {
  test.each([
    ["json", "http://hooks.example.com/x", "not_https"],
    ["json", "https://10.0.0.1/x", "not_public"],
    ["json", "https://[fd00::1]/x", "not_public"],
    ["json", "https://127.1/x", "not_public"],
    ["json", "https://017700000001/x", "not_public"],
    ["json", "https://localhost/x", "not_public"],
    ["json", "https://router/x", "not_public"],
    ["json", "https://nas.local/x", "not_public"],
    ["json", "https://db.internal/x", "not_public"],
    ["json", "https://hooks.example.com:22/x", "not_public"],
    ["json", "https://me:secret@hooks.example.com/x", "not_public"],
    ["slack", "https://slack.evil.org/services/T/B/x", "not_a_slack_address"],
    ["slack", "https://hooks.slack.com/", "not_a_slack_address"],
    ["discord", "https://discord.com/login", "not_a_discord_address"],
    ["discord", "https://discord.com.evil.org/api/webhooks/1/x", "not_a_discord_address"],
  ])("%s %s: %s", async (way, url, code) => {
    const answer = await subscribe({ way, url, name: "Grup" });
    expect(await faultsOf(answer)).toEqual([400, `url: ${code}`]);
  });

  test("a bot's token and its chat are what Telegram gives", async () => {
    const answer = await subscribe({ way: "telegram", token: "x", chat: "grup", name: "Grup" });
    expect(await faultsOf(answer)).toEqual([400, "token: not_a_bot_token", "chat: not_a_chat"]);
  });

  test("is set by the admin alone", async () => {
    const hook = { way: "json", url: "https://hooks.example.com/x", name: "Grup" };
    expect((await subscribe(hook, view)).status).toBe(403);
    expect((await form("/messages", { ...hook, ...USUAL }, view)).status).toBe(403);
    for (const kind of ["push", "export"] as const) {
      const answer = await subscribe(bodyOf(receivers.browser()), await worker.token(kind));
      expect(answer.status).toBe(403);
    }
    expect((await worker.fetch("/api/subscriptions")).status).toBe(401);
  });
});

describe("by the form", () => {
  test("a bot is added, tried, changed and removed; its token is not seen again", async () => {
    receivers.forget();
    const fields = { way: "telegram", name: "Grup <b>pengelola</b>", token: BOT, chat: "-100123" };
    const refused = await form("/messages", { ...fields, ...USUAL, chat: "grup" });
    const again = await refused.text();
    expect([refused.status, again.includes(BOT), again.includes("grup")]).toEqual([
      400,
      false,
      true,
    ]);
    const added = await form("/messages", { ...fields, ...USUAL });
    expect(added.headers.get("location")).toMatch(/^\/messages\?added=\d+#r-\d+$/);
    const [, id] = /added=(\d+)/.exec(added.headers.get("location") ?? "") ?? [];

    expect((await form(`/messages/${id}`, { do: "try" })).status).toBe(303);
    expect(receivers.received).toMatchObject([
      {
        host: "api.telegram.org",
        path: `/bot${BOT}/sendMessage`,
        body: { chat_id: "-100123", text: expect.stringContaining("Pesan percobaan") },
      },
    ]);
    const page = await (await worker.send("GET", `/messages?tried=${id}`)).text();
    expect(page).toContain("Pesan percobaan terkirim.");
    expect(page).toContain("Grup &lt;b>pengelola&lt;/b>");
    expect(page).not.toContain(BOT);

    receivers.answer("api.telegram.org", 403);
    await form(`/messages/${id}`, { do: "try" });
    const failed = await (await worker.send("GET", `/messages?tried=${id}`)).text();
    expect(failed).toContain("Pesan percobaan tidak sampai: pesannya ditolak");

    await form(`/messages/${id}`, {
      ...USUAL,
      do: "save",
      name: "Tim",
      kinds: ["token"],
      weekly: "true",
    });
    const list = await (await worker.send("GET", "/api/subscriptions")).json();
    expect(list).toEqual({
      subscriptions: [
        {
          id: Number(id),
          way: "telegram",
          name: "Tim",
          language: "id",
          kinds: ["token"],
          weekly: true,
          quiet: { from: "20:00", to: "07:00" },
          link: null,
          state: "on",
          sent_at: NOW,
          fault: { code: "refused", at: NOW },
          waiting: 0,
          given_up: 0,
        },
      ],
    });
    expect(JSON.stringify(await dump(worker.db, ["recipients"]))).not.toContain(BOT.slice(10));

    await form(`/messages/${id}`, { do: "remove" });
    expect(await dump(worker.db, ["recipients"])).toEqual({ recipients: [] });
    expect((await form(`/messages/${id}`, { do: "try" })).status).toBe(404);
  });
});

test("nobody is sent more than a few test messages a minute", async () => {
  receivers.forget();
  const hook = { way: "json", url: "https://hooks.example.com/tried", name: "Grup" };
  const { subscription } = (await (await subscribe(hook)).json()) as {
    subscription: { id: number };
  };
  const tries = [];
  for (let n = 0; n < 7; n += 1) {
    tries.push(await form(`/messages/${subscription.id}`, { do: "try" }));
  }
  expect(tries.map(({ status }) => status)).toEqual([...Array(5).fill(303), 429, 429]);
  expect(await tries.at(-1)?.text()).toContain(messageWords.id.texts.too_many);
  expect(receivers.received).toHaveLength(5);
  await worker.db.prepare("delete from recipients").run();
});

describe("a viewer's own device", () => {
  const sha = async (text: string) =>
    Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString(
      "hex",
    );
  const own = (device: string, token: string) =>
    worker.send("GET", `/api/subscriptions?device=${device}`, undefined, token);

  test("is seen and taken out by whoever has it, and by no other viewer", async () => {
    const browser = receivers.browser();
    const other = await worker.token("view");
    await subscribe(bodyOf(browser, { kinds: ["weak"] }), view);
    const again = await subscribe(bodyOf(browser, { kinds: ["silence"] }), view);
    const { subscription } = (await again.json()) as { subscription: { id: number } };
    const device = await sha(browser.endpoint);
    expect(await (await own(device, view)).json()).toMatchObject({
      subscriptions: [{ id: subscription.id, kinds: ["silence"] }],
    });
    const nothing = { subscriptions: [] };
    expect(await (await own(device, other)).json()).toEqual(nothing);
    expect(await (await worker.send("GET", "/api/subscriptions", undefined, view)).json()).toEqual(
      nothing,
    );
    const remove = (token: string, query: string) =>
      worker.send("DELETE", `/api/subscriptions/${subscription.id}${query}`, undefined, token);
    expect((await remove(other, `?device=${device}`)).status).toBe(404);
    expect((await remove(view, "")).status).toBe(404);
    expect((await remove(view, `?device=${device}`)).status).toBe(200);
    expect(await (await own(device, view)).json()).toEqual(nothing);
  });

  test("is asked for by the admin too, who gets no other one in its place", async () => {
    const browser = receivers.browser();
    await subscribe(bodyOf(browser, { kinds: ["weak"] }), view);
    const all = await worker.send("GET", "/api/subscriptions");
    expect(((await all.json()) as { subscriptions: unknown[] }).subscriptions).not.toEqual([]);
    const none = { subscriptions: [] };
    expect(await (await own(await sha("unknown"), ADMIN_TOKEN)).json()).toEqual(none);
    expect(await (await own("", ADMIN_TOKEN)).json()).toEqual(none);
  });

  test("at most twenty by one link", async () => {
    const token = await worker.token("view");
    for (let n = 0; n < 20; n += 1) {
      expect((await subscribe(bodyOf(receivers.browser()), token)).status).toBe(201);
    }
    expect(await faultsOf(await subscribe(bodyOf(receivers.browser()), token))).toEqual([
      409,
      ": too_many_recipients",
    ]);
    await worker.db.prepare("delete from recipients").run();
  });

  test("nor at once; and all links together leave the admin places", async () => {
    const tokens = await Promise.all([1, 2, 3, 4, 5].map(() => worker.token("view")));
    const [first = "", ...others] = tokens;
    const statuses = async (token: string, devices: number) =>
      (
        await Promise.all(
          Array.from({ length: devices }, () => subscribe(bodyOf(receivers.browser()), token)),
        )
      ).map(({ status }) => status);
    const at = await statuses(first, 40);
    expect([201, 409].map((one) => at.filter((status) => status === one).length)).toEqual([20, 20]);
    for (const token of others.slice(0, 3)) await statuses(token, 20);
    const [last = ""] = others.slice(3);
    expect(await statuses(last, 1)).toEqual([409]);
    // which of them comes last is nobody's to say
    expect((await statuses(ADMIN_TOKEN, 21)).sort()).toEqual([...Array(20).fill(201), 409]);
    const found = await worker.db.prepare("select count(*) as n from recipients").first("n");
    expect(found).toBe(100);
    await worker.db.prepare("delete from recipients").run();
  });

  test("is one, however its address is spelled", async () => {
    const browser = receivers.browser();
    const { pathname } = new URL(browser.endpoint);
    for (const endpoint of [
      browser.endpoint,
      ` ${browser.endpoint}`,
      `${browser.endpoint}#2`,
      `https://FCM.googleapis.com:443${pathname}`,
      `https://fcm.googleapis.com/x/..${pathname}`,
    ]) {
      expect((await subscribe({ ...bodyOf(browser), endpoint }, view)).status).toBe(201);
    }
    const found = await worker.db.prepare("select hash from recipients").all<{ hash: string }>();
    expect(found.results.map(({ hash }) => hash)).toEqual([await sha(browser.endpoint)]);
    await worker.db.prepare("delete from recipients").run();
  });
});

describe("what a pushed snapshot makes true", () => {
  const START = AT - 200 * DAY;
  const USUAL_LIKES = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];
  const iso = (at: number) => new Date(at * 1000).toISOString().replace(".000", "");
  const publishedAt = (n: number) => START + 2 * n * DAY;
  const post = (n: number, likes = USUAL_LIKES[n % 10] ?? 100) => ({
    external_id: `p${n}`,
    published_at: iso(publishedAt(n)),
    format: "image" as const,
    likes,
    comments: 0,
    shares: 0,
  });
  const posts = (from: number, to: number, likes?: number) =>
    Array.from({ length: to - from }, (_, n) => post(from + n, likes));
  const read = async (of: ReturnType<typeof post>[], last: number) =>
    push(worker, ADMIN_TOKEN, [
      {
        platform: "instagram",
        account: "perpus",
        read_at: iso(publishedAt(last) + 1.5 * DAY),
        followers: 1000,
        posts: of,
      },
    ]);

  test("reaches a phone once, encrypted and signed in the Worker; so does its end, by the cron a day later", async () => {
    await read([...posts(0, 60), ...posts(60, 63, 20)], 62);
    receivers.forget();
    const phone = receivers.browser();
    await subscribe(bodyOf(phone, { language: "en" }), view);
    await read(posts(63, 64, 20), 63);
    await settled(() => receivers.received.length > 0);
    await worker.scheduled(AT + 120, TELL_CRON);
    expect(receivers.received.map(({ body }) => body)).toMatchObject([
      {
        notification: {
          title: expect.stringMatching(/^Instagram has been weak since /),
          navigate: expect.stringMatching(/\/streaks\/1$/),
        },
      },
    ]);
    expect(receivers.received[0]?.headers).toMatchObject({
      "content-encoding": "aes128gcm",
      ttl: "172800",
      urgency: "normal",
    });
    await read(posts(64, 76), 75);
    await worker.scheduled(AT + 10 * 60, TELL_CRON);
    expect(receivers.received).toHaveLength(1);
    await worker.scheduled(AT + DAY, TELL_CRON);
    expect(receivers.received[1]?.body).toMatchObject({
      notification: { title: "Instagram has recovered" },
    });
  });

  test("is told in no log, with no address and no secret", () => {
    const logs = worker.logs().join("\n");
    for (const secret of [BOT, "fcm.googleapis.com", "/send/", VAPID_KEYS]) {
      expect(logs.includes(secret)).toBe(false);
    }
  });
});

test("on Friday the week is told to whoever wants it: by the cron, within its queries, once", async () => {
  await worker.db.prepare("delete from recipients").run();
  receivers.forget();
  for (const language of ["id", "en"]) {
    await subscribe({
      way: "json",
      url: `https://hooks.example.com/${language}`,
      name: language,
      kinds: [],
      weekly: true,
      language,
    });
  }
  const friday = Date.parse("2026-11-27T08:02:00Z") / 1000;
  for (const minutes of [0, 15, 30, 45]) await worker.scheduled(friday + minutes * 60, TELL_CRON);
  const told = receivers.received.map(({ body }) => body as { kind: string; body: string });
  expect(told.map(({ kind }) => kind)).toEqual(["weekly", "weekly"]);
  for (const { body } of told) {
    expect(body.length).toBeLessThanOrEqual(700);
    expect(body).toMatch(/\/\?period=7d$/);
  }
});
