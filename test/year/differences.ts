/**
 * What an export says otherwise than the platforms: every account, day, post, story and reading of them is compared with
 * the truth of its own instant, and every reading that should be there is looked for. Nothing, when all is well.
 */
import { dayOf, isoInstant } from "../../functions/model/day.ts";
import {
  COUNTERS,
  type Counter,
  DAY_METRICS,
  type Figures,
  NO_FIGURES,
} from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import { DEMO_TIME_ZONE } from "../demo/times.ts";
import { ACCOUNT_IDS } from "../platforms/credentials.ts";
import { type Change, handleAt, removedAt, toldFigures, toldFormat } from "../platforms/shown.ts";
import { storyFiguresAt } from "../platforms/stories.ts";
import { truthAt } from "../platforms/truth.ts";
import type { World, WorldAccount } from "../platforms/world.ts";
import type { Exported, PostRow, ReadingRow } from "./exported.ts";
import { DAY, HISTORY_DAYS, HOUR, QUARTER, START } from "./life.ts";
import type { Gap } from "./troubles.ts";

export type Course = {
  world: World;
  changes: readonly Change[];
  /** When the cron's event came, oldest first. */
  ticks: readonly Instant[];
  gaps: readonly Gap[];
};

export function differences(exported: Exported, course: Course): string[] {
  const ids = new Set<string>(Object.values(ACCOUNT_IDS.library));
  const connected = course.world.accounts.filter(({ external_id }) => ids.has(external_id));
  const said = connected.flatMap((account) => {
    const { platform } = account;
    const own = <Row extends { platform: Platform }>(rows: readonly Row[]): Row[] =>
      rows.filter((row) => row.platform === platform);
    const gaps = course.gaps.filter((gap) => gap.platform === null || gap.platform === platform);
    const one = { ...course, account, gaps };
    return [
      ...ofAccount(one, exported),
      ...ofDays(one, own(exported.days)),
      ...ofPosts(one, own(exported.posts), own(exported.readings)),
    ].map((line) => `${platform}: ${line}`);
  });
  const extra = exported.accounts.length - connected.length;
  return extra === 0 ? said : [...said, `${extra} accounts too many`];
}

type Own = Course & { account: WorldAccount };

const last = ({ ticks }: Own): Instant => ticks.at(-1) ?? START;

/** An account has its turn at one of an hour's ticks: of these, the first and the last. */
const TURNS = HOUR - QUARTER;

/** The ticks of the hour that ends with this one: one of them was the account's. */
const hourTo = ({ ticks }: Own, at: Instant): Instant[] =>
  ticks.filter((tick) => tick >= at - TURNS && tick <= at);

const secondsOf = (iso: string): Instant => Date.parse(iso) / 1000;

/** Is nothing demanded anywhere between these instants? Those of a single figure leave the others alone. */
const isGap = ({ gaps }: Own, from: Instant, until: Instant): boolean =>
  gaps.some((gap) => gap.figure === null && gap.from <= until && gap.until >= from);

const lacks = ({ gaps }: Own, counter: Counter, at: Instant): boolean =>
  gaps.some((gap) => gap.figure === counter && gap.from <= at && gap.until >= at);

function ofAccount(own: Own, { accounts, readings }: Exported): string[] {
  const { account, changes } = own;
  const rows = accounts.filter(({ external_id }) => external_id === account.external_id);
  const [row] = rows;
  if (!row || rows.length > 1) return [`the account is there ${rows.length} times`];
  const lines: string[] = [];
  const handle = handleAt(account, changes, last(own));
  if (row.account !== handle) lines.push(`the account is called ${row.account}, not ${handle}`);
  const possible = hourTo(own, last(own)).map(account.followersAt);
  if (row.followers === null || !possible.includes(row.followers)) {
    lines.push(`${row.followers} followers, not ${possible.at(-1)}`);
  }
  const counts = readings.filter((one) => one.post === null && one.platform === row.platform);
  for (const { read_at, followers } of counts) {
    const truth = account.followersAt(secondsOf(read_at));
    if (followers !== truth) lines.push(`${followers} followers at ${read_at}, not ${truth}`);
  }
  return lines;
}

/** Meta's days are read again so often. */
const DAYS_EVERY = 6 * HOUR;

function ofDays(own: Own, rows: Exported["days"]): string[] {
  const { account, ticks } = own;
  const lines: string[] = [];
  const byDate = new Map(rows.map((row) => [row.date, row]));
  if (byDate.size !== rows.length) lines.push("a day is there twice");
  for (const [date, seen] of Map.groupBy(ticks, (at) => dayOf(at, DEMO_TIME_ZONE))) {
    const [first = START] = seen;
    const sure = seen.findLast((at) => at - TURNS >= first && !isGap(own, at - TURNS, at));
    if (sure === undefined) continue;
    const possible = seen.filter((at) => at >= sure - TURNS).map(account.followersAt);
    const followers = byDate.get(date)?.followers ?? null;
    if (followers === null || !possible.includes(followers)) {
      lines.push(`${followers} followers on ${date}, not ${possible[0]}`);
    }
  }
  const settled = last(own) - DAYS_EVERY - HOUR;
  const days = Math.ceil((settled - START) / DAY) + HISTORY_DAYS;
  const asked = { changes: own.changes, account: account.external_id, days };
  for (const truth of truthAt(own.world, settled, asked).accounts[0]?.days ?? []) {
    const row = byDate.get(truth.date);
    for (const figure of DAY_METRICS) {
      const said = row?.[figure] ?? null;
      if (said !== truth[figure])
        lines.push(`${said} ${figure} on ${truth.date}, not ${truth[figure]}`);
    }
  }
  return lines;
}

/** From one reading to the next, by the post's age (functions/model/visit.ts). X costs money: never more than daily after two days. */
const STEPS = [
  { until: 48 * HOUR, every: HOUR, onX: HOUR },
  { until: 7 * DAY, every: 6 * HOUR, onX: DAY },
  { until: 30 * DAY, every: DAY, onX: DAY },
  { until: 90 * DAY, every: 7 * DAY, onX: 7 * DAY },
];

const intervalOf = (platform: Platform, age: number): number => {
  const step = STEPS.find(({ until }) => age <= until);
  return (platform === "x" ? step?.onX : step?.every) ?? Number.POSITIVE_INFINITY;
};

/** Instagram says nothing of a medium that is younger. */
const SILENT = 600;

/** An account's turn may come so much later in an hour than in the one before: less than in every second hour. */
const LATE = 2 * QUARTER;

/** A post or story as it is on its platform. */
type Shown = {
  id: string;
  published_at: Instant;
  /** Not there any more from here on. */
  until: Instant;
  removed_at: Instant | null;
  format: string;
  caption: string | null;
  figuresAt: (at: Instant) => Figures;
};

function shownBy({ account, changes, ...own }: Own): Shown[] {
  const now = own.ticks.at(-1) ?? START;
  const posts = account.all
    .filter(({ published_at }) => published_at <= now)
    .map((post): Shown => {
      const removed_at = removedAt(post, changes);
      return {
        id: post.external_id,
        published_at: post.published_at,
        until: removed_at ?? Number.POSITIVE_INFINITY,
        removed_at,
        format: toldFormat(account, post, false),
        caption: post.caption,
        figuresAt: (at) => toldFigures(account, post, changes, at),
      };
    })
    .filter(({ until }) => until > START);
  const stories = account.storiesBetween(START - DAY, now).map(
    (story): Shown => ({
      id:
        account.platform === "facebook"
          ? `${account.external_id}_${story.external_id}`
          : story.external_id,
      published_at: story.published_at,
      until: story.published_at + DAY,
      removed_at: null,
      format: "story",
      caption: null,
      figuresAt: (at) => {
        const { reach, views, shares } = storyFiguresAt(story, at);
        const quiet = account.platform === "instagram" && reach < 5;
        return {
          ...NO_FIGURES,
          ...(quiet ? {} : { reach, views, shares }),
        };
      },
    }),
  );
  return [...posts, ...stories];
}

function ofPosts(own: Own, rows: readonly PostRow[], readings: readonly ReadingRow[]): string[] {
  const lines: string[] = [];
  const truth = new Map(shownBy(own).map((shown) => [shown.id, shown]));
  const rowsOf = Map.groupBy(rows, ({ post }) => post);
  const readingsOf = Map.groupBy(readings, ({ post }) => post);
  for (const [id, same] of rowsOf) {
    if (same.length > 1) lines.push(`${id} is there ${same.length} times`);
    if (!truth.has(id)) lines.push(`${id} is there and was never published`);
  }
  for (const shown of truth.values()) {
    const [row] = rowsOf.get(shown.id) ?? [];
    const own_readings = readingsOf.get(shown.id) ?? [];
    lines.push(...ofPost(own, shown, row, own_readings).map((line) => `${shown.id} ${line}`));
  }
  return lines;
}

function ofPost(own: Own, shown: Shown, row: PostRow | undefined, readings: readonly ReadingRow[]) {
  const seen = own.ticks.filter((at) => at >= shown.published_at && at < shown.until);
  const [first = shown.until] = seen;
  const sure = seen.some((at) => at - TURNS >= first && !isGap(own, at - TURNS, at));
  if (!row)
    return sure ? [`(${shown.format} of ${isoInstant(shown.published_at)}) is missing`] : [];
  const lines: string[] = [];
  const is = (what: string, said: unknown, truth: unknown) => {
    if (said !== truth) lines.push(`${what} is ${said}, not ${truth}`);
  };
  is("published_at", row.published_at, isoInstant(shown.published_at));
  is("format", row.format, shown.format);
  if (shown.format !== "story") is("caption", row.caption, shown.caption);
  lines.push(...ofRemoval(own, shown, row));
  lines.push(...ofReadings(own, shown, readings));
  lines.push(...ofNewest(own, shown, row, readings));
  return lines;
}

/** A post that is gone is noticed when it should have been read again. */
function ofRemoval(own: Own, { removed_at, published_at }: Shown, row: PostRow): string[] {
  const said = row.removed_at === null ? null : secondsOf(row.removed_at);
  if (said !== null) {
    return removed_at !== null && said >= removed_at ? [] : [`is told gone at ${row.removed_at}`];
  }
  if (removed_at === null) return [];
  const due = removed_at + intervalOf(row.platform, removed_at - published_at) + HOUR;
  return due < last(own) && !isGap(own, removed_at, due) ? ["is gone, and nothing says so"] : [];
}

const agrees = (said: Figures, truth: Figures): boolean =>
  COUNTERS.every((counter) => said[counter] === null || said[counter] === truth[counter]);

/** Every reading tells the truth of its instant, and where it changed there is the next one in time. */
function ofReadings(own: Own, shown: Shown, readings: readonly ReadingRow[]): string[] {
  const { account, ticks } = own;
  const { platform } = account;
  const lines: string[] = [];
  if (new Set(readings.map(({ read_at }) => read_at)).size !== readings.length) {
    lines.push("was read twice at an instant");
  }
  for (const reading of readings) {
    const at = secondsOf(reading.read_at);
    if (at >= shown.until) continue;
    const truth = shown.figuresAt(at);
    for (const counter of COUNTERS) {
      if (reading[counter] === truth[counter]) continue;
      const silent = platform === "instagram" && at - shown.published_at < SILENT;
      if (reading[counter] === null && (silent || lacks(own, counter, at))) continue;
      lines.push(`has ${reading[counter]} ${counter} at ${reading.read_at}, not ${truth[counter]}`);
    }
  }
  const [first] = readings;
  if (!first) return lines;
  let next = 0;
  let known: ReadingRow | undefined;
  let agreed: Instant = Math.max(START, shown.published_at);
  for (const at of ticks) {
    if (at < shown.published_at || at >= shown.until) continue;
    const upcoming = readings[next];
    if (upcoming && secondsOf(upcoming.read_at) <= at) {
      known = upcoming;
      agreed = at;
      next++;
    } else if (known && agrees(known, shown.figuresAt(at))) agreed = at;
    const patience = intervalOf(platform, at - shown.published_at) + LATE;
    if (at - agreed > patience && !isGap(own, agreed, at)) {
      lines.push(`was not read between ${isoInstant(agreed)} and ${isoInstant(at)}`);
      agreed = at;
    }
  }
  return lines;
}

/** The newest figures: of the newest reading, or, where that did not tell one, of the last that did. */
function ofNewest(own: Own, shown: Shown, row: PostRow, readings: readonly ReadingRow[]): string[] {
  const read_at = secondsOf(row.read_at);
  const truth = shown.figuresAt(Math.min(read_at, shown.until - 1));
  const lines: string[] = [];
  for (const counter of COUNTERS) {
    const told = readings.findLast((reading) => reading[counter] !== null)?.[counter] ?? null;
    const untold = truth[counter] === null || lacks(own, counter, read_at);
    const gone = shown.until <= read_at;
    const expected = untold || gone ? told : truth[counter];
    if (row[counter] !== expected) {
      lines.push(`has ${row[counter]} ${counter} in the end, not ${expected}`);
    }
  }
  const oldest = Math.min(last(own), shown.until - HOUR, shown.published_at + 90 * DAY);
  const due = oldest - intervalOf(own.account.platform, oldest - shown.published_at) - HOUR;
  if (read_at < due && !isGap(own, read_at, oldest)) {
    lines.push(`was last read at ${row.read_at}`);
  }
  return lines;
}
