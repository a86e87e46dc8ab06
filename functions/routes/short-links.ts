/** Short links: made, changed and removed by whoever plans, each with its QR codes and its clicks. */
import { changeShortLink, createShortLink, removeShortLink } from "../jobs/planning/short-links.ts";
import { isoInstant } from "../model/day.ts";
import type { ShortLink } from "../model/event.ts";
import { type Fault, Problem } from "../model/problem.ts";
import { newShortLinkWire, shortLinkChangeWire, shortLinkOf } from "../normalise/short-link.ts";
import { qrOf } from "../present/qr.ts";
import type { ShortLinkView } from "../present/views/event.ts";
import { findShortLink, listClicks, listShortLinks } from "../store/short-links.ts";
import type { Handlers } from "./addresses.ts";
import { orAgain } from "./again.ts";
import { NO_STORE } from "./answer.ts";
import { checked, formOf, jsonOf } from "./body.ts";
import type { Ctx } from "./env.ts";
import { shortLinkLine } from "./event-view.ts";
import { chromeOf, viewPage } from "./page.ts";
import { mayPlanAll, wholePlanningOf } from "./planning.ts";
import { idOf } from "./reading.ts";

/** Where a library puts its links: each has a code of its own, so that a poster is told from a story. */
const SOURCES = ["ig", "fb", "tt", "x", "wa", "poster", "qr"] as const;

export const shortLinks = {
  // a click moves no version: whoever looks sees what is counted by now
  "GET /api/short-links": async (c) => {
    const rows = await listShortLinks(c.env.DB);
    return c.json({ short_links: await shown(c, rows) }, 200, NO_STORE);
  },

  "POST /api/short-links": async (c) => {
    const link = await create(c, await jsonOf(c));
    return c.json({ short_link: (await shown(c, [link]))[0] }, 201, NO_STORE);
  },

  "PATCH /api/short-links/:id": async (c) => {
    const id = idOf(c);
    const link = await change(c, id, await jsonOf(c));
    return c.json({ short_link: (await shown(c, [link]))[0] }, 200, NO_STORE);
  },

  "DELETE /api/short-links/:id": async (c) => {
    const id = idOf(c);
    await removeShortLink(c.env.DB, wholePlanningOf(c), id);
    return c.json({ id, removed: true }, 200, NO_STORE);
  },

  "GET /short-links/:id": async (c) => viewPage(c, await linkView(c, await standing(c, idOf(c)))),

  "POST /short-links": async (c) => {
    const form = await formOf(c);
    const event = Number(form.get("event")) || null;
    const typed = typedLink(form);
    return orAgain(
      c,
      async () => {
        const { id } = await create(c, { ...typed, event });
        return c.redirect(`/short-links/${id}`, 303);
      },
      (problem) => linkView(c, null, { link: null, event, typed }, problem.problems),
    );
  },

  "POST /short-links/:id": async (c) => {
    const id = idOf(c);
    const form = await formOf(c);
    const row = await standing(c, id);
    if (form.get("do") === "remove") {
      await removeShortLink(c.env.DB, wholePlanningOf(c), id);
      return c.redirect(row.event === null ? "/events" : `/events/${row.event}`, 303);
    }
    const typed = { ...typedLink(form), slug: row.slug };
    return orAgain(
      c,
      async () => {
        await change(c, id, { target: typed.target, name: typed.name });
        return c.redirect(`/short-links/${id}`, 303);
      },
      (problem) => linkView(c, row, { link: row, event: row.event, typed }, problem.problems),
    );
  },
} satisfies Handlers;

const hostOf = (c: Ctx): string => new URL(c.req.url).host;

function create(c: Ctx, body: unknown): Promise<ShortLink> {
  const said = shortLinkOf(checked(newShortLinkWire, body), hostOf(c));
  return createShortLink(c.env.DB, wholePlanningOf(c), { ...said, event: said.event ?? null });
}

function change(c: Ctx, id: number, body: unknown): Promise<ShortLink> {
  const { target, event, name } = shortLinkOf(checked(shortLinkChangeWire, body), hostOf(c));
  return changeShortLink(c.env.DB, wholePlanningOf(c), id, {
    ...(target === undefined ? {} : { target }),
    ...(event === undefined ? {} : { event }),
    ...(name === undefined ? {} : { name }),
  });
}

async function standing(c: Ctx, id: number): Promise<ShortLink> {
  const row = await findShortLink(c.env.DB, id);
  if (!row) throw new Problem("not_found", "there is no such short link");
  return row;
}

async function shown(c: Ctx, rows: readonly ShortLink[]) {
  const clicks = await listClicks(
    c.env.DB,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const { url, sources, clicks: of, refused } = shortLinkLine(c, row, clicks);
    return { ...row, created_at: isoInstant(row.created_at), url, clicks: of, refused, sources };
  });
}

const typedLink = (form: URLSearchParams): ShortLinkView["typed"] => ({
  slug: (form.get("slug") ?? "").trim(),
  target: form.get("target") ?? "",
  name: form.get("name") ?? "",
});

type Again = { link: ShortLink | null; event: number | null; typed: ShortLinkView["typed"] };

async function linkView(
  c: Ctx,
  row: ShortLink | null,
  again: Again | null = null,
  faults: readonly Fault[] = [],
): Promise<ShortLinkView> {
  const clicks = row === null ? [] : await listClicks(c.env.DB, [row.id]);
  const link = row && shortLinkLine(c, row, clicks);
  return {
    screen: "short_link",
    chrome: chromeOf(c),
    may_plan: mayPlanAll(c),
    link,
    event: row?.event ?? again?.event ?? null,
    typed: again?.typed ?? { slug: "", target: row?.target ?? "", name: row?.name ?? "" },
    faults: [...faults],
    codes: link
      ? SOURCES.map((source) => ({
          source,
          url: `${link.url}/${source}`,
          qr: qrOf(`${link.url}/${source}`),
          clicks: link.sources.find((one) => one.source === source)?.clicks ?? 0,
        }))
      : [],
  };
}
