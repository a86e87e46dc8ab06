import { LEFT_OUT, TEXT } from "./month-packing.ts";
import { listTextsById } from "./posts.ts";
import { all } from "./rows.ts";

const AT = { id: TEXT.indexOf("id"), url: TEXT.indexOf("url") };

export type PostUrls = Map<number, string | null>;

/** The addresses of a month's posts as they lie beside it, by the posts' ids: two rows an account, however many posts. */
export async function listMonthUrls(db: D1Database, month: string): Promise<PostUrls> {
  const rows = await all<{ texts: string }>(
    db
      .prepare(
        `select m.texts from accounts a join months m on m.account_id = a.id and m.month = ?1
         where a.merged_into is null and a.hidden_at is null`,
      )
      .bind(month),
  );
  const urls: PostUrls = new Map();
  for (const { texts } of rows) {
    for (const text of JSON.parse(texts) as (unknown[] | typeof LEFT_OUT)[]) {
      if (text !== LEFT_OUT) urls.set(text[AT.id] as number, text[AT.url] as string | null);
    }
  }
  return urls;
}

/** With those that were too long to lie there. */
export async function withEveryUrl(
  db: D1Database,
  urls: PostUrls,
  ids: readonly number[],
): Promise<PostUrls> {
  const missing = ids.filter((id) => !urls.has(id));
  if (missing.length === 0) return urls;
  const found = await listTextsById(db, missing);
  return new Map([...urls, ...found.map(({ id, url }): [number, string | null] => [id, url])]);
}
