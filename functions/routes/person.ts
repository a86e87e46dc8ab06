/** Whether it is somebody who looks, by what the browser says of itself. */
import { isbot } from "isbot";
import type { Ctx } from "./env.ts";

/** Asked before anybody wants to see it: the head alone, or by a browser that fetches ahead. */
export function isAhead(c: Ctx): boolean {
  if (c.req.method === "HEAD") return true;
  const ahead = ["sec-purpose", "purpose", "x-purpose", "x-moz"].map((name) => c.req.header(name));
  return ahead.some((value) => /prefetch|prerender|preview/i.test(value ?? ""));
}

/** By their names; of other programs (curl, a browser without a window) whoever runs them wants what a person gets. */
const FETCHERS =
  /bot\b|facebot|externalhit|whatsapp|preview|embed|viber|pinterest|mastodon|iframely|synapse|crawler|spider|slurp/i;

/** It fetches a page to show what is behind its address. The browsers inside such apps are people's, and say so. */
export function isFetcher(c: Ctx): boolean {
  const browser = c.req.header("user-agent") ?? "";
  return FETCHERS.test(browser) && isbot(browser);
}
