/** Large text, small and wide screens, no script, no mouse: nothing is cut off, nothing lies on anything, all of it is reached. */
import type { BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { learn } from "../../functions/jobs/learning/learn.ts";
import type { SnapshotWire } from "../../functions/normalise/snapshot-schema.ts";
import { postsWords } from "../../web/language/posts.ts";
import { push } from "../worker.ts";
import { type Dashboard, hold, NOW, openDashboard, openPhone } from "./dashboard.ts";
import { colourAt, enlargeText, misfits, openAll, unmoved } from "./large-text.ts";

let dashboard: Dashboard;
let streak: string;
/** By who looks. */
let screens: [who: "admin" | "view" | "nobody", path: string][];
beforeAll(async () => {
  dashboard = await openDashboard();
  await dashboard.worker.send("POST", "/api/plans", PLAN);
  await dashboard.worker.send("POST", "/api/events", EVENT);
  await dashboard.worker.send("POST", "/api/report/2026-10");
  await learn(
    dashboard.worker.db,
    { now: Date.parse(NOW) / 1000, time_zone: "Asia/Jakarta" },
    1_000,
  );
  const ask = async <T>(path: string) =>
    (await (await dashboard.worker.send("GET", path)).json()) as T;
  const { posts } = await ask<{ posts: { id: number }[] }>("/api/posts");
  const { streaks } = await ask<{ streaks: { id: number }[] }>("/api/streaks?state=all");
  streak = `/streaks/${streaks[0]?.id}`;
  screens = [
    ["view", "/"],
    ["view", "/trend"],
    ["admin", streak],
    ["view", "/posts"],
    ["view", "/posts?sort=weakest&format=all"],
    ["view", `/posts/${posts[0]?.id}`],
    ["view", "/calendar"],
    ["admin", "/calendar?month=2026-11"],
    ["admin", "/plans/new"],
    ["admin", "/plans/1"],
    ["admin", "/almanac?year=2027"],
    ["admin", "/topics"],
    ["admin", "/works?platform=facebook"],
    [
      "view",
      "/works/posts?platform=facebook&account=perpustakaanpasuruan&factor=format&level=image",
    ],
    ["admin", "/works/mix"],
    ["admin", "/events/new"],
    ["admin", "/events/1"],
    ["view", "/events"],
    ["admin", "/notes/new"],
    ["admin", "/targets"],
    ["admin", "/answers"],
    ["admin", "/answers/settings"],
    ["admin", "/report/2026-10"],
    ["view", "/report/2026-11"],
    ["admin", "/report/settings"],
    ["admin", "/restore"],
    ["admin", "/admin-token"],
    ["admin", "/messages"],
    ["admin", "/changes"],
    ["view", "/data"],
    ["admin", "/data"],
    ["admin", "/data/bring"],
    ["admin", "/data/links"],
    ["admin", "/data/settings"],
    ["admin", "/logout"],
    ["nobody", "/"],
    ["nobody", "/login"],
  ];
});
afterAll(() => dashboard.close());

/** Of today, with long words. */
const PLAN = {
  on: "2026-11-23",
  at: "09:30",
  accounts: [1, 2, 3, 4],
  title: "Pertanggungjawaban perpustakaan keliling: kuis dan bincang buku bersama komunitas",
  note: "Keanggotaannya",
  person: "Rina",
};

const EVENT = {
  kind: "workshop",
  title: "Lokakarya pertanggungjawaban perpustakaan keliling",
  starts_at: "2026-12-01T13:00:00+07:00",
  place: "Aula keanggotaan lantai dua",
  hashtags: ["lokakaryapertanggungjawaban"],
};

const STORY: SnapshotWire = {
  platform: "instagram",
  account: "perpustakaan.pasuruan",
  read_at: NOW,
  posts: [
    {
      external_id: "17860000000009999",
      published_at: "2026-11-22T09:30:00Z",
      format: "story",
      likes: 3,
    },
  ],
};

async function open(who: (typeof screens)[number][0], options: BrowserContextOptions) {
  const phone = await openPhone(dashboard, options);
  if (who !== "nobody") await hold(phone, dashboard, await dashboard.worker.token(who));
  return phone;
}

test.each([
  ["text at 200 %", { width: 360, height: 800 }, 2, "id"],
  ["text at 200 %, in English", { width: 360, height: 800 }, 2, "en"],
  ["a phone zoomed to 200 %", { width: 180, height: 400 }, 1, "id"],
  ["a phone zoomed to 200 %, in English", { width: 180, height: 400 }, 1, "en"],
  ["the smallest phone", { width: 320, height: 568 }, 1, "id"],
  ["the smallest phone, text at 200 %", { width: 320, height: 568 }, 2, "id"],
  ["a phone turned", { width: 800, height: 360 }, 1, "id"],
  ["a tablet", { width: 768, height: 1024 }, 1, "en"],
  ["a wide screen", { width: 1280, height: 800 }, 1, "id"],
  ["a wide screen, text at 200 %", { width: 1280, height: 800 }, 2, "id"],
] as const)(
  "%s: no word is cut off, and none lies on another",
  async (_, viewport, text, language) => {
    const found: Record<string, string[]> = {};
    for (const who of ["admin", "view", "nobody"] as const) {
      const phone = await open(who, { viewport });
      for (const [whose, path] of screens) {
        if (whose !== who) continue;
        const address = `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;
        await phone.page.goto(address, { waitUntil: "networkidle" });
        await openAll(phone.page);
        if (text !== 1) await enlargeText(phone.page, text);
        found[`${who} ${path}`] = await misfits(phone.page);
      }
      await phone.context.close();
    }
    expect(found).toEqual(Object.fromEntries(screens.map(([who, path]) => [`${who} ${path}`, []])));
  },
);

test("whoever sets a larger font in the browser gets it everywhere", async () => {
  const found: Record<string, string[]> = {};
  for (const who of ["admin", "view", "nobody"] as const) {
    const phone = await open(who, {});
    for (const [whose, path] of screens) {
      if (whose !== who) continue;
      await phone.page.goto(path, { waitUntil: "networkidle" });
      await openAll(phone.page);
      found[`${who} ${path}`] = await unmoved(phone.page);
    }
    await phone.context.close();
  }
  expect(Object.entries(found).filter(([, unmoved]) => unmoved.length > 0)).toEqual([]);
});

test.each(["id", "en"])(
  "zoomed to twice its size the Overview’s sentence breaks no word, %s",
  async (language) => {
    const phone = await open("view", { viewport: { width: 180, height: 400 } });
    await phone.page.goto(`/?lang=${language}`);
    const broken = await phone.page.evaluate(`(() => {
    const range = document.createRange();
    const walker = document.createTreeWalker(document.querySelector("h1"), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      for (const { index, 0: word } of walker.currentNode.data.matchAll(/[^\\s-]+/g)) {
        range.setStart(walker.currentNode, index);
        range.setEnd(walker.currentNode, index + word.length);
        if (new Set([...range.getClientRects()].map(({ top }) => top)).size > 1) found.push(word);
      }
    }
    return found;
  })()`);
    expect(broken).toEqual([]);
    await phone.context.close();
  },
);

test("a table that goes on beyond the screen has a shadow at the edge where it does", async () => {
  const phone = await open("admin", { viewport: { width: 320, height: 568 } });
  const { page } = phone;
  await page.goto("/report/2026-10?lang=id", { waitUntil: "networkidle" });
  const [cut] = await page
    .locator(".scroll")
    .evaluateAll((all) =>
      all.flatMap((one, at) => (one.scrollWidth > one.clientWidth + 25 ? at : [])),
    );
  const table = page.locator(".scroll").nth(cut ?? 0);
  await table.evaluate((one) => one.scrollIntoView({ behavior: "instant" }));
  const { y = 0 } = (await table.boundingBox()) ?? {};
  // above its first line nothing is written
  const edges = () => Promise.all([1, 160, 318].map((x) => colourAt(page, x, y + 3)));
  const [left, paper, right] = await edges();
  expect(left).toEqual(paper);
  expect((paper?.[0] ?? 0) - (right?.[0] ?? 0)).toBeGreaterThan(25);
  await table.evaluate((one) => one.scrollBy({ left: 999, behavior: "instant" }));
  const after = await edges();
  expect(after[2]).toEqual(paper);
  expect((paper?.[0] ?? 0) - (after[0]?.[0] ?? 0)).toBeGreaterThan(25);
  await phone.context.close();
});

test("the look at the layout finds what is cut off, and what lies on other words", async () => {
  const phone = await open("view", {});
  const { page } = phone;
  await page.goto("/posts", { waitUntil: "networkidle" });
  expect(await misfits(page)).toEqual([]);
  const planted = async (css: Record<string, string>) => {
    await page.evaluate(
      `Object.assign(document.querySelector("h1").style, ${JSON.stringify(css)})`,
    );
    return (await misfits(page)).join();
  };
  expect(await planted({ height: "10px", overflow: "hidden" })).toContain("is cut off");
  expect(await planted({ height: "auto", overflow: "visible", marginLeft: "-30px" })).toContain(
    "leaves the screen",
  );
  expect(await planted({ marginLeft: "0", marginBottom: "-70px" })).toContain("lies on");
  expect(await planted({ marginBottom: "0", width: "500px" })).toContain("px wide on 360");
  await phone.context.close();
});

test.each(["id", "en"] as const)(
  "the stories’ link is as high as a thumb, %s",
  async (language) => {
    const phone = await open("view", {});
    await push(dashboard.worker, dashboard.token, [STORY]);
    await phone.page.goto(`/posts?lang=${language}`);
    const link = phone.page.getByRole("link", { name: postsWords[language].show_stories });
    expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await phone.context.close();
  },
);

test("without a script: posts are sorted by their headings, and the parts of Data are links", async () => {
  const phone = await open("admin", {
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: false,
  });
  const { page } = phone;
  await page.goto("/posts?lang=id");
  const times = page.getByRole("columnheader", { name: "× biasanya" });
  for (const [sort, order] of [
    ["best", "descending"],
    ["weakest", "ascending"],
  ] as const) {
    await times.getByRole("link").click();
    await page.waitForURL(`**/posts?sort=${sort}`);
    expect(await times.getAttribute("aria-sort")).toBe(order);
  }
  await page.getByRole("link", { name: "Terbaru", exact: true }).click();
  expect(await page.getByRole("columnheader", { name: "Terbit" }).getAttribute("aria-sort")).toBe(
    "descending",
  );
  await page.goto("/data");
  for (const [name, path] of [
    ["Isi data", "/data/bring"],
    ["Tautan", "/data/links"],
    ["Setelan", "/data/settings"],
    ["Akun", "/data"],
  ] as const) {
    await page.getByRole("navigation", { name: "Bagian Data" }).getByRole("link", { name }).click();
    await page.waitForURL(`**${path}`);
    expect(await page.locator("nav.options [aria-current=page]").innerText()).toBe(name);
  }
  await page.getByRole("link", { name: "Keluar" }).click();
  await page.getByRole("button", { name: "Keluar" }).click();
  await page.waitForURL("**/login");
  await phone.context.close();
});

test("by keyboard alone a streak's folds open, and its posts are reached, each where the focus is seen", async () => {
  const phone = await open("view", { isMobile: false, hasTouch: false, reducedMotion: "reduce" });
  const { page } = phone;
  await page.goto(streak, { waitUntil: "networkidle" });
  const reached: string[] = [];
  for (let presses = 0; presses < 160; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate<{ tag: string; href: string; outline: string } | null>(`(() => {
      const one = document.activeElement;
      if (!one || one === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return { tag: one.tagName, href: one.getAttribute("href") ?? "", outline: outlineStyle + outlineWidth };
    })()`);
    if (!at) break;
    expect(at.outline).toBe("solid2px");
    reached.push(at.tag === "SUMMARY" ? "fold" : at.href.replace(/\d+/, "1"));
    if (at.tag === "SUMMARY") await page.keyboard.press("Enter");
  }
  expect(reached).toContain("/posts/1");
  expect(reached.filter((one) => one === "fold").length).toBeGreaterThanOrEqual(2);
  expect(await page.locator("details:not([open])").count()).toBe(0);
  expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe(
    "auto",
  );
  await phone.context.close();
});
