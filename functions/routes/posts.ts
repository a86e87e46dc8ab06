/** Posts: the list, one post with its readings, and what a person corrects. */
import * as z from "zod";
import { interactions } from "../analyse/interactions.ts";
import { oneAnInstant } from "../analyse/one-instant.ts";
import {
  engagementRate,
  engagementRateBy,
  engagementRateByReach,
  engagementRateByViews,
} from "../analyse/rates.ts";
import { correctPost } from "../jobs/writing/correct.ts";
import { isoInstant, monthOf } from "../model/day.ts";
import { FORMATS, isFormat } from "../model/format.ts";
import { COUNTERS } from "../model/metric.ts";
import { ownAddress } from "../model/platform.ts";
import type { Post } from "../model/post.ts";
import { Problem } from "../model/problem.ts";
import { isTopic, TOPICS } from "../model/topic.ts";
import { toPostLine } from "../present/post-line.ts";
import { type PostQuery, pageOf, searched, sorted } from "../present/post-list.ts";
import type { PostView } from "../present/views/post.ts";
import {
  type FormatChoice,
  POST_SORTS,
  type PostLine,
  type PostsView,
} from "../present/views/posts.ts";
import type { AccountRow } from "../store/accounts.ts";
import { listImportKinds } from "../store/imports.ts";
import { listCaptions, listMonths } from "../store/months.ts";
import { listPostReadings } from "../store/post-readings.ts";
import { listPostsById, type PostRow } from "../store/posts.ts";
import type { Answers } from "./addresses.ts";
import { cachedRead, instantOrNull } from "./answer.ts";
import { checked, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { type Chosen, chosenOf, idOf, visibleAccounts } from "./reading.ts";
import { streakOfPost } from "./streaks.ts";

export const posts = {
  "GET /posts": (c) =>
    page(c, async () => ({ screen: "posts", chrome: chromeOf(c), ...(await listOf(c, "posts")) })),

  "GET /api/posts": (c) =>
    cachedRead(c, async () => {
      const { posts, total, next_cursor } = await listOf(c, null);
      return c.json({ posts: posts.map(onTheWire), total, next_cursor });
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
      const { post, readings } = await onePost(c);
      return c.json({
        post: wholeOnTheWire(post),
        readings: readings.map((reading) => ({ ...reading, read_at: isoInstant(reading.read_at) })),
      });
    }),

  "PATCH /api/posts/:id": async (c) => {
    const said = checked(correctionWire, await jsonOf(c));
    const { row } = await seenPost(c);
    await correctPost(c.env.DB, row.id, said, { now: c.get("now"), time_zone: c.get("time_zone") });
    const { post } = await onePost(c);
    return c.json({ post: wholeOnTheWire(post) });
  },
} satisfies Answers;

/** The list that the person came from, with its filters. */
function listBefore(c: Ctx): string {
  const referer = c.req.header("referer");
  const from = referer && URL.canParse(referer) ? new URL(referer) : null;
  const here = from?.origin === new URL(c.req.url).origin && from.pathname === "/posts";
  return here ? from.pathname + from.search : "/posts";
}

export const correctionWire = z
  .strictObject({
    format: z.enum(FORMATS).nullish(),
    topic: z.enum(TOPICS).nullish(),
    paid: z.boolean().nullish(),
    hidden: z.boolean().optional(),
  })
  .meta({
    id: "PostCorrection",
    description: "What a person says of a post; null takes a correction back",
  });

/** With the names and the instants of the export. */
export const onTheWire = <Line extends PostLine>({ precision, ...post }: Line) => ({
  ...post,
  published_at: isoInstant(post.published_at),
  published_precision: precision,
});

const wholeOnTheWire = (post: PostView["post"]) => ({
  ...onTheWire(post),
  read_at: instantOrNull(post.read_at),
  removed_at: instantOrNull(post.removed_at),
});

async function listOf(c: Ctx, usual: FormatChoice): Promise<Omit<PostsView, "screen" | "chrome">> {
  const chosen = await chosenOf(c);
  const query = postQueryOf(c, usual);
  const lines = await postLines(c, chosen);
  const found = sorted(searched(lines, query), query.sort);
  const { page, next_cursor } = pageOf(found, c.req.query("cursor"));
  return {
    choice: chosen.choice,
    ...query,
    posts: page,
    total: found.length,
    stories: searched(lines, { ...query, format: "story" }).length,
    next_cursor,
    formats: FORMATS.filter((format) => lines.some((line) => line.format === format)),
    topics: TOPICS.filter((topic) => lines.some((line) => line.topic === topic)),
  };
}

/**
 * An unknown filter or order is an old link: the usual list is a kinder answer than a refusal.
 * @param usual the formats of an address that names none
 */
export function postQueryOf(c: Ctx, usual: FormatChoice): PostQuery {
  const { q = "", sort, format = "", topic = "" } = c.req.query();
  return {
    q: q.trim().slice(0, 200),
    sort: POST_SORTS.find((one) => one === sort) ?? "newest",
    format: format === "all" ? null : isFormat(format) || format === "posts" ? format : usual,
    topic: isTopic(topic) ? topic : null,
  };
}

/** Every post that was published in the period, oldest first. */
export async function postLines(c: Ctx, { choice, accounts }: Chosen): Promise<PostLine[]> {
  const ids = accounts.map(({ id }) => id);
  const months = [monthOf(choice.from), monthOf(choice.to)] as const;
  const read = await listMonths(c.env.DB, ids, ...months);
  const captions = await listCaptions(c.env.DB, ids, ...months);
  return read
    .flatMap((month) => month.posts)
    .filter(
      ({ published_on, hidden }) =>
        choice.from <= published_on && published_on <= choice.to && !hidden,
    )
    .map((post) => lineOf(post, accounts, captions.get(post.id) ?? null, choice.rate_base));
}

const lineOf = (
  post: Post,
  accounts: readonly AccountRow[],
  caption: string | null,
  base: Parameters<typeof engagementRateBy>[1],
): PostLine => {
  const account = accounts.find(({ id }) => id === post.account_id);
  if (!account) throw new Error("a post's account is among those that were asked for");
  return toPostLine(post, {
    platform: account.platform,
    account: account.handle,
    caption,
    engagement_rate: engagementRateBy(post, base),
  });
};

/** The post of the address. One that was hidden is there for the admin alone, who may show it again. */
async function seenPost(c: Ctx): Promise<{ row: PostRow; account: AccountRow }> {
  const [row] = await listPostsById(c.env.DB, [idOf(c)]);
  const visible = await visibleAccounts(c, c.get("caller")?.link ?? null);
  const account = visible.find(({ id }) => id === row?.account_id);
  const kept = row?.hidden_at != null && c.get("caller")?.kind !== "admin";
  if (!row || !account || kept) throw new Problem("not_found", "there is no such post");
  return { row, account };
}

async function onePost(c: Ctx): Promise<Pick<PostView, "post" | "streak" | "readings">> {
  const { row, account } = await seenPost(c);
  const month = monthOf(row.published_on);
  const months = await listMonths(c.env.DB, [account.id], month, month);
  const post = months.flatMap((one) => one.posts).find((one) => one.id === row.id);
  if (!post) throw new Error("a post stands in its month");
  const corrected = {
    format: row.person_format,
    topic: row.person_topic,
    paid: row.person_paid,
  };
  return {
    post: {
      ...lineOf(post, [account], row.caption, "followers"),
      ...Object.fromEntries(COUNTERS.map((counter) => [counter, row[counter]])),
      external_id: row.external_id,
      url: ownAddress(account.platform, row.url),
      read_at: row.read_at,
      followers_at_publish: row.followers_at_publish,
      followers_estimated: row.followers_estimated,
      removed_at: row.removed_at,
      hidden: row.hidden_at !== null,
      excused: row.excused,
      engagement_rate: engagementRate(post),
      engagement_rate_by_reach: engagementRateByReach(post),
      engagement_rate_by_views: engagementRateByViews(post),
      corrected: (["format", "topic", "paid"] as const).filter((what) => corrected[what] !== null),
    } as PostView["post"],
    streak: await streakOfPost(c, account, post),
    readings: await readingsOf(c, row.id),
  };
}

/** The post's growth: each reading that said something new; one that left a field out keeps what was known. */
async function readingsOf(c: Ctx, id: number): Promise<PostView["readings"]> {
  const known = Object.fromEntries(COUNTERS.map((counter) => [counter, null])) as Record<
    (typeof COUNTERS)[number],
    number | null
  >;
  const rows = oneAnInstant(await listPostReadings(c.env.DB, [id]));
  const kinds = await listImportKinds(
    c.env.DB,
    rows.flatMap(({ import_id }) => import_id ?? []),
  );
  return rows.map((row) => {
    for (const counter of COUNTERS) known[counter] = row[counter] ?? known[counter];
    return {
      read_at: row.read_at,
      import: row.import_id === null ? null : (kinds.get(row.import_id) ?? null),
      ...known,
      interactions: interactions(known).interactions,
    };
  });
}
