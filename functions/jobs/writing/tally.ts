/** What snapshots bring, counted in what a person knows. */
import { type News, NO_TALLY, type Tally } from "../../model/preview.ts";
import type { Snapshot } from "../../model/snapshot.ts";
import { sameShown } from "../../store/posts.ts";
import type { Derived } from "./derived.ts";

export function tallied({ groups, posts }: Pick<Derived, "groups" | "posts">): Tally {
  const touched = [...posts.values()].flat();
  const added = touched.filter(({ isNew }) => isNew).length;
  const updated = touched.filter(
    ({ change: { before, row } }) => before && !sameShown(before, row),
  ).length;
  const days = groups.flatMap(({ derived }) => derived.news.days);
  const followers = groups.flatMap(({ derived }) => derived.news.followers);
  const count = (all: readonly News[], wanted: News) => all.filter((one) => one === wanted).length;
  return {
    posts_added: added,
    posts_updated: updated,
    posts_unchanged: touched.length - added - updated,
    days_added: count(days, "added"),
    days_extended: count(days, "extended"),
    days_replaced: count(days, "replaced"),
    days_unchanged: count(days, "unchanged"),
    followers_added: count(followers, "added"),
    followers_replaced: count(followers, "replaced"),
    followers_unchanged: count(followers, "unchanged"),
  };
}

/** Of snapshots that are in already. */
export const nothingNew = (snapshots: readonly Snapshot[]): Tally => ({
  ...NO_TALLY,
  posts_unchanged: snapshots.reduce((sum, { posts }) => sum + posts.length, 0),
  days_unchanged: snapshots.reduce((sum, { days }) => sum + days.length, 0),
  followers_unchanged: snapshots.filter(({ followers }) => followers !== null).length,
});
