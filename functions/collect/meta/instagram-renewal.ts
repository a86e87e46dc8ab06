/** Instagram's own login gives a token that has to be renewed to live on. */
import type { InstagramCredentials, Kept } from "../../model/credentials.ts";
import { SECONDS_A_DAY } from "../../model/day.ts";
import { type JsonObject, objectOf, textOf } from "../../model/json.ts";
import { CollectFault } from "../fault.ts";
import type { Http } from "../http.ts";
import type { Visit } from "../visit.ts";

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
