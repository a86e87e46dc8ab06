/** Targets as whoever asks may see them, each with how far it is: found once a day, and kept. */
import { targetStanding } from "../analyse/target-standing.ts";
import { monthOf } from "../model/day.ts";
import { named } from "../present/plan-lines.ts";
import type { TargetLine } from "../present/views/targets.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listAccountsWithFigures } from "../store/month-figures.ts";
import { keepStandings, type ListedTarget, listTargets } from "../store/targets.ts";
import { allowedAccounts } from "./access.ts";
import type { Ctx } from "./env.ts";
import { keepYears, todayOf } from "./reading.ts";

/** Of so many years that are over month ends are read: 36 origins of an outlook, and the year of changes before them. */
const YEARS_BACK = 4;

/** Those of a year, or of all (`null`). */
export const listedTargets = (c: Ctx, year: number | null): Promise<ListedTarget[]> =>
  listTargets(c.env.DB, year);

/**
 * @param seen the accounts that may be seen; of a link that opens some, nothing is told of all together
 */
export async function targetLines(
  c: Ctx,
  listed: readonly ListedTarget[],
  seen: readonly AccountRow[],
): Promise<TargetLine[]> {
  const limited = allowedAccounts(c.get("caller")?.link ?? null) !== null;
  const shown = listed.filter(({ account, stands_for }) =>
    account === null ? !limited : seen.some(({ id }) => id === stands_for),
  );
  const found = await withStandings(c, shown);
  return found.map(({ stands_for, standing, ...target }) => {
    const account = seen.find(({ id }) => id === stands_for);
    const { id, year, metric, value, version } = target;
    return {
      ...{ id, year, metric, value, version },
      account: account ? named(account) : null,
      standing: standing?.found ?? null,
    };
  });
}

async function withStandings(c: Ctx, targets: readonly ListedTarget[]): Promise<ListedTarget[]> {
  const today = todayOf(c);
  const first = Number(today.slice(0, 4)) - YEARS_BACK;
  const isStale = ({ standing, year }: ListedTarget) => standing?.on !== today && year > first;
  const stale = targets.filter(isStale);
  if (stale.length === 0) return [...targets];
  const ids = stale.map(({ stands_for }) => stands_for);
  const { accounts, months, unkept } = await listAccountsWithFigures(
    c.env.DB,
    { from: `${first}-01`, to: monthOf(today) },
    { platforms: null, ids: ids.includes(null) ? null : (ids as number[]), handle: null },
  );
  keepYears(c, unkept);
  const everyone = accounts.filter(({ hidden_at }) => hidden_at === null);
  const renewed = targets.map((target) => {
    if (!isStale(target)) return target;
    const own = everyone
      .filter(({ id }) => target.account === null || id === target.stands_for)
      .map(({ id, followers }) => ({
        followers,
        months: months.filter(({ account_id }) => account_id === id),
      }));
    return { ...target, standing: { on: today, found: targetStanding(target, own, today) } };
  });
  const kept = keepStandings(
    c.env.DB,
    renewed.filter((_, index) => isStale(targets[index] as ListedTarget)),
  );
  // the next page reads them alone; nothing is lost where it fails
  c.executionCtx.waitUntil(
    Promise.all(kept.map((one) => one.run())).catch((error) => console.error(error)),
  );
  return renewed;
}
