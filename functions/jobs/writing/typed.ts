/** Figures typed by hand in: stored, and undone, like a file with one row. */
import { dayOf, isoInstant } from "../../model/day.ts";
import { PLATFORM_NAMES } from "../../model/platform.ts";
import { fault, inWords, listing, Problem } from "../../model/problem.ts";
import type { Instant, PostReading, Snapshot } from "../../model/snapshot.ts";
import { sha256 } from "../../model/token.ts";
import { isUnlikely } from "../../model/typed-count.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import { fromTyped, type TypedContext, type TypedPost } from "../../normalise/typed.ts";
import { refuseContradiction, typedReading } from "../../normalise/typed-post.ts";
import { listFollowersAt } from "../../store/account-readings.ts";
import { type AccountRow, listAccounts } from "../../store/accounts.ts";
import { listPostsById, listPostsByKey, type PostRow } from "../../store/posts.ts";
import type { Ingested } from "./derived.ts";
import { postKeys } from "./identity.ts";
import { storeImport } from "./import.ts";

/** Throws the Problem that says what is wrong with the body, and with which of its fields. */
export async function storeTyped(
  db: D1Database,
  body: unknown,
  { now, time_zone }: { now: Instant; time_zone: string },
): Promise<Ingested> {
  const typed = fromTyped(body, { now, time_zone });
  const account = (await listAccounts(db)).find(({ id }) => id === typed.account);
  if (!account) {
    throw new Problem("not_found", `there is no account ${typed.account}`, [
      fault("account", "unknown_account"),
    ]);
  }
  if (typed.followers !== null && !typed.sure) await askAgain(db, account, typed, time_zone);
  const { platform, handle, external_id } = account;
  const snapshot: Snapshot = {
    platform,
    account: handle,
    external_id,
    name: null,
    read_at: typed.read_at,
    followers: typed.followers,
    days: [],
    posts: typed.post ? [await readingOf(db, account, typed.post, { now, time_zone })] : [],
    comments: [],
  };
  return storeImport(db, [snapshot], {
    now,
    time_zone,
    import: {
      id: null,
      kind: "typed",
      name: nameOf(snapshot),
      created_at: now,
      read_at: typed.read_at,
      time_zone,
      rows: 1,
      skipped: 0,
      // typed again at another time it is another reading, so that it can correct what came between
      hash: await sha256(JSON.stringify([isoInstant(now), snapshot])),
    },
  });
}

/** Throws the Problem of a count that is far from the last known one: its `unlikely` names that one. */
async function askAgain(
  db: D1Database,
  { id }: AccountRow,
  { read_at, followers }: { read_at: Instant; followers: number },
  time_zone: string,
): Promise<void> {
  const [around] = await listFollowersAt(db, [{ account_id: id, at: read_at }], []);
  const [at, , nearest] = around?.known ?? around?.later ?? [];
  if (at === undefined || !isUnlikely(followers, nearest ?? null)) return;
  // of an older day the count that is known may be a later one: it is named with its day
  const faults = [listing("followers", "unlikely", [String(nearest), dayOf(at, time_zone)])];
  throw new Problem("invalid", `${inWords(faults)}; nothing was stored`, faults);
}

/** Whose figures these are: which, the list says in the person's language. */
const nameOf = ({ platform, account }: Snapshot): string =>
  `${PLATFORM_NAMES[platform]} @${account}`;

/** The typed post as a reading; one that is known keeps its own time of publishing. */
async function readingOf(
  db: D1Database,
  account: AccountRow,
  typed: TypedPost,
  context: TypedContext,
): Promise<PostReading> {
  refuseContradiction(typed, account.platform, context);
  const known = await knownPost(db, account, typed);
  if (!known) return typedReading(typed, account, context);
  const { external_id, url, published_at, published_precision } = known;
  const { id: _id, published: _published, ...post } = typed;
  // a post that is known by its address alone has it for an id
  const bare = url !== null && canonicalPermalink(account.platform, url) === external_id;
  return {
    ...post,
    external_id: bare ? null : external_id,
    url: bare ? url : null,
    published_at,
    published_precision,
  };
}

async function knownPost(
  db: D1Database,
  account: AccountRow,
  typed: TypedPost,
): Promise<PostRow | null> {
  if (typed.id !== null) {
    const [post] = await listPostsById(db, [typed.id]);
    if (post?.account_id === account.id) return post;
    throw new Problem("not_found", `this account has no post ${typed.id}`, [
      fault("post.id", "unknown_post"),
    ]);
  }
  const keys = postKeys(account, typed).map((key) => ({ account_id: account.id, key }));
  const [post] = keys.length === 0 ? [] : await listPostsByKey(db, keys);
  return post ?? null;
}
