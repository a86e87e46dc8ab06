/** The words by which topics are proposed: set by people, and applied to all posts slice by slice. What a person corrected of a post stays. */
import { proposing } from "../../analyse/topic.ts";
import { dayOf } from "../../model/day.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { TOPICS, type Topic, type TopicWords } from "../../model/topic.ts";
import { findEveryone, listAccounts, moveEveryAccount } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import {
  findTopicRules,
  moveTopicsDue,
  saveTopicRules,
  touchLibrary,
} from "../../store/library.ts";
import { listEveryPostAfter, saveTopics } from "../../store/posts.ts";
import { addAccount, openChange, pack } from "./change.ts";
import { closed } from "./closed.ts";
import type { Progress } from "./undo.ts";
import { untilWritten } from "./until-written.ts";

/** Posts of one slice: their texts are read whole. */
const POSTS_A_SLICE = 300;

type Context = { now: Instant; time_zone: string };
type Author = Pick<PersonChange, "link" | "who">;

/**
 * The words of a topic, and the first posts by them.
 * @param words `null`: those that are shipped again
 */
export async function sayTopicWords(
  db: D1Database,
  { author, ...context }: Context & { author: Author },
  topic: Topic,
  words: readonly string[] | null,
): Promise<Progress> {
  await setTopicWords(db, { now: context.now, author }, topic, words);
  try {
    return await applyTopicWords(db, context);
  } catch (error) {
    // the words stand, whoever else writes just now: their posts are the next one's who asks
    if (error instanceof Problem && error.code === "unavailable") {
      return { done: false, remaining: 1 };
    }
    throw error;
  }
}

/** @param words of one topic; `null`: those that are shipped again */
export const setTopicWords = (
  db: D1Database,
  { now, author }: { now: Instant; author: Author },
  topic: Topic,
  words: readonly string[] | null,
): Promise<TopicWords | null> =>
  untilWritten(db, async () => {
    const [{ topic_rules: before }, accounts] = await Promise.all([
      findTopicRules(db),
      listAccounts(db),
    ]);
    const { [topic]: was, ...others } = before ?? {};
    const after = words === null ? others : { ...others, [topic]: words };
    const kept = Object.keys(after).length === 0 ? null : after;
    if (JSON.stringify(was ?? null) === JSON.stringify(words)) {
      return { result: before, statements: [] };
    }
    const change = {
      at: now,
      ...author,
      what: "topic_rule",
      subject: TOPICS.indexOf(topic) + 1,
      before: { topic, words: was ?? null },
      after: { topic, words },
    } as const;
    return {
      result: kept,
      statements: [
        saveTopicRules(db, before, kept),
        ...saveChanges(db, [change]),
        // a post that comes in the same moment would follow the words as they were, for ever
        moveEveryAccount(db),
        touchLibrary(db, null, { written: 3 + accounts.length }),
      ],
    };
  });

/** The next slice of posts by the words as they are now; call again until `done`. */
export const applyTopicWords = (db: D1Database, { time_zone }: Context): Promise<Progress> =>
  untilWritten(db, async () => {
    const before = await findTopicRules(db);
    const { topic_rules, topics_due } = before;
    if (topics_due === null) return { result: { done: true, remaining: 0 }, statements: [] };
    const [posts, { accounts }] = await Promise.all([
      listEveryPostAfter(db, topics_due, POSTS_A_SLICE + 1),
      findEveryone(db),
    ]);
    const slice = posts.slice(0, POSTS_A_SLICE);
    const last = slice.at(-1);
    const done = posts.length <= POSTS_A_SLICE || !last;
    const topicOf = proposing(topic_rules);
    const moved = slice
      .map((post) => ({ ...post, topic: topicOf(post.caption) }))
      .filter((post, index) => post.topic !== slice[index]?.topic);
    const change = openChange(time_zone);
    const known = moved.filter(({ account_id }) => accounts.some(({ id }) => id === account_id));
    for (const account of accounts) {
      if (known.some(({ account_id }) => account_id === account.id)) {
        addAccount(change, account, account);
      }
    }
    for (const { account_id, published_at } of known) {
      pack(change, account_id, dayOf(published_at, time_zone));
    }
    return {
      result: { done, remaining: done ? 0 : posts.length - slice.length },
      statements: [
        moveTopicsDue(db, before, done ? null : last.id),
        ...saveTopics(db, moved),
        ...(await closed(db, change, { judge: "later", retold: known })),
      ],
    };
  });
