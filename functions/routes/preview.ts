/** What a messenger shows of a link before anybody opens it. */
import { previewTextOf } from "#page";
import { Problem } from "../model/problem.ts";
import type { LinkRow } from "../store/links.ts";
import { openLink } from "./access.ts";
import type { Ctx } from "./env.ts";
import { overviewView } from "./overview.ts";
import { chromeOf, viewPage } from "./page.ts";
import { handedOn } from "./workroom.ts";

/**
 * Of a view link: the library's name and the month, and figures where whoever made the link said so. The same of a link that
 * opens nothing: whoever calls itself a fetcher learns nothing of tokens. It is no use of the link, and gets no cookie.
 */
export async function previewOf(c: Ctx, token: string): Promise<Response> {
  const link = await openLink(c, token, false).catch((error: unknown) => {
    // who guesses too often is told the same as before
    if (error instanceof Problem && error.code === "rate_limited") return "unknown";
    throw error;
  });
  const withFigures = typeof link === "object" && link.preview_figures ? link : null;
  const handed = withFigures && (await handedOn(c));
  if (handed) return handed;
  const told = withFigures ? await figuresOf(c, withFigures) : {};
  const chrome = { ...chromeOf(c), role: null };
  return viewPage(c, { screen: "message", chrome, message: "no_link", problems: [], ...told });
}

/** As its holder would see them. */
async function figuresOf(c: Ctx, link: LinkRow): Promise<{ preview: string }> {
  c.set("caller", { kind: link.kind, link });
  return { preview: previewTextOf(await overviewView(c)) };
}
