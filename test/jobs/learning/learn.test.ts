/** What works, judged slice by slice on a real database: the same as in one go, whatever comes between. */
import { describe, expect, test } from "vitest";
import {
  judged,
  type Look,
  levelsSeen,
  prepareLook,
} from "../../../functions/analyse/works/look.ts";
import type { WorksPost } from "../../../functions/analyse/works/post.ts";
import { whatWorks } from "../../../functions/analyse/works.ts";
import { learn } from "../../../functions/jobs/learning/learn.ts";
import { worksPosts } from "../../../functions/jobs/learning/works-posts.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { isoInstant } from "../../../functions/model/day.ts";
import { SLICES_A_TICK } from "../../../functions/model/run.ts";
import { listClaims, listLooks, lookAnew } from "../../../functions/store/works.ts";
import { EFFECT_TOPIC, ZONE } from "../../../tools/works/page.ts";
import { counted } from "../../counted.ts";
import { ownDatabase } from "../../own-database.ts";
import {
  CLOCK,
  DECEMBER,
  keepPage,
  learnAll,
  looksAndClaims,
  NOVEMBER,
  page,
  slicesOf,
} from "./pages.ts";

const db = await ownDatabase();

const EFFECT = { effect: { posts: 60, times: 3 } };
const ALL = { from: "2000-01", to: "2099-12", limited: false };
const now = isoInstant(NOVEMBER.now);

function levelsOf(look: Look) {
  const whole = judged(look);
  if (!whole) throw new Error("there is something to judge");
  return levelsSeen(look, whole.found, whole.chances);
}

test("a look in slices finds what it finds in one go", async () => {
  const posts = await keepPage(db, 1, page(1, EFFECT));
  expect(await slicesOf(db, NOVEMBER)).toBe(32);
  const [look, ...more] = await listLooks(db, [1]);
  expect(more).toEqual([]);
  const claims = whatWorks(posts, { time_zone: ZONE, now });
  expect(claims.map(({ level }) => level)).toContain(EFFECT_TOPIC);
  expect(look?.claims).toEqual(claims);
  const whole = prepareLook(posts, { time_zone: ZONE, month: "2026-11" });
  expect(look?.result.levels).toEqual(levelsOf(whole));
  expect(look?.result.cells).toHaveLength(49);
  expect(look).toMatchObject({ account_id: 1, month: "2026-11", state: "ready", of: [1] });
});

test("of an account that pays for many of its posts as many are judged, and its weeks are whole", async () => {
  // seven a day, two of them paid: of the newest 500 only 358 would be left, and the week that the first of them is in cut
  const some = page(1, {}).slice(0, 1);
  const posts = Array.from({ length: 1400 }, (_, index): WorksPost => {
    const at = new Date(Date.UTC(2026, 0, 5, 2 + 2 * (index % 7)) + Math.floor(index / 7) * 864e5);
    return {
      ...(some[0] as WorksPost),
      id: String(index),
      published_at: at.toISOString(),
      interactions: 50 + ((index * 37) % 41),
      paid: index % 7 < 2,
    };
  });
  const kept = await keepPage(db, 1, posts);
  const when = { month: "2026-11", time_zone: ZONE };
  const found = await worksPosts(db, [1], { ...when, accounts: 1 });
  const { posts: judgedPosts, accounts } = prepareLook(found, when);
  expect(judgedPosts).toBe(400);
  expect(accounts[0]?.week_posts[0]).toBe(49);
  expect(accounts).toEqual(prepareLook(kept, when).accounts);
});

test("the posts of a level are found by it, the newest first", async () => {
  const posts = await keepPage(db, 1, page(1, EFFECT));
  await learnAll(db, NOVEMBER);
  const [look] = await listLooks(db, [1]);
  const ids = look?.result.members[`topic:${EFFECT_TOPIC}`] ?? [];
  // those of an hour are one, under the first's name
  const inTime = posts.toSorted((a, b) => (a.published_at < b.published_at ? -1 : 1));
  const at = ({ published_at }: WorksPost): number => Date.parse(String(published_at));
  const first = inTime.filter((post, index) => {
    const before = inTime[index - 1];
    return !before || at(post) - at(before) >= 3_600_000;
  });
  const of = first.filter(({ topic, age_hours }) => topic === EFFECT_TOPIC && age_hours >= 48);
  expect(ids.map(String)).toEqual(
    of
      .map(({ id }) => id)
      .reverse()
      .slice(0, 60),
  );
});

test("one look alone opens no claim, not even where it is sure", async () => {
  // the effect came in October alone: the look of October, which has the posts before, does not know it
  const quiet = page(4, { count: 120 }).filter(
    ({ published_at }) => published_at < "2026-09-30T17",
  );
  const loud = page(4, { count: 1200 })
    .filter(({ published_at }) => published_at >= "2026-09-30T17" && published_at < "2026-10-29T17")
    .map((post, index) =>
      index % 2 === 0
        ? { ...post, topic: EFFECT_TOPIC, interactions: 8 * (post.interactions ?? 1) + 80 }
        : post,
    );
  const posts = await keepPage(db, 1, [...quiet, ...loud]);
  const look = prepareLook(posts, { time_zone: ZONE, month: "2026-11" });
  await learnAll(db, NOVEMBER);
  expect(await listClaims(db, [1], ALL)).toEqual([]);
  const seen = levelsOf(look).levels.find(({ level }) => level === EFFECT_TOPIC);
  expect(seen?.size?.low).toBeGreaterThan(1.2);
  // a month later two agree
  await learnAll(db, DECEMBER);
  const claims = await listClaims(db, [1], ALL);
  expect(claims.map(({ month, level }) => `${month} ${level}`)).toContain(
    `2026-12 ${EFFECT_TOPIC}`,
  );
});

test("what stood last month stays more easily than it came", async () => {
  const posts = await keepPage(db, 1, page(1, EFFECT));
  await learnAll(db, NOVEMBER);
  const standing = whatWorks(posts, { time_zone: ZONE, now });
  await learnAll(db, DECEMBER);
  const [look] = await listLooks(db, [1]);
  expect(look?.month).toBe("2026-12");
  expect(look?.claims).toEqual(
    whatWorks(posts, { time_zone: ZONE, now: isoInstant(DECEMBER.now), standing }),
  );
  // and the month before is there as it was said
  expect((await listClaims(db, [1], ALL)).filter(({ month }) => month === "2026-11")).toEqual(
    standing.map((claim) => ({ ...claim, account_id: 1, month: "2026-11" })),
  );
});

test("judged anew, and of posts that came in another order, it says the same", async () => {
  const posts = page(1, EFFECT);
  await keepPage(db, 1, posts);
  await learnAll(db, NOVEMBER);
  const first = await looksAndClaims(db);
  await db.batch(["looks", "claims"].map((table) => db.prepare(`delete from ${table}`)));
  await learnAll(db, NOVEMBER);
  expect(await looksAndClaims(db)).toEqual(first);
  await lookAnew(db, [1]).run();
  expect(await slicesOf(db, NOVEMBER)).toBeGreaterThan(10);
  expect(await looksAndClaims(db)).toEqual(first);
  await db.batch(["looks", "claims", "posts"].map((table) => db.prepare(`delete from ${table}`)));
  await keepPage(db, 1, posts.toReversed());
  await learnAll(db, NOVEMBER);
  const again = await looksAndClaims(db);
  expect(again.claims).toEqual(first.claims);
});

test("two ticks at once do no harm", async () => {
  await keepPage(db, 1, page(1, EFFECT));
  await learnAll(db, NOVEMBER);
  const alone = await looksAndClaims(db);
  await db.batch(["looks", "claims"].map((table) => db.prepare(`delete from ${table}`)));
  for (let tick = 0; tick < 40; tick++) {
    await Promise.all([learn(db, NOVEMBER), learn(db, NOVEMBER), learn(db, NOVEMBER)]);
  }
  expect(await looksAndClaims(db)).toEqual(alone);
});

test("a tick that breaks off loses its slice alone", async () => {
  const brokenOff = () => Promise.reject(new Error("broken off"));
  await keepPage(db, 1, page(1, EFFECT));
  const slices = await slicesOf(db, NOVEMBER);
  const whole = await looksAndClaims(db);
  await db.batch(["looks", "claims"].map((table) => db.prepare(`delete from ${table}`)));
  for (let tick = 0; tick < 2 * slices; tick++) {
    const breaks = tick % 2 === 0;
    const failing = new Proxy(db, {
      get: (target, name) => {
        // a slice's one write: of the first and the last a batch, of those between them a statement
        if (name === "batch" && breaks) return brokenOff;
        if (name === "prepare" && breaks) {
          return (sql: string) =>
            sql.startsWith("update looking")
              ? { bind: () => ({ run: brokenOff }) }
              : target.prepare(sql);
        }
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    await learn(failing, NOVEMBER).catch(() => {});
  }
  expect(await looksAndClaims(db)).toEqual(whole);
});

describe("what is due", () => {
  test("nothing, once each has its look: two questions, and not a row is written", async () => {
    await keepPage(db, 1, page(1));
    await keepPage(db, 2, page(2));
    await learnAll(db, NOVEMBER);
    const { db: asked, counts } = counted(db);
    await learn(asked, CLOCK("2026-11-30T16:00:00Z"));
    expect(counts).toMatchObject({ queries: 2, written: 0 });
    expect(counts.read).toBeLessThan(12);
  });

  test("a slice asks and writes little", async () => {
    await keepPage(db, 1, page(1, EFFECT));
    const isOver = async () =>
      (await db.prepare("select count(*) as n from looking").first("n")) === 0;
    do {
      const { db: asked, counts } = counted(db);
      await learn(asked, NOVEMBER);
      expect(counts.queries).toBeLessThanOrEqual(14);
      expect(counts.written).toBeLessThanOrEqual(12);
    } while (!(await isOver()));
  });

  test("a tick's slices fit its queries, and four accounts with all together take two hours of them", async () => {
    for (const account of [1, 2, 3, 4]) await keepPage(db, account, page(account, EFFECT));
    let ticks = 0;
    for (let written = 1; written > 0; ticks++) {
      const { db: asked, counts } = counted(db);
      await learn(asked, NOVEMBER, SLICES_A_TICK);
      // one more finds out whether a backup is being put back
      expect(counts.queries).toBeLessThan(40);
      ({ written } = counts);
    }
    expect(await db.prepare("select count(result) as n from looks").first("n")).toBe(5);
    expect(ticks).toBeLessThanOrEqual(24);
  });

  test("all together, of each account that is ready, and again when one is hidden", async () => {
    const pages = [page(1, EFFECT), page(2, EFFECT)];
    const [first = [], second = []] = await Promise.all(
      pages.map((posts, index) => keepPage(db, index + 1, posts)),
    );
    await keepPage(db, 3, page(3, { count: 20 }));
    await learnAll(db, NOVEMBER);
    const [pool, ...own] = await listLooks(db, [1, 2, 3]);
    expect(own.map(({ account_id, state }) => [account_id, state])).toEqual([
      [1, "ready"],
      [2, "ready"],
      [3, "learning"],
    ]);
    expect(pool).toMatchObject({ account_id: null, of: [1, 2] });
    const together = [
      ...first.map((post) => ({ ...post, account: "1" })),
      ...second.map((post) => ({ ...post, account: "2" })),
    ];
    expect(pool?.claims).toEqual(whatWorks(together, { time_zone: ZONE, now }));
    await db.prepare("update accounts set hidden_at = 1 where id = 2").run();
    await learnAll(db, NOVEMBER);
    // of one alone there is nothing to add
    expect((await listLooks(db, [1, 3])).map(({ account_id }) => account_id)).toEqual([1, 3]);
  });

  test("an account that brings two years later in the month is judged anew, and then no more", async () => {
    await keepPage(db, 1, page(3, { count: 12 }));
    await learnAll(db, NOVEMBER);
    expect((await listLooks(db, [1]))[0]?.state).toBe("learning");
    await keepPage(db, 1, page(1), { first: 30_001 });
    await db.prepare("update looks set late = 180").run();
    await learnAll(db, NOVEMBER);
    expect((await listLooks(db, [1]))[0]).toMatchObject({ state: "ready", month: "2026-11" });
    await db.prepare("update looks set late = 40").run();
    const { db: asked, counts } = counted(db);
    await learn(asked, NOVEMBER);
    expect(counts.written).toBe(0);
  });

  test("one whose history became another while its look was under way is looked at once more", async () => {
    const posts = page(1, EFFECT);
    await keepPage(db, 1, posts);
    for (let tick = 0; tick < 6; tick++) await learn(db, NOVEMBER);
    await db.batch([
      db.prepare("delete from posts where account_id = 1 and id % 2 = 0"),
      lookAnew(db, [1]),
    ]);
    await learnAll(db, NOVEMBER);
    const [look] = await listLooks(db, [1]);
    expect(look).toMatchObject({ state: "ready", month: "2026-11" });
    expect(look?.posts).toBeLessThan(0.6 * posts.length);
    const { db: asked, counts } = counted(db);
    await learn(asked, NOVEMBER);
    expect(counts.written).toBe(0);
  });

  test("what an account leaves under way when it goes is dropped, with all that was said of it", async () => {
    await keepPage(db, 1, page(1, EFFECT));
    await keepPage(db, 2, page(2, EFFECT));
    await learnAll(db, NOVEMBER);
    await lookAnew(db, [1]).run();
    for (let tick = 0; tick < 3; tick++) await learn(db, NOVEMBER);
    await eraseAccount(db, 1);
    const { looks, claims } = await looksAndClaims(db);
    expect(looks.map(({ account_id, of, result }) => [account_id, of, result === null])).toEqual([
      [0, "[2]", true],
      [2, "[2]", false],
    ]);
    expect(claims.every(({ account_id }) => account_id !== 1)).toBe(true);
    expect(await db.prepare("select count(*) as n from looking").first("n")).toBe(0);
  });

  test("what is under way of an account that was hidden meanwhile is dropped, at whichever slice", async () => {
    await keepPage(db, 1, page(1));
    const slices = await slicesOf(db, NOVEMBER);
    for (const done of [1, 2, 3, 5, slices - 1]) {
      await db.batch([
        ...["looks", "claims"].map((table) => db.prepare(`delete from ${table}`)),
        db.prepare("update accounts set hidden_at = null"),
      ]);
      for (let slice = 0; slice < done; slice++) await learn(db, NOVEMBER);
      expect(await db.prepare("select step from looking").first("step")).toBe(done);
      await db.prepare("update accounts set hidden_at = 1").run();
      await learn(db, NOVEMBER);
      expect(await db.prepare("select count(*) as n from looking").first("n")).toBe(0);
      expect(await db.prepare("select result from looks").first("result")).toBeNull();
    }
  });

  test("what another version left under way is begun anew at once", async () => {
    await keepPage(db, 1, page(1));
    for (let tick = 0; tick < 4; tick++) await learn(db, NOVEMBER);
    await db.prepare(`update looking set progress = '{"of":[1],"look":{}}'`).run();
    await learnAll(db, NOVEMBER);
    expect((await listLooks(db, [1]))[0]?.state).toBe("ready");
  });

  test("a look that was never finished is begun anew a day later", async () => {
    await keepPage(db, 1, page(1));
    for (let tick = 0; tick < 2; tick++) await learn(db, NOVEMBER);
    await db.prepare("update looking set material = ''").run();
    await expect(learn(db, NOVEMBER)).rejects.toThrow();
    const later = CLOCK("2026-11-07T04:04:00Z");
    await learnAll(db, later);
    expect((await listLooks(db, [1]))[0]?.state).toBe("ready");
  });
});
