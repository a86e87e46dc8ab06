/** Asking X: the token, and the vocabulary in which a post's fields are named. */
import type { XCredentials } from "../../model/credentials.ts";
import { type JsonObject, objectOf } from "../../model/json.ts";
import type { Instant } from "../../model/snapshot.ts";
import type { HttpAnswer } from "../http.ts";
import type { Visit } from "../visit.ts";
import { memoryOf } from "./memory.ts";
import { isFailure, refusal } from "./refusal.ts";
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
