/** Accounts with a slump put in: is it seen, how soon, and when is it told that it is over. */
import { median } from "simple-statistics";
import { type DrawnAccount, drawAccount } from "./account.ts";
import { random } from "./random.ts";
import { interval, share } from "./rates.ts";
import { type Watcher, watched } from "./watch.ts";

/** A slump begins somewhere after so many posts. */
const HISTORY = 50;

/** What is looked at after a slump. */
const AFTER = 15;

/** A flag may come two posts late. */
const GRACE = 2;

export type SlumpKind = { left: number; posts: number };

export const CELLS: SlumpKind[] = [0.7, 0.5, 0.3].flatMap((left) =>
  [5, 8, 12].map((posts) => ({ left, posts })),
);

export const slumpingAccounts = (
  count: number,
  { left, posts }: SlumpKind,
  seed: number,
  noise?: number,
): DrawnAccount[] =>
  Array.from({ length: count }, (_, index) =>
    drawAccount(random(seed * 10_000 + index), HISTORY + posts + AFTER, {
      slump: { from: HISTORY, posts, left },
      ...(noise === undefined ? {} : { noise }),
    }),
  );

const middle = (values: readonly number[]): number =>
  values.length === 0 ? Number.NaN : median(values);

export type Power = { seen: number; of: number; delay: number };

export function power(accounts: readonly DrawnAccount[], posts: number, watcher: Watcher): Power {
  const delays = accounts.flatMap((account) => {
    const flags = watched(account, watcher, HISTORY, HISTORY + posts + GRACE);
    const first = flags.indexOf(true);
    return first < 0 ? [] : first + 1;
  });
  return { seen: delays.length, of: accounts.length, delay: middle(delays) };
}

/** Of the slumps that were seen while they lasted: closed before the end, and posts after it until told to be over. */
export function closing(accounts: readonly DrawnAccount[], posts: number, watcher: Watcher) {
  let seen = 0;
  let early = 0;
  const lags: number[] = [];
  for (const account of accounts) {
    const flags = watched(account, watcher, HISTORY, HISTORY + posts + AFTER);
    const first = flags.indexOf(true);
    if (first < 0 || first >= posts) continue;
    seen++;
    const closed = flags.indexOf(false, first);
    if (closed >= 0 && closed < posts) early++;
    else lags.push(closed < 0 ? AFTER : closed - posts + 1);
  }
  return { early: share(early, seen), lag: middle(lags), seen };
}

export const said = ({ seen, of, delay }: Power): string =>
  `${interval(share(seen, of))}${seen > 0 ? ` (${delay})` : ""}`;
