/** A month's report as it is kept: made once, frozen, revised beside it, and never for a month of which nothing is known. */
import { beforeEach, describe, expect, test } from "vitest";
import { createEvent } from "../../../functions/jobs/planning/events.ts";
import { createNote } from "../../../functions/jobs/planning/notes.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { createTarget } from "../../../functions/jobs/planning/targets.ts";
import {
  draftedReport,
  makeDueReport,
  makeReport,
  remakeReport,
} from "../../../functions/jobs/reporting/make-report.ts";
import { reportSources } from "../../../functions/jobs/reporting/sources.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { gathered } from "../../../functions/store/gathered.ts";
import { saveSettings } from "../../../functions/store/library.ts";
import { listOpenNotices } from "../../../functions/store/notices.ts";
import { findReport, listReports } from "../../../functions/store/reports.ts";
import { counted } from "../../counted.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();
beforeEach(async () => {
  await db.prepare("delete from notices").run();
});

const at = (text: string) => Date.parse(text) / 1000;
const MONTH = "2026-10";
/** Seven in the morning of the 2nd in Jakarta. */
const NOW = at("2026-11-02T00:07:00Z");
const CONTEXT = { now: at("2026-12-01T00:00:00Z"), time_zone: ZONE, import: null };
const asked = { month: MONTH, now: NOW, time_zone: ZONE };

/** A post every other day of October, and a reading two days after it. */
const october = (likes = 10) =>
  ingest(
    db,
    Array.from({ length: 15 }, (_, n) => {
      const published = at("2026-10-01T03:00:00Z") + 2 * n * DAY;
      return snapshot(published + 2 * DAY, {
        followers: 1000 + n,
        posts: [
          post(`p${n}`, published, {
            likes: likes + n,
            comments: 0,
            shares: 0,
            url: `https://www.instagram.com/p/p${n}/`,
            caption: `Buku ${n}`,
          }),
        ],
      });
    }),
    CONTEXT,
  );
const due = (now = NOW, on = db) => makeDueReport(on, { now, time_zone: ZONE });
const kept = async () => (await listReports(db)).map(({ month, revision }) => [month, revision]);
const open = async () =>
  (await listOpenNotices(db)).flatMap((one) => (one.kind === "report" ? one.month : []));

describe("when it is due", () => {
  test("it is made once, with its notice, whoever looks again", async () => {
    await october();
    expect(await due()).toBe(true);
    expect(await kept()).toEqual([[MONTH, 1]]);
    expect(await open()).toEqual([MONTH]);
    const stands = await dump(db, ["reports", "notices", "library"]);
    expect(await due(NOW + 3600)).toBe(false);
    expect(await makeReport(db, asked)).toEqual({ revision: 1, made: false });
    expect(await dump(db, ["reports", "notices", "library"])).toEqual(stands);
  });

  test("not before six on the 2nd; later in the month where that was missed", async () => {
    await october();
    expect(await due(at("2026-11-01T22:59:00Z"))).toBe(false);
    expect(await due(at("2026-11-28T10:00:00Z"))).toBe(true);
  });

  test("never of a month before the library had anything", async () => {
    expect(await due()).toBe(false);
    await ingest(db, [snapshot(NOW, { followers: 10 })], CONTEXT);
    expect([await due(), await kept(), await open()]).toEqual([false, [], []]);
  });

  test("nor of hidden accounts alone", async () => {
    await october();
    await db.prepare("update accounts set hidden_at = 1").run();
    expect(await due()).toBe(false);
  });

  test("two ticks at once make one", async () => {
    await october();
    const made = await Promise.all([due(), due(), due()]);
    expect(made.filter(Boolean)).toHaveLength(1);
    expect([await kept(), await open()]).toEqual([[[MONTH, 1]], [MONTH]]);
  });

  test("the next month's takes the place of the one that nobody opened", async () => {
    await october();
    await due();
    await ingest(db, [snapshot(at("2026-11-20T03:00:00Z"), { followers: 1100 })], CONTEXT);
    expect(await due(at("2026-12-02T00:07:00Z"))).toBe(true);
    expect([await kept(), await open()]).toEqual([
      [
        ["2026-11", 1],
        [MONTH, 1],
      ],
      ["2026-11"],
    ]);
  });

  test("a batch that fails leaves nothing, neither row nor notice", async () => {
    await october();
    // the zone moves under whoever derives by the old one
    await db.prepare("update library set time_zone = 'Asia/Jayapura'").run();
    await expect(makeReport(db, asked)).rejects.toThrow();
    expect([await kept(), await open()]).toEqual([[], []]);
  });

  test("takes two rounds to read and one to write, within what an hour's cron may ask", async () => {
    await october();
    await createNote(db, planning, {
      from_on: "2026-10-03",
      to_on: "2026-10-03",
      text: "Listrik padam",
      accounts: null,
      left_out: false,
    });
    await createTarget(db, planning, { year: 2026, account: 1, metric: "followers", value: 2000 });
    await create();
    const through = counted(db);
    expect(await makeDueReport(gathered(through.db), { now: NOW, time_zone: ZONE })).toBe(true);
    expect(through.counts.trips).toBeLessThanOrEqual(5);
    expect(through.counts.queries).toBeLessThanOrEqual(30);
    expect(through.counts.read).toBeLessThan(150);
    expect(through.counts.written).toBeLessThanOrEqual(6);
  });

  test("where it is not, an hour asks one question", async () => {
    await october();
    await due();
    const through = counted(db);
    await due(NOW + 3600, through.db);
    expect(through.counts).toMatchObject({ queries: 1, written: 0 });
    expect(through.counts.read).toBeLessThanOrEqual(4);
  });
});

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: null, who: "" },
  allowed: null,
  admin: true,
};
const create = () =>
  createEvent(db, planning, {
    kind: "launch",
    title: "Peluncuran buku",
    starts_at: at("2026-10-20T03:00:00Z"),
    ends_at: null,
    place: null,
    hashtags: ["peluncuran"],
    url: null,
    note: null,
    visitors: 40,
    cost: null,
  });

describe("what it says", () => {
  test("is frozen, whatever the figures do", async () => {
    await october();
    await due();
    const before = await findReport(db, MONTH, 1);
    await october(500);
    await saveSettings(db, { name: "Perpustakaan lain" }).run();
    expect(await findReport(db, MONTH, null)).toEqual(before);
  });

  test("is the month's, with its posts, their addresses, its notes, targets and events", async () => {
    await october();
    await createNote(db, planning, {
      from_on: "2026-09-28",
      to_on: "2026-10-03",
      text: "Listrik padam",
      accounts: [1],
      left_out: false,
    });
    await createNote(db, planning, {
      from_on: "2026-11-01",
      to_on: "2026-11-03",
      text: "Sesudahnya",
      accounts: null,
      left_out: false,
    });
    await createTarget(db, planning, {
      year: 2026,
      account: null,
      metric: "posts_per_month",
      value: 20,
    });
    await create();
    await due();
    const body = (await findReport(db, MONTH, null))?.body;
    expect(body).toMatchObject({
      month: MONTH,
      from: "2026-10-01",
      to: "2026-10-31",
      made_at: NOW,
      draft: false,
      service: null,
      posts_left_out: 0,
    });
    expect(body?.notes.map(({ text, accounts }) => [text, accounts])).toEqual([
      ["Listrik padam", [{ platform: "instagram", handle: "perpustakaan.pasuruan" }]],
    ]);
    expect(body?.targets).toMatchObject([{ account: null, actual: 15, reached: 0.75 }]);
    expect(body?.events).toMatchObject([
      { title: "Peluncuran buku", visitors: 40, figures: { posts: 0 } },
    ]);
    expect(body?.posts).toHaveLength(15);
    expect(body?.posts[0]).toMatchObject({
      caption: "Buku 0",
      url: "https://www.instagram.com/p/p0/",
      likes: 10,
    });
    expect(body?.summary[0]).toMatchObject({ rule: "posted", posts: 15 });
  });

  test("a post that the admin hid is in none of it, one that is gone is marked, a story is left out", async () => {
    await october();
    await db.prepare("update posts set hidden_at = 1 where external_id = 'p0'").run();
    await ingest(
      db,
      [
        snapshot(at("2026-10-31T05:00:00Z"), {
          posts: [
            post("p1", at("2026-10-03T03:00:00Z"), {
              caption: "Buku 1",
              removed_at: at("2026-10-30T00:00:00Z"),
            }),
            post("s1", at("2026-10-30T03:00:00Z"), { format: "story" }),
          ],
        }),
      ],
      CONTEXT,
    );
    const body = await draftedReport(db, asked);
    const month = body.posts.map(({ caption, removed }) => [caption, removed]);
    expect(month[0]).toEqual(["Buku 1", true]);
    expect(month).toHaveLength(14);
    expect(body.summary[0]).toMatchObject({ posts: 13 });
  });
});

describe("made anew", () => {
  test("the first, where nobody made it; no notice of it, for who made it knows", async () => {
    await october();
    expect(await remakeReport(db, asked)).toEqual({ revision: 1, made: true });
    expect(await open()).toEqual([]);
  });

  test("unchanged, it is no revision, however late it is asked and whatever is to be done next", async () => {
    await october();
    await due();
    await ingest(db, [snapshot(at("2026-11-20T03:00:00Z"), { followers: 1100 })], CONTEXT);
    const later = { ...asked, now: at("2026-11-25T00:00:00Z") };
    expect(await remakeReport(db, later)).toEqual({ revision: 1, made: false });
    expect(await kept()).toEqual([[MONTH, 1]]);
  });

  test("changed, it is another row beside what was signed", async () => {
    await october();
    await due();
    const first = await findReport(db, MONTH, 1);
    await ingest(
      db,
      [
        snapshot(at("2026-11-03T03:00:00Z"), {
          posts: [post("late", at("2026-10-30T05:00:00Z"), { likes: 3 })],
        }),
      ],
      CONTEXT,
    );
    expect(await remakeReport(db, { ...asked, now: NOW + DAY })).toEqual({
      revision: 2,
      made: true,
    });
    expect(await findReport(db, MONTH, 1)).toEqual(first);
    expect((await findReport(db, MONTH, null))?.body.posts).toHaveLength(16);
  });

  test("another letterhead is put on the one that stands: no correction, for the report says the same", async () => {
    await october();
    await due();
    const blank = { title: null, name: null, nip: null };
    await saveSettings(db, {
      report: {
        letterhead: ["Dinas"],
        place: null,
        approver: { ...blank, name: "Siti" },
        author: blank,
      },
    }).run();
    const first = await findReport(db, MONTH, 1);
    const later = { ...asked, now: NOW + DAY };
    expect(await remakeReport(db, later)).toEqual({ revision: 1, made: false, dressed: true });
    const dressed = await findReport(db, MONTH, null);
    expect(dressed?.body.settings).toMatchObject({
      letterhead: ["Dinas"],
      approver: { name: "Siti" },
    });
    expect(dressed).toEqual({
      ...first,
      body: { ...first?.body, settings: dressed?.body.settings },
    });
    expect(await remakeReport(db, later)).toEqual({ revision: 1, made: false });
    await create();
    expect(await remakeReport(db, later)).toEqual({ revision: 2, made: true });
    expect((await findReport(db, MONTH, 2))?.body.settings.letterhead).toEqual(["Dinas"]);
  });

  test("two at once make one revision", async () => {
    await october();
    await due();
    await create();
    const made = await Promise.all([remakeReport(db, asked), remakeReport(db, asked)]);
    expect(made.map(({ revision }) => revision)).toEqual([2, 2]);
    expect(made.filter((one) => one.made)).toHaveLength(1);
  });

  test.each([
    ["the month that runs", "2026-11", "invalid"],
    ["one of which nothing is known", "2026-08", "not_found"],
  ])("not of %s", async (_, month, code) => {
    await october();
    await expect(remakeReport(db, { ...asked, month })).rejects.toMatchObject({ code });
    expect(await kept()).toEqual([]);
  });
});

test("of the month to come it counts what is planned, and neither an idea nor what was dropped", async () => {
  await october();
  const published = at("2026-09-10T03:00:00Z");
  await ingest(
    db,
    [snapshot(published + 2 * DAY, { followers: 990, posts: [post("s", published)] })],
    CONTEXT,
  );
  for (const state of ["planned", "planned", "idea", "dropped"]) {
    const matches = JSON.stringify([{ account: 1, post: null, by_person: false }]);
    await db
      .prepare(
        `insert into plans (title, on_day, state, matches, changed_at) values ('A', '2026-11-10', ?1, ?2, 0)`,
      )
      .bind(state, matches)
      .run();
  }
  const { facts } = await reportSources(db, asked);
  expect(facts.plans?.planned).toBe(2);
});
