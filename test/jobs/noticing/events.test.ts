/** What an hourly look finds of events: a step that is due, and, once, what the posts did against the usual. */
import { beforeEach, describe, expect, test } from "vitest";
import { lookAround } from "../../../functions/jobs/noticing/look.ts";
import { changeEvent, createEvent, removeEvent } from "../../../functions/jobs/planning/events.ts";
import { createPlans } from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { addDays, dayOf } from "../../../functions/model/day.ts";
import type { EventFields } from "../../../functions/model/event.ts";
import { findEvent } from "../../../functions/store/events.ts";
import { listOpenNotices } from "../../../functions/store/notices.ts";
import { counted } from "../../counted.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: null, who: "" },
  allowed: null,
};
const context = { now: NOW, time_zone: ZONE, import: null };
const TODAY = dayOf(NOW, ZONE);
const look = (now = NOW, on = db) => lookAround(on, { now, usual_zone: ZONE });
const due = async () =>
  (await listOpenNotices(db)).flatMap((notice) =>
    notice.kind === "event" ? [[notice.event_id, notice.step, notice.title]] : [],
  );

const create = (more: Partial<EventFields> = {}) =>
  createEvent(db, planning, {
    kind: "launch",
    title: "Peluncuran buku",
    starts_at: NOW + 14 * DAY,
    ends_at: null,
    place: null,
    hashtags: ["peluncuran"],
    url: null,
    note: null,
    visitors: null,
    cost: null,
    ...more,
  });
const plan = (on: string) =>
  createPlans(
    db,
    planning,
    {
      on,
      at: null,
      accounts: [1],
      format: null,
      topic: null,
      title: "Undangan",
      note: null,
      person: null,
      event: 1,
      state: "planned",
    },
    [on],
  );
const push = (at = NOW - HOUR, caption = "#peluncuran") =>
  ingest(db, [snapshot(NOW, { posts: [post("a", at, { caption })] })], context);

describe("a step that is due", () => {
  beforeEach(() => ingest(db, [snapshot(NOW - DAY)], context));

  test("is a notice of the event, opened once, with the event's title as it stands", async () => {
    await create();
    await create({ title: "Jauh", starts_at: NOW + 40 * DAY });
    await look();
    expect(await due()).toEqual([[1, "two_weeks", "Peluncuran buku"]]);
    await changeEvent(db, planning, 1, 1, { title: "Peluncuran" });
    await look(NOW + HOUR);
    expect(await due()).toEqual([[1, "two_weeks", "Peluncuran"]]);
    const { results } = await db
      .prepare("select account_id, closed_at from notices where kind = 'event'")
      .all();
    expect(results).toEqual([{ account_id: null, closed_at: null }]);
  });

  test("each event has its own", async () => {
    await create();
    await create({ title: "Lain", hashtags: [] });
    await look();
    expect(await due()).toHaveLength(2);
  });

  test("ends with the batch that stores a post about it", async () => {
    await create();
    await look();
    await push(NOW - HOUR, "Selamat pagi");
    expect(await due()).toHaveLength(1);
    await ingest(
      db,
      [snapshot(NOW + HOUR, { posts: [post("b", NOW - HOUR, { caption: "#peluncuran" })] })],
      context,
    );
    expect(await due()).toEqual([]);
    await look(NOW + 2 * HOUR);
    expect(await due()).toEqual([]);
  });

  test("ends with a plan for it in the step's days, and not with one outside of them", async () => {
    await create();
    await look();
    await plan(addDays(TODAY, 12));
    expect(await due()).toHaveLength(1);
    await plan(addDays(TODAY, 2));
    expect(await due()).toEqual([]);
    await look(NOW + HOUR);
    expect(await due()).toEqual([]);
  });

  test("gives way to the next step when it is missed", async () => {
    await create();
    await look();
    await look(NOW + 6 * DAY);
    expect(await due()).toEqual([[1, "a_week", "Peluncuran buku"]]);
  });

  test("is asked for no more of an event that is moved or removed", async () => {
    await create();
    await look();
    await changeEvent(db, planning, 1, 1, { starts_at: NOW + 50 * DAY });
    expect(await due()).toEqual([]);
    await create({ title: "Lain" });
    await look();
    expect(await due()).toHaveLength(1);
    await removeEvent(db, planning, 2, 1);
    expect(await due()).toEqual([]);
  });

  test("a look over a library without events reads no more than that there are none", async () => {
    const counter = counted(db);
    await look(NOW, counter.db);
    expect(counter.of(/from events/)).toEqual({ times: 1, read: 1, written: 0 });
    await create();
    await push();
    counter.reset();
    await look(NOW, counter.db);
    expect(counter.counts.written).toBe(0);
    expect(counter.of(/from events/).read).toBeLessThan(20);
  });
});

describe("what the posts did", () => {
  const USUAL = [100, 80, 125, 90, 112, 70, 140, 96, 88, 104];
  const START = NOW - 200 * DAY;
  const AFTER = NOW + 20 * DAY;

  /** A hundred posts as usual, a day and a half apart, and some about the event of `NOW` that drew `times` as much. */
  async function history(about: number, times: number): Promise<void> {
    const posts = Array.from({ length: 100 }, (_, n) =>
      post(`p${n}`, START + n * 1.5 * DAY, {
        likes: USUAL[n % 10] ?? 0,
        comments: 0,
        shares: 0,
        caption: "Selamat pagi",
      }),
    );
    const event = Array.from({ length: about }, (_, n) =>
      post(`e${n}`, NOW - (n + 1) * DAY, {
        likes: Math.round((USUAL[n % 10] ?? 0) * times),
        comments: 0,
        shares: 0,
        caption: "#peluncuran",
      }),
    );
    await ingest(db, [snapshot(NOW + 10 * DAY, { posts: [...posts, ...event], followers: 1000 })], {
      ...context,
      now: AFTER,
    });
    await create({ starts_at: NOW });
  }

  test("is judged once, from the fourteenth day after it on", async () => {
    await history(8, 5);
    await look(NOW + 13 * DAY);
    expect(await findEvent(db, 1)).toMatchObject({ effect: null });
    await look(NOW + 14 * DAY);
    const { effect } = (await findEvent(db, 1)) ?? {};
    expect(effect).toMatchObject({ at: NOW + 14 * DAY, result: { posts: 8, word: "above" } });
    expect(effect?.result?.ratio).toBeGreaterThan(1.5);
    await db.prepare("delete from event_posts").run();
    await look(NOW + 15 * DAY);
    expect((await findEvent(db, 1))?.effect).toEqual(effect);
  });

  test.each([
    [2, 5, null],
    [8, 1, "as_usual"],
    [8, 0.1, "below"],
  ])("%i posts that drew %d times the usual: %s", async (about, times, word) => {
    await history(about, times);
    await look(NOW + 14 * DAY);
    const { effect } = (await findEvent(db, 1)) ?? {};
    expect(effect).toBeTruthy();
    expect(effect?.result?.word ?? null).toBe(word);
  });

  test("one event a look", async () => {
    await create({ starts_at: NOW - 20 * DAY });
    await create({ starts_at: NOW - 21 * DAY });
    await look();
    expect([(await findEvent(db, 1))?.effect, (await findEvent(db, 2))?.effect]).toEqual([
      null,
      { at: NOW, result: null },
    ]);
    await look(NOW + HOUR);
    expect((await findEvent(db, 1))?.effect).toEqual({ at: NOW + HOUR, result: null });
  });
});
