/** Telling people of what there is to know: what it takes of the pages, their words and the week's Overview. */
import type { ExecutionContext } from "hono";
import { Hono } from "hono/quick";
import { writtenOf } from "#page";
import { tell } from "../jobs/telling/tell.ts";
import { USUAL_ZONE } from "../model/day.ts";
import type { Written } from "../model/recipient.ts";
import type { Instant } from "../model/snapshot.ts";
import type { Chrome } from "../present/views/chrome.ts";
import type { LetterContent } from "../present/views/letter.ts";
import type { OverviewView } from "../present/views/overview.ts";
import { findArrival } from "../store/arrival.ts";
import type { LibraryRow } from "../store/library.ts";
import { findLinkById, type LinkRow } from "../store/links.ts";
import type { RecipientRow } from "../store/recipients.ts";
import type { Bindings, Ctx, Env } from "./env.ts";
import { overviewView } from "./overview.ts";

/** Of the cron: eighteen messages, and with them fifty queries at most. */
const WAVES = 3;

/** The week, as its page shows it. */
const WEEK = "/?period=7d";

/** The cron's: everything that is due, the week among it. */
export async function tellAll(
  db: D1Database,
  env: Bindings,
  now: Instant,
  context: ExecutionContext,
): Promise<void> {
  const { library } = await findArrival(db, null);
  const time_zone = library.time_zone ?? env.TIME_ZONE ?? USUAL_ZONE;
  // made once for all who see the same by it, whatever they read it in
  const made = new Map<number | null, Promise<OverviewView>>();
  const week = async ({ link, language, origin }: RecipientRow): Promise<LetterContent> => {
    const making = made.get(link) ?? weekOf({ db, env, now, context, library, time_zone, link });
    made.set(link, making);
    const view = await making;
    const chrome = { ...view.chrome, language, origin };
    return { told: "weekly", view: { ...view, chrome }, address: new URL(WEEK, origin).href };
  };
  await tell(db, env, {
    ...tellingOf(library, now, time_zone),
    week,
    waves: WAVES,
  });
}

/** After a write: one wave, for the request has queries of its own; the week is the cron's. */
export const tellOf = (c: Ctx): Promise<void> =>
  tell(c.env.DB, c.env, {
    ...tellingOf(c.get("library"), c.get("now"), c.get("time_zone")),
    week: null,
    waves: 1,
  });

const tellingOf = (library: LibraryRow, now: Instant, time_zone: string) => ({
  now,
  time_zone,
  library: library.name,
  contact: library.contact,
  claims: library.standing_claims,
  say: async (content: LetterContent, recipient: RecipientRow) =>
    inWords(content, library, { now, time_zone }, recipient),
});

export function inWords(
  content: LetterContent,
  { name, demo, last_read_at }: LibraryRow,
  { now, time_zone }: { now: Instant; time_zone: string },
  { language, origin }: Pick<RecipientRow, "language" | "origin">,
): Written {
  const chrome: Chrome = {
    library: name,
    language,
    time_zone,
    now,
    demo,
    // whoever is told may be anybody
    role: "view",
    last_read_at,
    path: "/",
    origin,
  };
  return writtenOf(content, chrome);
}

type Week = {
  db: D1Database;
  env: Bindings;
  now: Instant;
  context: ExecutionContext;
  library: LibraryRow;
  time_zone: string;
  link: number | null;
};

/** The Overview of seven days as the page makes it, for whoever sees by a link (`null`: all of it): asked of ourselves. */
async function weekOf(of: Week): Promise<OverviewView> {
  const { db, env, now, context, library, time_zone } = of;
  const link: LinkRow | null = of.link === null ? null : await findLinkById(db, of.link);
  let view: OverviewView | null = null;
  const asked = new Hono<Env>().get("/", async (c) => {
    c.set("now", now);
    c.set("library", library);
    c.set("time_zone", time_zone);
    c.set("caller", link && { kind: "view", link });
    c.set("kept", null);
    view = await overviewView(c);
    return c.body(null);
  });
  asked.onError((error) => {
    throw error;
  });
  await asked.request(WEEK, {}, { ...env, DB: db, PUBLIC_DASHBOARD: "true" }, context);
  if (!view) throw new Error("the week has an Overview");
  return view;
}
