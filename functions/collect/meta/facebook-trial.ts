/** Tries a Facebook page's credentials: a page token, or a person's token with which the page's own can be had. */
import type { FacebookCredentials } from "../../model/credentials.ts";
import { textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { lacking } from "../grant.ts";
import type { TryCredentials } from "../visit.ts";
import { type Graph, openGraph } from "./graph.ts";
import { factsOf, isForbidden, pagesOf, pageTokenOf, tried } from "./token.ts";

/** Without these a part of the figures stays away. */
const SCOPES = ["pages_read_engagement", "read_insights", "pages_read_user_content"];

export const tryFacebook: TryCredentials<FacebookCredentials> = async (trial) => {
  const { http, base, external_id, kept } = trial;
  const given = openGraph(http, base, kept.given.access_token, true);
  const { page, token } = await pageOf(given, external_id);
  const graph = openGraph(http, base, token, true);
  const { body } = await tried(graph, [page], { fields: "id,name,username" });
  const { scopes, expires_at } = await factsOf(graph);
  const missing = lacking(scopes, SCOPES);
  const probe = { metric: "page_media_view", period: "day" };
  if (!missing.includes("read_insights") && (await isForbidden(graph, [page, "insights"], probe))) {
    // the scope is there: the person behind the token lacks the role
    missing.push(scopes === null ? "read_insights" : "ANALYZE");
  }
  return {
    external_id: page,
    handle: textOf(body.username) ?? page,
    name: textOf(body.name),
    kept: { ...kept, given: { access_token: token }, expires_at, scopes },
    missing,
  };
};

async function pageOf(
  graph: Graph,
  wanted: string | null,
): Promise<{ page: string; token: string }> {
  const { body } = await tried(graph, ["me"], { fields: "id,name" });
  const me = textOf(body.id);
  if (me !== null && me === wanted) return { page: me, token: graph.token };
  if (wanted !== null) {
    const token = await pageTokenOf(graph, wanted);
    if (token === null) throw new CollectFault("wrong_account", textOf(body.name));
    return { page: wanted, token };
  }
  const pages = await pagesOf(graph);
  const [only] = pages;
  // a page lists no pages
  if (!only && me !== null) return { page: me, token: graph.token };
  if (!only || pages.length > 1) {
    throw new CollectFault(
      "wrong_account",
      pages.map(({ id, name }) => `${name}: ${id}`).join(", "),
    );
  }
  return { page: only.id, token: only.token };
}
