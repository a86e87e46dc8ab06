/** What a person says of a post: kept apart from what was read, and never overwritten by it. */
import { dayOf } from "../../model/day.ts";
import type { PersonChange } from "../../model/person-change.ts";
import { Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { listAccounts } from "../../store/accounts.ts";
import { saveChanges } from "../../store/changes.ts";
import { type Correction, saveCorrection } from "../../store/corrections.ts";
import { listPostsById, type PostRow } from "../../store/posts.ts";
import { addAccount, openChange, pack, tellThreads } from "./change.ts";
import { closed } from "./closed.ts";
import { untilWritten } from "./until-written.ts";

/** Only what is named changes; `null` takes a correction back. */
export type Corrections = {
  format?: Correction["person_format"] | undefined;
  topic?: Correction["person_topic"] | undefined;
  paid?: Correction["person_paid"] | undefined;
  hidden?: boolean | undefined;
};

/** What people say of posts and streaks is noted like all that they change. */
export type Saying = {
  now: Instant;
  time_zone: string;
  author?: Pick<PersonChange, "link" | "who">;
};

/** Throws `not_found` for a post that is not known. */
export const correctPost = (
  db: D1Database,
  id: number,
  said: Corrections,
  { now, time_zone, author }: Saying,
): Promise<void> =>
  untilWritten(db, async () => {
    const [post] = await listPostsById(db, [id]);
    const account = (await listAccounts(db)).find((one) => one.id === post?.account_id);
    if (!post || !account) throw new Problem("not_found", "there is no such post");
    const correction = corrected(post, said, now);
    const change = openChange(time_zone);
    addAccount(change, account, account);
    pack(change, account.id, dayOf(post.published_at, time_zone));
    const row = { ...post, ...correction };
    // under one that is hidden nobody waits
    if ((row.hidden_at === null) !== (post.hidden_at === null)) tellThreads(change, row);
    const statements = await closed(db, change, { corrected: [row], retold: [row] });
    const was = wordsOf(post);
    const is = wordsOf(row);
    const noted =
      author && JSON.stringify(was) !== JSON.stringify(is)
        ? saveChanges(db, [
            { at: now, ...author, what: "post", subject: id, before: was, after: is },
          ])
        : [];
    return {
      result: undefined,
      statements: [saveCorrection(db, id, correction), ...noted, ...statements],
    };
  });

const wordsOf = ({ person_format, person_topic, person_paid, hidden_at }: Correction) => ({
  format: person_format,
  topic: person_topic,
  paid: person_paid,
  hidden: hidden_at !== null,
});

const corrected = (post: PostRow, said: Corrections, now: Instant): Correction => ({
  person_format: said.format === undefined ? post.person_format : said.format,
  person_topic: said.topic === undefined ? post.person_topic : said.topic,
  person_paid: said.paid === undefined ? post.person_paid : said.paid,
  hidden_at: said.hidden === undefined ? post.hidden_at : said.hidden ? now : null,
});
