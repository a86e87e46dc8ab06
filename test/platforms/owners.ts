/** Whose a call is: the account that its path names, or one whose post it names, or whose refresh token it carries. */
import { bodyOf, type Incoming, textOf } from "./call.ts";
import { liveId, videoId } from "./facebook-video.ts";
import { appScopedId } from "./instagram-user.ts";
import type { World } from "./world.ts";

const known = new WeakMap<World, Map<string, string>>();

/** Every id of a world, with the account that it belongs to. */
function idsOf(world: World): Map<string, string> {
  const made = known.get(world);
  if (made) return made;
  const ids = new Map<string, string>();
  for (const account of world.accounts) {
    const { external_id } = account;
    ids.set(external_id, external_id);
    ids.set(appScopedId(account), external_id);
    if (account.platform === "x") ids.set(account.handle, external_id);
    for (const post of account.all) {
      ids.set(post.external_id, external_id);
      if (account.platform !== "facebook") continue;
      ids.set(videoId(post), external_id);
      ids.set(liveId(post), external_id);
    }
  }
  known.set(world, ids);
  return ids;
}

export function ownerOf(call: Incoming): string | null {
  const ids = idsOf(call.state.world);
  for (const part of call.path.split("/")) {
    const owner = ids.get(part);
    if (owner !== undefined) return owner;
  }
  const { business_id } = call.query;
  if (business_id !== undefined) return business_id;
  const refresh = textOf(bodyOf(call).refresh_token);
  return call.state.grants.refreshTokens.get(refresh)?.account ?? null;
}
