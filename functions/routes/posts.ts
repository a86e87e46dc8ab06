/** Posts: the list, and one post with its readings. */
import { growth } from "../analyse/growth.ts";
import { growthPage } from "../analyse/growth-page.ts";
import { engagementRate, engagementRateByReach, engagementRateByViews } from "../analyse/rates.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { fault, inWords, Problem } from "../model/problem.ts";
import type { Instant } from "../model/snapshot.ts";
import { readInstant } from "../normalise/instant.ts";
import { toPostJson, toReadingJson, toWholePostJson } from "../present/json.ts";
import { toPostList } from "../present/post-list.ts";
import { toWholePost } from "../present/post-view.ts";
import type { PostView } from "../present/views/post.ts";
import type { FormatChoice, PostsView } from "../present/views/posts.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listImportKinds } from "../store/imports.ts";
import { listLookHeads } from "../store/look-heads.ts";
import { listMonths } from "../store/months.ts";
import { listUsuals } from "../store/norms.ts";
import {
  listReadingsBefore,
  listSampledReadings,
  type ShownReading,
} from "../store/post-readings.ts";
import { listPostsById, type PostRow } from "../store/posts.ts";
import type { Handlers } from "./addresses.ts";
import { cachedRead } from "./answer.ts";
import type { Ctx } from "./env.ts";
import { cameFrom, chromeOf, page } from "./page.ts";
import { foundPosts, postLine, postQueryOf } from "./post-reading.ts";
import { type Chosen, idOf, visibleAccounts } from "./reading.ts";
import { streakOfPost } from "./streak-reading.ts";
import { worksLineOf } from "./works-reading.ts";

export const posts = {
  "GET /posts": (c) =>
    page(c, async () => {
      const [list, heads] = await Promise.all([listOf(c, "posts"), listLookHeads(c.env.DB)]);
      const { accounts, visible, ...shown } = list;
      const works = worksLineOf(heads, accounts, visible);
      return { screen: "posts", chrome: chromeOf(c), ...shown, works };
    }),

  "GET /api/posts": (c) =>
    cachedRead(c, async () => {
      const { posts, total, next_cursor } = await listOf(c, null);
      return c.json({ posts: posts.map(toPostJson), total, next_cursor });
    }),

  "GET /posts/:id": (c) => {
    const back = listBefore(c);
    return page(
      c,
      async () => ({ screen: "post", chrome: chromeOf(c), back, ...(await onePost(c)) }),
      [back],
    );
  },

  "GET /api/posts/:id": (c) =>
    cachedRead(c, async () => {
      const { post, readings, older } = await onePost(c);
      return c.json({
        post: toWholePostJson(post),
        readings: readings.map(toReadingJson),
        next: older && `/api/posts/${post.id}?readings=${older}`,
      });
    }),
} satisfies Handlers;

/** The list that the person came from, with its filters. */
function listBefore(c: Ctx): string {
  const from = cameFrom(c);
  return from?.pathname === "/posts" ? from.pathname + from.search : "/posts";
}

async function listOf(
  c: Ctx,
  usual: FormatChoice,
): Promise<Omit<PostsView, "screen" | "chrome" | "works"> & Chosen> {
  const { posts, lineOf, ...chosen } = await foundPosts(c);
  return {
    ...chosen,
    ...toPostList(posts, postQueryOf(c, usual), c.req.query("cursor"), lineOf),
  };
}

/** The post of the address. One that was hidden is there for the admin alone, who may show it again. */
export async function seenPost(c: Ctx): Promise<{ row: PostRow; account: AccountRow }> {
  const [[row], visible] = await Promise.all([
    listPostsById(c.env.DB, [idOf(c)]),
    visibleAccounts(c, c.get("caller")?.link ?? null),
  ]);
  const account = visible.find(({ id }) => id === row?.account_id);
  const kept = row?.hidden_at != null && c.get("caller")?.kind !== "admin";
  if (!row || !account || kept) throw new Problem("not_found", "there is no such post");
  return { row, account };
}

type OnePost = Pick<
  PostView,
  "post" | "streak" | "source" | "curve" | "readings" | "earlier" | "older"
>;

export async function onePost(c: Ctx): Promise<OnePost> {
  const before = readingsBefore(c);
  // the readings of a post that is not to be seen are read for nothing
  const [{ row, account }, sampled, near] = await Promise.all([
    seenPost(c),
    listSampledReadings(c.env.DB, idOf(c)),
    listReadingsBefore(c.env.DB, idOf(c), before),
  ]);
  const page = growthPage(
    near.readings,
    near.whole,
    sampled.readings,
    before === null ? row : null,
  );
  const newest = sampled.readings.at(-1)?.import_id ?? null;
  const imports = [newest, ...page.points.map(({ import_id }) => import_id)];
  const month = monthOf(row.published_on);
  const [months, streak, kinds, usuals] = await Promise.all([
    listMonths(c.env.DB, [account.id], { from: month, to: month, days: false }),
    streakOfPost(c, account, row),
    listImportKinds(
      c.env.DB,
      imports.filter((id) => id !== null),
    ),
    listUsuals(c.env.DB),
  ]);
  const post = months.flatMap((one) => one.posts).find((one) => one.id === row.id);
  if (!post) throw new Error("a post stands in its month");
  const rates = {
    by_followers: engagementRate(post),
    by_reach: engagementRateByReach(post),
    by_views: engagementRateByViews(post),
  };
  const kindOf = (id: number | null) => (id === null ? null : (kinds.get(id) ?? null));
  const oldest = page.points.at(-1);
  return {
    post: toWholePost(
      postLine(post, { accounts: [account], usuals }, row.caption, "followers"),
      row,
      rates,
    ),
    streak,
    source: kindOf(newest),
    curve: {
      points: curveOf(sampled.readings, row),
      whole: sampled.whole,
    },
    readings: page.points.map(({ import_id, ...figures }) => ({
      ...figures,
      import: kindOf(import_id),
    })),
    earlier: page.earlier,
    older: page.more && oldest ? isoInstant(oldest.read_at) : null,
  };
}

/** `?readings=`: those before an instant; `null`: the newest. */
function readingsBefore(c: Ctx): Instant | null {
  const text = c.req.query("readings");
  if (!text) return null;
  const found = readInstant(text);
  if (typeof found === "number") return found;
  const faults = [fault("readings", found)];
  throw new Problem("invalid", inWords(faults), faults);
}

/** The newest point is what the post's row says: between two readings at hand a third may have said more. */
const curveOf = (sampled: readonly ShownReading[], row: PostRow): PostView["curve"]["points"] =>
  growth(sampled).map(({ read_at, interactions }, index, all) => ({
    read_at,
    interactions: index === all.length - 1 ? row.interactions : interactions,
  }));
