/** The page of what works, and the posts behind what it says. */
import { contentMix } from "../analyse/content-mix.ts";
import { plainHours } from "../analyse/plain-hours.ts";
import { enoughBy } from "../analyse/works/enough.ts";
import { goneClaims, REMEMBERED_MONTHS } from "../analyse/works/gone.ts";
import { LOOK_MONTHS, newestOf } from "../analyse/works/settled.ts";
import { FACTORS } from "../model/claim.ts";
import { monthOf } from "../model/day.ts";
import { type Cell, memberKey } from "../model/look.ts";
import { addMonths } from "../model/month.ts";
import { counts } from "../model/post.ts";
import { Problem } from "../model/problem.ts";
import { isMixedBy } from "../model/target-mix.ts";
import type { ListedPost } from "../present/views/posts.ts";
import type { ShownLook, WorksPostsView, WorksView } from "../present/views/works.ts";
import type { AccountRow } from "../store/accounts.ts";
import { findLookResult, type LookHead, listLookHeads } from "../store/look-heads.ts";
import type { Month } from "../store/month-packing.ts";
import { listMonths } from "../store/months.ts";
import { listUsuals } from "../store/norms.ts";
import { findTargetMix } from "../store/target-mix.ts";
import { listClaims, POOL } from "../store/works.ts";
import type { Handlers } from "./addresses.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { mayPlan, mayPlanAll, plannable } from "./planning.ts";
import { postLine } from "./post-reading.ts";
import { todayOf, visibleAccounts } from "./reading.ts";
import { seenTrials } from "./trial-reading.ts";
import { comparedOf, maySeeTogether, nameOf, seenHeads } from "./works-reading.ts";

export const worksPages = {
  "GET /works": (c) => page(c, () => worksView(c)),
  "GET /works/posts": (c) => page(c, () => worksPostsView(c)),
} satisfies Handlers;

/** The mix is shown of so many months, the running one among them, and compared with the wish over the newest of them. */
const MIX_MONTHS = 12;
const MIX_RECENT = 3;

type Compared = {
  visible: AccountRow[];
  heads: LookHead[];
  /** `null`: all together. */
  account: AccountRow | null;
  /** Those whose posts are compared. */
  accounts: AccountRow[];
  /** `null`: nobody looked yet. */
  head: LookHead | null;
};

async function compared(c: Ctx): Promise<Compared> {
  const [visible, all] = await Promise.all([
    visibleAccounts(c, c.get("caller")?.link ?? null),
    listLookHeads(c.env.DB),
  ]);
  const heads = seenHeads(all, visible);
  const account = comparedOf(c, visible, heads);
  const id = account?.id ?? POOL;
  return {
    visible,
    heads,
    account,
    accounts: account ? [account] : visible,
    head: heads.find(({ account_id }) => account_id === id) ?? null,
  };
}

async function worksView(c: Ctx): Promise<WorksView> {
  const { visible, heads, account, accounts, head } = await compared(c);
  const today = todayOf(c);
  const months = Array.from({ length: MIX_MONTHS }, (_, back) => addMonths(monthOf(today), -back));
  const span = { from: months.at(-1) ?? "", to: months[0] ?? "" };
  const [found, packed, wish, trials] = await Promise.all([
    head && shownLook(c, head),
    listMonths(c.env.DB, idsOf(accounts), { ...span, days: false }),
    findTargetMix(c.env.DB),
    seenTrials(c, plannable(visible), { progress: false }),
  ]);
  const posts = packed.flatMap((month) => month.posts);
  const { mix: by } = c.req.query();
  return {
    screen: "works",
    chrome: chromeOf(c),
    accounts: visible.map(({ id, platform, handle }) => {
      const claims = heads.find(({ account_id }) => account_id === id)?.claims ?? 0;
      return { platform, handle, claims };
    }),
    together: maySeeTogether(c, visible, heads),
    of: account && nameOf(account),
    look: found?.look ?? null,
    enough_by:
      head?.state === "learning"
        ? enoughBy(
            head,
            posts.filter(counts).map(({ published_on }) => published_on),
            today,
          )
        : null,
    hours: found?.hours ?? plainHours(posts, c.get("time_zone")),
    mix: contentMix(posts, { by: isMixedBy(by) ? by : "topic", months, recent: MIX_RECENT }, wish),
    trials: account ? trials.filter((trial) => trial.account.id === account.id) : trials,
    may_plan: mayPlan(c),
    may_wish: mayPlanAll(c),
  };
}

const idsOf = (accounts: readonly AccountRow[]): number[] => accounts.map(({ id }) => id);

/** `hours` `null`: of what is not judged the screen counts them itself. */
async function shownLook(
  c: Ctx,
  head: LookHead,
): Promise<{ look: ShownLook; hours: Cell[] | null }> {
  const { account_id, month, state, posts } = head;
  const [result, history] = await Promise.all([
    findLookResult(c.env.DB, head),
    listClaims(c.env.DB, account_id === POOL ? [] : [account_id], {
      from: addMonths(month, -REMEMBERED_MONTHS),
      to: month,
      limited: false,
    }),
  ]);
  const of = account_id === POOL ? null : account_id;
  const own = history.filter((claim) => claim.account_id === of);
  return {
    look: {
      month,
      state,
      posts,
      newest_each: account_id === POOL ? newestOf(head.of.length) : null,
      posts_for_double: result?.levels.posts_for_double ?? null,
      claims: own.filter((claim) => claim.month === month),
      gone: goneClaims(own, month),
      levels: result?.levels.levels ?? [],
    },
    hours: state === "ready" && result ? result.cells : null,
  };
}

async function worksPostsView(c: Ctx): Promise<WorksPostsView> {
  const { visible, account, accounts, head } = await compared(c);
  const { factor: asked, level = "" } = c.req.query();
  const factor = FACTORS.find((one) => one === asked);
  if (!head || !factor) throw new Problem("not_found", "nothing is compared by that here");
  const span = { from: addMonths(head.month, -LOOK_MONTHS), to: addMonths(head.month, -1) };
  const [result, months, usuals] = await Promise.all([
    findLookResult(c.env.DB, head),
    listMonths(c.env.DB, idsOf(accounts), { ...span, captions: true, days: false }),
    listUsuals(c.env.DB),
  ]);
  const members = result?.members[memberKey(factor, level)];
  if (!members) throw new Problem("not_found", "nothing is compared by that here");
  const seen = result?.levels.levels.find((one) => one.factor === factor && one.level === level);
  return {
    screen: "works_posts",
    chrome: chromeOf(c),
    of: account && nameOf(account),
    accounts: visible.map(({ platform, handle }) => ({ platform, handle })),
    factor,
    level,
    month: head.month,
    total: seen?.posts ?? members.length,
    posts: membersAmong(months, members, { accounts: visible, usuals }),
  };
}

/** The posts of these ids, newest first; one that was hidden or went since is left out. */
function membersAmong(
  months: readonly Month[],
  members: readonly number[],
  known: Parameters<typeof postLine>[1],
): ListedPost[] {
  const ids = new Set(members);
  const lines = months.flatMap(({ posts, captions }) =>
    posts.flatMap((post, index) =>
      ids.has(post.id) && !post.hidden
        ? postLine(post, known, captions[index] ?? null, "followers")
        : [],
    ),
  );
  return lines.sort((a, b) => b.published_at - a.published_at || b.id - a.id);
}
