/** What goes wrong on the way through a year, each healed later; and what the library and its platforms do. */
import type { Counter } from "../../functions/model/metric.ts";
import type { Platform } from "../../functions/model/platform.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import type { MeteredTick } from "../../tools/bench/meter.ts";
import { ACCOUNT_IDS } from "../platforms/credentials.ts";
import { postsAt } from "../platforms/shown.ts";
import { DAY, HOUR, type Life, QUARTER, START } from "./life.ts";

const IDS = ACCOUNT_IDS.library;

type Trouble = {
  what: string;
  /** Days and hours after the start, and how long it lasts. */
  day: number;
  hour?: number;
  hours: number;
  /** Hours after its end in which the product may still wait, as it was told to. */
  wait?: number;
  /** Whom it meets; `null`: all. */
  platform: Platform | null;
  /** The one figure that it meets; left out: everything. */
  figure?: Counter;
  /** What the platforms are told; left out: no tick comes. */
  fault?: object;
};

type Turn = {
  what: string;
  day: number;
  hour?: number;
  happens: (life: Life) => Promise<void>;
};

type Script = { days: number; troubles: readonly Trouble[]; turns: readonly Turn[] };

/** Nothing is demanded of a platform (or of one figure) from here until there. */
export type Gap = {
  platform: Platform | null;
  figure: Counter | null;
  from: Instant;
  until: Instant;
};

const startOf = ({ day, hour = 0 }: { day: number; hour?: number }): Instant =>
  START + day * DAY + hour * HOUR;

const gapOf = (trouble: Trouble): Gap => {
  const from = startOf(trouble);
  const { platform, figure = null, hours, wait = 0 } = trouble;
  return { platform, figure, from, until: from + (hours + wait) * HOUR };
};

const isOn = (trouble: Trouble, now: Instant): boolean =>
  now >= startOf(trouble) && now < startOf(trouble) + trouble.hours * HOUR;

/** Figures that Meta gave up are looked for again after 30 days. */
const FORGOTTEN_HOURS = 30 * 24 + 2;

const throttled = (day: number): Trouble => ({
  what: "Facebook throttles and says for how long",
  day,
  hour: 3,
  hours: 4,
  wait: 2,
  platform: "facebook",
  // the token opens Instagram, too: its account has limits of its own
  fault: { path: `/${IDS.facebook}`, kind: "throttled", regain_minutes: 90 },
});

const throttledDumbly = (day: number): Trouble => ({
  what: "Instagram throttles and does not say for how long",
  day,
  hour: 7,
  hours: 5,
  wait: 2,
  platform: "instagram",
  fault: { account: IDS.instagram, kind: "throttled" },
});

const dead = (day: number, hours: number): Trouble => ({
  what: "TikTok answers HTTP 500",
  day,
  hour: 11,
  hours,
  wait: 1,
  platform: "tiktok",
  fault: { door: "tiktok", path: "/v2/user/info", kind: "server_error" },
});

const lost = (day: number): Trouble => ({
  what: "an hour's ticks are lost",
  day,
  hour: 9,
  hours: 1,
  platform: null,
});

const lostQuarter = (day: number): Trouble => ({
  what: "a tick is lost",
  day,
  hour: 14,
  hours: QUARTER / HOUR,
  platform: null,
});

const jump = (day: number): Trouble => ({
  what: "the clock jumps a day",
  day,
  hour: 2,
  hours: 24,
  wait: 1,
  platform: null,
});

const noCredits = (day: number, hours: number): Trouble => ({
  what: "X is out of credits (402)",
  day,
  hour: 5,
  hours,
  // it is asked every six hours whether there are some
  wait: 6,
  platform: "x",
  fault: { door: "x", path: "/2/users", kind: "no_credits" },
});

const retired = (day: number, hours: number): Trouble => ({
  what: "Facebook retires the clicks, and takes it back",
  day,
  hours,
  wait: FORGOTTEN_HOURS,
  platform: "facebook",
  figure: "clicks",
  fault: { kind: "metric_retired", metric: "post_clicks" },
});

const renamed = (day: number): Turn => ({
  what: "Instagram's account is renamed",
  day,
  happens: ({ now, happen }) =>
    happen({ at: now(), kind: "renamed", account: IDS.instagram, handle: "perpus.pasuruan" }),
});

const deleted = (day: number, platform: Platform): Turn => ({
  what: `the newest post on ${platform} is deleted`,
  day,
  happens: async ({ now, world, changes, happen }) => {
    const account = world.accounts.find(({ external_id }) => external_id === IDS[platform]);
    // one that was read already
    const known =
      account &&
      postsAt(account, changes, now()).filter((one) => one.published_at < now() - 2 * HOUR);
    const [newest] = known ?? [];
    if (!newest) throw new Error(`${platform} has no post on day ${day}`);
    await happen({ at: now(), kind: "post_deleted", post: newest.external_id });
  },
});

const fallen = (day: number, platform: Platform): Turn => ({
  what: `counts fall on ${platform}`,
  day,
  happens: ({ now, happen }) =>
    happen({ at: now(), kind: "counts_fall", account: IDS[platform], times: 0.9 }),
});

/** All of it within a few days. */
export const SOME_DAYS: Script = {
  days: 10,
  troubles: [
    throttled(2),
    throttledDumbly(3),
    dead(4, 5),
    lost(4),
    lostQuarter(4),
    noCredits(5, 8),
    retired(5, 12),
    jump(6),
  ],
  turns: [deleted(2, "facebook"), renamed(3), deleted(5, "instagram"), fallen(7, "instagram")],
};

/** A year, and every trouble more than once. */
export const YEAR: Script = {
  days: 365,
  troubles: [
    throttled(12),
    throttledDumbly(30),
    dead(41, 9),
    lost(55),
    lostQuarter(56),
    jump(70),
    retired(90, 10 * 24),
    noCredits(120, 30),
    throttled(160),
    dead(185, 30),
    lost(200),
    throttledDumbly(230),
    jump(260),
    noCredits(290, 10),
    lost(330),
    lostQuarter(331),
  ],
  turns: [
    deleted(20, "facebook"),
    deleted(47, "instagram"),
    fallen(62, "facebook"),
    renamed(100),
    deleted(140, "x"),
    fallen(170, "tiktok"),
    deleted(215, "tiktok"),
    fallen(250, "instagram"),
    deleted(300, "facebook"),
    fallen(320, "x"),
  ],
};

/** A script cut short. */
export const within = ({ troubles, turns }: Script, days: number): Script => ({
  days,
  troubles: troubles.filter((one) => one.day < days),
  turns: turns.filter((one) => one.day < days),
});

export type Lived = Awaited<ReturnType<typeof live>>;

/** Lives through a script, a tick a quarter of an hour. Ends with a tick, and the clock on it. */
export async function live(
  life: Life,
  { days, troubles, turns }: Script,
  told?: (day: number) => void,
) {
  const ticks: MeteredTick[] = [];
  const asked: { at: Instant; requests: number; cost_usd: number }[] = [];
  let faults: readonly Trouble[] = [];
  await life.connect();
  const end = START + days * DAY;
  for (let now = life.now(); now <= end; now += QUARTER) {
    life.pass(now - life.now());
    for (const turn of turns) if (startOf(turn) === now) await turn.happens(life);
    const on = troubles.filter((one) => isOn(one, now));
    const ordered = on.filter(({ fault }) => fault !== undefined);
    if (ordered.length !== faults.length || ordered.some((one) => !faults.includes(one))) {
      await life.clearFaults();
      for (const { fault = {} } of ordered) await life.fault(fault);
      faults = ordered;
    }
    if (on.every(({ fault }) => fault !== undefined)) await life.tick();
    const lived = now + QUARTER - START;
    if (lived % DAY === 0 || now === end) {
      ticks.push(...(await life.ticks()));
      const { requests, cost_usd } = await life.asked();
      asked.push({ at: now, requests, cost_usd });
      told?.(lived / DAY);
    }
  }
  return { ticks, asked, gaps: troubles.map(gapOf) };
}
