/** What `/api/responses` answers. */
import * as z from "zod";
import { workingHoursWire } from "../normalise/working-hours.ts";

const count = (description: string) => z.int().meta({ description });
const name = z.string().nullable().meta({ description: "null: all together" });

const shareWire = z
  .strictObject({
    answered: z.int(),
    of: count("Comments that were followed for 24 hours at least"),
    share: z.number().nullable().meta({ description: "answered ÷ of" }),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ description: "Answered within 24 hours, with Wilson's 95 % interval" });

const medianWire = z
  .strictObject({
    median: z.number().nullable().meta({ description: "null: more than half still wait" }),
    low: z.number().nullable(),
    high: z.number().nullable().meta({ description: "null: open" }),
  })
  .meta({ description: "In minutes: Kaplan–Meier, with the 95 % interval" });

const responseWire = z.strictObject({
  platform: name,
  account: name,
  comments: count("Comments by others that were written in the period and are counted"),
  questions: count("Of these, those that look like a question"),
  unread: count("Of these, those whose text never passed by"),
  unanswered: count("Of these, those without an answer as far as anybody looked"),
  settled: count("Left out: a person said that they need no answer"),
  unwatched: count("Left out: an answer would not be known"),
  waiting: count("Wait now, whenever they were written"),
  within_day: shareWire,
  median_minutes: z
    .strictObject({ all_hours: medianWire, working_hours: medianWire })
    .nullable()
    .meta({ description: "null: fewer than 20 comments" }),
});

const waitingWire = z.strictObject({
  comment: z.string().meta({ description: "As PATCH /api/comments/:id takes it" }),
  platform: z.string(),
  account: z.string(),
  post: z.int(),
  at: z.string().meta({ format: "date-time" }),
  asks: z.boolean().nullable().meta({ description: "Does it look like a question? null: unknown" }),
  seen_at: z.string().nullable().meta({ description: "Up to then it had no answer" }),
  url: z.string().nullable().meta({ description: "Where it is answered" }),
});

export const responsesWire = z
  .strictObject({
    from: z.string(),
    to: z.string(),
    time_zone: z.string(),
    working_hours: workingHoursWire,
    responses: z.array(responseWire),
    not_read: z
      .array(z.strictObject({ platform: z.string(), account: z.string() }))
      .meta({ description: "Accounts of which no comment was ever read" }),
    waiting: z.array(waitingWire).meta({ description: "Questions first, the longest wait on top" }),
    more_waiting: z.boolean().meta({ description: "More wait than are listed" }),
    agreement: z.strictObject({ settled: z.int(), no_question: z.int() }).meta({
      description: "Of those that a person settled, how many did not look like a question",
    }),
  })
  .meta({ id: "Responses" });
