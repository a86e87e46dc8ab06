/**
 * Judges an account's posts, one after another, against its own norm.
 *
 * A fold over the posts in the order of publishing: what is found of a post depends on it and on those before it, never
 * on later ones. From a checkpoint that still holds it goes on exactly as if it had started at the first post.
 */
import type { Checkpoint } from "../model/checkpoint.ts";
import type { Instant } from "../model/snapshot.ts";
import type { NormState, Streak, StreakPost, Usual, Verdict } from "../model/streak.ts";
import {
  comparePlaces,
  fromCheckpoint,
  NOTHING_YET,
  SETTLED_SECONDS,
  type Tracks,
  toCheckpoint,
} from "./checkpoint.ts";
import { type Audience, type Norm, sameNorm } from "./norm.ts";
import { normState } from "./norm-state.ts";
import { usual } from "./standing.ts";
import { streakOf } from "./streak-of.ts";
import { FLAG, type Held, hold, isQuiet, step, type Track } from "./track.ts";
import { type Vote, voteOf } from "./vote.ts";

export type Context = Audience & { now: Instant };

export type Judgement = {
  /** Where to go on next time; `null`: from the first post. */
  checkpoint: Checkpoint | null;
  /** Of the posts after the given checkpoint, in the order of publishing. */
  verdicts: Verdict[];
  /** Those that started after the given checkpoint, in the order of opening. */
  streaks: Streak[];
  state: NormState;
  /** As the norm stands now. */
  usual: Usual;
};

/** @param posts in any order; those up to the checkpoint are passed over */
export function judge(
  checkpoint: Checkpoint | null,
  posts: readonly StreakPost[],
  context: Context,
): Judgement {
  const ordered = posts
    .filter((post) => !checkpoint || comparePlaces(checkpoint.after, post) < 0)
    .sort(comparePlaces);
  let tracks = checkpoint ? fromCheckpoint(checkpoint, context) : NOTHING_YET;
  let settled: { tracks: Tracks; post: StreakPost } | null = null;
  const verdicts: Verdict[] = [];
  const streaks: Streak[] = [];

  for (const post of ordered) {
    const vote = voteOf(post, tracks.burst, context);
    const { burst, entry, weight } = vote;
    if (entry) {
      const held = hold(tracks.weak.norm, entry);
      // most of the time the two norms are one
      const alike = tracks.weak.norm === tracks.strong.norm;
      const weak = step(tracks.weak, "weak", held, weight, FLAG);
      const mirror = alike ? held : hold(tracks.strong.norm, entry);
      const strong = step(tracks.strong, "strong", mirror, weight, FLAG);
      if (weak.closed) streaks.push(streakOf("weak", weak.closed, weak.closed));
      if (strong.closed) streaks.push(streakOf("strong", strong.closed, strong.closed));
      verdicts.push(verdictOf(post, vote, held, weak.track.sum));
      tracks = { burst, weak: weak.track, strong: reunited(strong.track, weak.track.norm) };
    } else {
      verdicts.push(verdictOf(post, vote, null, 0));
      tracks = { ...tracks, burst };
    }
    const quiet = isQuiet(tracks.weak) && isQuiet(tracks.strong);
    if (quiet && post.published_at <= context.now - SETTLED_SECONDS) settled = { tracks, post };
  }

  for (const kind of ["weak", "strong"] as const) {
    const { flagged, members } = tracks[kind];
    if (flagged) streaks.push(streakOf(kind, { flagged, members }, null));
  }
  streaks.sort((a, b) => a.opened_at - b.opened_at || a.opened - b.opened);
  return {
    checkpoint: settled ? toCheckpoint(settled.tracks, settled.post, context) : checkpoint,
    verdicts: marked(verdicts, streaks),
    streaks,
    state: normState(tracks.weak, streaks, context.now),
    usual: usual(tracks.weak.norm),
  };
}

/** Norms that parted while one stood still hold the same posts again forty posts later. */
const reunited = (track: Track, norm: Norm): Track =>
  sameNorm(track.norm, norm) ? { ...track, norm } : track;

const verdictOf = (
  post: StreakPost,
  { silent }: Vote,
  held: Held | null,
  sum: number,
): Verdict => ({
  id: post.id,
  state: silent ?? held?.state ?? "pending",
  times: held?.standing ? Math.exp(held.standing.deviation) : null,
  sum: held?.standing ? sum : null,
  weak: held?.standing ? false : null,
});

/** A streak is known by the post that raises its flag, and then counts from its first. */
function marked(verdicts: readonly Verdict[], streaks: readonly Streak[]): Verdict[] {
  const weak = new Set(
    streaks.flatMap(({ kind, posts }) => (kind === "weak" ? posts.map(({ id }) => id) : [])),
  );
  return verdicts.map((verdict) => (weak.has(verdict.id) ? { ...verdict, weak: true } : verdict));
}
