/** A short link followed: sent on at once, and counted by nobody's name. */
import { isbot } from "isbot";
import { dayOf } from "../model/day.ts";
import { Problem } from "../model/problem.ts";
import { sourceOf } from "../normalise/short-link.ts";
import { countClick, findTarget } from "../store/short-links.ts";
import type { Handlers } from "./addresses.ts";
import type { Ctx } from "./env.ts";
import { isAhead } from "./person.ts";

export const follow = {
  "GET /e/:slug": (c) => sentOn(c),
  "GET /e/:slug/:source": (c) => sentOn(c),
} satisfies Handlers;

async function sentOn(c: Ctx): Promise<Response> {
  const slug = (c.req.param("slug") ?? "").toLowerCase();
  const link = await findTarget(c.env.DB, slug);
  if (!link) throw new Problem("not_found", "there is no such short link");
  if (isPerson(c)) {
    // nobody waits for it, and whoever follows the link gets there where it fails
    c.executionCtx.waitUntil(count(c, link.id).catch((error) => console.error(error)));
  }
  return new Response(null, {
    status: 302,
    headers: {
      location: link.target,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
}

/**
 * Somebody who opened it: not who asks for the head alone, a browser that fetches ahead, a bot or a preview; a program that
 * does not say what it is, is no browser either.
 */
function isPerson(c: Ctx): boolean {
  if (c.req.method !== "GET" || isAhead(c)) return false;
  const browser = c.req.header("user-agent") ?? "";
  return browser !== "" && !isbot(browser);
}

/**
 * One row a click, up to sixty a minute and link at each of Cloudflare's places: its limiter keeps count there, without a
 * row; and up to two thousand a day and link. What comes beyond is sent on and not counted; that it came is marked by one row a
 * minute and isolate, so that a thousand clicks a second write no more than a few.
 */
async function count(c: Ctx, link: number): Promise<void> {
  const mayCount = (await c.env.CLICK_LIMIT?.limit({ key: `click ${link}` }))?.success ?? true;
  const host = new URL(c.req.url).host;
  const source = sourceOf(c.req.param("source"), c.req.header("referer"), host);
  const on = dayOf(c.get("now"), c.get("time_zone"));
  const click = { link, source, on };
  if (mayCount) {
    const { meta } = await countClick(c.env.DB, { ...click, counted: true }).run();
    if (meta.changes > 0) return;
  }
  if (isMarked(link, Math.floor(c.get("now") / 60))) return;
  await countClick(c.env.DB, { ...click, counted: false }).run();
}

/** The minute in which this isolate has last marked a link; a library has some dozens of them. */
const marked = new Map<number, number>();

function isMarked(link: number, minute: number): boolean {
  if (marked.get(link) === minute) return true;
  marked.set(link, minute);
  return false;
}
