/** What the API answers of what works. */
import * as z from "zod";
import { FACTORS } from "../model/claim.ts";
import { HOUR_BANDS } from "../model/hour-band.ts";
import { PLATFORMS } from "../model/platform.ts";

const level = {
  factor: z.enum(FACTORS),
  level: z.string().meta({ example: "short_video" }),
};

const tie = z
  .strictObject({ ...level, share: z.number() })
  .nullable()
  .meta({
    description: "What it nearly always comes with: which of the two it is stays open",
  });

const range = {
  ratio: z.number().meta({ description: "Against the account's other posts: 1.6 is 1.6 times" }),
  low: z.number(),
  high: z
    .number()
    .meta({ description: "low to high: nine of ten such intervals hold the true ratio" }),
};

const claim = z
  .strictObject({
    ...level,
    direction: z.union([z.literal(1), z.literal(-1)]),
    ...range,
    posts: z.int().meta({ description: "At the level; those of an hour are one" }),
    chance: z.number().meta({
      description:
        "How often chance makes a difference as sure as this among all that was compared",
    }),
    entangled_with: tie,
    post_ids: z.array(z.int()).meta({
      description: "The newest of its posts, at most 60, without those that were hidden since",
    }),
  })
  .meta({ id: "Claim", description: "A difference that was seen, not a cause" });

const levelSeen = z
  .strictObject({
    ...level,
    posts: z.int(),
    size: z.strictObject(range).nullable(),
    state: z.enum(["asked", "mirror", "few", "entangled"]),
    entangled_with: tie,
    seen_from: z.number().nullable().meta({
      description: "The smallest ratio above 1 that would be seen in six of ten cases",
    }),
  })
  .meta({ id: "Level" });

const cell = z.strictObject({
  weekday: z.int().meta({ description: "1 is Monday" }),
  hours: z.enum(HOUR_BANDS),
  posts: z.int(),
  ratio: z.number().nullable().meta({ description: "null: fewer than five posts" }),
});

const look = z
  .strictObject({
    platform: z.enum(PLATFORMS).nullable().meta({ description: "null: all accounts together" }),
    account: z.string().nullable(),
    account_id: z.int().nullable(),
    month: z.string().meta({ description: "Posts of the months before it were judged" }),
    state: z.enum(["ready", "learning", "too_few"]).meta({
      description: "learning: fewer than 30 posts; too_few: most draw fewer than 4 interactions",
    }),
    posts: z.int(),
    posts_for_double: z.int().nullable().meta({
      description: "So many posts a level needs for a doubling to be seen in six of ten cases",
    }),
    made_at: z.string(),
    claims: z.array(claim).meta({ description: "The surest first; none: nothing differs surely" }),
    levels: z.array(levelSeen),
    cells: z.array(cell),
  })
  .meta({ id: "Look" });

export const worksWire = z.strictObject({ looks: z.array(look) }).meta({ id: "Works" });
