/** Another person is faster, between what a writer read and what it writes: it begins anew, by what is so now. */
import { beforeEach, expect, test } from "vitest";
import {
  changeAlmanacDay,
  forgetAlmanacDay,
  sayAlmanacDay,
} from "../../../functions/jobs/planning/almanac.ts";
import { changeEvent, createEvent, removeEvent } from "../../../functions/jobs/planning/events.ts";
import { changeNote, createNote, removeNote } from "../../../functions/jobs/planning/notes.ts";
import { changePlan, createPlans, removePlan } from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import {
  changeShortLink,
  createShortLink,
  removeShortLink,
} from "../../../functions/jobs/planning/short-links.ts";
import {
  changeTarget,
  createTarget,
  removeTarget,
} from "../../../functions/jobs/planning/targets.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { sayTopicWords } from "../../../functions/jobs/writing/retopic.ts";
import { dayOf } from "../../../functions/model/day.ts";
import type { PlanFields } from "../../../functions/model/plan.ts";
import { dump } from "../../database.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();
beforeEach(async () => {
  await push(db, []);
});

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: 7, who: "Rina" },
  allowed: null,
};
const push = (into: D1Database, captions: readonly string[]) =>
  ingest(
    into,
    [snapshot(NOW, { posts: captions.map((caption) => post("p", NOW - DAY, { caption })) })],
    { now: NOW, time_zone: ZONE, import: null },
  );

/** The database of a writer before whose first batch somebody else has done something. */
function after(other: () => Promise<unknown>): D1Database {
  let done = false;
  return {
    prepare: (sql: string) => db.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      if (!done) {
        done = true;
        await other();
      }
      return db.batch(statements);
    },
  } as unknown as D1Database;
}

const days = { from_on: "2026-12-01", to_on: "2026-12-02" };
const plan = (more: Partial<PlanFields> = {}): PlanFields => ({
  on: "2026-12-10",
  at: null,
  accounts: [1],
  format: null,
  topic: null,
  title: "Bedah buku Laskar Pelangi",
  note: null,
  person: null,
  event: null,
  state: "planned",
  ...more,
});
const event = {
  kind: "discussion",
  title: "Diskusi",
  starts_at: NOW + 9 * DAY,
  ends_at: null,
  place: null,
  hashtags: [],
  url: null,
  note: null,
  visitors: null,
  cost: null,
} as const;
const almanac = {
  ...days,
  key: null,
  removed: false,
  name_id: "Hari jadi",
  name_en: "Anniversary",
  kind: "own",
  certainty: "decree",
  source: "",
} as const;

type Thing = {
  make: () => Promise<unknown>;
  change: (db: D1Database) => Promise<unknown>;
  remove: (db: D1Database) => Promise<unknown>;
  table: string;
};
const THINGS: Record<string, Thing> = {
  note: {
    make: () =>
      createNote(db, planning, { ...days, text: "Banjir", accounts: null, left_out: false }),
    change: (by) => changeNote(by, planning, 1, 1, { text: "Lain" }),
    remove: (by) => removeNote(by, planning, 1, 1),
    table: "notes",
  },
  target: {
    make: () =>
      createTarget(db, planning, { year: 2027, account: 1, metric: "followers", value: 9 }),
    change: (by) => changeTarget(by, planning, 1, { version: 1, value: 10 }),
    remove: (by) => removeTarget(by, planning, 1, 1),
    table: "targets",
  },
  plan: {
    make: () => createPlans(db, planning, plan(), ["2026-12-10"]),
    change: (by) => changePlan(by, planning, 1, 1, { title: "Lain" }),
    remove: (by) => removePlan(by, planning, 1, 1),
    table: "plans",
  },
  event: {
    make: () => createEvent(db, planning, { ...event, hashtags: [] }),
    change: (by) => changeEvent(by, planning, 1, 1, { title: "Lain" }),
    remove: (by) => removeEvent(by, planning, 1, 1),
    table: "events",
  },
  "short link": {
    make: () =>
      createShortLink(db, planning, {
        slug: "acara",
        target: "https://example.org/",
        event: null,
        name: "Daftar",
      }),
    change: (by) => changeShortLink(by, planning, 1, { name: "Lain" }),
    remove: (by) => removeShortLink(by, planning, 1),
    table: "short_links",
  },
  "day of the almanac": {
    make: () => sayAlmanacDay(db, planning, almanac),
    change: (by) => changeAlmanacDay(by, planning, 1, { name_id: "Lain" }),
    remove: (by) => forgetAlmanacDay(by, planning, 1),
    table: "almanac",
  },
};

test.each(Object.entries(THINGS))(
  "a %s that is gone is neither changed nor removed, and nothing is noted of it",
  async (_, { make, change, remove, table }) => {
    await make();
    await expect(change(after(() => remove(db)))).rejects.toMatchObject({ code: "not_found" });
    expect((await dump(db, [table]))[table]).toEqual([]);
    expect((await dump(db, ["changes"])).changes?.length).toBe(2);
  },
);

test.each(Object.entries(THINGS))(
  "a %s that two remove is removed once",
  async (_, { make, remove, table }) => {
    await make();
    await expect(remove(after(() => remove(db)))).rejects.toMatchObject({ code: "not_found" });
    expect((await dump(db, [table]))[table]).toEqual([]);
    expect((await dump(db, ["changes"])).changes?.length).toBe(2);
  },
);

test.each(["note", "target", "plan", "event"])(
  "a %s that is another by now stays, whoever saw the one before",
  async (name) => {
    const { make, change, remove, table } = THINGS[name] as Thing;
    await make();
    await expect(remove(after(() => change(db)))).rejects.toMatchObject({ code: "conflict" });
    expect((await dump(db, [table]))[table]).toMatchObject([{ version: 2 }]);
  },
);

test("a plan whose event goes meanwhile is for none", async () => {
  await createEvent(db, planning, { ...event, hashtags: [] });
  await createPlans(db, planning, plan({ event: 1 }), ["2026-12-10"]);
  await changePlan(
    after(() => removeEvent(db, planning, 1, 1)),
    planning,
    1,
    1,
    { title: "Lain" },
  );
  expect((await dump(db, ["plans"])).plans).toMatchObject([{ title: "Lain", event: null }]);
});

const keepers = async () =>
  ((await dump(db, ["plans"])).plans as { matches: string }[]).filter(({ matches }) =>
    matches.includes('"post":1,'),
  ).length;

test("of two plans that come to a post's day, one has the post", async () => {
  await push(db, ["Bedah buku Laskar Pelangi"]);
  await createPlans(db, planning, plan(), ["2026-12-10"]);
  await createPlans(db, planning, plan(), ["2026-12-10"]);
  const on = dayOf(NOW - DAY, ZONE);
  await changePlan(
    after(() => changePlan(db, planning, 1, 1, { on })),
    planning,
    2,
    1,
    { on },
  );
  expect(await keepers()).toBe(1);
});

test("a post finds the plan that was made while it came", async () => {
  const on = dayOf(NOW - DAY, ZONE);
  await push(
    after(() => createPlans(db, planning, plan({ on }), [on])),
    ["Bedah buku Laskar Pelangi"],
  );
  expect(await keepers()).toBe(1);
});

test("a post follows the words that were set while it came, and words that were set while others were applied hold", async () => {
  const say = (by: D1Database, word: string) => sayTopicWords(by, planning, "community", [word]);
  await push(
    after(() => say(db, "laskar")),
    ["Laskar Pelangi"],
  );
  const topics = async () =>
    ((await dump(db, ["posts"])).posts as { topic: string | null }[]).map(({ topic }) => topic);
  expect(await topics()).toEqual(["community"]);
  await say(
    after(() => sayTopicWords(db, planning, "places", ["ruang"])),
    "tidak ada",
  );
  const [library] = (await dump(db, ["library"])).library as { topic_rules: string }[];
  expect(JSON.parse(library?.topic_rules ?? "{}")).toEqual({
    community: ["tidak ada"],
    places: ["ruang"],
  });
  expect(await topics()).not.toEqual(["community"]);
});
