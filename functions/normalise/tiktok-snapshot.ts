import type { Answer } from "../model/answer.ts";
import { type JsonObject, textOf } from "../model/json.ts";
import type { PostReading, Snapshot } from "../model/snapshot.ts";
import type { Seen } from "../model/visit.ts";
import { gonePosts } from "./gone.ts";
import { handleOf } from "./handle.ts";

/** What both of TikTok's interfaces say of an account and its posts; the handle comes with a permission of its own. */
export const tiktokSnapshot = (
  answers: readonly Answer[],
  seen: Seen,
  { username, display_name }: JsonObject,
  posts: ReadonlyMap<string, PostReading>,
): Omit<Snapshot, "followers"> => ({
  platform: "tiktok",
  account: handleOf(textOf(username) ?? seen.handle),
  external_id: seen.external_id,
  name: textOf(display_name),
  read_at: seen.now,
  days: [],
  posts: [...posts.values(), ...gonePosts(answers, seen)],
  comments: [],
});
