import type { XCredentials } from "../../model/credentials.ts";
import { addDays, dayOf, startOfDay } from "../../model/day.ts";
import { type JsonObject, objectOf, objectsOf, textOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import { CollectFault } from "../fault.ts";
import type { HttpAnswer } from "../http.ts";
import type { Visit } from "../visit.ts";
import { memoryOf } from "./memory.ts";
import { renewedXToken, type XToken } from "./token.ts";

/** What asking takes of a visit; a trial of credentials has as much. */
type XDesk = Pick<
  Visit<XCredentials>,
  "http" | "base" | "kept" | "save" | "allowance" | "notebook"
>;

/** One talk with X: who asks, and the token, which may be renewed in the middle. */
export type XTalk<Desk extends XDesk = XDesk> = { visit: Desk; token: XToken };
export type VisitTalk = XTalk<Visit<XCredentials>>;

/** Leaves an answer for the normaliser. */
export const note = (
  { notebook, seen }: Visit<XCredentials>,
  answer: { of: string; asked: readonly string[]; since: Instant | null; body: JsonObject },
) => notebook.answers.push({ ...answer, post: null, until: seen.now });

/** What is asked for; `fields` are a post's fields, whose parameter X is renaming. */
export type XQuestion = {
  path: string;
  fields?: readonly string[];
  parameters: Readonly<Record<string, string>>;
};

/** What X calls a post's fields, in either vocabulary. */
const NAMES = { tweet: "tweet.fields", post: "post.fields" } as const;
const RENAMED: Readonly<Record<string, string>> = { note_tweet: "note_post" };

/** Asks once; renews a token that is refused once, and changes the vocabulary once. */
export async function askX(talk: XTalk, question: XQuestion): Promise<JsonObject> {
  const { http, notebook } = talk.visit;
  const memory = memoryOf(notebook);
  let answer = await send(talk, question);
  if (answer.status === 401 && talk.token.user) {
    talk.token = await renewedXToken({ ...talk.visit, kept: talk.token.kept });
    answer = await send(talk, question);
  }
  const spoken = memory.vocabulary ?? "tweet";
  if (question.fields && isRefusedWord(answer, NAMES[spoken])) {
    memory.vocabulary = spoken === "tweet" ? "post" : "tweet";
    answer = await send(talk, question);
    if (answer.status === 400) memory.vocabulary = spoken;
  }
  if (answer.status !== 200 || isFailure(objectOf(answer.body))) {
    throw refusal(answer, question.path, http.now);
  }
  return objectOf(answer.body);
}

/** A 200 can carry errors beside what it answers, or about single things that are not there; any other is a failure. */
function isFailure({ data, meta, errors }: JsonObject): boolean {
  const about =
    /\/(resource-not-found|resource-unavailable|disallowed-resource|not-authorized-for-\w+)$/;
  const isPart = (error: JsonObject) => about.test(textOf(error.type) ?? "");
  return data === undefined && meta === undefined && objectsOf(errors).some((one) => !isPart(one));
}

function send({ visit, token }: XTalk, question: XQuestion): Promise<HttpAnswer> {
  const vocabulary = memoryOf(visit.notebook).vocabulary ?? "tweet";
  const asked = new URLSearchParams(question.parameters);
  if (question.fields) addFields(asked, question.fields, vocabulary);
  return visit.http.ask(`${visit.base}${question.path}?${asked}`, { bearer: token.token });
}

/**
 * In the new vocabulary what a post refers to is no field. Expanding it would tell, and X would take the price of
 * anyone's post for each post that comes along: it is done without, and an answer's conversation alone is known.
 */
function addFields(
  asked: URLSearchParams,
  fields: readonly string[],
  vocabulary: "tweet" | "post",
): void {
  const known =
    vocabulary === "tweet"
      ? fields
      : fields
          .filter((field) => field !== "referenced_tweets")
          .map((field) => RENAMED[field] ?? field);
  asked.set(NAMES[vocabulary], known.join(","));
}

const isRefusedWord = ({ status, body }: HttpAnswer, name: string): boolean =>
  status === 400 && JSON.stringify(body).includes(name);

/** What X says when it does not answer: problem JSON, or the older list of errors. */
function refusal({ status, headers, body }: HttpAnswer, path: string, now: Instant): CollectFault {
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
