/** Events against the database: what people change of them, and which posts are about them. */
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
  changeEvent,
  createEvent,
  removeEvent,
  sayOfPost,
} from "../../../functions/jobs/planning/events.ts";
import { changePlan, createPlans } from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { undoChange } from "../../../functions/jobs/planning/undo.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { storeImport } from "../../../functions/jobs/writing/import.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { undoImport } from "../../../functions/jobs/writing/undo.ts";
import { dayOf } from "../../../functions/model/day.ts";
import type { EventFields } from "../../../functions/model/event.ts";
import type { PersonChange } from "../../../functions/model/person-change.ts";
import type { PlanFields } from "../../../functions/model/plan.ts";
import { listChanges } from "../../../functions/store/changes.ts";
import { listLinkedPosts, listLinksOf } from "../../../functions/store/event-posts.ts";
import { findEvent } from "../../../functions/store/events.ts";
import { findPlan } from "../../../functions/store/plans.ts";
import { counted } from "../../counted.ts";
import { wipe } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { counting } from "../writing/counting.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: 7, who: "Rina" },
  allowed: null,
};
const context = { now: NOW, time_zone: ZONE, import: null };

const fields = (more: Partial<EventFields> = {}): EventFields => ({
  kind: "discussion",
  title: "Bedah Buku Laut Bercerita",
  starts_at: NOW + 3 * DAY,
  ends_at: null,
  place: "Aula",
  hashtags: ["bedahlaut"],
  url: null,
  note: null,
  visitors: null,
  cost: null,
  ...more,
});

const plan = (more: Partial<PlanFields> = {}): PlanFields => ({
  on: dayOf(NOW + DAY, ZONE),
  at: null,
  accounts: [1],
  format: null,
  topic: null,
  title: "Ajakan",
  note: null,
  person: null,
  event: 1,
  state: "planned",
  ...more,
});

const about = (id: string, at = NOW - HOUR, caption = "Ikuti #BedahLaut!") =>
  post(id, at, { likes: 1, caption });
const push = (...posts: ReturnType<typeof post>[]) =>
  ingest(db, [snapshot(NOW, { posts })], context);
const create = (more: Partial<EventFields> = {}) => createEvent(db, planning, fields(more));
const newest = async (): Promise<PersonChange> => {
  const [change] = await listChanges(db, null, 1);
  if (!change) throw new Error("nothing was changed");
  return change;
};
const undo = async () => undoChange(db, planning, (await newest()).id);
/** The platforms' ids of the posts that are shown as an event's. */
async function linked(event = 1): Promise<string[]> {
  const posts = await listLinkedPosts(db, [event]);
  const { results } = await db.prepare("select id, external_id from posts").all();
  return posts.map(({ id }) => String(results.find((row) => row.id === id)?.external_id)).sort();
}
const idOf = async (external_id: string) =>
  (await db
    .prepare("select id from posts where external_id = ?1")
    .bind(external_id)
    .first<number>("id")) ?? 0;

describe("what people change", () => {
  test("an event is made, changed, removed, and each is noted with who did it", async () => {
    expect(await create()).toMatchObject({ id: 1, version: 1, effect: null });
    await changeEvent(db, planning, 1, 1, { visitors: 40, cost: 500_000 });
    expect(await findEvent(db, 1)).toMatchObject({ visitors: 40, version: 2, place: "Aula" });
    await removeEvent(db, planning, 1, 2);
    expect(await findEvent(db, 1)).toBeNull();
    const changes = await listChanges(db, null, 9);
    expect(
      changes.map(({ who, link, what, subject, before, after }) => [
        [who, link, what, subject],
        before?.visitors ?? null,
        after?.visitors ?? null,
      ]),
    ).toEqual([
      [["Rina", 7, "event", 1], 40, null],
      [["Rina", 7, "event", 1], null, 40],
      [["Rina", 7, "event", 1], null, null],
    ]);
  });

  test("the number of one that is gone is not given again", async () => {
    await create();
    await removeEvent(db, planning, 1, 1);
    expect(await create()).toMatchObject({ id: 2 });
  });

  test("of two who saw the same version the later one is refused", async () => {
    await create();
    const both = await Promise.allSettled(
      ["A", "B"].map((title) => changeEvent(db, planning, 1, 1, { title })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = { code: "conflict", problems: [{ path: "version", code: "stale_version" }] };
    await expect(removeEvent(db, planning, 1, 1)).rejects.toMatchObject(refused);
    await expect(
      sayOfPost(db, planning, 1, { version: 2, post: 9, linked: true }),
    ).rejects.toMatchObject({ problems: [{ path: "post", code: "no_such_post" }] });
    expect(await findEvent(db, 1)).toMatchObject({ version: 2 });
  });

  test("what is not there is not found", async () => {
    const missing = { code: "not_found" };
    await expect(changeEvent(db, planning, 1, 1, {})).rejects.toMatchObject(missing);
    await expect(removeEvent(db, planning, 1, 1)).rejects.toMatchObject(missing);
    await expect(undoChange(db, planning, 1)).rejects.toMatchObject(missing);
  });

  test("it cannot come to end before it starts", async () => {
    await create({ ends_at: NOW + 4 * DAY });
    await expect(
      changeEvent(db, planning, 1, 1, { starts_at: NOW + 5 * DAY }),
    ).rejects.toMatchObject({ problems: [{ path: "ends_at", code: "ends_before_start" }] });
  });

  test.each(["made", "changed", "removed", "unlinked"] as const)(
    "what was %s is taken back, and that again",
    async (what) => {
      await push(about("a"));
      await create();
      if (what === "changed")
        await changeEvent(db, planning, 1, 1, { hashtags: ["lain"], title: "Lain" });
      if (what === "removed") await removeEvent(db, planning, 1, 1);
      if (what === "unlinked") {
        await sayOfPost(db, planning, 1, { version: 1, post: 1, linked: false });
      }
      expect(await linked()).toEqual(what === "made" ? ["a"] : []);
      expect(await undo()).toEqual({ what: "event", subject: 1 });
      expect(await linked()).toEqual(what === "made" ? [] : ["a"]);
      await undo();
      expect(await linked()).toEqual(what === "made" ? ["a"] : []);
    },
  );

  test("what somebody changed again since is not taken back", async () => {
    await create();
    const { id } = await newest();
    await changeEvent(db, planning, 1, 1, { title: "Lain" });
    await expect(undoChange(db, planning, id)).rejects.toMatchObject({ code: "conflict" });
  });

  test("what was judged falls away only where its days move", async () => {
    await create();
    const effect = JSON.stringify({ at: NOW, result: null });
    await db.prepare("update events set effect = ?1").bind(effect).run();
    await changeEvent(db, planning, 1, 1, { visitors: 4 });
    expect(await findEvent(db, 1)).toMatchObject({ effect: { at: NOW, result: null } });
    await changeEvent(db, planning, 1, 2, { starts_at: NOW + 9 * DAY });
    expect(await findEvent(db, 1)).toMatchObject({ effect: null });
  });

  test("saving one writes at most twelve rows, with three posts that it finds", async () => {
    await push(about("a"), about("b", NOW - 2 * HOUR), about("c", NOW - 3 * HOUR));
    const counter = counting(db);
    await createEvent(counter.db, planning, fields());
    expect(await linked()).toEqual(["a", "b", "c"]);
    expect(counter.written()).toBeLessThanOrEqual(12);
    const before = counter.written();
    await changeEvent(counter.db, planning, 1, 1, { visitors: 12 });
    expect(counter.written() - before).toBeLessThanOrEqual(8);
  });
});

describe("plans that are for it", () => {
  beforeEach(() => ingest(db, [snapshot(NOW - 5 * DAY)], context));

  test("a plan for an event that is not there is refused", async () => {
    const refused = { code: "invalid", problems: [{ path: "event", code: "unknown_event" }] };
    await expect(createPlans(db, planning, plan(), [plan().on])).rejects.toMatchObject(refused);
    await create();
    await createPlans(db, planning, plan(), [plan().on]);
    await expect(changePlan(db, planning, 1, 1, { event: 2 })).rejects.toMatchObject(refused);
    expect(await findPlan(db, 1)).toMatchObject({ event: 1, version: 1 });
  });

  test("with the event they lose it and keep their text; taken back, they have it again", async () => {
    await create();
    await createPlans(db, planning, plan(), [plan().on]);
    await createPlans(db, planning, plan({ title: "Lain" }), [plan().on]);
    await removeEvent(db, planning, 1, 1);
    expect(await findPlan(db, 1)).toMatchObject({ event: null, title: "Ajakan", version: 1 });
    await create();
    await changePlan(db, planning, 2, 1, { event: 2 });
    const removal = (await listChanges(db, null, 9)).find(({ after }) => after === null);
    await undoChange(db, planning, removal?.id ?? 0);
    expect([(await findPlan(db, 1))?.event, (await findPlan(db, 2))?.event]).toEqual([1, 2]);
  });
});

describe("which posts are about it", () => {
  test.each<[string, string, number, boolean]>([
    ["by its hashtag", "Ikuti #BedahLaut!", NOW, true],
    ["by two words of its title", "Mari bedah Laut bersama", NOW, true],
    ["not by one word", "Mari ke laut", NOW, false],
    ["on the thirtieth day before", "#bedahlaut", NOW - 27 * DAY, true],
    ["not on the day before that", "#bedahlaut", NOW - 28 * DAY, false],
  ])("%s, whichever came first", async (_, caption, at, is) => {
    await push(about("a", at, caption));
    await create();
    expect(await linked()).toEqual(is ? ["a"] : []);
    await wipe(db);
    await create();
    await push(about("a", at, caption));
    expect(await linked()).toEqual(is ? ["a"] : []);
  });

  test("the order in which posts, words and events come does not matter", async () => {
    const captions = ["#bedahlaut", "bedah laut", "Selamat pagi"] as const;
    const steps = fc.shuffledSubarray(["event", "other", "a", "b", "c"] as const, { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(steps, async (order) => {
        await wipe(db);
        for (const step of order) {
          if (step === "event") await create();
          else if (step === "other") await create({ title: "Pagi selamat dongeng", hashtags: [] });
          else {
            const index = ["a", "b", "c"].indexOf(step);
            await push(about(step, NOW - index * DAY, captions[index]));
          }
        }
        const { results } = await db.prepare("select id, title from events").all();
        const own = results.find(({ title }) => title === fields().title);
        expect(await linked(Number(own?.id))).toEqual(["a", "b"]);
      }),
      { numRuns: Number(process.env.RUNS ?? 8), seed: Number(process.env.SEED ?? 1) },
    );
  });

  test("a caption that is mended links or unlinks it, and so does a hashtag of the event", async () => {
    await create();
    await push(about("a"));
    await ingest(
      db,
      [snapshot(NOW + HOUR, { posts: [about("a", NOW - HOUR, "Selamat pagi")] })],
      context,
    );
    expect(await linked()).toEqual([]);
    await changeEvent(db, planning, 1, 1, { title: "Pagi selamat" });
    expect(await linked()).toEqual([]);
    await ingest(
      db,
      [snapshot(NOW + 2 * HOUR, { posts: [about("a", NOW - HOUR, "#bedahlaut")] })],
      context,
    );
    expect(await linked()).toEqual(["a"]);
    await changeEvent(db, planning, 1, 2, { hashtags: [] });
    expect(await linked()).toEqual([]);
  });

  test("an event that is moved away lets its posts go", async () => {
    await push(about("a"));
    await create();
    await changeEvent(db, planning, 1, 1, { starts_at: NOW + 60 * DAY });
    expect(await linked()).toEqual([]);
  });

  test("a post that is hidden, or gone from the platform, is none of its", async () => {
    await create();
    await push(about("a"), about("b"));
    await correctPost(db, await idOf("a"), { hidden: true }, context);
    expect(await linked()).toEqual(["b"]);
    await changeEvent(db, planning, 1, 1, { visitors: 1 });
    expect(await linked()).toEqual(["b"]);
    await correctPost(db, await idOf("a"), { hidden: false }, context);
    expect(await linked()).toEqual(["a", "b"]);
    const removed = post("b", NOW - HOUR, { caption: "#bedahlaut", removed_at: NOW + HOUR });
    await ingest(db, [snapshot(NOW + HOUR, { posts: [removed] })], context);
    expect(await linked()).toEqual(["a"]);
  });

  test("what a person said stands, whatever comes", async () => {
    await create();
    await push(about("a"), about("b", NOW - 40 * DAY, "Lama"));
    const [a, b] = [await idOf("a"), await idOf("b")];
    await sayOfPost(db, planning, 1, { version: 1, post: a, linked: false });
    await sayOfPost(db, planning, 1, { version: 2, post: b, linked: true });
    expect(await linked()).toEqual(["b"]);
    await ingest(
      db,
      [snapshot(NOW + HOUR, { posts: [about("a", NOW - HOUR, "Lagi #bedahlaut")] })],
      context,
    );
    await changeEvent(db, planning, 1, 3, { title: "Bedah laut besar" });
    expect(await linked()).toEqual(["b"]);
    await sayOfPost(db, planning, 1, { version: 4, post: a, linked: undefined });
    expect(await linked()).toEqual(["a", "b"]);
  });

  test("of a post of an account that the link does not open nobody says anything", async () => {
    await create();
    await push(about("a"));
    await expect(
      sayOfPost(db, { ...planning, allowed: [2] }, 1, { version: 1, post: 1, linked: false }),
    ).rejects.toMatchObject({ problems: [{ path: "post", code: "no_such_post" }] });
  });

  test("with an import that is undone its posts go, a person's word on them too", async () => {
    await ingest(db, [snapshot(NOW - DAY)], context);
    await create();
    const file = {
      id: null,
      kind: "instagram_posts" as const,
      name: null,
      created_at: NOW,
      read_at: NOW,
      time_zone: ZONE,
      rows: 2,
      skipped: 0,
      hash: "posts",
    };
    const posts = snapshot(NOW, { posts: [about("a"), about("b")] });
    const { import: id } = await storeImport(db, [posts], { ...context, import: file });
    await sayOfPost(db, planning, 1, { version: 1, post: await idOf("b"), linked: true });
    expect(await linked()).toEqual(["a", "b"]);
    for (let done = false; !done; ) ({ done } = await undoImport(db, id ?? 0, context));
    expect(await listLinksOf(db, 1)).toEqual([]);
    await undo();
    expect(await findEvent(db, 1)).toMatchObject({ version: 3 });
  });

  test("with an account that is erased its posts go, and the event stays", async () => {
    await create();
    await push(about("a"));
    await eraseAccount(db, 1);
    expect(await linked()).toEqual([]);
    expect(await findEvent(db, 1)).toMatchObject({ version: 1 });
  });

  test("of two accounts that are one a post is counted once", async () => {
    await create();
    await ingest(db, [snapshot(NOW - DAY, { followers: 10 })], context);
    await ingest(
      db,
      [
        {
          ...snapshot(NOW, { posts: [about("x")] }),
          account: "kedua",
          external_id: "2",
        },
      ],
      context,
    );
    await db.prepare("update accounts set external_id = null where id = 2").run();
    for (let done = false; !done; ) {
      ({ done } = await mergeAccounts(db, 2, 1, { now: NOW, time_zone: ZONE }));
    }
    expect(await listLinkedPosts(db, [1])).toMatchObject([{ account_id: 1 }]);
  });

  test("an event that is made while posts come loses none of them", async () => {
    await ingest(db, [snapshot(NOW - DAY)], context);
    for (let round = 1; round <= 5; round += 1) {
      await Promise.all([
        create({ title: `Acara ${round}`, hashtags: [`acara${round}`] }),
        push(about(`p${round}`, NOW - round * HOUR, `#acara${round}`)),
      ]);
      expect(await linked(round)).toEqual([`p${round}`]);
    }
  });

  test("a push reads nothing of events that are long over, and one without new posts asks for none", async () => {
    const counter = counted(db);
    const read = async (id: string) => {
      counter.reset();
      await ingest(counter.db, [snapshot(NOW + HOUR, { posts: [about(id)] })], context);
      return counter.of(/from events|event_posts/).read;
    };
    await push(about("a"));
    const without = await read("b");
    for (const days of [200, 201, 202]) await create({ starts_at: NOW - days * DAY });
    expect(await read("c")).toBe(without);
    await create();
    expect(await read("d")).toBeGreaterThan(without);
    counter.reset();
    const again = post("d", NOW - HOUR, { likes: 2, caption: "Ikuti #BedahLaut!" });
    await ingest(counter.db, [snapshot(NOW + 2 * HOUR, { posts: [again] })], context);
    expect(counter.of(/select id, kind, title|event_posts/)).toEqual({
      times: 0,
      read: 0,
      written: 0,
    });
  });
});
