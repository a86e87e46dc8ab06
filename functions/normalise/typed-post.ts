/** A post typed by hand: how it is known and when it was published, by what was typed and by its id. */
import { dayOf, isoInstant } from "../model/day.ts";
import type { Platform } from "../model/platform.ts";
import { fault, listing } from "../model/problem.ts";
import type { Instant, PostReading } from "../model/snapshot.ts";
import { decidedInstant, ID_LEEWAY_SECONDS, instantOfPost } from "./id-instant.ts";
import { CLOCK_LEEWAY_SECONDS } from "./instant.ts";
import { refusal } from "./parsed.ts";
import { canonicalPermalink, facebookPostInLink, postIdInLink } from "./permalink.ts";
import { fullPostId } from "./post-id.ts";
import type { TypedContext, TypedPost } from "./typed.ts";

/**
 * A typed post as a reading of its account. Where its id or address holds when it was made, that decides.
 * Throws the Problem of a post that nothing identifies, that has no time, or of which two are said.
 */
export function typedReading(
  typed: TypedPost,
  account: { platform: Platform; external_id: string | null },
  context: TypedContext,
): PostReading {
  const { platform } = account;
  const { id: _id, published, ...post } = typed;
  const id = idOf(typed, platform);
  const known = post.url !== null && canonicalPermalink(platform, post.url) !== null;
  if (id === null && !known) {
    throw refusal([fault(post.url === null ? "post" : "post.url", "no_post_id")]);
  }
  const when = publishedBy(published, madeOf(typed, platform, context), platform);
  if (!when) throw refusal([fault("post.published_at", "no_published_at")]);
  return {
    ...post,
    external_id: id && fullPostId(platform, account.external_id, id),
    published_at: when.at,
    published_precision: when.precision,
  };
}

const idOf = ({ external_id, url }: TypedPost, platform: Platform): string | null =>
  external_id ?? (url === null ? null : postIdInLink(platform, url));

/** When a post was made, by its id or address; one that holds a later instant is of another make. */
const madeOf = (typed: TypedPost, platform: Platform, { now }: TypedContext): Instant | null =>
  instantOfPost(platform, idOf(typed, platform), typed.url, now + CLOCK_LEEWAY_SECONDS);

/** What a person types is rounded; within the leeway the id of Instagram says when the upload began. */
function publishedBy(
  said: TypedPost["published"],
  made: Instant | null,
  platform: Platform,
): TypedPost["published"] {
  if (made === null) return said;
  const stands = platform === "instagram" && said?.precision === "second";
  return { at: stands ? decidedInstant(said.at, made) : made, precision: "second" };
}

/**
 * Throws the Problem of a post whose id contradicts what else was typed: the id in its address, or when it was published. A
 * person sees no doubts here that could be told, and so what is right is theirs to say.
 */
export function refuseContradiction(
  typed: TypedPost,
  platform: Platform,
  context: TypedContext,
): void {
  const { external_id, url, published } = typed;
  const find = platform === "facebook" ? facebookPostInLink : postIdInLink.bind(null, platform);
  const inLink = url === null ? null : find(url);
  const bare = external_id?.slice(external_id.indexOf("_") + 1);
  if (bare !== undefined && inLink !== null && bare !== inLink) {
    throw refusal([fault("post.external_id", "other_id_in_address")]);
  }
  const made = madeOf(typed, platform, context);
  if (made === null || published === null) return;
  const { time_zone } = context;
  const day = published.precision === "day";
  const zones = [time_zone, "UTC"];
  const days = zones.flatMap((zone) => [dayOf(made, zone), dayOf(made + ID_LEEWAY_SECONDS, zone)]);
  const agrees = day
    ? days.includes(dayOf(published.at, time_zone))
    : decidedInstant(published.at, made) === published.at;
  if (agrees) return;
  const text = (at: Instant) => (day ? dayOf(at, time_zone) : isoInstant(at));
  const both = `${text(published.at)} / ${text(made)}`;
  throw refusal([listing("post.published_at", "other_time_in_id", [both])]);
}
