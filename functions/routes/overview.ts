/** The Overview, as a page and as JSON. */
import { type AccountPeriod, isChoice, knownFrom } from "../analyse/account-period.ts";
import { bestPost } from "../analyse/best-post.ts";
import { consistency } from "../analyse/consistency.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import { stands } from "../model/post.ts";
import { pictured, toldOf } from "../present/headline.ts";
import { toOverviewJson } from "../present/json.ts";
import { noticeLines, seenNotices } from "../present/notices.ts";
import { toPostLine } from "../present/post-line.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { OverviewView } from "../present/views/overview.ts";
import type { PostLine } from "../present/views/posts.ts";
import { refusesToWrite } from "../store/library.ts";
import { listAllNorms } from "../store/norms.ts";
import { findCaption } from "../store/posts.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { listStanding, noticesNow } from "./notice-reading.ts";
import { chromeOf, page } from "./page.ts";
import { chosenPeriods, todayOf } from "./reading.ts";
import { normsAndStreaks } from "./streak-reading.ts";

export const overview = {
  "GET /": (c) => page(c, () => overviewView(c)),

  "GET /api/overview": (c) =>
    cachedRead(c, async () => c.json(toOverviewJson(await overviewView(c)))),
} satisfies Handlers;

async function overviewView(c: Ctx): Promise<OverviewView> {
  const [{ choice, visible, accounts, periods }, everyNorm, standing] = await Promise.all([
    chosenPeriods(c),
    listAllNorms(c.env.DB),
    listStanding(c),
  ]);
  const blocks = figureBlocks(periods, choice, choice.rate_base);
  const [{ norms, streaks, announced, closed_at, dotsOf }, best] = await Promise.all([
    normsAndStreaks(c, accounts, everyNorm, choice),
    bestLine(c, periods, choice),
  ]);
  const open = announced.filter(({ state }) => state === "open");
  const notices = noticeLines(seenNotices(noticesNow(c, accounts, standing), accounts, open));
  const { headline, tasks } = toldOf({
    now: c.get("now"),
    accounts: visible.length,
    notices,
    // a tick that could not write leaves no word of it: whoever finds it missing tries
    refused: notices[0]?.kind === "stopped" && (await refusesToWrite(c.env.DB)),
    streaks: announced.filter(({ kind }) => kind === "weak"),
    closed_at,
    blocks,
    best,
  });
  return {
    screen: "overview",
    chrome: chromeOf(c),
    choice,
    headline,
    tasks,
    dots: dotsOf(pictured(headline, norms)),
    blocks,
    streaks,
    norms,
    consistency: periods
      .filter(({ account }) => !isChoice(account))
      .map((one) => ({
        platform: one.account.platform,
        handle: one.account.handle,
        ...consistency(
          one.now.posts.filter(stands).map((post) => post.published_on),
          choice,
          {
            known: knownFrom(one),
            last: one.posts.findLast(stands)?.published_on ?? null,
            today: todayOf(c),
          },
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
