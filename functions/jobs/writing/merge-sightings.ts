/**
 * What was read of an account, told over again: as Snapshots of the account that it turned out to be. Of a reading that was
 * only seen again unchanged each day's last sight is enough: no day loses its count, and no figure its day.
 */
import { foldPlatformDay } from "../../analyse/account-days.ts";
import {
  type DetailsRow,
  detailsAfter,
  detailsOf,
  foldDetails,
  NOTHING_SAID,
} from "../../analyse/details.ts";
import { daysOfRepeats, hasInstant } from "../../analyse/repeats.ts";
import { saidLast, saysAt } from "../../analyse/said.ts";
import {
  firstReadFrom,
  lastReadUpTo,
  merged,
  type Segment,
  toSegments,
} from "../../analyse/timeline.ts";
import { daySaidLast, daySaidOf } from "../../model/day-said.ts";
import { type Figures, NO_FIGURES } from "../../model/metric.ts";
import { type Details, OPTIONAL_DETAILS } from "../../model/post-fold.ts";
import type { Day, DayReading, Instant, PostReading, Snapshot } from "../../model/snapshot.ts";
import type { AccountReadingRow } from "../../store/account-readings.ts";
import type { AccountRow } from "../../store/accounts.ts";
import type { DayReadingRow } from "../../store/day-readings.ts";
import type { PostRow } from "../../store/posts.ts";
import { accountSegments } from "./derive-account.ts";
import type { History } from "./post-change.ts";
import { type Calendar, fromReadingRow, stampedDetails } from "./post-rows.ts";

/** Each instant of a stretch of readings that is told, with what was read at it. */
function sights<Values extends Record<string, number | string | null>>(
  segments: readonly Segment<Values>[],
  dayOf: Calendar,
): Map<Instant, Values> {
  const told = new Map<Instant, Values>();
  for (const { read_at, rows, held } of segments) {
    const values = merged(rows);
    for (const at of [read_at, ...daysOfRepeats(held, dayOf).values()]) told.set(at, values);
  }
  return told;
}

const snapshotOf = (
  { platform, handle, external_id }: AccountRow,
  read_at: Instant,
  rest: Partial<Snapshot>,
): Snapshot => ({
  platform,
  account: handle,
  external_id,
  name: null,
  read_at,
  followers: null,
  days: [],
  posts: [],
  comments: [],
  ...rest,
});

/**
 * Followers and names.
 * @param rows a slice of them; `more`: it is not the last, and how long its newest was seen is not known yet
 * @returns with the instant of the last reading that is told
 */
export function followersAgain(
  from: AccountRow,
  into: AccountRow,
  rows: readonly AccountReadingRow[],
  more: boolean,
  dayOf: Calendar,
): { snapshots: Snapshot[]; after: Instant } {
  const segments = accountSegments(rows, from.held);
  const told = more ? segments.slice(0, -1) : segments;
  return {
    snapshots: [...sights(told, dayOf)].map(([at, said]) => snapshotOf(into, at, said)),
    after: told.at(-1)?.read_at ?? 0,
  };
}

/** The platform's own days; those of late are told as of when they were last confirmed, too. */
export function daysAgain(
  from: AccountRow,
  into: AccountRow,
  rows: readonly DayReadingRow[],
): Snapshot[] {
  const told = new Map<Instant, DayReading[]>();
  const tell = (at: Instant, date: Day, said: readonly DayReadingRow[]) => {
    told.set(at, [...(told.get(at) ?? []), { date, ...foldPlatformDay(said) }]);
  };
  for (const [date, said] of Map.groupBy(rows, (row) => row.date)) {
    for (const [at, once] of Map.groupBy(said, ({ read_at }) => read_at)) tell(at, date, once);
    const confirmed = daySaidLast(daySaidOf(from.days_seen[date])) ?? 0;
    const collected = said.filter(({ import_id }) => import_id === null);
    if (collected.length > 0 && said.every(({ read_at }) => read_at < confirmed)) {
      tell(confirmed, date, collected);
    }
  }
  return [...told].map(([at, days]) => snapshotOf(into, at, { days }));
}

/** Posts, each with all that was ever read of it. */
export function postsAgain(
  into: AccountRow,
  posts: readonly { post: PostRow; history: History }[],
  dayOf: Calendar,
): Snapshot[] {
  const told = new Map<Instant, PostReading[]>();
  for (const { post, history } of posts) {
    for (const [at, reading] of postAgain(post, history, dayOf)) {
      told.set(at, [...(told.get(at) ?? []), reading]);
    }
  }
  return [...told].map(([at, readings]) => snapshotOf(into, at, { posts: readings }));
}

function postAgain(post: PostRow, history: History, dayOf: Calendar): Map<Instant, PostReading> {
  const segments = toSegments(history.readings.map(fromReadingRow), post.held);
  const figures = sights(segments, dayOf);
  const rows = history.details.map(stampedDetails);
  const confirmed = saidLast(post.fold.said, (to) => lastReadUpTo(segments, to));
  for (const at of [...rows.map(({ read_at }) => read_at), ...confirmed]) {
    if (!figures.has(at)) figures.set(at, figuresAt(segments, at));
  }
  const name = nameOf(rows);
  return new Map(
    [...figures].map(([at, values]) => {
      const said = saidAt(post, rows, at, firstReadFrom(segments, at) === at);
      return [at, { ...values, ...said, ...name(said) }];
    }),
  );
}

function figuresAt(segments: readonly Segment<Figures>[], at: Instant): Figures {
  const segment = segments.findLast(({ read_at }) => read_at <= at);
  if (!segment) return NO_FIGURES;
  const seen = segment.read_at === at || hasInstant(segment.held, at);
  return seen ? merged(segment.rows) : NO_FIGURES;
}

/** What was said at the instant and no more: what had been said before may be another's to correct by then. */
function saidAt(post: PostRow, rows: readonly DetailsRow[], at: Instant, read: boolean): Details {
  const first = rows[0] ?? post;
  const known = foldDetails(rows.filter(({ read_at }) => read_at <= at)) ?? detailsOf(first);
  const { published_at, published_precision } = known;
  const nothing: Details = { ...NOTHING_SAID, published_at, published_precision };
  const said = rows.filter(({ read_at }) => read_at === at).reduce<Details>(detailsAfter, nothing);
  const again = OPTIONAL_DETAILS.filter(
    (field) => read && said[field] === null && saysAt(post.fold.said, at, field),
  );
  return { ...said, ...Object.fromEntries(again.map((field) => [field, known[field]])) };
}

/** Every reading has to say whose it is: by the post's id, or where none is known by its link. */
function nameOf(rows: readonly DetailsRow[]): (said: Details) => Partial<Details> {
  const { external_id = null, url = null } = foldDetails(rows) ?? {};
  return (said) => (external_id === null ? { url: said.url ?? url } : { external_id });
}
