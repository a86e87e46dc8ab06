/** What X says when it does not answer, and what it says beside an answer. */
import { addDays, dayOf, startOfDay } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import type { HttpAnswer } from "../http.ts";

/** A 200 can carry errors beside what it answers, or about single things that are not there; any other is a failure. */
export function isFailure({ data, meta, errors }: JsonObject): boolean {
  const about =
    /\/(resource-not-found|resource-unavailable|disallowed-resource|not-authorized-for-\w+)$/;
  const isPart = (error: JsonObject) => about.test(textOf(error.type) ?? "");
  return data === undefined && meta === undefined && objectsOf(errors).some((one) => !isPart(one));
}

/** A refusal is problem JSON, or the older list of errors. */
export function refusal(
  { status, headers, body }: HttpAnswer,
  path: string,
  now: Instant,
): CollectFault {
  const problem = objectOf(body);
  const first = objectsOf(problem.errors)[0] ?? {};
  const title = textOf(problem.title) ?? textOf(first.title) ?? textOf(first.message);
  const said = `${path}: ${title ?? `HTTP ${status}`}`;
  const kind = textOf(problem.type) ?? "";
  switch (status) {
    case 401:
      return new CollectFault("token_dead", said);
    case 402:
      return new CollectFault("credits_depleted", said);
    case 403:
      return new CollectFault(
        kind.endsWith("/client-forbidden") ? "blocked" : "permission_missing",
        said,
      );
    case 404:
      return new CollectFault("unknown_account", said);
    case 429:
      return new CollectFault("throttled", said, throttledUntil(headers, kind, now));
    default:
      return new CollectFault("http_error", said);
  }
}

/** X leaves the headers out of some refusals; then a pause of so many seconds has proved enough. */
const PAUSE_SECONDS = 300;

function throttledUntil(headers: Headers, kind: string, now: Instant): Instant {
  // a used-up cap comes back with a new cycle; it is looked for once a day
  if (kind.endsWith("/usage-capped")) return startOfDay(addDays(dayOf(now, "UTC"), 1), "UTC");
  const reset = Number(headers.get("x-rate-limit-reset") ?? "");
  return reset > now ? reset : now + PAUSE_SECONDS;
}
