/** Some days of a library's life, whole: the Worker's cron, the platforms, everything that goes wrong on the way, and the export. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differences } from "../../year/differences.ts";
import type { Exported } from "../../year/exported.ts";
import { type Life, openLife } from "../../year/life.ts";
import { type Lived, live, SOME_DAYS } from "../../year/troubles.ts";

let life: Life;
let lived: Lived;
let exported: Exported;
beforeAll(async () => {
  life = await openLife();
  lived = await live(life, SOME_DAYS);
  exported = await life.exported();
}, 300_000);
afterAll(() => life.close());

const compared = (said: Exported): string[] =>
  differences(said, {
    world: life.world,
    changes: life.changes,
    ticks: lived.ticks.map(({ at }) => at),
    gaps: lived.gaps,
  });

test("the export says what the platforms say, nothing twice, and nothing is missing but what nobody could read", () => {
  expect(compared(exported)).toEqual([]);
  expect(exported.posts.length).toBeGreaterThan(100);
  expect(exported.posts.filter(({ removed_at }) => removed_at !== null)).toHaveLength(2);
  expect(exported.accounts.map(({ account }) => account)).toContain("perpus.pasuruan");
});

test("every trouble was met, and left its reason", async () => {
  const runs = await life.rows<{ problems: string }>("select problems from runs");
  const codes = runs.flatMap(({ problems }) =>
    (JSON.parse(problems) as { code: string }[]).map(({ code }) => code),
  );
  expect([...new Set(codes)].sort()).toEqual([
    "credits_depleted",
    "http_error",
    "metric_retired",
    "throttled",
    // no trouble: a story that is minutes old
    "too_few_people",
  ]);
});

test("the platforms were asked as often as the Worker says, and no tick was too dear", () => {
  const requests = lived.asked.reduce((sum, day) => sum + day.requests, 0);
  const subrequests = lived.ticks.map(({ meter }) => meter.subrequests);
  // those of connecting the accounts are the platforms' alone
  expect(requests).toBeGreaterThan(subrequests.reduce((sum, one) => sum + one, 0));
  expect(Math.max(...subrequests)).toBeLessThanOrEqual(45);
  expect(Math.max(...lived.ticks.map(({ meter }) => meter.queries))).toBeLessThanOrEqual(40);
});

describe("the comparison sees", () => {
  const spoilt: [string, (said: Exported) => void][] = [
    ["a figure that is one too high", ({ posts }) => raise(posts.at(-1), "likes")],
    ["a reading that is one too high", ({ readings }) => raise(readings.findLast(isPost), "views")],
    ["a follower too many", ({ days }) => raise(days.at(-1), "followers")],
    ["a platform's day that is one too high", ({ days }) => raise(days.findLast(isTold), "reach")],
    ["a post twice", ({ posts }) => posts.push(...posts.slice(-1))],
    ["a post that is missing", ({ posts }) => posts.pop()],
    ["an account twice", ({ accounts }) => accounts.push(...accounts.slice(-1))],
    ["a reading twice", ({ readings }) => readings.push(...readings.filter(isPost).slice(-1))],
    ["hours without a reading", ({ readings }) => forget(readings)],
    ["a reading only every second hour", ({ readings }) => thin(readings)],
    ["a day without followers", ({ days }) => days.splice(-4)],
    ["a deletion that is not told", ({ posts }) => bringBack(posts)],
  ];
  for (const [what, spoil] of spoilt) {
    test(what, () => {
      const copy = structuredClone(exported);
      spoil(copy);
      expect(compared(copy)).not.toEqual([]);
    });
  }
});

const isPost = ({ post }: Exported["readings"][number]): boolean => post !== null;
const isTold = ({ reach }: Exported["days"][number]): boolean => reach !== null;

function raise<Row, Column extends keyof Row>(row: Row | undefined, column: Column): void {
  if (row) Reflect.set(row, column as string, Number(row[column]) + 1);
}

const mostRead = (readings: Exported["readings"]): Exported["readings"] => {
  const [most = []] = [...Map.groupBy(readings.filter(isPost), ({ post }) => post).values()].sort(
    (a, b) => b.length - a.length,
  );
  return most;
};

/** Takes out the middle of the post that was read most often. */
function forget(readings: Exported["readings"]): void {
  for (const one of mostRead(readings).slice(5, 10)) readings.splice(readings.indexOf(one), 1);
}

/** Takes every second of that post's first readings out. */
function thin(readings: Exported["readings"]): void {
  for (const [index, one] of mostRead(readings).slice(0, 20).entries()) {
    if (index % 2 === 1) readings.splice(readings.indexOf(one), 1);
  }
}

function bringBack(posts: Exported["posts"]): void {
  for (const post of posts) post.removed_at = null;
}
