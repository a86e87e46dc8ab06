/**
 * What works, judged once a month an account and over all together: some slices a tick, of a cron of its own, for an invocation
 * has its queries and its time. Whoever has no finished look of the month that runs is due, so a library that has
 * just brought two years waits for no first of the month. Claims of the months that are over stand as they were said.
 */
import { dueLook } from "../../analyse/works/due.ts";
import { type LookSummary, lookAt, readTogether, summaryOf } from "../../analyse/works/look.ts";
import { packPosts, unpackPosts } from "../../analyse/works/packed.ts";
import type { WorksPost } from "../../analyse/works/post.ts";
import { type SettledPost, settledPosts, type When } from "../../analyse/works/settled.ts";
import {
  beginProgress,
  type LookProgress,
  materialOf,
  nextSlice,
  resultOf,
  withBefore,
} from "../../analyse/works/slices.ts";
import type { Claim } from "../../model/claim.ts";
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
  type LookingUnderWay,
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
const FORMAT = 6;

export type LookUnderWay = {
  format: typeof FORMAT;
  /** Whose posts they are. */
  of: number[];
  /** What stood last month. */
  standing: Claim[];
  /** Of the month whose posts are read: of how many of these accounts they are ready, and what that is so far. */
  ready: number;
  head: LookSummary | null;
  /** Whose posts the material's last line holds, read and not ready. */
  read: Reading | null;
  /** `null`: not all posts are ready yet. */
  look: LookProgress | null;
};
type Looking = LookingUnderWay<LookUnderWay>;

/** Of so many accounts more; `settled`: those that are judged, by account. */
type Reading = { accounts: number; settled: boolean };

/** One that is not finished by then is begun anew. */
const GIVEN_UP_SECONDS = SECONDS_A_DAY;

/**
 * One tick: so many slices further, two questions where nothing is due. What breaks off loses the slice that it was at and no
 * other, and of two at once one moves it on.
 * @param found the look that is under way, where that is known
 */
export async function learn(
  db: D1Database,
  clock: Clock,
  slices = 1,
  found?: Looking | null,
): Promise<void> {
  let looking = found;
  for (let slice = 0; slice < slices; slice++) {
    try {
      if (looking === undefined) looking = await findLooking<LookUnderWay>(db);
      if (!(await learnSlice(db, looking, clock))) return;
      looking = undefined;
    } catch (error) {
      // the other one has done it
      if (lostTheRace(error)) return;
      throw error;
    }
  }
}

/** @returns whether there may be more to do */
async function learnSlice(db: D1Database, looking: Looking | null, clock: Clock): Promise<boolean> {
  const month = monthOf(dayOf(clock.now, clock.time_zone));
  if (looking && goesOn(looking, month, clock)) {
    await goOn(db, looking, clock);
    return true;
  }
  const looks = await listMonthLooks(db, month);
  const accounts = looks.filter(({ id }) => id !== POOL);
  const pool: MonthLook | null = looks.find(({ id }) => id === POOL)?.look ?? null;
  const due = dueLook(accounts, pool);
  if (due) {
    const next =
      "pool" in due ? { account_id: POOL, of: due.of } : { ...due, of: [due.account_id] };
    const seen = looks.find(({ id }) => id === next.account_id)?.look?.late ?? 0;
    await begin(db, { ...next, month, seen, stale: looking }, clock);
  } else if (looking) await db.batch(endLooking(db, looking));
  return due !== null;
}

const goesOn = (looking: Looking, month: string, { now }: Clock): boolean =>
  looking.shown &&
  looking.month === month &&
  looking.progress.format === FORMAT &&
  now - looking.begun_at < GIVEN_UP_SECONDS;

type Begun = {
  account_id: number;
  of: number[];
  month: string;
  /** Posts that had come late before theirs are read. */
  seen: number;
  stale: Looking | null;
};

/** The first slice: whose posts are read from now on, so that what comes late is counted, and what stood last month. */
async function begin(db: D1Database, { stale, ...begun }: Begun, clock: Clock): Promise<void> {
  const { account_id, of, month } = begun;
  const standing = await listClaimsOf(db, { account_id, month: addMonths(month, -1) });
  const progress: LookUnderWay = {
    ...{ format: FORMAT, of, standing },
    ...{ ready: 0, read: null, head: null, look: null },
  };
  await db.batch([
    ...guardAccountIds(db, of),
    ...(stale ? endLooking(db, stale) : []),
    ...beginLook(db, { ...begun, made_at: clock.now }),
    ...beginLooking(db, {
      ...{ account_id, month, step: 1, begun_at: clock.now },
      ...{ progress, material: "" },
    }),
  ]);
}

async function goOn(db: D1Database, looking: Looking, clock: Clock): Promise<void> {
  const { progress, material } = looking;
  const { of, ready, read, look } = progress;
  if (read) {
    const made = read.settled ? madeReady : sortedOut;
    await moveLooking(db, looking, made(looking, read, clock)).run();
    return;
  }
  if (!look || look.next === "before") {
    const posts = await nextPosts(db, { of, ready, month: monthRead(looking) }, clock);
    // the first take the place of what was worked on before
    const kept = ready === 0 ? "material" : "more";
    const moved = { progress: { ...progress, read: posts.read }, [kept]: posts.material };
    await moveLooking(db, looking, moved).run();
    return;
  }
  if (look.next === "end") {
    await db.batch([
      ...guardAccountIds(db, of),
      ...endLooking(db, looking),
      ...finished(db, looking, look, clock),
    ]);
    return;
  }
  const slice = nextSlice(look, material);
  const moved = { ...slice, progress: { ...progress, look: slice.progress } };
  await moveLooking(db, looking, moved).run();
}

/** Posts are read of the month that runs, then of the one before. */
const monthRead = ({ month, progress: { look } }: Looking): string =>
  look ? addMonths(month, -1) : month;

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

/** The posts of some accounts more, as one line. */
async function nextPosts(
  db: D1Database,
  { of, ready, month }: Pick<LookUnderWay, "of" | "ready"> & { month: string },
  { time_zone }: Clock,
): Promise<{ read: Reading; material: string }> {
  const next = of.slice(ready, ready + accountsAtOnce(of.length));
  const posts = await worksPosts(db, next, { month, time_zone, accounts: of.length });
  return { read: { accounts: next.length, settled: false }, material: packPosts(posts) };
}

/** Of the posts that were read last those that are judged. */
function sortedOut(looking: Looking, read: Reading, clock: Clock) {
  const { before, posts } = unpackPosts<WorksPost[]>(looking.material);
  return {
    progress: { ...looking.progress, read: { ...read, settled: true } },
    material: before + packPosts(settledPosts(posts, whenOf(looking, clock))),
  };
}

/** They are ready; with the last of all the judging can begin, or go on with the month before. */
function madeReady(looking: Looking, read: Reading, clock: Clock) {
  const { of, standing, ready, head, look } = looking.progress;
  const { before, posts } = unpackPosts<SettledPost[][]>(looking.material);
  const some = lookAt(posts, whenOf(looking, clock));
  const all = head ? readTogether(head, some) : summaryOf(some);
  const material = before + materialOf(some);
  const further = { ...looking.progress, read: null };
  if (ready + read.accounts < of.length) {
    return { progress: { ...further, ready: ready + read.accounts, head: all }, material };
  }
  const judging = look ? withBefore(look, all) : beginProgress(all, standing);
  // what is read next is the month before
  return { progress: { ...further, ready: 0, head: null, look: judging }, material };
}

const whenOf = (looking: Looking, { time_zone }: Clock): When => ({
  month: monthRead(looking),
  time_zone,
  accounts: looking.progress.of.length,
});
