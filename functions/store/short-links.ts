import type { Clicks, ShortLink } from "../model/event.ts";
import type { Day } from "../model/snapshot.ts";
import { all } from "./rows.ts";
import { table } from "./table.ts";

const SHORT_LINKS = table<ShortLink>("short_links", {
  id: "plain",
  slug: "plain",
  target: "plain",
  event: "plain",
  name: "plain",
  created_at: "plain",
});

const MOST_AT_ONCE = 500;

/** The newest first. */
export const listShortLinks = (db: D1Database) =>
  SHORT_LINKS.rows(
    db.prepare(
      `select ${SHORT_LINKS.list} from short_links order by id desc limit ${MOST_AT_ONCE}`,
    ),
  );

export const listShortLinksOf = (db: D1Database, event: number) =>
  SHORT_LINKS.rows(
    db
      .prepare(`select ${SHORT_LINKS.list} from short_links where event = ?1 order by id`)
      .bind(event),
  );

export const findShortLink = (db: D1Database, id: number) =>
  SHORT_LINKS.first(
    db.prepare(`select ${SHORT_LINKS.list} from short_links where id = ?1`).bind(id),
  );

/** What a click asks: one row. */
export const findTarget = (db: D1Database, slug: string) =>
  db
    .prepare("select id, target from short_links where slug = ?1")
    .bind(slug)
    .first<Pick<ShortLink, "id" | "target">>();

export const isTaken = async (db: D1Database, slug: string): Promise<boolean> =>
  (await db.prepare("select id from short_links where slug = ?1").bind(slug).first()) !== null;

/** The next free id; of two who take the same one, the database refuses the later. */
export const nextShortLinkId = async (db: D1Database): Promise<number> =>
  (await db
    .prepare(
      "select 1 + max(coalesce((select max(id) from short_links), 0), coalesce((select max(subject) from changes where what = 'short_link'), 0)) as next",
    )
    .first<number>("next")) ?? 1;

export const insertShortLink = (db: D1Database, row: ShortLink) => SHORT_LINKS.insert(db, [row]);

/**
 * Its slug stays: it is printed somewhere.
 * @param before as it was read: where it is another by now, or gone, the database refuses the whole batch
 */
export const updateShortLink = (db: D1Database, before: ShortLink, row: ShortLink) => [
  ...SHORT_LINKS.guard(db, SHORT_LINKS.columns, [before]),
  ...SHORT_LINKS.update(db, "id", ["target", "event", "name"], [row]),
];

/** With its clicks, if it is still what was read; else the batch is refused like any other. */
export const deleteShortLink = (db: D1Database, before: ShortLink) => [
  ...SHORT_LINKS.guard(db, SHORT_LINKS.columns, [before]),
  ...SHORT_LINKS.remove(db, ["id"], [before]),
];

/** A day's further sources are one: whoever invents them fills no table. */
const MOST_SOURCES = 20;
const OTHER = "other";

/** A day's clicks on one link that are counted: a machine that clicks all day leaves the day's written rows to the library. */
const MOST_CLICKS_A_DAY = 2000;

/** A click, or that one came which is not counted: a row, made or moved. Of a link that has its day's clicks, none. */
export const countClick = (
  db: D1Database,
  { link, source, on, counted }: { link: number; source: string; on: Day; counted: boolean },
) =>
  db
    .prepare(
      `insert into clicks (link, source, on_day, clicks, refused)
       select id, iif(exists (select 1 from clicks where link = ?1 and source = ?2 and on_day = ?3)
           or (select count(*) from clicks where link = ?1 and on_day = ?3) < ${MOST_SOURCES}, ?2, '${OTHER}'), ?3, ?4, ?5
       from short_links where id = ?1
         and (?4 = 0 or (select coalesce(sum(clicks), 0) from clicks where link = ?1 and on_day = ?3) < ${MOST_CLICKS_A_DAY})
       on conflict (link, source, on_day) do update set clicks = clicks + excluded.clicks, refused = refused + excluded.refused`,
    )
    .bind(link, source, on, Number(counted), Number(!counted));

export type ClicksOfLink = Omit<Clicks, "on"> & { link: number };

/** By source, the most first. */
export const listClicks = (db: D1Database, links: readonly number[]) =>
  links.length === 0
    ? Promise.resolve([])
    : all<ClicksOfLink>(
        db
          .prepare(
            `select link, source, sum(clicks) as clicks, sum(refused) as refused from clicks
             where link in (select value from json_each(?1)) group by link, source order by link, clicks desc, source`,
          )
          .bind(JSON.stringify(links)),
      );

/** The clicks on an event's short links, by link and source. */
export const listClicksOfEvent = (db: D1Database, event: number) =>
  all<ClicksOfLink>(
    db
      .prepare(
        `select link, source, sum(clicks) as clicks, sum(refused) as refused from short_links s
         join clicks c on c.link = s.id where s.event = ?1 group by link, source order by link, clicks desc, source`,
      )
      .bind(event),
  );

/** How often the short links of each event were followed in all. */
export const listClicksByEvent = (db: D1Database, events: readonly number[]) =>
  all<{ event: number; clicks: number }>(
    db
      .prepare(
        `select s.event, sum(c.clicks) as clicks from json_each(?1) j join short_links s on s.event = j.value
         join clicks c on c.link = s.id group by s.event order by s.event`,
      )
      .bind(JSON.stringify(events)),
  );
