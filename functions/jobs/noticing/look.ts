/** The hourly look at what time alone makes true: a collector that stands still, a connection that ends, figures that grow old, a silence. */
import { noticeChanges, timelyNotices } from "../../analyse/notices.ts";
import type { Instant } from "../../model/snapshot.ts";
import { listAccounts } from "../../store/accounts.ts";
import { listLiveStandings } from "../../store/collections.ts";
import { findTimeZone, touchLibrary } from "../../store/library.ts";
import { closeNotices, listOpenNotices, openNotices } from "../../store/notices.ts";
import { silences } from "./silences.ts";

/** Five questions, and two more where anybody is quiet, however many; nothing is written where nothing changed. */
export async function lookAround(
  db: D1Database,
  { now, usual_zone }: { now: Instant; usual_zone: string },
): Promise<void> {
  const [time_zone, accounts, collections, open] = await Promise.all([
    findTimeZone(db),
    listAccounts(db),
    listLiveStandings(db),
    listOpenNotices(db),
  ]);
  const seen = accounts.filter(({ hidden_at }) => hidden_at === null);
  const changes = noticeChanges(open, [
    ...timelyNotices(seen, collections, now),
    ...(await silences(db, seen, now, time_zone ?? usual_zone)),
  ]);
  if (changes.open.length + changes.close.length === 0) return;
  await db.batch([
    ...closeNotices(
      db,
      changes.close.map(({ id }) => id),
      now,
    ),
    ...openNotices(db, changes.open, now),
    touchLibrary(db, null),
  ]);
}
