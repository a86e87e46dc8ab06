/** The reason that a person notes: of a streak, of a post. */
import * as z from "zod";
import { excusePost, noteStreak } from "../jobs/writing/excuse.ts";
import { calendarOf } from "../model/day.ts";
import { typedText } from "../normalise/snapshot-schema.ts";
import { toStreakJson } from "../present/json.ts";
import type { Handlers } from "./addresses.ts";
import { checked, jsonOf } from "./body.ts";
import { planningOf } from "./planning.ts";
import { seenStreak } from "./streaks.ts";

const reason = typedText(200).min(1).nullable();

export const streakWire = z
  .strictObject({
    reason: reason.meta({
      description: "Why its posts are left out of the norm; null takes them in again",
      example: "Ramadan",
    }),
  })
  .meta({ id: "StreakNote" });

export const excusedWire = z
  .strictObject({ post: z.int().positive(), reason })
  .meta({ id: "Excused", description: "A post; of days a note says it" });

export const reasons = {
  "PATCH /api/streaks/:id": async (c) => {
    const said = checked(streakWire, await jsonOf(c));
    const { row } = await seenStreak(c);
    await noteStreak(c.env.DB, row.id, said, planningOf(c));
    const noted = await seenStreak(c);
    return c.json(toStreakJson(noted.row, noted.account, calendarOf(c.get("time_zone"))));
  },

  "POST /api/excused": async (c) => {
    const said = checked(excusedWire, await jsonOf(c));
    await excusePost(c.env.DB, said.post, said.reason, planningOf(c));
    return c.json(said);
  },
} satisfies Handlers;
