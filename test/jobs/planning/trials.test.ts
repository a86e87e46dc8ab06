/** Trials against the database: drawn into the calendar, kept or not, broken off, taken back, judged once. */
import { beforeEach, describe, expect, test } from "vitest";
import { lookAround } from "../../../functions/jobs/noticing/look.ts";
import { changePlan, createPlans, removePlan } from "../../../functions/jobs/planning/plans.ts";
import type { Planning } from "../../../functions/jobs/planning/rewrite.ts";
import { breakOffTrial, removeTrial, startTrial } from "../../../functions/jobs/planning/trials.ts";
import { undoChange } from "../../../functions/jobs/planning/undo.ts";
import { eraseAccount } from "../../../functions/jobs/writing/erase.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import { mergeAccounts } from "../../../functions/jobs/writing/merge.ts";
import { addDays, weekOf } from "../../../functions/model/day.ts";
import { plannedAt } from "../../../functions/model/plan-time.ts";
import type { Lot, TrialFields } from "../../../functions/model/trial.ts";
import { listChanges } from "../../../functions/store/changes.ts";
import { findPlan, listPlansOfTrials } from "../../../functions/store/plans.ts";
import { findTrial, listTrials } from "../../../functions/store/trials.ts";
import { ownDatabase } from "../../own-database.ts";
import { DAY, HOUR, NOW, post, snapshot, ZONE } from "../writing/snapshots.ts";

const db = await ownDatabase();
const MONDAY = addDays(weekOf(new Date(NOW * 1000).toISOString().slice(0, 10)), 7);
const BEGIN = plannedAt({ on: MONDAY, at: null }, ZONE);
/** The Wednesday after the eighth week, at noon. */
const END = BEGIN + 58 * DAY + 12 * HOUR;

const planning: Planning = {
  now: NOW,
  time_zone: ZONE,
  author: { link: 7, who: "Rina" },
  allowed: null,
};
const at = (now: number): Planning => ({ ...planning, now });

const fields = (more: Partial<TrialFields> = {}): TrialFields => ({
  account: 1,
  kind: "hours",
  a: "09:00",
  b: "19:00",
  at: null,
  weekdays: [1, 2, 4, 5],
  starts_on: MONDAY,
  ...more,
});
const start = (more: Partial<TrialFields> = {}, who = planning) =>
  startTrial(db, who, fields(more), "Unggahan");

type Said = { account?: string; now?: number; likes: (lot: Lot) => number };
/** A post for each of these lots, at its hour, as it stands three days later. */
const publish = (lots: readonly Lot[], { account = "satu", now = END, likes }: Said) =>
  ingest(
    db,
    [
      {
        ...snapshot(now - HOUR, {
          posts: lots.map((lot) =>
            post(
              `${account}-${lot.on}`,
              plannedAt({ on: lot.on, at: lot.side === "a" ? "09:07" : "19:12" }, ZONE),
              { likes: likes(lot) },
            ),
          ),
        }),
        account,
        external_id: null,
      },
    ],
    { now, time_zone: ZONE, import: null },
  );
const account = (name: string) =>
  ingest(db, [{ ...snapshot(NOW - HOUR, { posts: [] }), account: name, external_id: null }], {
    now: NOW,
    time_zone: ZONE,
    import: null,
  });
const look = (now: number) => lookAround(db, { now, usual_zone: ZONE });
const newest = async (): Promise<number> => (await listChanges(db, null, 1))[0]?.id ?? 0;
const libraryVersion = () =>
  db.prepare("select version from library").first<number>("version") as Promise<number>;
const states = async (trial: number) =>
  Object.fromEntries(
    [...Map.groupBy(await listPlansOfTrials(db, [trial]), ({ state }) => state)].map(
      ([state, rows]) => [state, rows.length],
    ),
  );
const certain = ({ side, plan }: Lot) => (side === "a" ? 10 : 60) + (plan % 4);

beforeEach(async () => {
  await account("satu");
  await account("dua");
});

describe("begun", () => {
  test("a plan for each lot, at its hour, of one account and one series, in one go", async () => {
    const trial = await start();
    const plans = await listPlansOfTrials(db, [trial.id]);
    expect(plans).toHaveLength(32);
    expect(trial.lots.map(({ plan }) => plan)).toEqual(plans.map(({ id }) => id));
    for (const [index, plan] of plans.entries()) {
      const lot = trial.lots[index] as Lot;
      expect([plan.on_day, plan.at, plan.format, plan.state]).toEqual([
        lot.on,
        lot.side === "a" ? "09:00" : "19:00",
        null,
        "planned",
      ]);
      expect([plan.series, plan.title, plan.matches.map((one) => one.account)]).toEqual([
        plans[0]?.id,
        "Unggahan",
        [1],
      ]);
    }
    expect(trial).toMatchObject({ state: "running", created_by: "Rina", result: null });
    expect(trial.power).toEqual({ of_ten: 6, noise: 0.8, posts: 0 });
  });

  test("of formats each plan has its format, and the hour that was said", async () => {
    const { id } = await start({ kind: "formats", a: "image", b: "short_video", at: "16:00" });
    const plans = await listPlansOfTrials(db, [id]);
    expect(new Set(plans.map((plan) => `${plan.format} ${plan.at}`))).toEqual(
      new Set(["image 16:00", "short_video 16:00"]),
    );
  });

  test("what it could see is said by the account's own posts", async () => {
    await ingest(
      db,
      [
        {
          ...snapshot(NOW - HOUR, {
            posts: Array.from({ length: 40 }, (_, i) =>
              post(`alt-${i}`, NOW - (45 - i) * DAY, { likes: i % 2 === 0 ? 30 : 33 }),
            ),
          }),
          account: "satu",
          external_id: null,
        },
      ],
      { now: NOW, time_zone: ZONE, import: null },
    );
    expect((await start()).power).toMatchObject({ of_ten: 10, posts: 40 });
  });

  test("one at a time of an account; another account may", async () => {
    await start();
    await expect(start()).rejects.toMatchObject({
      code: "conflict",
      problems: [{ path: "account", code: "trial_running" }],
    });
    await expect(start({ account: 2 })).resolves.toMatchObject({ account: 2 });
    await expect(start({ account: 9 })).rejects.toMatchObject({
      code: "invalid",
      problems: [{ path: "account", code: "unknown_account" }],
    });
  });

  test("two who begin at once: one does, whole", async () => {
    const both = await Promise.allSettled([start(), start()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [trial, ...others] = await listTrials(db);
    expect(others).toEqual([]);
    expect(await states(trial?.id ?? 0)).toEqual({ planned: 32 });
  });

  test("a link that does not open the account draws nothing", async () => {
    await expect(start({}, { ...planning, allowed: [2] })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await listTrials(db)).toEqual([]);
  });
});

describe("kept", () => {
  test("a post of its day keeps it, whatever it says and at whichever hour", async () => {
    const { lots } = await start();
    const [first, second] = lots as [Lot, Lot];
    const other = { ...first, side: first.side === "a" ? "b" : "a" } as const;
    await publish([other, second], { likes: () => 5 });
    expect((await findPlan(db, first.plan))?.matches[0]?.post).not.toBeNull();
    expect((await findPlan(db, second.plan))?.matches[0]?.post).not.toBeNull();
  });

  test("one that another plan names by its words goes there", async () => {
    const { lots } = await start();
    const [first] = lots as [Lot];
    const [named] = await createPlans(
      db,
      planning,
      {
        on: first.on,
        at: null,
        accounts: [1],
        format: null,
        topic: null,
        title: "Dongeng",
        note: null,
        person: null,
        event: null,
        state: "planned",
      },
      [first.on],
    );
    const time = plannedAt({ on: first.on, at: "13:00" }, ZONE);
    await ingest(
      db,
      [
        {
          ...snapshot(END, {
            posts: [post("satu-x", time, { likes: 1, caption: "Dongeng hari ini" })],
          }),
          account: "satu",
          external_id: null,
        },
      ],
      { now: END, time_zone: ZONE, import: null },
    );
    expect((await findPlan(db, named?.id ?? 0))?.matches[0]?.post).not.toBeNull();
    expect((await findPlan(db, first.plan))?.matches[0]?.post).toBeNull();
  });
});

describe("judged", () => {
  test("once, when its weeks are over and its posts are two days old", async () => {
    const { id, lots } = await start();
    await publish(lots, { likes: certain });
    // what else there is to know then is found by the first look
    await look(END - DAY);
    const before = await libraryVersion();
    await look(END - DAY + HOUR);
    expect([(await findTrial(db, id))?.state, await libraryVersion()]).toEqual(["running", before]);

    await look(END);
    const ended = await findTrial(db, id);
    expect(ended).toMatchObject({ state: "ended", judged_at: END, version: 2 });
    expect(ended?.result).toMatchObject({
      verdict: "differs",
      drawn: { a: 16, b: 16 },
      kept: { a: 16, b: 16 },
      compared: { a: 16, b: 16 },
    });
    expect(ended?.result?.size?.ratio).toBeGreaterThan(4);

    // whatever the figures do afterwards
    await publish(lots, { likes: () => 900, now: END + DAY });
    await look(END + DAY);
    expect(await findTrial(db, id)).toEqual(ended);
  });

  test("what an earlier version called otherwise is read as it is called now", async () => {
    const { id, lots } = await start();
    await publish(lots, { likes: certain });
    await look(END);
    await db
      .prepare("update trials set result = json_set(result, '$.verdict', 'alike', '$.method', 1)")
      .run();
    expect((await findTrial(db, id))?.result).toMatchObject({ method: 1, verdict: "not_shown" });
    expect((await listTrials(db))[0]?.result?.verdict).toBe("not_shown");
  });

  test("waits a week for readings that do not come, and no longer", async () => {
    const { id, lots } = await start();
    await publish(lots.slice(0, -1), { likes: certain });
    const last = lots.at(-1) as Lot;
    const time = plannedAt({ on: last.on, at: "12:00" }, ZONE);
    await ingest(
      db,
      [
        {
          ...snapshot(time + HOUR, { posts: [post("late", time, { likes: 3 })] }),
          account: "satu",
          external_id: null,
        },
      ],
      { now: time + HOUR, time_zone: ZONE, import: null },
    );
    await look(END + 6 * DAY);
    expect((await findTrial(db, id))?.state).toBe("running");
    await look(END + 7 * DAY);
    const result = (await findTrial(db, id))?.result;
    expect(result?.published).toEqual({ a: 16, b: 16 });
    expect((result?.compared.a ?? 0) + (result?.compared.b ?? 0)).toBe(31);
  });

  test("says nothing where its lots were not carried out, whatever the posts got", async () => {
    const { id, lots } = await start();
    const evening = lots.map((lot) => ({ ...lot, side: "b" as const }));
    await publish(evening, { likes: certain });
    await look(END);
    expect((await findTrial(db, id))?.result).toMatchObject({
      verdict: "not_kept",
      size: null,
      chance: null,
      kept: { a: 0, b: 16 },
    });
  });

  test("by the lot: a plan that was moved to the other hour, or taken away, changes no side", async () => {
    const { id, lots } = await start();
    const [one, two] = lots.filter(({ side }) => side === "a") as [Lot, Lot];
    await changePlan(db, planning, one.plan, 1, { at: "19:00" });
    await removePlan(db, planning, two.plan, 1);
    await publish(
      lots.filter((lot) => lot !== two).map((lot) => (lot === one ? { ...lot, side: "b" } : lot)),
      { likes: certain },
    );
    await look(END);
    expect((await findTrial(db, id))?.result).toMatchObject({
      verdict: "differs",
      drawn: { a: 16, b: 16 },
      kept: { a: 14, b: 16 },
      compared: { a: 15, b: 16 },
    });
  });

  test("goes on where its account was merged into another", async () => {
    const { id, lots } = await start({ account: 2 });
    await publish(lots.slice(0, 20), { account: "dua", likes: certain });
    const context = { now: END, time_zone: ZONE };
    while (!(await mergeAccounts(db, 2, 1, context)).done);
    await publish(lots.slice(20), { account: "satu", likes: certain });
    expect((await findTrial(db, id))?.stands_for).toBe(1);
    await expect(start()).rejects.toMatchObject({ code: "conflict" });
    await look(END);
    expect((await findTrial(db, id))?.result?.compared).toEqual({ a: 16, b: 16 });
  });
});

describe("broken off", () => {
  const MIDDLE = BEGIN + 22 * DAY;

  test("drops what is ahead, leaves what is over, and never says anything", async () => {
    const { id, lots } = await start();
    await publish(lots.slice(0, 12), { now: MIDDLE, likes: certain });
    const broken = await breakOffTrial(db, at(MIDDLE), id, { version: 1, why: "Libur" });
    expect(broken).toMatchObject({ state: "broken", broken_on: addDays(MONDAY, 22), why: "Libur" });
    const over = lots.filter(({ on }) => on < addDays(MONDAY, 22)).length;
    expect(await states(id)).toEqual({ planned: over, dropped: 32 - over });
    await publish(lots.slice(12), { likes: certain });
    await look(END + 30 * DAY);
    expect(await findTrial(db, id)).toMatchObject({ state: "broken", result: null, version: 2 });
    // another one may begin
    await expect(start({ starts_on: addDays(MONDAY, 28) }, at(MIDDLE))).resolves.toBeTruthy();
  });

  test("is taken back with the plans that it dropped, and no others", async () => {
    const { id, lots } = await start();
    const own = lots.at(-1) as Lot;
    await changePlan(db, planning, own.plan, 1, { state: "dropped" });
    await breakOffTrial(db, at(MIDDLE), id, { version: 1, why: null });
    await undoChange(db, at(MIDDLE + HOUR), await newest());
    expect(await findTrial(db, id)).toMatchObject({
      state: "running",
      broken_on: null,
      version: 3,
    });
    expect(await states(id)).toEqual({ planned: 31, dropped: 1 });
  });

  test("not by whoever saw another version, and not once it is over", async () => {
    const { id, lots } = await start();
    await expect(
      breakOffTrial(db, at(MIDDLE), id, { version: 2, why: null }),
    ).rejects.toMatchObject({
      code: "conflict",
      problems: [{ code: "stale_version" }],
    });
    await publish(lots, { likes: certain });
    await look(END);
    await expect(breakOffTrial(db, at(END), id, { version: 2, why: null })).rejects.toMatchObject({
      code: "conflict",
      problems: [{ code: "trial_over" }],
    });
    await expect(undoChange(db, at(END), await newest())).rejects.toMatchObject({
      code: "conflict",
    });
  });
});

describe("taken away", () => {
  test("before it begins, with its plans; and back again as it was drawn", async () => {
    const { id, lots } = await start();
    await removeTrial(db, planning, id, 1);
    expect([await findTrial(db, id), await listPlansOfTrials(db, [id])]).toEqual([null, []]);
    await undoChange(db, planning, await newest());
    expect(await findTrial(db, id)).toMatchObject({ lots, state: "running", version: 2 });
    expect(await states(id)).toEqual({ planned: 32 });
  });

  test("by undoing that it was begun", async () => {
    const { id } = await start();
    await undoChange(db, planning, await newest());
    expect([await findTrial(db, id), await listPlansOfTrials(db, [id])]).toEqual([null, []]);
  });

  test("not once it has begun: what it says would vanish with it", async () => {
    const { id } = await start();
    const refusal = { code: "conflict", problems: [{ code: "trial_begun" }] };
    await expect(removeTrial(db, at(BEGIN), id, 1)).rejects.toMatchObject(refusal);
    await expect(undoChange(db, at(BEGIN), await newest())).rejects.toMatchObject(refusal);
    expect(await states(id)).toEqual({ planned: 32 });
  });

  test("with its account, when that is erased", async () => {
    const { id } = await start();
    await start({ account: 2 });
    await eraseAccount(db, 1);
    expect(await listPlansOfTrials(db, [id])).toEqual([]);
    expect((await listTrials(db)).map((one) => one.account)).toEqual([2]);
  });
});
