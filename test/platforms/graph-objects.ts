/** Which object of the Graph API an id names. */
import { type Incoming, scopesOf } from "./call.ts";
import { commentNode } from "./facebook-comment.ts";
import { pageNode } from "./facebook-page.ts";
import { postNode } from "./facebook-post.ts";
import { storyNode } from "./facebook-story.ts";
import { liveId, liveNode, videoId, videoNode } from "./facebook-video.ts";
import { type Node, pageOf } from "./graph-node.ts";
import { mediaCommentNode, mediaNode, mediaStoryNode } from "./instagram-media.ts";
import { appScopedId, instagramUserNode } from "./instagram-user.ts";
import { mustOpen } from "./permission.ts";
import { commentsAt, postsAt } from "./shown.ts";
import { accountById, nowOf } from "./state.ts";
import type { Story } from "./stories.ts";
import type { WorldAccount, WorldPost } from "./world.ts";

/** Stories of a page's archive are looked for so far back. */
const ARCHIVE_DAYS = 30;

export function nodeOf(call: Incoming, id: string): Node | null {
  if (id === "me") return meNode(call);
  for (const account of call.state.world.accounts) {
    const node = account.platform === "facebook" ? ofPage(call, account, id) : null;
    const found = account.platform === "instagram" ? ofInstagram(call, account, id) : node;
    if (found) return found;
  }
  return null;
}

function meNode(call: Incoming): Node | null {
  const { grant, state } = call;
  if (grant?.kind === "user") return personNode(call);
  const account = grant?.account ? accountById(state, grant.account) : undefined;
  if (!account) return null;
  return account.platform === "instagram"
    ? instagramUserNode(call, account)
    : pageNode(call, account);
}

/** The person behind a login, and the pages that they manage. */
function personNode(call: Incoming): Node {
  const pages = call.state.world.accounts.filter(({ platform }) => platform === "facebook");
  return {
    type: "User",
    id: "122000000000000001",
    usual: ["name", "id"],
    fields: { name: () => "Pustakawan" },
    edges: {
      accounts: (parameters, fields) =>
        pageOf(call, parameters, fields, {
          address: "me/accounts",
          items: scopesOf(call).includes("pages_show_list") ? pages : [],
          id: (page) => page.external_id,
          node: (page) => ({ ...pageNode(call, page), usual: ["access_token", "name", "tasks"] }),
          most: 100,
        }),
      permissions: () => ({
        data: (call.grant?.scopes ?? []).map((permission) => ({ permission, status: "granted" })),
      }),
    },
  };
}

function ofPage(call: Incoming, page: WorldAccount, id: string): Node | null {
  if (call.door !== "facebook") return null;
  const now = nowOf(call.state);
  if (id === page.external_id) return pageNode(call, page);
  if (id.startsWith("180")) {
    const story = storyWith(page, id, now, ARCHIVE_DAYS);
    return story ? storyNode(call, page, story) : null;
  }
  const post = seen(
    call,
    page,
    (one) => [one.external_id, videoId(one), liveId(one)].includes(id) || commented(one, id),
  );
  if (!post) return null;
  mustOpen(call, page.external_id, "pages_read_engagement");
  if (id === post.external_id) return postNode(call, page, post);
  if (id === videoId(post)) return videoNode(call, page, post);
  if (id === liveId(post)) return liveNode(call, page, post);
  const all = commentsAt(post, now);
  const comment = all.find(({ external_id }) => external_id === id);
  return comment ? commentNode(page, post, comment, all) : null;
}

function ofInstagram(call: Incoming, account: WorldAccount, id: string): Node | null {
  const now = nowOf(call.state);
  const own = call.door === "instagram" ? appScopedId(account) : account.external_id;
  if (id === own || id === account.external_id) return instagramUserNode(call, account);
  if (id.startsWith("180")) {
    const story = storyWith(account, id, now, 1);
    return story ? mediaStoryNode(call, account, story) : null;
  }
  const post = seen(call, account, (one) => one.external_id === id || commented(one, id));
  if (!post) return null;
  mustOpen(call, account.external_id, "instagram_basic");
  if (id === post.external_id) return mediaNode(call, account, post);
  const all = commentsAt(post, now);
  const comment = all.find(({ external_id }) => external_id === id);
  return comment ? mediaCommentNode(call, account, comment, all) : null;
}

const seen = (call: Incoming, account: WorldAccount, wanted: (post: WorldPost) => boolean) =>
  postsAt(account, call.state.changes, nowOf(call.state)).find(wanted);

const commented = (post: WorldPost, id: string): boolean =>
  post.comments.some(({ external_id }) => external_id === id);

const storyWith = (
  account: WorldAccount,
  id: string,
  now: number,
  days: number,
): Story | undefined =>
  account.storiesBetween(now - days * 86_400, now).find(({ external_id }) => external_id === id);
