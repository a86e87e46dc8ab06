/** What a person corrects of a post. */
import * as z from "zod";
import { correctPost } from "../jobs/writing/correct.ts";
import { FORMATS } from "../model/format.ts";
import { TOPICS } from "../model/topic.ts";
import { toWholePostJson } from "../present/json.ts";
import type { Handlers } from "./addresses.ts";
import { checked, jsonOf } from "./body.ts";
import { planningOf } from "./planning.ts";
import { onePost, seenPost } from "./posts.ts";

export const correctionWire = z
  .strictObject({
    format: z.enum(FORMATS).nullish(),
    topic: z.enum(TOPICS).nullish(),
    paid: z.boolean().nullish(),
    hidden: z.boolean().optional(),
  })
  .meta({
    id: "PostCorrection",
    description: "What a person says of a post; null takes a correction back",
  });

export const corrections = {
  "PATCH /api/posts/:id": async (c) => {
    const said = checked(correctionWire, await jsonOf(c));
    const { row } = await seenPost(c);
    await correctPost(c.env.DB, row.id, said, planningOf(c));
    const { post } = await onePost(c);
    return c.json({ post: toWholePostJson(post) });
  },
} satisfies Handlers;
