/** The Overview, as a page and as JSON. */
import { type AccountPeriod, isChoice } from "../analyse/account-period.ts";
import { bestPost } from "../analyse/best-post.ts";
import { consistency } from "../analyse/consistency.ts";
import { figureBlocks } from "../analyse/figure-blocks.ts";
import { dayOf, monthOf } from "../model/day.ts";
import { claimsOfAccount } from "../model/look.ts";
import { stands } from "../model/post.ts";
import { pictured, toldOf } from "../present/headline.ts";
import { toOverviewJson } from "../present/json.ts";
import { noticeLines, seenNotices } from "../present/notices.ts";
import { toPostLine } from "../present/post-line.ts";
import type { Choice } from "../present/views/chrome.ts";
import type { Headline, OverviewView } from "../present/views/overview.ts";
import type { PostLine } from "../present/views/posts.ts";
import { worthTrying } from "../present/worth-trying.ts";
import type { AccountRow } from "../store/accounts.ts";
import { scoresIn } from "../store/figure-packing.ts";
import { refusesToWrite } from "../store/library.ts";
import type { MonthFigures } from "../store/month-figures.ts";
import { listMonths } from "../store/months.ts";
import { listShownNorms } from "../store/norms.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { listStanding, noticesNow } from "./notice-reading.ts";
import { chromeOf, page } from "./page.ts";
import { chosenPeriods, todayOf } from "./reading.ts";
import { normsAndStreaks } from "./streak-reading.ts";
import { listedTargets, targetLines } from "./target-reading.ts";

export const overview = {
  "GET /": (c) => page(c, () => overviewView(c)),

  "GET /api/overview": (c) =>
    cachedRead(c, async () => c.json(toOverviewJson(await overviewView(c)))),
} satisfies Handlers;

export async function overviewView(c: Ctx): Promise<OverviewView> {
  const [{ choice, visible, accounts, months, periods }, everyNorm, standing, listed] =
    await Promise.all([
      chosenPeriods(c),
      listShownNorms(c.env.DB),
      listStanding(c),
      listedTargets(c, Number(todayOf(c).slice(0, 4))),
    ]);
  const blocks = figureBlocks(periods, choice, choice.rate_base, choice.against);
  const [{ norms, streaks, announced, closed_at, dotsOf }, best, targets] = await Promise.all([
    normsAndStreaks(c, accounts, everyNorm, choice),
    bestLine(c, periods, months, choice),
    // what all reach together is told where all are shown
    targetLines(
      c,
      listed.filter(({ account }) => account !== null || choice.platforms === null),
      accounts,
    ),
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
    to_try: toTry(c, headline, accounts),
    dots: dotsOf(pictured(headline, norms)),
    blocks,
    targets,
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
            known: one.known_from,
            seen: dayOf(one.account.last_read_at ?? c.get("now"), c.get("time_zone")),
            last: one.posts.findLast(stands)?.published_on ?? null,
            today: todayOf(c),
          },
        ),
      })),
  };
}

/** Where the sentence is of a weak account. */
function toTry(
  c: Ctx,
  headline: Headline,
  accounts: readonly AccountRow[],
): OverviewView["to_try"] {
  if (headline.kind !== "weak") return null;
  const { platform, account: handle } = headline.streak;
  const of = accounts.find((one) => one.platform === platform && one.handle === handle);
  return worthTrying(headline.streak, claimsOfAccount(c.get("library").standing_claims, of?.id));
}

/** Of the period's posts, with what it says. */
async function bestLine(
  c: Ctx,
  periods: readonly AccountPeriod[],
  months: readonly MonthFigures[],
  { from, rate_base }: Choice,
): Promise<PostLine | null> {
  const within = months.filter(({ month }) => month >= monthOf(from));
  const scores = scoresIn(within.map(({ verdicts }) => verdicts));
  const best = bestPost(periods, rate_base, scores);
  if (!best) return null;
  const { account, post, rate } = best;
  const its = monthOf(post.published_on);
  const found = await listMonths(c.env.DB, [account.id], {
    from: its,
    to: its,
    captions: true,
    days: false,
  });
  return (
    found.flatMap(({ posts, captions }) =>
      posts.flatMap((one, at) =>
        one.id !== post.id
          ? []
          : toPostLine(one, {
              platform: account.platform,
              account: account.handle,
              caption: captions[at] ?? null,
              engagement_rate: rate,
            }),
      ),
    )[0] ?? null
  );
}
