/** Plans against the database: what people change of them, and which posts keep them. */
import { beforeEach, describe, expect, test } from "vitest";
import {
  changePlan,
  createPlans,
  removePlan,
  sayWhich,
} from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { undoChange } from "../../../functions/jobs/planning/undo.ts";
import { correctPost } from "../../../functions/jobs/writing/correct.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { dayOf } from "../../../functions/model/day.ts";
import type { PersonChange } from "../../../functions/model/person-change.ts";
import type { PlanFields } from "../../../functions/model/plan.ts";
import type { Snapshot } from "../../../functions/model/snapshot.ts";
import { listChanges } from "../../../functions/store/changes.ts";
import { findPlan, listPlans } from "../../../functions/store/plans.ts";
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
const TODAY = dayOf(NOW, ZONE);

const fields = (more: Partial<PlanFields> = {}): PlanFields => ({
  on: TODAY,
  at: null,
  accounts: [1],
  format: null,
  topic: null,
  title: "Kuis pekan buku",
  note: null,
  person: "Rina",
  event: null,
  state: "planned",
  ...more,
});

const other = (more: Partial<Snapshot>): Snapshot => ({
  ...snapshot(NOW, more),
  account: "kedua",
  external_id: "2",
});

/** Two accounts, of which nothing else is known. */
async function accounts(): Promise<void> {
  await ingest(db, [snapshot(NOW - 5 * DAY, { followers: 10 })], context);
  await ingest(db, [other({ followers: 10 })], context);
}

const quiz = (id: string, at = NOW - HOUR, caption = "Kuis pekan buku dimulai!") =>
  post(id, at, { likes: 1, caption });
const push = (...posts: ReturnType<typeof post>[]) =>
  ingest(db, [snapshot(NOW, { posts })], context);
const matches = async (id = 1) => (await findPlan(db, id))?.matches;
const newest = async (): Promise<PersonChange> => {
  const [change] = await listChanges(db, null, 1);
  if (!change) throw new Error("nothing was changed");
  return change;
};

describe("what people change", () => {
  beforeEach(accounts);

  test("a plan is made, and who made it is noted", async () => {
    const [row] = await createPlans(db, planning, fields(), [TODAY]);
    expect(row).toMatchObject({ id: 1, series: null, version: 1, on_day: TODAY });
    expect(await newest()).toMatchObject({
      who: "Rina",
      link: 7,
      what: "plan",
      subject: 1,
      before: null,
      after: { title: "Kuis pekan buku", accounts: [1] },
    });
  });

  test("a series is written out as single plans, each of which moves alone", async () => {
    const days = [TODAY, dayOf(NOW + 7 * DAY, ZONE), dayOf(NOW + 14 * DAY, ZONE)];
    const rows = await createPlans(db, planning, fields(), days);
    expect(rows.map(({ id, series, on_day }) => [id, series, on_day])).toEqual(
      days.map((on, index) => [index + 1, 1, on]),
    );
    await changePlan(db, planning, 2, 1, { on: dayOf(NOW + 8 * DAY, ZONE) });
    const all = await listPlans(db, { from: "2000-01-01", to: "2100-01-01" });
    expect(all.map(({ id, version }) => [id, version])).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ]);
  });

  test("of two who saw the same version the later one is refused, and nothing is lost", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await changePlan(db, planning, 1, 1, { title: "Pertama" });
    await expect(changePlan(db, planning, 1, 1, { title: "Kedua" })).rejects.toMatchObject({
      code: "conflict",
      problems: [{ path: "version", code: "stale_version" }],
    });
    await expect(removePlan(db, planning, 1, 1)).rejects.toMatchObject({ code: "conflict" });
    expect(await findPlan(db, 1)).toMatchObject({ title: "Pertama", version: 2 });
  });

  test("of two at the very same time one gets in, and the other is told", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    const both = await Promise.allSettled(
      ["A", "B"].map((title) => changePlan(db, planning, 1, 1, { title })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findPlan(db, 1)).toMatchObject({ version: 2 });
    expect(await listChanges(db, null, 9)).toHaveLength(2);
  });

  test("many make plans at once, and each gets its own", async () => {
    await Promise.all(
      Array.from({ length: 5 }, (_, n) =>
        createPlans(db, planning, fields({ title: `Rencana ${n}` }), [TODAY]),
      ),
    );
    const all = await listPlans(db, { from: TODAY, to: TODAY });
    expect(all.map(({ title }) => title).sort()).toEqual(
      Array.from({ length: 5 }, (_, n) => `Rencana ${n}`),
    );
  });

  test.each([
    ["made", null],
    ["changed", { title: "Lain", state: "dropped" }],
    ["removed", "gone"],
  ] as const)("what was %s is taken back", async (_, change) => {
    await createPlans(db, planning, fields(), [TODAY]);
    const before = await findPlan(db, 1);
    if (change === "gone") await removePlan(db, planning, 1, 1);
    else if (change) await changePlan(db, planning, 1, 1, change);
    expect(await undoChange(db, planning, (await newest()).id)).toEqual({
      what: "plan",
      subject: 1,
    });
    const after = await findPlan(db, 1);
    if (change === null) expect(after).toBeNull();
    else expect({ ...after, version: 1 }).toEqual(before);
    // and that again
    await undoChange(db, planning, (await newest()).id);
    const again = await findPlan(db, 1);
    if (change === "gone") expect(again).toBeNull();
    else expect(again?.title).toBe(change === null ? "Kuis pekan buku" : "Lain");
  });

  test("a series that was made is taken back at once, but for what was changed since", async () => {
    const days = [0, 7, 14].map((day) => dayOf(NOW + day * DAY, ZONE));
    await createPlans(db, planning, fields(), days);
    await changePlan(db, planning, 2, 1, { title: "Lain" });
    const made = (await listChanges(db, null, 9)).find(({ subject }) => subject === 1);
    if (!made) throw new Error("what was made is noted");
    await undoChange(db, planning, made.id);
    const left = await listPlans(db, { from: "2000-01-01", to: "2100-01-01" });
    expect(left.map(({ id, title }) => [id, title])).toEqual([[2, "Lain"]]);
  });

  test("what somebody changed again since is not taken back", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await changePlan(db, planning, 1, 1, { title: "Lain" });
    const { id } = await newest();
    await changePlan(db, planning, 1, 2, { title: "Lain lagi" });
    await expect(undoChange(db, planning, id)).rejects.toMatchObject({ code: "conflict" });
    expect(await findPlan(db, 1)).toMatchObject({ title: "Lain lagi" });
  });

  test("an account that is not there, or not the link's, is refused", async () => {
    await expect(
      createPlans(db, planning, fields({ accounts: [1, 9] }), [TODAY]),
    ).rejects.toMatchObject({ problems: [{ path: "accounts[1]", code: "unknown_account" }] });
    const limited = { ...planning, allowed: [2] };
    await expect(createPlans(db, limited, fields(), [TODAY])).rejects.toMatchObject({
      problems: [{ path: "accounts[0]", code: "unknown_account" }],
    });
    await createPlans(db, planning, fields({ accounts: [1, 2] }), [TODAY]);
    await expect(changePlan(db, limited, 1, 1, { title: "Lain" })).rejects.toMatchObject({
      code: "forbidden",
    });
    expect(await findPlan(db, 1)).toMatchObject({ version: 1 });
  });

  test("saving a plan writes at most twelve rows", async () => {
    await push(quiz("a"));
    const counted = counting(db);
    await createPlans(counted.db, planning, fields({ accounts: [1, 2] }), [TODAY]);
    expect(counted.written()).toBeLessThanOrEqual(12);
    const said = await db.prepare("select written from library").first<number>("written");
    await changePlan(counted.db, planning, 1, 1, { person: "Budi" });
    const after = await db.prepare("select written from library").first<number>("written");
    expect(Math.abs(counted.written() - 2 * ((after ?? 0) - (said ?? 0)))).toBeLessThanOrEqual(4);
    expect(await matches()).toMatchObject([
      { account: 1, post: 1 },
      { account: 2, post: null },
    ]);
  });
});

describe("which posts keep them", () => {
  beforeEach(accounts);
  const KEPT = [{ account: 1, post: 1, by_person: false }];
  const OPEN = [{ account: 1, post: null, by_person: false }];

  test("a post that is pushed finds its plan", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await push(quiz("a"));
    expect(await matches()).toEqual(KEPT);
    expect(await findPlan(db, 1)).toMatchObject({ version: 1 });
  });

  test("a plan that is made after the post finds it too", async () => {
    await push(quiz("a"));
    await createPlans(db, planning, fields(), [TODAY]);
    expect(await matches()).toEqual(KEPT);
  });

  test("whatever came first, the posts and plans are paired alike", async () => {
    const posts = [
      quiz("a", NOW - 20 * HOUR),
      quiz("b", NOW - 2 * HOUR),
      quiz("c", NOW - HOUR, "Halo"),
    ];
    const plans = [fields({ at: "09:00" }), fields({ title: "Pekan buku", at: "12:00" })];
    await push(...posts);
    for (const plan of plans) await createPlans(db, planning, plan, [TODAY]);
    const ids = async () => {
      const found = await listPlans(db, { from: TODAY, to: TODAY });
      const { results } = await db.prepare("select id, external_id from posts").all();
      const nameOf = new Map(results.map(({ id, external_id }) => [id, external_id]));
      return Object.fromEntries(
        found.map(({ title, matches: [one] }) => [title, nameOf.get(one?.post)]),
      );
    };
    const first = await ids();
    expect(Object.values(first).filter((name) => name !== undefined)).toHaveLength(2);
    await wipe(db);
    await accounts();
    for (const plan of [...plans].reverse()) await createPlans(db, planning, plan, [TODAY]);
    for (const one of [...posts].reverse()) await push(one);
    expect(await ids()).toEqual(first);
  });

  test("a plan that is moved away or dropped lets its post go", async () => {
    await push(quiz("a"));
    await createPlans(db, planning, fields(), [TODAY]);
    await changePlan(db, planning, 1, 1, { on: dayOf(NOW + 9 * DAY, ZONE) });
    expect(await matches()).toEqual(OPEN);
    await changePlan(db, planning, 1, 2, { on: TODAY });
    expect(await matches()).toEqual(KEPT);
    await changePlan(db, planning, 1, 3, { state: "dropped" });
    expect(await matches()).toEqual(OPEN);
  });

  test("a post that is hidden keeps no plan, and the next best takes its place", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await push(quiz("a"), quiz("b", NOW - 5 * HOUR, "Kuis pekan ini"));
    expect(await matches()).toEqual(KEPT);
    await correctPost(db, 1, { hidden: true }, context);
    expect(await matches()).toMatchObject([{ post: 2 }]);
    await correctPost(db, 1, { hidden: false }, context);
    expect(await matches()).toEqual(KEPT);
  });

  test("what a person said stands, whatever comes", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await push(quiz("a"), quiz("b", NOW - 2 * HOUR, "Selamat pagi"));
    await sayWhich(db, planning, 1, { version: 1, account: 1, post: 2 });
    await push(quiz("c"));
    await changePlan(db, planning, 1, 2, { title: "Kuis pekan buku besar" });
    expect(await matches()).toEqual([{ account: 1, post: 2, by_person: true }]);
    await sayWhich(db, planning, 1, { version: 3, account: 1, post: null });
    await push(quiz("d"));
    expect(await matches()).toEqual([{ account: 1, post: null, by_person: true }]);
    await sayWhich(db, planning, 1, { version: 4, account: 1, post: undefined });
    expect(await matches()).toMatchObject([{ by_person: false, post: expect.any(Number) }]);
  });

  test("a plan whose account turns out to be another goes there, and finds its post", async () => {
    await createPlans(db, planning, fields({ accounts: [2] }), [TODAY]);
    await push(quiz("a"));
    await db.prepare("update accounts set external_id = null where id = 2").run();
    for (let done = false; !done; ) {
      ({ done } = await mergeAccounts(db, 2, 1, { now: NOW, time_zone: ZONE }));
    }
    expect(await matches()).toEqual(KEPT);
  });

  test("with an account that is erased its plans go, and it leaves those that are for others too", async () => {
    await createPlans(db, planning, fields(), [TODAY]);
    await createPlans(db, planning, fields({ accounts: [1, 2] }), [TODAY]);
    await eraseAccount(db, 1);
    const left = await listPlans(db, { from: TODAY, to: TODAY });
    expect(left.map(({ id, matches: kept }) => [id, kept])).toEqual([
      [2, [{ account: 2, post: null, by_person: false }]],
    ]);
  });
});
