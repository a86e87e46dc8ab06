/** The Overview, as a page and as JSON. */
import { Hono } from "hono";
import type { AccountPeriod } from "../analyse/account-period.ts";
import { consistency } from "../analyse/consistency.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import { engagementRateBy } from "../analyse/rates.ts";
import { counts } from "../model/post.ts";
import { headlineOf } from "../present/headline.ts";
import { toPostLine } from "../present/post-line.ts";
import type { Choice, OverviewView, PostLine } from "../present/view.ts";
import { listPostsById } from "../store/posts.ts";
import { viewers } from "./access.ts";
import { cached } from "./answer.ts";
import type { Ctx, Env } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenOf, periodsOf, todayOf } from "./reading.ts";

export const overview = new Hono<Env>();

overview.get("/", viewers, (c) => page(c, () => overviewView(c)));

overview.get("/api/overview", viewers, (c) =>
  cached(c, [c.req.url, c.get("caller")?.link?.id ?? null], async () => {
    const { screen: _screen, chrome: _chrome, ...figures } = await overviewView(c);
    return c.json(figures);
  }),
);

async function overviewView(c: Ctx): Promise<OverviewView> {
  const { choice, visible, accounts } = await chosenOf(c);
  const periods = await periodsOf(c, accounts, choice);
  const blocks = figureBlocks(periods, choice, choice.rate_base);
  return {
    screen: "overview",
    chrome: chromeOf(c),
    choice,
    headline: headlineOf({
      now: c.get("now"),
      accounts: visible.length,
      last_read_at: c.get("library").last_read_at,
      stopped: null,
      streaks: [],
      closed_at: new Map(),
      blocks,
      best: await bestPost(c, periods, choice),
    }),
    dots: null,
    blocks,
    streaks: [],
    norms: [],
    consistency: periods.map(({ account, now, posts }) => ({
      platform: account.platform,
      handle: account.handle,
      ...consistency(
        now.posts.filter((post) => !post.removed).map((post) => post.published_on),
        choice,
        posts.at(-1)?.published_on ?? null,
        todayOf(c),
      ),
    })),
  };
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
  const [row] = await listPostsById(c.env.DB, [best.post.id]);
  return toPostLine(best.post, {
    platform: best.account.platform,
    account: best.account.handle,
    caption: row?.caption ?? null,
    engagement_rate: best.rate,
  });
}
