/** What a messenger learns of an address that was sent, and what it moves. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { push, startWorker, type TestWorker } from "../worker.ts";

let worker: TestWorker;
let link: { id: number; url: string };
let told: { id: number; url: string };
beforeAll(async () => {
  worker = await startWorker({ now: "2026-11-23T05:20:00Z" });
  await worker.send("PATCH", "/api/settings", { name: 'Perpustakaan "Kota" <b>Pasuruan</b>' });
  await push(worker, await worker.token("push"), [
    {
      platform: "instagram",
      account: "perpus_rahasia",
      read_at: "2026-11-23T05:00:00Z",
      followers: 4321,
    },
  ]);
  const make = async (body: object) =>
    (await (
      await worker.send("POST", "/api/links", { kind: "view", ...body })
    ).json()) as typeof link;
  link = await make({ name: "Kepala dinas" });
  told = await make({ name: "Grup", preview_figures: true });
});
afterAll(() => worker.close());

const FETCHERS = [
  "WhatsApp/2.23.20.0 A",
  "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
  "TelegramBot (like TwitterBot)",
  "Twitterbot/1.0",
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_11_1) AppleWebKit/601.2.4 (KHTML, like Gecko) Version/9.0.1 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0",
];

const PEOPLE = [
  "Mozilla/5.0 (Linux; Android 14; SM-A145F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
  "Mozilla/5.0 (Linux; Android 13; SM-A145F; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/440.0.0.0;]",
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 WhatsApp/2.23",
  "curl/8.5.0",
];

const ask = (path: string, browser: string, more: Record<string, string> = {}) =>
  worker.fetch(path, { headers: { "user-agent": browser, accept: "text/html", ...more } });

const pathOf = ({ url }: { url: string }) => new URL(url).pathname;

async function tagsOf(answer: Response): Promise<Record<string, string>> {
  const html = await answer.text();
  return Object.fromEntries(
    [...html.matchAll(/<meta property="og:([^"]+)" content="([^"]*)"/g)].map(
      ([, name, content]) => [name ?? "", content ?? ""],
    ),
  );
}

const usedOn = async (id: number): Promise<string | null> =>
  worker.db.prepare("select last_used_on from links where id = ?1").bind(id).first("last_used_on");

const NEUTRAL = {
  type: "website",
  site_name: "Denyut",
  locale: "id_ID",
  title: "Perpustakaan &quot;Kota&quot; &lt;b>Pasuruan&lt;/b>",
  description: "Apakah media sosialnya bekerja? November 2026",
  "image:width": "512",
  "image:height": "512",
};
const neutral = () => ({ ...NEUTRAL, image: `${worker.url.origin}/icon-512.png` });

describe.each(FETCHERS)("%s", (browser) => {
  test("learns the library's name and the month of every page", async () => {
    for (const path of ["/", "/posts", "/streaks/1", "/calendar"]) {
      const answer = await ask(path, browser);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(await tagsOf(answer)).toEqual(neutral());
    }
  });

  test("learns no more of a view link, gets no cookie, and is no use of it", async () => {
    const answer = await ask(pathOf(link), browser);
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([200, null]);
    const html = await answer.clone().text();
    expect(html).not.toMatch(/4\.321|perpus_rahasia|Kepala dinas/);
    expect(await tagsOf(answer)).toEqual(neutral());
    expect(await usedOn(link.id)).toBeNull();
  });

  test("cannot tell a link that is open from one that never was", async () => {
    const open = await ask(pathOf(link), browser);
    const never = await ask(`/v/${"x".repeat(32)}`, browser);
    expect(never.status).toBe(open.status);
    expect(await tagsOf(never)).toEqual(await tagsOf(open));
  });
});

test("figures stand in a preview where whoever made the link said so", async () => {
  const tags = await tagsOf(await ask(pathOf(told), FETCHERS[0] ?? ""));
  expect(tags.description).toContain("Pengikut Instagram 4.321");
  expect(tags.description?.length).toBeLessThanOrEqual(200);
  expect(await usedOn(told.id)).toBeNull();
});

test("and in none once it was revoked", async () => {
  const gone = await worker.send("POST", "/api/links", {
    kind: "view",
    name: "Lama",
    preview_figures: true,
  });
  const { id, url } = (await gone.json()) as typeof link;
  await worker.send("DELETE", `/api/links/${id}`);
  expect(await tagsOf(await ask(new URL(url).pathname, FETCHERS[0] ?? ""))).toEqual(neutral());
});

test("only a view link is shown so", async () => {
  const refused = await worker.send("POST", "/api/links", {
    kind: "plan",
    name: "Relawan",
    preview_figures: true,
  });
  expect(refused.status).toBe(400);
  expect(await refused.text()).toContain("view_alone");
});

test.each(PEOPLE)("a person gets in: %s", async (browser) => {
  await worker.db.prepare("update links set last_used_on = null").run();
  const ahead = await ask(pathOf(link), browser, { "sec-purpose": "prefetch" });
  await ahead.text();
  expect(await usedOn(link.id)).toBeNull();
  const answer = await ask(pathOf(link), browser);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
  expect(answer.headers.get("set-cookie")).toContain("denyut=");
  await expect.poll(() => usedOn(link.id)).toBe("2026-11-23");
  expect((await ask("/", browser)).status).toBe(401);
});

test("what a page shows to those who may see it stands in no tag", async () => {
  const cookie = `denyut=${new URL(link.url).pathname.slice(3)}`;
  expect(await tagsOf(await ask("/", PEOPLE[0] ?? "", { cookie }))).toEqual(neutral());
});
