/** What readings of one post change: its figures, its details, its readings, and what was gained on each day. */
import type { GainsByDay } from "../../analyse/gains.ts";
import type { Placed } from "../../analyse/timeline.ts";
import type { PostReading, Stamp } from "../../model/snapshot.ts";
import type { PostDetailsRow } from "../../store/post-details.ts";
import type { PostReadingRow } from "../../store/post-readings.ts";
import type { PostRow } from "../../store/posts.ts";
import type { Difference } from "./difference.ts";

/** One reading of the post, as it arrived. */
export type Sighting = Stamp & { reading: PostReading };

/** Everything that was ever read of the post. */
export type History = { readings: PostReadingRow[]; details: PostDetailsRow[] };

export type PostChange = {
  /** The row as it is now. */
  row: PostRow;
  /** As it was; `null` for a new post. */
  before: PostRow | null;
  figuresChanged: boolean;
  detailsChanged: boolean;
  readings: Difference<PostReadingRow>;
  details: Difference<PostDetailsRow>;
  /** What to add to the account's days. */
  gains: GainsByDay;
  placed: Placed[];
};
