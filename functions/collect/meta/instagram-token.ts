/** An Instagram account's credentials, through its Facebook page or through Instagram's own login: tried, and renewed. */
import type { InstagramCredentials, Kept } from "../../model/credentials.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import type { Http } from "../http.ts";
import type { Tried, TryCredentials, Visit } from "../visit.ts";
import { type Graph, openGraph } from "./graph.ts";
import { factsOf, isForbidden, lacking, tried } from "./token.ts";

const SCOPES = [
  "instagram_basic",
  "instagram_manage_insights",
  "instagram_manage_comments",
  "pages_read_engagement",
];

type Trial = Parameters<TryCredentials<InstagramCredentials>>[0];

export const tryInstagram: TryCredentials<InstagramCredentials> = (trial) =>
  trial.kept.given.login === "instagram" ? tryOwnLogin(trial) : tryThroughPage(trial);

async function tryThroughPage({
  http,
  base,
  external_id,
  kept,
}: Trial): Promise<Tried<InstagramCredentials>> {
  const graph = openGraph(http, base, kept.given.access_token, true);
  const { scopes, expires_at } = await factsOf(graph);
  const account = external_id ?? (await linkedTo(graph));
  const fields = "id,username,name,followers_count";
  const { body, error } = await tried(graph, account, { fields });
  const missing = lacking(scopes, SCOPES);
  if (error && !missing.includes("instagram_basic")) {
    throw new CollectFault("wrong_account", `(#${error.code}) ${error.message}`);
  }
  const insights = "instagram_manage_insights";
  if (
    !error &&
    !missing.includes(insights) &&
    (await isForbidden(graph, `${account}/insights`, PROBE))
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
  const { body } = await tried(graph, "me", { fields: "instagram_business_account{id,username}" });
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
}: Trial): Promise<Tried<InstagramCredentials>> {
  const graph = openGraph(http, base, kept.given.access_token, false);
  const { body } = await tried(graph, "me", { fields: "user_id,username,name" });
  const account = textOf(body.user_id);
  const ids = [account, textOf(body.id)];
  if (account === null || (external_id !== null && !ids.includes(external_id))) {
    throw new CollectFault("wrong_account", textOf(body.username));
  }
  const missing: string[] = [];
  if (await isForbidden(graph, `${account}/insights`, PROBE)) {
    missing.push("instagram_business_manage_insights");
  }
  const media = await tried(graph, `${account}/media`, { fields: "id", limit: "1" });
  const [newest] = objectsOf(media.body.data);
  const id = textOf(newest?.id);
  if (id !== null && (await isForbidden(graph, `${id}/comments`, { fields: "id", limit: "1" }))) {
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

/** A token of Instagram's own login lives 60 days; from its second day it can be exchanged for one that lives 60 more. */
const YOUNGEST_RENEWED = SECONDS_A_DAY;
const RENEW_EVERY = 7 * SECONDS_A_DAY;

/** The credentials, renewed once a week (and as soon as possible while nobody said when they die). */
export async function renewedInstagramToken({
  http,
  base,
  kept,
  save,
  notebook,
}: Visit<InstagramCredentials>): Promise<Kept<InstagramCredentials>> {
  if (kept.given.login !== "instagram") return kept;
  const age = http.now - kept.refreshed_at;
  const due = age >= RENEW_EVERY || kept.expires_at === null;
  if (!due || age < YOUNGEST_RENEWED) return kept;
  const query = new URLSearchParams({
    grant_type: "ig_refresh_token",
    access_token: kept.given.access_token,
  });
  const said = await refreshed(http, `${base}/refresh_access_token?${query}`);
  const { access_token, expires_in } = said;
  const token = textOf(access_token);
  if (token === null) {
    // the old one is good until it expires; a dead one says so in the next call
    const { message } = objectOf(said.error);
    notebook.problems.push({
      code: "refresh_failed",
      detail: textOf(message)?.slice(0, 200) ?? null,
    });
    return kept;
  }
  const next: Kept<InstagramCredentials> = {
    ...kept,
    given: { ...kept.given, access_token: token },
    refreshed_at: http.now,
    expires_at: typeof expires_in === "number" ? http.now + expires_in : kept.expires_at,
  };
  await save(next);
  return next;
}

/** A renewal that does not come through is no reason not to collect with the old token. */
async function refreshed(http: Http, url: string): Promise<JsonObject> {
  try {
    return objectOf((await http.ask(url)).body);
  } catch (thrown) {
    if (!(thrown instanceof CollectFault)) throw thrown;
    return { error: { message: thrown.message } };
  }
}
