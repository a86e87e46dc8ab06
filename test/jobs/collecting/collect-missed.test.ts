/** Days that nobody read when they were new: they are made up for, as far back as the platform tells them. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Collecting, codesOf, DAY, HOUR, openCollecting, settle, TICK } from "./collecting.ts";

let on: Collecting;
beforeAll(async () => {
  on = await openCollecting({ days: 6 });
});
afterAll(() => on.close());
beforeEach(() => on.reset());

const WAYS = [
  ["facebook", "facebook", "read_insights"],
  ["instagram", "instagram", "instagram_manage_insights"],
  // a call for each question: no batches at this door
  ["instagram_login", "instagram", "instagram_business_manage_insights"],
] as const;

/** Every day is as the platform says, from the first that was stored to the newest: days are renewed every six hours. */
async function expectEveryDay(platform: string): Promise<void> {
  const [tick] = await on.rows<{ at: number }>("select max(started_at) as at from runs");
  const at = Number(tick?.at) - 7 * HOUR;
  const truth = (await on.truth(`platform=${platform}&days=200&at=${at}`)).accounts[0]?.days ?? [];
  // a day is told in several answers, each a reading of which what was news is kept
  const days = await on.rows<{ date: string }>(
    `select date, max(time_zone) as time_zone, max(reach) as reach, max(views) as views, max(profile_views) as profile_views,
       max(followers_gained) as followers_gained, max(followers_lost) as followers_lost
     from day_readings group by date order by date`,
  );
  const first = days[0]?.date ?? "";
  const told = truth.filter(({ date }) => date >= first);
  expect(days.slice(0, told.length)).toEqual(told);
  expect(days.length).toBeGreaterThan(5);
}

/** A new token is asked for the retired figure once more; a story may have too few viewers. */
const USUAL = ["metric_retired", "too_few_people"];

/** Four hours of the cron. */
async function hours(): Promise<void> {
  for (let ticks = 0; ticks < 16; ticks += 1) {
    const run = await on.tick();
    expect(codesOf(run).filter((code) => !USUAL.includes(code))).toEqual([]);
    expect(run?.calls ?? 0).toBeLessThanOrEqual(45);
    await on.pass(TICK);
  }
}

/** How far back days were asked for since this was last looked at, in days. */
async function daysAsked(): Promise<number> {
  const { calls } = await on.calls();
  const since = calls.flatMap(({ query }) =>
    query.period === "day" && query.since !== undefined ? [Number(query.since)] : [],
  );
  return (on.now() - Math.min(...since)) / DAY;
}

for (const [which, platform, scope] of WAYS) {
  describe(which, () => {
    beforeEach(async () => {
      await on.connect(which);
      await settle(on);
      await on.tick();
      await on.calls();
    });

    test("an outage of weeks: its days are read, and no older ones", async () => {
      await on.pass(20 * DAY);
      await hours();
      expect(await daysAsked()).toBeLessThan(24);
      await expectEveryDay(platform);
      await on.pass(DAY);
      await on.tick();
      expect(await daysAsked()).toBeLessThan(6);
    });

    test("connected again after weeks: the days between are read", async () => {
      await on.pass(25 * DAY);
      await on.connect(which);
      await hours();
      await expectEveryDay(platform);
    });

    test("the days of an outage are not answered: they are asked again", async () => {
      await on.pass(12 * DAY);
      await on.fault({ kind: "graph_error", code: 2, path: "period=day" });
      for (let ticks = 0; ticks < 3; ticks += 1) {
        await on.tick();
        await on.pass(TICK);
      }
      await on.clearFaults();
      await hours();
      await expectEveryDay(platform);
    });

    test("the permission was missing for a while: its days are read when it is back", async () => {
      await on.fault({ kind: "scope_missing", scope });
      for (let day = 0; day < 9; day += 1) {
        await on.pass(DAY + HOUR);
        await on.tick();
      }
      expect(await on.rows("select account_id from collections where cursor is not null")).toEqual(
        [],
      );
      await on.clearFaults();
      await on.pass(DAY + HOUR);
      await settle(on);
      await expectEveryDay(platform);
    });
  });
}

test("the permission was missing from the beginning: all days are read when it is there", async () => {
  await on.fault({ kind: "scope_missing", scope: "read_insights" });
  await on.connect("facebook");
  await settle(on);
  expect(await on.rows("select date from day_readings")).toEqual([]);
  await on.clearFaults();
  await on.pass(DAY + HOUR);
  await settle(on);
  await expectEveryDay("facebook");
});

test("the permission was lost while the past was fetched: the rest of it is read when it is back", async () => {
  // four days a visit
  await on.connect("instagram_login");
  await on.tick();
  const oldest = async () => {
    const [row] = await on.rows<{ date: string }>("select min(date) as date from day_readings");
    return row?.date ?? "";
  };
  const before = await oldest();
  await on.fault({ kind: "scope_missing", scope: "instagram_business_manage_insights" });
  await on.pass(TICK);
  await on.tick();
  expect(await oldest()).toBe(before);
  await on.clearFaults();
  await on.pass(DAY + HOUR);
  await hours();
  expect((await oldest()) < before).toBe(true);
  await expectEveryDay("instagram");
});
