/** An account's posts as it is asked what works, from the database. */
import { captionFacts } from "../../analyse/works/caption.ts";
import type { WorksPost } from "../../analyse/works/post.ts";
import { LOOK_MONTHS, newestOf } from "../../analyse/works/settled.ts";
import { startOfDay } from "../../model/day.ts";
import { addMonths } from "../../model/month.ts";
import { MATURE_AGE_SECONDS } from "../../model/post.ts";
import { listWorksPosts, type WorksPostRow } from "../../store/works-posts.ts";

/**
 * @param month the look's: posts of the months before it
 * @param accounts how many are judged together
 */
export async function worksPosts(
  db: D1Database,
  account_ids: readonly number[],
  { month, time_zone, accounts }: { month: string; time_zone: string; accounts: number },
): Promise<WorksPost[]> {
  const rows = await listWorksPosts(db, account_ids, {
    from: startOfDay(`${addMonths(month, -LOOK_MONTHS)}-01`, time_zone),
    before: startOfDay(`${month}-01`, time_zone),
    newest: newestOf(accounts),
    settled: MATURE_AGE_SECONDS,
  });
  return rows.map(worksPost);
}

function worksPost(row: WorksPostRow): WorksPost {
  const post: WorksPost = {
    id: String(row.id),
    account: String(row.account_id).padStart(9, "0"),
    published_at: row.published_at,
    format: row.format,
    topic: row.topic,
    interactions: row.interactions,
    followers: row.followers,
    age_hours: row.age_hours ?? 0,
    // one that is not judged, and only made its week a busy one, need not say what stands in it
    ...captionFacts(row.paid === 1 || row.interactions === null ? null : row.caption),
  };
  // what nearly all are is left out of what lies between two slices of a look
  if (row.paid === 1) post.paid = true;
  if (row.published_precision !== "second") post.precision = row.published_precision;
  return post;
}

/** Of so many accounts at once the posts are read: those of one, or as many where each has few. */
export const accountsAtOnce = (accounts: number): number =>
  Math.max(1, Math.floor(newestOf(1) / newestOf(accounts)));
