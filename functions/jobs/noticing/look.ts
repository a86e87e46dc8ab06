/** The hourly look at what time alone makes true: a collector that stands still, a connection that ends, figures that grow old, a silence. */
import { eventsDue } from "../../analyse/event-due.ts";
import { noticeChanges, timelyNotices } from "../../analyse/notices.ts";
import { questionsWaiting } from "../../analyse/questions.ts";
import { almanacOf, decreeMissing } from "../../model/almanac-days-between.ts";
import { dayOf, SECONDS_A_DAY } from "../../model/day.ts";
import { STEP_WINDOWS } from "../../model/event.ts";
import { eventDays } from "../../model/event-days.ts";
import type { DecreeNotice } from "../../model/notice.ts";
import type { Day, Instant } from "../../model/snapshot.ts";
import { listAccounts } from "../../store/accounts.ts";
import { type AlmanacRow, listAlmanac } from "../../store/almanac.ts";
import { forgetChanges } from "../../store/changes.ts";
import { listLiveStandings } from "../../store/collections.ts";
import { listPromoted } from "../../store/event-posts.ts";
import { findTimeZone, touchLibrary } from "../../store/library.ts";
import { closeNotices, listOpenNotices, openNotices, renewQuestions } from "../../store/notices.ts";
import { listWaitingQuestions } from "../../store/threads.ts";
import { listOverTrials } from "../../store/trials.ts";
import { effectsJudged } from "./event-effects.ts";
import { silences } from "./silences.ts";
import { trialsJudged } from "./trials-judged.ts";

/** So long before an event its first step is open, and so long after it the last is; a day more on either side, for the zone. */
const AHEAD_SECONDS = (1 - STEP_WINDOWS.two_weeks.from) * SECONDS_A_DAY;
const THANKED_SECONDS = (1 + STEP_WINDOWS.thanks.to) * SECONDS_A_DAY;

/** What people changed is kept for two years. */
const KEPT_SECONDS = 2 * 365 * SECONDS_A_DAY;

/** An event that ended longer ago is judged no more: nobody waits for it, and a look reads none of those that are over. */
const JUDGED_SECONDS = 60 * SECONDS_A_DAY;

/**
 * Ten questions, in one round trip, two more where anybody is quiet, however many, one where a question waits, and two each where
 * an event is to be judged or the weeks of a trial are over; nothing is written where nothing changed, but that what people
 * changed long ago goes.
 */
export async function lookAround(
  db: D1Database,
  { now, usual_zone }: { now: Instant; usual_zone: string },
): Promise<void> {
  const [zone, accounts, collections, open, almanac, events, waiting, over] = await Promise.all([
    findTimeZone(db),
    listAccounts(db),
    listLiveStandings(db),
    listOpenNotices(db),
    listAlmanac(db),
    listPromoted(db, {
      from: now - JUDGED_SECONDS,
      to: now + AHEAD_SECONDS,
      going: now - THANKED_SECONDS,
    }),
    listWaitingQuestions(db),
    // a day more, for the zone
    listOverTrials(db, dayOf(now + SECONDS_A_DAY, "UTC")),
  ]);
  const time_zone = zone ?? usual_zone;
  const today = dayOf(now, time_zone);
  const seen = accounts.filter(({ hidden_at }) => hidden_at === null);
  const [silent, ...ends] = await Promise.all([
    silences(db, seen, now, time_zone),
    effectsJudged(db, events, accounts, now, time_zone),
    trialsJudged(db, over, now, time_zone),
  ]);
  const judged = ends.flat();
  const promoted = events
    .filter(({ starts_at, ends_at }) => (ends_at ?? starts_at) >= now - THANKED_SECONDS)
    .map((event) => ({ ...event, days: eventDays(event, time_zone) }));
  const changes = noticeChanges(open, [
    ...timelyNotices(seen, collections, now),
    ...silent,
    ...eventsDue(promoted, today),
    ...questionsWaiting(waiting),
    ...decreeDue(almanac, today),
  ]);
  const { open: opened, close, renew } = changes;
  const quiet = opened.length + close.length + renew.length + judged.length === 0;
  await db.batch([
    forgetChanges(db, now - KEPT_SECONDS),
    ...(quiet
      ? []
      : [
          ...closeNotices(
            db,
            close.map(({ id }) => id),
            now,
          ),
          ...openNotices(db, opened, now),
          ...renewQuestions(
            db,
            renew.map(({ row, found }) => ({ ...found, id: row.id })),
          ),
          ...judged,
          touchLibrary(db, null),
        ]),
  ]);
}

/** From October on somebody has to look whether next year's holidays are decreed. */
function decreeDue(almanac: readonly AlmanacRow[], today: Day): DecreeNotice[] {
  const year = Number(today.slice(0, 4)) + 1;
  const days = almanacOf(almanac, `${year}-01-01`, `${year}-12-31`);
  return decreeMissing(days, today) ? [{ kind: "decree", account_id: null, year }] : [];
}
