/**
 * A renamed account proves itself by its posts: what a snapshot under an unknown name tells of is known here under another.
 * On X and TikTok a post is one account's, so one is proof enough. On Meta's platforms a partner's account shares single
 * posts with the library's, those that both published, and has its own beside them; there one post proves nothing, and half
 * of all that is told has to be known, but for what is older than the account's first known post. Nor is anybody renamed
 * whose own name comes in the same request. An account that this leaves doubled is merged by the admin.
 */
import type { Platform } from "../../model/platform.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { canonicalPermalink } from "../../normalise/permalink.ts";
import { fullPostId } from "../../normalise/post-id.ts";
import type { AccountRow } from "../../store/accounts.ts";
import { listPostOwners, type PostOwner } from "../../store/post-keys.ts";
import { matchAccount, NO_PROOF, nameOf, type Proof } from "./identity.ts";

/** So many posts of an unknown account are looked up, its newest: what is known reaches back to when it was first read. */
const MOST_ASKED = 100;

/** @returns by the unknown names of the snapshots; nothing is asked of the database where all are known */
export async function proofOf(
  db: D1Database,
  accounts: readonly AccountRow[],
  snapshots: readonly Snapshot[],
): Promise<Proof> {
  const unknown = Map.groupBy(
    snapshots.filter(
      (one) =>
        one.posts.length > 0 &&
        accounts.some(({ platform }) => platform === one.platform) &&
        isUnknown(accounts, one),
    ),
    nameOf,
  );
  if (unknown.size === 0) return NO_PROOF;
  const posts = [...unknown].map(([name, group]) => ({ name, posts: newestPosts(group) }));
  const known = await listPostOwners(
    db,
    posts.flatMap((one) => one.posts),
  );
  const named = new Set(snapshots.map(nameOf));
  const unnamed = accounts.filter(
    ({ platform, handle }) => !named.has(nameOf({ platform, account: handle })),
  );
  const proof = new Map<string, number>();
  for (const one of posts) {
    const owners = unnamed.filter((account) => isProven(account, one.posts, known));
    const [owner, ...more] = owners;
    if (owner && more.length === 0) proof.set(one.name, owner.id);
  }
  return proof;
}

function isUnknown(accounts: readonly AccountRow[], snapshot: Snapshot): boolean {
  try {
    return matchAccount(accounts, snapshot) === null;
  } catch {
    // at odds with what is known: refused where it is taken in
    return false;
  }
}

type AskedPost = { platform: string; key: string; published_at: number };

function newestPosts(snapshots: readonly Snapshot[]): AskedPost[] {
  const asked = new Map<string, AskedPost>();
  for (const { platform, external_id, posts } of snapshots) {
    for (const { external_id: id, url, published_at } of posts) {
      // Facebook's bare ids are another page's too
      const whole = id === null ? null : fullPostId(platform, external_id, id);
      const own = whole !== null && (platform !== "facebook" || whole.includes("_"));
      const link = url === null ? null : canonicalPermalink(platform, url);
      const key = own ? `id:${whole}` : link === null ? null : `url:${link}`;
      if (key !== null) asked.set(key, { platform, key, published_at });
    }
  }
  return [...asked.values()].sort((a, b) => b.published_at - a.published_at).slice(0, MOST_ASKED);
}

/** Where two accounts may publish a post together. */
const TOGETHER: readonly Platform[] = ["facebook", "instagram"];
/** Of so many posts not all are a partner's. */
const FEWEST_SHARED = 2;

function isProven(
  { id, platform }: AccountRow,
  posts: readonly AskedPost[],
  known: readonly PostOwner[],
): boolean {
  const own = known.filter(({ account_id }) => account_id === id);
  const keys = new Set(own.map(({ key }) => key));
  const shared = posts.filter((post) => post.platform === platform && keys.has(post.key)).length;
  if (!TOGETHER.includes(platform)) return shared > 0;
  const first_at = own[0]?.first_at ?? 0;
  const possible = posts.filter(({ published_at }) => published_at >= first_at).length;
  return shared >= FEWEST_SHARED && 2 * shared >= possible;
}
