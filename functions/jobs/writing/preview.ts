/** What storing would do, told beforehand: nothing is written. */
import { calendarOf } from "../../model/day.ts";
import type { Preview, PreviewAccount } from "../../model/preview.ts";
import type { Instant, Snapshot } from "../../model/snapshot.ts";
import { derived } from "./derived.ts";
import { tallied } from "./tally.ts";
import type { DerivedGroup } from "./touched-accounts.ts";

/** So many posts show whether a file was read rightly. */
const FIRST_POSTS = 3;

/** @throws {Problem} what storing would throw */
export async function preview(
  db: D1Database,
  snapshots: readonly Snapshot[],
  { now, time_zone }: { now: Instant; time_zone: string },
): Promise<Preview> {
  const found = await derived(db, snapshots, { now, time_zone, import: { id: null } });
  const { snapshots: said, groups } = found;
  const readings = said.flatMap((snapshot) => snapshot.posts);
  const dayOf = calendarOf(time_zone);
  const dates = [
    ...readings.map(({ published_at }) => dayOf(published_at)),
    ...said.flatMap((snapshot) => snapshot.days.map(({ date }) => date)),
    ...said.flatMap(({ followers, read_at }) => (followers === null ? [] : dayOf(read_at))),
  ].sort();
  return {
    accounts: groups.map((group) => previewOf(group, snapshots)),
    ...tallied(found),
    days: said.reduce((sum, { days }) => sum + days.length, 0),
    followers: said.filter(({ followers }) => followers !== null).length,
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    first: readings.slice(0, FIRST_POSTS),
  };
}

function previewOf(
  { account, stored, derived: { row } }: DerivedGroup,
  told: readonly Snapshot[],
): PreviewAccount {
  const was = stored && stored.handle !== account.handle ? stored.handle : null;
  const named = told.find(
    ({ platform, account: name, external_id }) =>
      platform === account.platform && ![account.handle, was, external_id].includes(name),
  );
  return {
    platform: account.platform,
    handle: account.handle,
    name: row.given_name ?? row.name,
    state: stored ? (was === null ? "known" : "renamed") : "new",
    was,
    called: named?.account ?? null,
  };
}
