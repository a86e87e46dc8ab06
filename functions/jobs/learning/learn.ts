/**
 * What works, judged once a month an account and over all together: a slice a tick, of a cron of its own, since the free plan
 * gives an invocation ten milliseconds. Whoever has no finished look of the month that runs is due, so a library that has
 * just brought two years waits for no first of the month. Claims of the months that are over stand as they were said.
 */
import { dueLook } from "../../analyse/works/due.ts";
import {
  type LookSummary,
  prepareLook,
  readTogether,
  summaryOf,
} from "../../analyse/works/look.ts";
import {
  beginProgress,
  type LookProgress,
  materialOf,
  nextSlice,
  resultOf,
  withBefore,
} from "../../analyse/works/slices.ts";
import { dayOf, monthOf, SECONDS_A_DAY } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import type { Instant } from "../../model/snapshot.ts";
import { guardAccountIds } from "../../store/accounts.ts";
import { lostTheRace } from "../../store/failures.ts";
import { touchLibrary } from "../../store/library.ts";
import {
  beginLooking,
  endLooking,
  findLooking,
  type LookingRow,
  moveLooking,
} from "../../store/looking.ts";
import {
  beginLook,
  listClaimsOf,
  listMonthLooks,
  type MonthLook,
  POOL,
  saveLook,
} from "../../store/works.ts";
import { accountsAtOnce, worksPosts } from "./works-posts.ts";

type Clock = { now: Instant; time_zone: string };

/** Raised with whatever changes what lies between two slices: one of another format is begun anew. */
const FORMAT = 4;

type Progress = {
  format: typeof FORMAT;
  /** Whose posts they are. */
  of: number[];
  /** Of the month whose posts are read: of how many of these accounts they were, and what that is so far. */
  read: number;
  head: LookSummary | null;
  /** `null`: the posts are not read yet. */
  look: LookProgress | null;
};
type Looking = LookingRow<Progress>;

/** One that is not finished by then is begun anew. */
const GIVEN_UP_SECONDS = SECONDS_A_DAY;

/**
 * One tick: so many slices further (one on the free plan), two questions where nothing is due. What breaks off loses the slice that it was at, and of two
 * at once one moves it on.
 */
export async function learn(db: D1Database, clock: Clock, slices = 1): Promise<void> {
  for (let slice = 0; slice < slices; slice++) {
    try {
      if (!(await learnSlice(db, clock))) return;
    } catch (error) {
      // the other one has done it
      if (lostTheRace(error)) return;
      throw error;
    }
  }
}

/** @returns whether there may be more to do */
async function learnSlice(db: D1Database, { now, time_zone }: Clock): Promise<boolean> {
  const month = monthOf(dayOf(now, time_zone));
  const [looking, looks] = await Promise.all([
    findLooking<Progress>(db),
    listMonthLooks(db, month),
  ]);
  const accounts = looks.filter(({ id }) => id !== POOL);
  const shown = new Set(accounts.map(({ id }) => id));
  const fresh =
    looking?.month === month &&
    looking.progress.format === FORMAT &&
    now - looking.begun_at < GIVEN_UP_SECONDS;
  if (looking && fresh && looking.progress.of.every((id) => shown.has(id))) {
    await goOn(db, looking, { now, time_zone });
    return true;
  }
  const pool: MonthLook | null = looks.find(({ id }) => id === POOL)?.look ?? null;
  const due = dueLook(accounts, pool);
  if (due) {
    const next =
      "pool" in due ? { account_id: POOL, of: due.of } : { ...due, of: [due.account_id] };
    const seen = looks.find(({ id }) => id === next.account_id)?.look?.late ?? 0;
    await begin(db, { ...next, month, seen, stale: looking }, { now, time_zone });
  } else if (looking) await db.batch(endLooking(db, looking));
  return due !== null;
}

type Begun = {
  account_id: number;
  of: number[];
  month: string;
  /** Posts that had come late before theirs are read. */
  seen: number;
  stale: Looking | null;
};

/** The first slice: posts. */
async function begin(db: D1Database, { stale, ...begun }: Begun, clock: Clock): Promise<void> {
  const { account_id, of, month } = begun;
  const none: Progress = { format: FORMAT, of, read: 0, head: null, look: null };
  const first = await furtherRead(db, { account_id, month, progress: none }, clock);
  await db.batch([
    ...guardAccountIds(db, of),
    ...(stale ? endLooking(db, stale) : []),
    ...beginLook(db, { ...begun, made_at: clock.now }),
    ...beginLooking(db, { account_id, month, step: 1, begun_at: clock.now, ...first }),
  ]);
}

async function goOn(db: D1Database, looking: Looking, clock: Clock): Promise<void> {
  const { month, progress, material } = looking;
  const { look } = progress;
  if (!look) {
    const further = await furtherRead(db, looking, clock);
    await moveLooking(db, looking, { progress: further.progress, more: further.material }).run();
    return;
  }
  switch (look.next) {
    case "before": {
      const before = { ...looking, month: addMonths(month, -1) };
      const further = await furtherRead(db, before, clock);
      // the first takes the place of what was worked on
      const kept = progress.read === 0 ? "material" : "more";
      const moved = { progress: further.progress, [kept]: further.material };
      await moveLooking(db, looking, moved).run();
      return;
    }
    case "end":
      await db.batch([
        ...guardAccountIds(db, progress.of),
        ...endLooking(db, looking),
        ...finished(db, looking, look, clock),
      ]);
      return;
    default: {
      const slice = nextSlice(look, material);
      const moved = { ...slice, progress: { ...progress, look: slice.progress } };
      await moveLooking(db, looking, moved).run();
    }
  }
}

const finished = (
  db: D1Database,
  { account_id, month, progress: { of } }: Looking,
  look: LookProgress,
  { now }: Clock,
) => {
  const { state, posts } = look.this_month;
  const claims = look.claims ?? [];
  return [
    ...saveLook(
      db,
      { account_id, month, state, posts, of, made_at: now, result: resultOf(look) },
      claims,
    ),
    touchLibrary(db, null, { written: ROWS_OF_A_LOOK + claims.length }),
  ];
};

/** Its own, that of the month before, the one that was under way, and the library's. */
const ROWS_OF_A_LOOK = 4;

/** The posts of some accounts more; with the last of them the judging can begin, or go on with the month before. */
async function furtherRead(
  db: D1Database,
  { account_id, month, progress }: Pick<Looking, "account_id" | "month" | "progress">,
  { time_zone }: Clock,
): Promise<{ progress: Progress; material: string }> {
  const { of, read, head, look } = progress;
  const next = of.slice(read, read + accountsAtOnce(of.length));
  const when = { month, time_zone, accounts: of.length };
  const [posts, standing] = await Promise.all([
    worksPosts(db, next, when),
    look ? [] : listClaimsOf(db, { account_id, month: addMonths(month, -1) }),
  ]);
  const some = prepareLook(posts, when);
  const all = head ? readTogether(head, some) : summaryOf(some);
  const material = materialOf(some);
  if (read + next.length < of.length) {
    return { progress: { ...progress, read: read + next.length, head: all }, material };
  }
  const further = look ? withBefore(look, all) : beginProgress(all, standing);
  // what is read next is the month before
  return { progress: { ...progress, read: 0, head: null, look: further }, material };
}
