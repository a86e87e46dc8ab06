/** Somebody is told, in Node on a real D1, by receivers that stand in for all of them. */

import type { TellEnv } from "../../../functions/jobs/telling/post.ts";
import { type NewRecipient, takeIn } from "../../../functions/jobs/telling/recipients.ts";
import { type Telling, tell } from "../../../functions/jobs/telling/tell.ts";
import { ingest } from "../../../functions/jobs/writing/ingest.ts";
import type { Notice } from "../../../functions/model/notice.ts";
import { type Reach, USUAL_KINDS, USUAL_QUIET } from "../../../functions/model/recipient.ts";
import { inWords } from "../../../functions/routes/telling.ts";
import type { LibraryRow } from "../../../functions/store/library.ts";
import { closeNotices, listOpenNotices, openNotices } from "../../../functions/store/notices.ts";
import { dump } from "../../database.ts";
import type { Browser } from "../../receivers/browser.ts";
import { VAPID_KEYS } from "../../worker.ts";
import { snapshot, ZONE } from "../writing/snapshots.ts";

/** A Monday, 10.00 in Jakarta. */
export const NOW = Date.parse("2026-11-23T03:00:00Z") / 1000;
export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const ORIGIN = "https://denyut.example.org";
export const VAPID_KEY = VAPID_KEYS.split(".")[0] ?? "";

export const envOf = (receivers: string): TellEnv => ({
  CREDENTIALS_KEY: "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
  VAPID_KEYS,
  RECEIVERS_URL: receivers,
});

const LIBRARY = {
  name: "Perpustakaan Kota Pasuruan",
  language: "id",
  time_zone: null,
  demo: false,
  x_ceiling_usd: 5,
  version: 1,
  last_read_at: NOW,
  contact: "perpus@example.go.id",
  standing_claims: [],
} satisfies LibraryRow;

export function tellAt(
  db: D1Database,
  env: TellEnv,
  now: number,
  more: Partial<Telling> = {},
): Promise<void> {
  return tell(db, env, {
    now,
    time_zone: ZONE,
    library: LIBRARY.name,
    contact: LIBRARY.contact,
    claims: LIBRARY.standing_claims,
    say: async (content, to) => inWords(content, LIBRARY, { now, time_zone: ZONE }, to),
    week: null,
    waves: 3,
    ...more,
  });
}

export const reachOf = ({ endpoint, keys }: Browser): Reach => ({ way: "push", endpoint, ...keys });
export const JSON_HOOK: Reach = { way: "json", url: "https://hooks.example.org/denyut?k=s3cret" };

export const told = (
  db: D1Database,
  env: TellEnv,
  reach: Reach,
  more: Partial<NewRecipient> = {},
) =>
  takeIn(db, env, {
    reach,
    name: "Grup pengelola",
    language: "id",
    kinds: USUAL_KINDS,
    weekly: false,
    quiet: USUAL_QUIET,
    link: null,
    origin: ORIGIN,
    now: NOW - DAY,
    ...more,
  });

/** Accounts 1, 2 … of the library. */
export async function accounts(db: D1Database, ...platforms: ("instagram" | "facebook")[]) {
  for (const [index, platform] of platforms.entries()) {
    const one = snapshot(NOW - 10 * DAY, {
      platform,
      account: `perpus${index + 1}`,
      external_id: null,
    });
    await ingest(db, [one], { now: NOW, time_zone: ZONE, import: null });
  }
}

export const silence = (account_id: number): Notice => ({
  kind: "silence",
  account_id,
  from: "2026-11-10",
  usual_days: 2,
  by_chance_every_weeks: 52,
});
export const stopped = (account_id: number): Notice => ({
  kind: "stopped",
  account_id,
  since: NOW - 5 * HOUR,
});

export const open = async (db: D1Database, notices: readonly Notice[], at: number) =>
  void (await db.batch(openNotices(db, notices, at)));

export async function close(db: D1Database, at: number) {
  const standing = await listOpenNotices(db);
  await db.batch(
    closeNotices(
      db,
      standing.map(({ id }) => id),
      at,
    ),
  );
}

export async function outbox(db: D1Database) {
  const { outbox: rows } = (await dump(db, ["outbox"])) as { outbox: Record<string, unknown>[] };
  return rows.map(({ subject, state, outcome, tries, fault, due_at }) => ({
    subject,
    state,
    outcome,
    tries,
    fault,
    due_at,
  }));
}
