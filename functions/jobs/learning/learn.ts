/**
 * What works, judged once a month an account and over all together: a slice a tick, of a cron of its own, since the free plan
 * gives an invocation ten milliseconds. Whoever has no finished look of the month that runs is due, so a library that has
 * just brought two years waits for no first of the month. Claims of the months that are over stand as they were said.
 */
import { dueLook } from "../../analyse/works/due.ts";
import { type Look, prepareLook } from "../../analyse/works/look.ts";
import {
  beginProgress,
  isJudged,
  type LookProgress,
  nextSlice,
  resultOf,
  wantsBefore,
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
import { worksPosts } from "./works-posts.ts";

type Clock = { now: Instant; time_zone: string };

/** Raised with whatever changes what lies between two slices: one of another format is begun anew. */
const FORMAT = 1;

/** With whose posts they are. */
type Progress = LookProgress & { of: number[]; format: typeof FORMAT };
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
    await begin(db, { ...next, month, stale: looking }, { now, time_zone });
  } else if (looking) await db.batch(endLooking(db, looking));
  return due !== null;
}

type Begun = { account_id: number; of: number[]; month: string; stale: Looking | null };

/** The first slice: what is judged. Where there is too little of it, the look is over with it. */
async function begin(db: D1Database, { stale, ...begun }: Begun, clock: Clock): Promise<void> {
  const { account_id, of, month } = begun;
  const { now, time_zone } = clock;
  const [posts, standing] = await Promise.all([
    worksPosts(db, of, { month, time_zone }),
    listClaimsOf(db, { account_id, month: addMonths(month, -1) }),
  ]);
  const look = prepareLook(posts, { time_zone, month });
  const first = [
    ...guardAccountIds(db, of),
    ...(stale ? endLooking(db, stale) : []),
    ...beginLook(db, { ...begun, made_at: now }),
  ];
  if (look.state !== "ready") {
    await db.batch([...first, ...finished(db, { ...begun, look, claims: [] }, clock)]);
    return;
  }
  const progress: Progress = { format: FORMAT, of, ...beginProgress(look, standing) };
  await db.batch([
    ...first,
    ...beginLooking(db, { account_id, month, step: 1, begun_at: now, progress }),
  ]);
}

async function goOn(db: D1Database, looking: Looking, clock: Clock): Promise<void> {
  const { account_id, month, progress } = looking;
  const { of, look, claims } = progress;
  if (isJudged(progress)) {
    await db.batch([
      ...guardAccountIds(db, of),
      ...endLooking(db, looking),
      ...finished(db, { account_id, of, month, look, claims: claims ?? [] }, clock),
    ]);
    return;
  }
  const next = wantsBefore(progress)
    ? { ...progress, before: await lookBefore(db, { of, month }, clock) }
    : { ...progress, ...nextSlice(progress) };
  await moveLooking(db, looking, next).run();
}

/** That of the month before, of the same accounts. */
async function lookBefore(
  db: D1Database,
  { of, month }: { of: readonly number[]; month: string },
  { time_zone }: Clock,
): Promise<Look> {
  const when = { month: addMonths(month, -1), time_zone };
  return prepareLook(await worksPosts(db, of, when), when);
}

type Finished = Omit<Begun, "stale"> & {
  look: Look;
  claims: NonNullable<LookProgress["claims"]>;
};

const finished = (
  db: D1Database,
  { account_id, of, month, look, claims }: Finished,
  { now }: Clock,
) => [
  ...saveLook(
    db,
    {
      account_id,
      month,
      state: look.state,
      posts: look.posts,
      of,
      made_at: now,
      result: resultOf({ look }),
    },
    claims,
  ),
  touchLibrary(db, null, { written: ROWS_OF_A_LOOK + claims.length }),
];

/** Its own, that of the month before, the one that was under way, and the library's. */
const ROWS_OF_A_LOOK = 4;
