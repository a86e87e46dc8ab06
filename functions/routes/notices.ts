/** What there is to know or do now. */
import { calendarOf } from "../model/day.ts";
import { seenNotices, toNoticeJson } from "../present/notices.ts";
import { toStreakLine } from "../present/streak-line.ts";
import type { StreakLine } from "../present/views/streak.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listStreaksById } from "../store/streaks.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { listStanding, noticesNow, type Standing } from "./notice-reading.ts";
import { chosenOf } from "./reading.ts";

export const notices = {
  "GET /api/notices": (c) =>
    cachedRead(c, async () => {
      const [{ accounts }, standing] = await Promise.all([chosenOf(c), listStanding(c)]);
      const streaks = await openStreaks(c, accounts, standing);
      const seen = seenNotices(noticesNow(c, accounts, standing), accounts, streaks);
      return c.json({ notices: seen.map(toNoticeJson) });
    }),
} satisfies Handlers;

async function openStreaks(
  c: Ctx,
  accounts: readonly AccountRow[],
  { open }: Standing,
): Promise<StreakLine[]> {
  const ids = open.flatMap((notice) => ("streak_id" in notice ? notice.streak_id : []));
  const dayOf = calendarOf(c.get("time_zone"));
  return (await listStreaksById(c.env.DB, ids)).flatMap((row) => {
    const account = accounts.find(({ id }) => id === row.account_id);
    return account ? [toStreakLine(row, account, dayOf)] : [];
  });
}
