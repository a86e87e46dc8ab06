/** The words by which topics are proposed, and how well they agree with what people say. */
import * as z from "zod";
import { SHIPPED_WORDS } from "../analyse/topic.ts";
import { applyTopicWords, sayTopicWords } from "../jobs/writing/retopic.ts";
import type { Fault } from "../model/problem.ts";
import { LONGEST_TOPIC_WORD, MOST_TOPIC_WORDS, TOPICS, type Topic } from "../model/topic.ts";
import { typedText } from "../normalise/snapshot-schema.ts";
import type { TopicsView } from "../present/views/topics.ts";
import { findTopicAgreement } from "../store/corrections.ts";
import { findTopicRules } from "../store/library.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { cachedRead, NO_STORE } from "./answer.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { chromeOf, page } from "./page.ts";
import { mayPlanAll, wholePlanningOf } from "./planning.ts";
import { visibleAccounts } from "./reading.ts";

export const topicWire = z
  .strictObject({
    topic: z.enum(TOPICS),
    words: z
      .array(typedText(LONGEST_TOPIC_WORD).min(1))
      .max(MOST_TOPIC_WORDS)
      .nullable()
      .meta({
        description: "Beginnings of words, and hashtags; null: those that are shipped",
        example: ["bedah buku", "#diskusi"],
      }),
  })
  .meta({ id: "TopicWords" });

export const topics = {
  "GET /topics": (c) => page(c, () => topicsView(c, [])),

  "POST /topics": async (c) => {
    const planning = wholePlanningOf(c);
    const form = await formOf(c);
    return orAgain(
      c,
      async () => {
        if (form.get("do") !== "apply") {
          const { topic, words } = checked(topicWire, wordsOf(form));
          await sayTopicWords(c.env.DB, planning, topic, words);
        } else await applyTopicWords(c.env.DB, planning);
        return c.redirect("/topics", 303);
      },
      ({ problems }) => topicsView(c, problems),
    );
  },

  "GET /api/topics": (c) =>
    cachedRead(c, async () => {
      const { topics: rows, due, corrected, agreed } = await topicsView(c, []);
      return c.json({ topics: rows, applied: !due, corrected, agreed });
    }),

  "POST /api/topics": async (c) => {
    const { topic, words } = checked(topicWire, await jsonOf(c));
    const progress = await sayTopicWords(c.env.DB, wholePlanningOf(c), topic, words);
    return c.json(progress, 200, NO_STORE);
  },

  "POST /api/topics/apply": async (c) =>
    c.json(await applyTopicWords(c.env.DB, wholePlanningOf(c)), 200, NO_STORE),
} satisfies Handlers;

/** A line or a comma between two words. */
function wordsOf(form: URLSearchParams): { topic: string; words: string[] | null } {
  const topic = form.get("topic") ?? "";
  if (form.get("do") === "shipped") return { topic, words: null };
  const words = (form.get("words") ?? "").split(/[\n\r,]+/).map((word) => word.trim());
  return { topic, words: [...new Set(words)].filter((word) => word !== "") };
}

async function topicsView(c: Ctx, faults: readonly Fault[]): Promise<TopicsView> {
  const [{ topic_rules, topics_due }, accounts] = await Promise.all([
    findTopicRules(c.env.DB),
    visibleAccounts(c, c.get("caller")?.link ?? null),
  ]);
  const agreement = await findTopicAgreement(
    c.env.DB,
    accounts.map(({ id }) => id),
  );
  const own = (topic: Topic) => topic_rules?.[topic] ?? null;
  return {
    screen: "topics",
    chrome: chromeOf(c),
    may_plan: mayPlanAll(c),
    topics: TOPICS.map((topic) => ({
      topic,
      words: [...(own(topic) ?? SHIPPED_WORDS[topic])].map((word) => word.trim()),
      shipped: own(topic) === null,
    })),
    due: topics_due !== null,
    ...agreement,
    faults: [...faults],
  };
}
