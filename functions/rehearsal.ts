/**
 * A start plays what every request meets on its way to a workroom: who comes, may they, have they got it already, hand it on.
 * What an isolate does for the first time takes it long: of a request's ten milliseconds that way took six, and takes three
 * behind this. Nobody is asked and nothing is stored: the database and the room are of this file, and the platform lets
 * a start reach no other.
 */

import { renderPage } from "#page";
import { SCHEMA } from "./model/schema.ts";
import type { View } from "./present/views/view.ts";
import type { Bindings, WorkroomCalls } from "./routes/env.ts";
import type { ArrivalRow } from "./store/arrival.ts";
import type { LinkRow } from "./store/links.ts";
import type { KeptPage } from "./store/pages.ts";
import { answer } from "./work.ts";

/** A start has no clock: the platform's says 1970, when each zone had other rules. */
const DAY = "2026-01-01";
const NOW = `${DAY}T00:00:00Z`;
const TIME_ZONE = "Asia/Jakarta";
const ORIGIN = "https://denyut.example";

/** Whatever is asked on the way, this answers it: the library, the link of a token, a page that was sent before. */
const ROW: Record<keyof (ArrivalRow & LinkRow & KeptPage), string | number | null> = {
  name: "",
  language: "id",
  time_zone: TIME_ZONE,
  demo: 0,
  x_ceiling_usd: 0,
  version: 1,
  last_read_at: null,
  schema: SCHEMA,
  contact: null,
  standing_claims: "[]",
  restoring: null,
  admin_token: null,
  admin_token_replaced: null,
  id: 1,
  link_id: 1,
  link_name: "",
  kind: "export",
  sealed: null,
  accounts: null,
  created_at: 0,
  expires_at: null,
  revoked_at: null,
  last_used_on: DAY,
  with_dashboard: 1,
  preview_figures: 0,
  key: "",
  opened_at: 0,
  tag: "",
  body: "",
};

// a row is unpacked in place
const all = async () => ({ results: [{ ...ROW }] });
const statement = { bind: () => statement, all };
const database = {
  prepare: () => statement,
  batch: (asked: unknown[]) => Promise.all(asked.map(all)),
};

/** What a room answers here; a start can make no answer that has a body. */
const HANDED_ON = 204;
const room: WorkroomCalls = {
  answer: async () => new Response(null, { status: HANDED_ON }),
  tick: async () => {},
  renew: async () => {},
};

const TOKEN = "played-as-an-isolate-starts-0123456789";

const env = {
  DB: database as unknown as D1Database,
  ASSETS: {} as Fetcher,
  WORKROOM: { getByName: () => room },
  ADMIN_TOKEN: TOKEN,
  NOW,
} satisfies Bindings;

const context = { waitUntil() {}, passThroughOnException() {}, props: {} };

/** What comes most: a phone that has an older page, a sheet that reads the export, somebody's cron. */
const PLAYED: [path: string, init: RequestInit][] = [
  ["/", { headers: { cookie: "denyut=a", accept: "text/html", "if-none-match": 'W/"a"' } }],
  ["/export/v1/a/days.csv", {}],
  ["/api/snapshots", { method: "POST", headers: { authorization: `Bearer ${TOKEN}` } }],
];

/** What is said to whoever has no link, which no room is woken for. */
const REFUSAL: View = {
  screen: "message",
  message: "no_link",
  problems: [],
  chrome: {
    library: "",
    language: "id",
    time_zone: TIME_ZONE,
    now: Date.parse(NOW) / 1000,
    demo: false,
    role: null,
    last_read_at: null,
    origin: ORIGIN,
    path: "/",
  },
};

/** @throws where one was not handed on; the first request takes longer then, and nothing else is amiss */
export async function rehearse(): Promise<void> {
  await renderPage(REFUSAL);
  for (const [path, init] of PLAYED) {
    const { status } = await answer(new Request(`${ORIGIN}${path}`, init), env, context);
    if (status !== HANDED_ON) throw new Error(`the rehearsal of ${path} was answered by ${status}`);
  }
}
