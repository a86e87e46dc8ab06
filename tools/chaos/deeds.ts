/** What people and crons do to a library, each as its user goes about it: to the end, over again where it broke off. */
import { learn } from "../../functions/jobs/learning/learn.ts";
import { eraseAccount } from "../../functions/jobs/writing/erase.ts";
import { importFile } from "../../functions/jobs/writing/import.ts";
import { ingest } from "../../functions/jobs/writing/ingest.ts";
import { beginRebuild, rebuild } from "../../functions/jobs/writing/rebuild.ts";
import { undoImport } from "../../functions/jobs/writing/undo.ts";
import { NO_FIGURES } from "../../functions/model/metric.ts";
import type { Instant, Snapshot } from "../../functions/model/snapshot.ts";
import { listAccounts } from "../../functions/store/accounts.ts";
import { findArrival } from "../../functions/store/arrival.ts";
import { saveSettings } from "../../functions/store/library.ts";
import { instagramFile } from "../bench/instagram-file.ts";
import { type Random, wholeBelow } from "../streaks/random.ts";

export const BEGIN: Instant = Date.parse("2026-01-05T05:00:00Z") / 1000;
const HOUR = 3600;
const DAY = 24 * HOUR;
const ACCOUNTS = ["perpus.satu", "perpus.dua", "perpus.tiga"] as const;
const ZONES = ["Asia/Jakarta", "Asia/Jayapura"] as const;
const POSTS_AT_ONCE = 6;
const SLICES = 5;

/** A deed, the same whenever it is done again. */
export type Deed = { what: string; do: (db: D1Database) => Promise<void> };

const zoneOf = async (db: D1Database): Promise<string> =>
  (await findArrival(db, null)).library.time_zone ?? ZONES[0];

const bornAt = (number: number): Instant => BEGIN + number * 12 * HOUR;

/** What stood under a post at an instant: two comments, the first of them asks something and is answered the day after. */
const commentsOf = (post: string, published_at: Instant, at: Instant): Snapshot["comments"] =>
  [
    { name: "asked", hours: 3, ours: false, reply_to: null, asks: true },
    { name: "praised", hours: 9, ours: false, reply_to: null, asks: false },
    { name: "answered", hours: 30, ours: true, reply_to: `${post}-asked`, asks: null },
  ].flatMap(({ name, hours, ...said }) => {
    const written = published_at + hours * HOUR;
    return written > at ? [] : [{ ...said, external_id: `${post}-${name}`, post, at: written }];
  });

function reading(dice: Random, account: string, at: Instant): Snapshot {
  const hours = Math.floor((at - BEGIN) / HOUR);
  const newest = Math.floor(hours / 12);
  const numbers = Array.from(
    { length: 1 + wholeBelow(dice, POSTS_AT_ONCE) },
    (_, index) => newest - index,
  ).filter((number) => number >= 0);
  return {
    platform: "instagram",
    account,
    external_id: `1784${ACCOUNTS.indexOf(account as (typeof ACCOUNTS)[number])}`,
    name: account,
    read_at: at,
    followers: 1000 + Math.floor(hours / 7),
    days: [],
    comments: numbers.flatMap((number) => commentsOf(`${account}-${number}`, bornAt(number), at)),
    posts: numbers.map((number) => {
      const published_at = bornAt(number);
      const age = Math.floor((at - published_at) / HOUR);
      return {
        external_id: `${account}-${number}`,
        url: null,
        published_at,
        published_precision: "second",
        format: "image",
        caption: `Koleksi baru ${number}`,
        paid: null,
        removed_at: null,
        ...NO_FIGURES,
        likes: Math.min(40, age),
        comments: Math.min(5, Math.floor(age / 9)),
        views: 20 * Math.min(60, age),
      };
    }),
  };
}

/** A push as a cron sends it, now and then with one that came late. */
export function push(dice: Random, now: Instant): Deed {
  const account = dice.pick(ACCOUNTS);
  const late = wholeBelow(dice, 4) === 0 ? wholeBelow(dice, 40) * HOUR : 0;
  const snapshot = reading(dice, account, Math.max(BEGIN, now - late));
  return {
    what: "push",
    do: async (db) => {
      await ingest(db, [snapshot], { now, time_zone: await zoneOf(db), import: null });
    },
  };
}

/** Pushes of one account that all come in one moment. */
export const race = (dice: Random, now: Instant, many: number): Deed[] => {
  const account = dice.pick(ACCOUNTS);
  return Array.from({ length: many }, (_, index) => {
    const snapshot = reading(dice, account, now + index);
    return {
      what: "race",
      do: async (db) => {
        await ingest(db, [snapshot], {
          now: now + many,
          time_zone: await zoneOf(db),
          import: null,
        });
      },
    };
  });
};

/** A file, piece by piece. */
export function bring(dice: Random, now: Instant, number: number): Deed {
  const text = instagramFile("perpus.berkas", number % 2, 10 + wholeBelow(dice, 20), now);
  const name = `file ${number}`;
  return {
    what: "import",
    do: async (db) => {
      await importFile(db, new TextEncoder().encode(text), {
        now,
        library_zone: await zoneOf(db),
        time_zone: "America/Los_Angeles",
        platform: null,
        account: null,
        read_at: now,
        date_order: null,
        numbers: null,
        seconds: null,
        newest_day: null,
        ids: null,
        owner: null,
        name,
        modified: null,
        first_row: 2,
        import_id: null,
        label: name,
      });
    },
  };
}

/** The newest import that stands, or is half undone. */
export const undo = (now: Instant, number: number): Deed => ({
  what: "undo",
  do: async (db) => {
    const id = await db
      .prepare("select id from imports where name = ?1")
      .bind(`file ${number}`)
      .first<number>("id");
    if (id === null) return;
    for (let done = false; !done; ) {
      ({ done } = await undoImport(db, id, { now, time_zone: await zoneOf(db) }));
    }
  },
});

async function rebuilt(db: D1Database, now: Instant): Promise<void> {
  for (let done = false; !done; ) {
    ({ done } = await rebuild(db, { now, time_zone: await zoneOf(db) }));
  }
}

const isRebuilding = async (db: D1Database): Promise<boolean> =>
  (await listAccounts(db)).some(({ rebuilding }) => rebuilding !== null);

/** Begun once, and gone on with where it stopped. */
export const deriveAnew = (now: Instant): Deed => ({
  what: "rebuild",
  do: (db) => rebuilt(db, now),
});

/** The library's zone changed, and what follows from it. */
export function moveZone(dice: Random, now: Instant): Deed {
  const time_zone = dice.pick(ZONES);
  return {
    what: "zone",
    do: async (db) => {
      if ((await zoneOf(db)) !== time_zone) {
        await beginRebuild(db, { now, time_zone }, [saveSettings(db, { time_zone })]);
      }
      if (await isRebuilding(db)) await rebuilt(db, now);
    },
  };
}

/** Some slices of a look at what works. */
export const look = (now: Instant): Deed => ({
  what: "look",
  do: async (db) => {
    const time_zone = await zoneOf(db);
    for (let slice = 0; slice < SLICES; slice += 1) await learn(db, { now, time_zone });
  },
});

/** An account erased whole. */
export const erase: Deed = {
  what: "erase",
  do: async (db) => {
    const row = await db
      .prepare("select id from accounts where handle = 'perpus.tiga' or merged_into = id")
      .first<number>("id");
    if (row === null) return;
    for (let done = false; !done; ) ({ done } = await eraseAccount(db, row));
  },
};

export const AN_HOUR = HOUR;
export const A_DAY = DAY;
