/** What a person says of a post: kept apart from what was read, and never overwritten by it. */
import { dayOf, monthOf } from "../../model/day.ts";
import { Problem } from "../../model/problem.ts";
import type { Instant } from "../../model/snapshot.ts";
import { listAccounts } from "../../store/accounts.ts";
import { touchLibrary } from "../../store/library.ts";
import { type Correction, listPostsById, type PostRow, saveCorrection } from "../../store/posts.ts";
import { untilWritten } from "./change.ts";
import { judgedStatements } from "./excuse.ts";
import { monthKey } from "./month-key.ts";

/** Only what is named changes; `null` takes a correction back. */
export type Corrections = {
  format?: Correction["person_format"] | undefined;
  topic?: Correction["person_topic"] | undefined;
  paid?: boolean | null | undefined;
  hidden?: boolean | undefined;
};

/** Throws `not_found` for a post that is not known. */
export const correctPost = (
  db: D1Database,
  id: number,
  said: Corrections,
  { now, time_zone }: { now: Instant; time_zone: string },
): Promise<void> =>
  untilWritten(db, async () => {
    const [post] = await listPostsById(db, [id]);
    const account = (await listAccounts(db)).find((one) => one.id === post?.account_id);
    if (!post || !account) throw new Problem("not_found", "there is no such post");
    const correction = corrected(post, said, now);
    const month = monthOf(dayOf(post.published_at, time_zone));
    const judged = await judgedStatements(db, account, {
      posts: [{ ...post, ...correction }],
      months: [monthKey({ account_id: post.account_id, month }, time_zone)],
      anew: false,
    });
    return {
      result: undefined,
      statements: [saveCorrection(db, id, correction), ...judged, touchLibrary(db, null)],
    };
  });

const corrected = (post: PostRow, said: Corrections, now: Instant): Correction => ({
  person_format: said.format === undefined ? post.person_format : said.format,
  person_topic: said.topic === undefined ? post.person_topic : said.topic,
  person_paid:
    said.paid === undefined ? post.person_paid : said.paid === null ? null : Number(said.paid),
  hidden_at: said.hidden === undefined ? post.hidden_at : said.hidden ? now : null,
});
