/** The Overview, as a page and as JSON. */
import type { AccountPeriod } from "../analyse/account-period.ts";
import { consistency } from "../analyse/consistency.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import { engagementRateBy } from "../analyse/rates.ts";
import { isoInstant } from "../model/day.ts";
import { PLATFORM_NAMES, type Platform } from "../model/platform.ts";
import { counts, stands } from "../model/post.ts";
import type { Instant } from "../model/snapshot.ts";
import { healthOf } from "../present/collection.ts";
import { headlineOf } from "../present/headline.ts";
import { toPostLine } from "../present/post-line.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { Headline, OverviewView } from "../present/views/overview.ts";
import type { PostLine } from "../present/views/posts.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listStandings } from "../store/collections.ts";
import { findCaption } from "../store/posts.ts";
import type { Answers } from "./addresses.ts";
import { cachedRead, instantOrNull } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { normsAndStreaks } from "./norms.ts";
import { chromeOf, page } from "./page.ts";
import { onTheWire } from "./posts.ts";
import { chosenOf, periodsOf, todayOf } from "./reading.ts";

export const overview = {
  "GET /": (c) => page(c, () => overviewView(c)),

  "GET /api/overview": (c) =>
    cachedRead(c, async () => {
      const { screen: _screen, chrome: _chrome, ...figures } = await overviewView(c);
      return c.json(figuresOnTheWire(figures));
    }),
} satisfies Answers;

/** With the names and the instants of the export. */
const figuresOnTheWire = (view: Omit<OverviewView, "screen" | "chrome">) => ({
  ...view,
  headline: headlineOnTheWire(view.headline),
  dots: view.dots && {
    ...view.dots,
    posts: view.dots.posts.map((post) => ({
      ...post,
      published_at: isoInstant(post.published_at),
    })),
  },
  blocks: view.blocks.map(({ metric, rows }) => ({
    metric,
    rows: rows.map(({ account: _id, read_at, ...row }) => ({
      ...named(row),
      read_at: instantOrNull(read_at),
    })),
  })),
  norms: view.norms.map(named),
  consistency: view.consistency.map(named),
});

const headlineOnTheWire = (headline: Headline) => {
  if ("since" in headline) return { ...headline, since: isoInstant(headline.since) };
  if ("best" in headline) return { ...headline, best: headline.best && onTheWire(headline.best) };
  return headline;
};

const named = <Row extends { handle: string | null }>({ handle, ...row }: Row) => ({
  ...row,
  account: handle,
});

async function overviewView(c: Ctx): Promise<OverviewView> {
  const { choice, visible, accounts } = await chosenOf(c);
  const periods = await periodsOf(c, accounts, choice);
  const blocks = figureBlocks(periods, choice, choice.rate_base);
  // the sentence on top speaks of all accounts, whichever are chosen below it
  const { norms, streaks, announced, closed_at, dotsOf, accountOf } = await normsAndStreaks(
    c,
    visible,
    choice,
  );
  const isChosen = (one: { platform: Platform; handle: string }) =>
    accounts.some(({ platform, handle }) => platform === one.platform && handle === one.handle);
  const { stopped, last_read_at } = await aliveness(c, visible);
  const headline = headlineOf({
    now: c.get("now"),
    accounts: visible.length,
    last_read_at,
    stopped,
    streaks: announced,
    closed_at,
    blocks,
    best: await bestPost(c, periods, choice),
  });
  return {
    screen: "overview",
    chrome: chromeOf(c),
    choice,
    headline,
    dots: dotsOf(pictured(headline, visible, norms, accountOf)),
    blocks,
    streaks: streaks.filter((streak) => isChosen({ ...streak, handle: streak.account })),
    norms: norms.filter(isChosen),
    consistency: periods.map(({ account, now, posts }) => ({
      platform: account.platform,
      handle: account.handle,
      ...consistency(
        now.posts.filter(stands).map((post) => post.published_on),
        choice,
        posts.findLast(stands)?.published_on ?? null,
        todayOf(c),
      ),
    })),
  };
}

/** Does the collector stand still, and how old are the figures that nobody collects? */
async function aliveness(c: Ctx, accounts: readonly AccountRow[]) {
  const collections = await listStandings(c.env.DB);
  const collected = new Set(collections.map(({ account_id }) => account_id));
  const { stopped } = healthOf(collections, c.get("now"));
  const names = accounts.filter(({ id }) => stopped?.account_ids.includes(id));
  const others = accounts.filter(({ id }) => !collected.has(id));
  return {
    stopped:
      stopped && names.length > 0
        ? { since: stopped.since, accounts: names.map(({ platform }) => PLATFORM_NAMES[platform]) }
        : null,
    last_read_at: others.reduce<Instant | null>(
      (newest, { last_read_at: at }) => (at !== null && at > (newest ?? 0) ? at : newest),
      null,
    ),
  };
}

/** Whose posts the picture shows: those that the sentence is about, else of the first account that has a norm. */
function pictured(
  headline: Headline,
  accounts: readonly AccountRow[],
  norms: OverviewView["norms"],
  accountOf: (streak_id: number) => number | null,
): number {
  if (headline.kind === "weak" || headline.kind === "recovered") {
    return accountOf(headline.streak.id) ?? 0;
  }
  const platform =
    headline.kind === "change"
      ? headline.platform
      : headline.kind === "calm"
        ? headline.best?.platform
        : undefined;
  const judged = norms.filter(({ state }) => state !== "learning" && state !== "too_few");
  const found =
    judged.find((norm) => norm.platform === platform) ?? (platform ? undefined : judged[0]);
  const account = accounts.find(
    (one) => one.platform === found?.platform && one.handle === found.handle,
  );
  return account?.id ?? 0;
}

/** The post of the period that stands highest above its own norm; without a norm, the one with the highest rate. */
async function bestPost(
  c: Ctx,
  periods: readonly AccountPeriod[],
  { rate_base }: Choice,
): Promise<PostLine | null> {
  const candidates = periods.flatMap(({ account, now }) =>
    now.posts
      .filter((post) => counts(post) && post.mature)
      .map((post) => ({ account, post, rate: engagementRateBy(post, rate_base) })),
  );
  const [best] = candidates.sort(
    (a, b) => (b.post.score ?? 0) - (a.post.score ?? 0) || (b.rate ?? 0) - (a.rate ?? 0),
  );
  if (!best) return null;
  const caption = await findCaption(c.env.DB, best.post.id);
  return toPostLine(best.post, {
    platform: best.account.platform,
    account: best.account.handle,
    caption,
    engagement_rate: best.rate,
  });
}
