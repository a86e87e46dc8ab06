/** The Overview, as a page and as JSON. */
import { type AccountPeriod, isChoice } from "../analyse/account-period.ts";
import { bestPost } from "../analyse/best-post.ts";
import { consistency } from "../analyse/consistency.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import type { AccountName } from "../model/account.ts";
import { stands } from "../model/post.ts";
import { aliveness } from "../present/collection.ts";
import { headlineOf, pictured } from "../present/headline.ts";
import { toOverviewJson } from "../present/json.ts";
import { toPostLine } from "../present/post-line.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { OverviewView } from "../present/views/overview.ts";
import type { PostLine } from "../present/views/posts.ts";
import { listStandings } from "../store/collections.ts";
import { refusesToWrite } from "../store/library.ts";
import { listAllNorms } from "../store/norms.ts";
import { findCaption } from "../store/posts.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { chosenPeriods, todayOf } from "./reading.ts";
import { normsAndStreaks } from "./streak-reading.ts";

export const overview = {
  "GET /": (c) => page(c, () => overviewView(c)),

  "GET /api/overview": (c) =>
    cachedRead(c, async () => c.json(toOverviewJson(await overviewView(c)))),
} satisfies Handlers;

async function overviewView(c: Ctx): Promise<OverviewView> {
  const [{ choice, visible, accounts, periods }, everyNorm, standings] = await Promise.all([
    chosenPeriods(c),
    listAllNorms(c.env.DB),
    listStandings(c.env.DB),
  ]);
  const blocks = figureBlocks(periods, choice, choice.rate_base);
  // the sentence on top speaks of all accounts, whichever are chosen below it
  const [{ norms, streaks, announced, closed_at, dotsOf }, best] = await Promise.all([
    normsAndStreaks(c, visible, everyNorm, choice),
    bestLine(c, periods, choice),
  ]);
  const isChosen = (one: AccountName) =>
    accounts.some(({ platform, handle }) => platform === one.platform && handle === one.handle);
  const { stopped, last_read_at } = aliveness(standings, visible, c.get("now"));
  const headline = headlineOf({
    now: c.get("now"),
    // a tick that could not write leaves no word of it: whoever finds it missing tries
    refused: stopped !== null && (await refusesToWrite(c.env.DB)),
    accounts: visible.length,
    last_read_at,
    stopped,
    streaks: announced,
    closed_at,
    blocks,
    best,
  });
  return {
    screen: "overview",
    chrome: chromeOf(c),
    choice,
    headline,
    dots: dotsOf(pictured(headline, norms)),
    blocks,
    streaks: streaks.filter((streak) => isChosen({ ...streak, handle: streak.account })),
    norms: norms.filter(isChosen),
    consistency: periods
      .filter(({ account }) => !isChoice(account))
      .map(({ account, now, posts }) => ({
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

/** Of the period's posts, with what it says. */
async function bestLine(
  c: Ctx,
  periods: readonly AccountPeriod[],
  { rate_base }: Choice,
): Promise<PostLine | null> {
  const best = bestPost(periods, rate_base);
  if (!best) return null;
  return toPostLine(best.post, {
    platform: best.account.platform,
    account: best.account.handle,
    caption: await findCaption(c.env.DB, best.post.id),
    engagement_rate: best.rate,
  });
}
