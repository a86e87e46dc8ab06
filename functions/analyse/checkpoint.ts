/**
 * Where a judgement can be taken up again, as JSON of one or two KB.
 *
 * It stands after a post that is settled and quiet: published so long ago that collectors no longer read it (nor any
 * before it), with both sums at zero. Then nothing but the norm needs keeping, and every streak found from there on is
 * found whole. What lies before it changes only by import, correction or deletion; then everything is judged again.
 */
import type { Burst, Checkpoint, PackedEntry, PostPlace } from "../model/checkpoint.ts";
import { FORMATS } from "../model/format.ts";
import { OLDEST_READ_AGAIN } from "../model/visit.ts";
import { NO_BURST } from "./burst.ts";
import { type Audience, type Entry, entryOf, type Norm } from "./norm.ts";
import { NEW_TRACK, type Track } from "./track.ts";

/** No collector reads a post that is older. */
export const SETTLED_SECONDS = OLDEST_READ_AGAIN;

/** Moves when the method changes: an older checkpoint is then of no use. */
const METHOD = 1;

/** The state between two posts. */
export type Tracks = { burst: Burst; weak: Track; strong: Track };

export const NOTHING_YET: Tracks = { burst: NO_BURST, weak: NEW_TRACK, strong: NEW_TRACK };

/** The order in which posts are judged. */
export const comparePlaces = (a: PostPlace, b: PostPlace): number =>
  a.published_at - b.published_at || a.id - b.id;

/**
 * Can a judgement go on from the checkpoint?
 * @param firstChanged the earliest place at which a post was added, changed, moved to or from, or taken away; `null`: none
 */
export const stillHolds = (
  checkpoint: Checkpoint,
  { half_age_hours }: Audience,
  firstChanged: PostPlace | null,
): boolean =>
  checkpoint.method === METHOD &&
  checkpoint.half_age_hours === half_age_hours &&
  (firstChanged === null || comparePlaces(checkpoint.after, firstChanged) < 0);

/** @param tracks quiet, both of them */
export const toCheckpoint = (
  { burst, weak, strong }: Tracks,
  { published_at, id }: PostPlace,
  { half_age_hours }: Audience,
): Checkpoint => ({
  method: METHOD,
  half_age_hours,
  after: { published_at, id },
  burst,
  norm: weak.norm.map(packed),
  strong_norm: weak.norm === strong.norm ? null : strong.norm.map(packed),
});

export function fromCheckpoint(checkpoint: Checkpoint, account: Audience): Tracks {
  const { burst, strong_norm } = checkpoint;
  const norm = unpacked(checkpoint.norm, account);
  return {
    burst,
    weak: { ...NEW_TRACK, norm },
    strong: { ...NEW_TRACK, norm: strong_norm ? unpacked(strong_norm, account) : norm },
  };
}

const packed = ({ id, format, interactions, followers, age }: Entry): PackedEntry => [
  id,
  FORMATS.indexOf(format),
  interactions,
  followers,
  age,
];

const unpacked = (entries: readonly PackedEntry[], account: Audience): Norm =>
  entries.flatMap(([id, format, interactions, followers, read_at]) => {
    const post = {
      id,
      published_at: 0,
      published_precision: "second" as const,
      format: FORMATS[format] ?? null,
      interactions,
      followers,
      read_at,
    };
    return entryOf(post, account) ?? [];
  });
