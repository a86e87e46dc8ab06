/** An Instagram account's credentials, through its Facebook page or through Instagram's own login: tried. */
import type { InstagramCredentials } from "../../model/credentials.ts";
import { objectOf, objectsOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import { lacking } from "../grant.ts";
import type { Trial, Tried, TryCredentials } from "../visit.ts";
import { type Graph, openGraph } from "./graph.ts";
import { factsOf, isForbidden, tried } from "./token.ts";

const SCOPES = [
  "instagram_basic",
  "instagram_manage_insights",
  "instagram_manage_comments",
  "pages_read_engagement",
];

export const tryInstagram: TryCredentials<InstagramCredentials> = (trial) =>
  trial.kept.given.login === "instagram" ? tryOwnLogin(trial) : tryThroughPage(trial);

async function tryThroughPage({
  http,
  base,
  external_id,
  kept,
}: Trial<InstagramCredentials>): Promise<Tried<InstagramCredentials>> {
  const graph = openGraph(http, base, kept.given.access_token, true);
  const { scopes, expires_at } = await factsOf(graph);
  const account = external_id ?? (await linkedTo(graph));
  const fields = "id,username,name,followers_count";
  const { body, error } = await tried(graph, [account], { fields });
  const missing = lacking(scopes, SCOPES);
  if (error && !missing.includes("instagram_basic")) {
    throw new CollectFault("wrong_account", `(#${error.code}) ${error.message}`);
  }
  const insights = "instagram_manage_insights";
  if (
    !error &&
    !missing.includes(insights) &&
    (await isForbidden(graph, [account, "insights"], PROBE))
  ) {
    missing.push(insights);
  }
  return {
    external_id: account,
    handle: textOf(body.username) ?? account,
    name: textOf(body.name),
    kept: { ...kept, expires_at, scopes },
    missing,
  };
}

const PROBE = { metric: "reach", period: "day", metric_type: "time_series" };

/** The account that belongs to the page whose token it is. */
async function linkedTo(graph: Graph): Promise<string> {
  const { body } = await tried(graph, ["me"], {
    fields: "instagram_business_account{id,username}",
  });
  const id = textOf(objectOf(body.instagram_business_account).id);
  if (id === null) throw new CollectFault("wrong_account", "instagram_business_account");
  return id;
}

/** This login tells of no permissions: they are tried. */
async function tryOwnLogin({
  http,
  base,
  external_id,
  kept,
}: Trial<InstagramCredentials>): Promise<Tried<InstagramCredentials>> {
  const graph = openGraph(http, base, kept.given.access_token, false);
  const { body } = await tried(graph, ["me"], { fields: "user_id,username,name" });
  const account = textOf(body.user_id);
  const ids = [account, textOf(body.id)];
  if (account === null || (external_id !== null && !ids.includes(external_id))) {
    throw new CollectFault("wrong_account", textOf(body.username));
  }
  const missing: string[] = [];
  if (await isForbidden(graph, [account, "insights"], PROBE)) {
    missing.push("instagram_business_manage_insights");
  }
  const media = await tried(graph, [account, "media"], { fields: "id", limit: "1" });
  const [newest] = objectsOf(media.body.data);
  const id = textOf(newest?.id);
  if (id !== null && (await isForbidden(graph, [id, "comments"], { fields: "id", limit: "1" }))) {
    missing.push("instagram_business_manage_comments");
  }
  return {
    external_id: account,
    handle: textOf(body.username) ?? account,
    name: textOf(body.name),
    kept,
    missing,
  };
}
