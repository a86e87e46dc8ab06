/**
 * The posts that a judgement looks at, with what it found of each, as the account's norm row keeps them: from the month
 * of the norm's oldest post on. A run reads this one row instead of a hundred posts.
 */
import { FORMATS } from "../model/format.ts";
import type { Precision } from "../model/snapshot.ts";
import { type JudgedPost, VERDICT_STATES, type VerdictState } from "../model/streak.ts";
import { TOPICS } from "../model/topic.ts";
import { numbered, packing } from "./packing.ts";
import type { Codec } from "./table.ts";

/** As 1 where the second is known. */
export const TO_THE_SECOND: Codec<Precision> = {
  pack: (precision) => Number(precision === "second"),
  unpack: (kept) => (kept ? "second" : "day"),
};

type Flat = Omit<JudgedPost, "verdict"> & {
  state: VerdictState | null;
  score: number | null;
  weak: boolean | null;
};

const FORMAT = numbered(FORMATS);
const TOPIC = numbered(TOPICS);
export const VERDICT_STATE = numbered(VERDICT_STATES);

export const JUDGED_POST = packing<Flat>((next) => ({
  id: next.plain(),
  published_at: next.plain(),
  published_precision: next.as(TO_THE_SECOND),
  month: next.plain(),
  left_out: next.flag(),
  format: next.as(FORMAT),
  interactions: next.plain(),
  followers: next.plain(),
  read_at: next.plain(),
  reach: next.plain(),
  learned: next.flag(),
  state: next.as(VERDICT_STATE),
  score: next.plain(),
  weak: next.flag(),
  topic: next.as(TOPIC),
}));

export const JUDGED_POSTS: Codec<JudgedPost[]> = {
  pack: (posts) =>
    JSON.stringify(
      posts.map(({ verdict, ...post }) =>
        JUDGED_POST.pack({ ...post, ...(verdict ?? { state: null, score: null, weak: null }) }),
      ),
    ),
  unpack: (kept) =>
    (JSON.parse(kept as string) as unknown[][]).map((packed) => {
      const flat = JUDGED_POST.unpack(packed);
      const { state, score, weak } = flat;
      // by name: the rest of an object taken over as a whole takes ten times as long
      return {
        id: flat.id,
        published_at: flat.published_at,
        published_precision: flat.published_precision,
        month: flat.month,
        left_out: flat.left_out,
        format: flat.format,
        interactions: flat.interactions,
        followers: flat.followers,
        read_at: flat.read_at,
        reach: flat.reach,
        learned: flat.learned,
        topic: flat.topic,
        verdict: state && { state, score, weak },
      };
    }),
};
