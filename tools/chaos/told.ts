/** All that a library can tell, by the names that things have outside: what two databases must agree on. */
import { instantsOf } from "../../functions/analyse/repeats.ts";
import type { Repeat } from "../../functions/model/repeat.ts";

type Row = Record<string, string | number | null>;

const COUNTERS = "likes, comments, shares, saves, reach, views, clicks, watch_seconds";
const NAMED = "a.platform || ' ' || a.handle as account";
const STANDING = "join accounts a on a.id = t.account_id and a.merged_into is null";

const ASKED: Record<string, string> = {
  accounts: `select platform, handle, external_id, name, followers, followers_at, last_read_at, rebuilding
    from accounts where merged_into is null order by 1, 2`,
  posts: `select ${NAMED}, t.external_id, published_at, published_on, caption, format, topic, read_at, removed_at,
      ${COUNTERS}, interactions, followers_at_publish from posts t ${STANDING} order by 1, 2`,
  days: `select ${NAMED}, t.date, t.followers, t.reach, t.views, t.gains from days t ${STANDING} order by 1, 2`,
  comments: `select ${NAMED}, t.external_id, p.external_id as post, t.at, ours, reply_to, asks, settled
    from comments t join posts p on p.id = t.post_id ${STANDING} order by 1, 2`,
  // less the posts' numbers, which are whoever came first's
  threads: `select ${NAMED}, t.month, json_remove(thread.value, '$[1]') as thread
    from threads t join json_each(t.threads) thread ${STANDING} order by 1, 2, 3`,
  looks: `select coalesce(a.platform || ' ' || a.handle, 'all') as account, t.month, t.state, t.posts, t.late,
      json_remove(t.result, '$.members') as result
    from looks t left join accounts a on a.id = t.account_id order by 1, 2`,
  claims: `select coalesce(a.platform || ' ' || a.handle, 'all') as account, t.month, place, factor, level, direction,
      ratio, low, high, t.posts, chance
    from claims t left join accounts a on a.id = t.account_id order by 1, 2, 3`,
  imports: "select name, kind, undone_at is not null as undone from imports order by 1",
};

const keyOf = ({ account, post }: Row, at: number): string => `${account} ${post} ${at}`;

/** A reading, at the instants at which it was seen again. */
function hold(told: Map<string, Row>, row: Row, held: unknown): void {
  for (const at of instantsOf(JSON.parse(String(held)) as Repeat[])) {
    told.set(keyOf(row, at), { ...row, read_at: at });
  }
}

/** Every reading of every post at its instant, confirmations among them. */
async function readings(db: D1Database): Promise<Row[]> {
  const { results } = await db
    .prepare(
      `select ${NAMED}, t.external_id as post, r.read_at, r.version, r.previous_held, t.held, ${COUNTERS.split(
        ", ",
      )
        .map((counter) => `r.${counter}`)
        .join(", ")}
       from post_readings r join posts t on t.id = r.post_id ${STANDING} order by 1, 2, r.read_at, r.version`,
    )
    .all<Row>();
  const told = new Map<string, Row>();
  let last: Row | null = null;
  for (const [index, { previous_held, held, version: _version, ...row }] of results.entries()) {
    const before: Row | null =
      last?.account === row.account && last?.post === row.post ? last : null;
    const together = before?.read_at === row.read_at;
    if (before && !together) hold(told, before, previous_held);
    const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    const now: Row = together ? { ...before, ...said } : row;
    told.set(keyOf(now, Number(now.read_at)), now);
    last = now;
    const next = results[index + 1];
    if (next?.account !== row.account || next?.post !== row.post) hold(told, now, held);
  }
  return [...told.values()].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Tables of lines, each the JSON of a row. */
export async function told(db: D1Database): Promise<Map<string, string[]>> {
  const tables = new Map<string, string[]>();
  for (const [name, sql] of Object.entries(ASKED)) {
    const { results } = await db.prepare(sql).all<Row>();
    tables.set(
      name,
      results.map((row) => JSON.stringify(row)),
    );
  }
  tables.set(
    "readings",
    (await readings(db)).map((row) => JSON.stringify(row)),
  );
  return tables;
}

/** What one of them tells and the other does not. */
export function differences(
  found: Map<string, string[]>,
  expected: Map<string, string[]>,
): string[] {
  return [...expected].flatMap(([table, lines]) => {
    const there = found.get(table) ?? [];
    return [
      ...lines.filter((line) => !there.includes(line)).map((line) => `lost in ${table}: ${line}`),
      ...there
        .filter((line) => !lines.includes(line))
        .map((line) => `made up in ${table}: ${line}`),
      ...(there.length === new Set(there).size ? [] : [`doubled in ${table}`]),
    ];
  });
}
