/** X's API v2: users, timelines, posts, recent search, spending. */
import { dayOf, SECONDS_A_DAY } from "../../functions/model/day.ts";
import type { Instant } from "../../functions/model/snapshot.ts";
import { type Answer, type Incoming, list, ok, scopesOf } from "./call.ts";
import { expired } from "./grants.ts";
import { handleAt, postsAt } from "./shown.ts";
import { accountById, callsWithin, nowOf } from "./state.ts";
import type { WorldAccount } from "./world.ts";
import { forbidden, invalidRequest, notFound, tooMany, unauthorized } from "./x-answers.ts";
import { xLogin } from "./x-login.ts";
import { conversationsOf, type Included, postAnswer, type XPost } from "./x-posts.ts";
import { searchOf } from "./x-search.ts";
import { unknownWords, VOCABULARIES, type Vocabulary } from "./x-words.ts";

/** US$ a thing that is read, asked for or brought along; a thing read twice on a UTC day is paid once. */
const PRICE = { post: 0.005, owned: 0.001, user: 0.01 } as const;

/** A timeline goes back so far, recent search so long. */
const TIMELINE_POSTS = 3_200;
const SEARCH_SECONDS = 7 * SECONDS_A_DAY;
const LONGEST_QUERY = 512;

/** What may be asked, and how often in 15 minutes: with an app's token, with a user's. */
type Route = {
  path: RegExp;
  limits: readonly [app: number, user: number];
  parameters: readonly string[];
  user?: true;
  answer: (call: Incoming, words: Vocabulary, found: string) => Answer;
};

const USER = ["user.fields", "user expansions", "POST_FIELDS"] as const;
const POSTS = [
  "POST_FIELDS",
  "expansions",
  "media.fields",
  "poll.fields",
  "user.fields",
  "place.fields",
] as const;
const TIMELINE = [
  ...POSTS,
  "max_results",
  "pagination_token",
  "start_time",
  "end_time",
  "since_id",
  "until_id",
] as const;

const ROUTES: readonly Route[] = [
  { path: /^\/2\/users\/me$/, limits: [0, 75], parameters: USER, user: true, answer: readMe },
  {
    path: /^\/2\/users\/by\/username\/(\w{1,15})$/,
    limits: [300, 900],
    parameters: USER,
    answer: readByHandle,
  },
  { path: /^\/2\/users\/(\d+)$/, limits: [300, 900], parameters: USER, answer: readById },
  {
    path: /^\/2\/users\/(\d+)\/tweets$/,
    limits: [10_000, 900],
    parameters: [...TIMELINE, "exclude"],
    answer: readTimeline,
  },
  {
    path: /^\/2\/users\/(\d+)\/mentions$/,
    limits: [450, 300],
    parameters: TIMELINE,
    answer: readMentions,
  },
  {
    path: /^\/2\/tweets$/,
    limits: [3_500, 5_000],
    parameters: [...POSTS, "ids"],
    answer: readPosts,
  },
  {
    path: /^\/2\/tweets\/search\/recent$/,
    limits: [450, 300],
    parameters: [...TIMELINE, "query", "next_token", "sort_order"],
    answer: searchRecent,
  },
  {
    path: /^\/2\/usage\/tweets$/,
    limits: [50, 50],
    parameters: ["days", "usage.fields"],
    answer: readUsage,
  },
];

export async function xDoor(call: Incoming): Promise<Answer> {
  const login = await xLogin(call);
  if (login) return login;
  const words = VOCABULARIES[call.state.x_vocabulary];
  for (const route of ROUTES) {
    const match = route.path.exec(call.path);
    if (match && call.method === "GET") return routed(call, words, route, match[1] ?? "");
  }
  return { status: 404, body: { title: "Not Found", type: "about:blank", status: 404 } };
}

function routed(call: Incoming, words: Vocabulary, route: Route, found: string): Answer {
  const { grant, state } = call;
  if (!grant || grant.dead !== null || expired(grant, nowOf(state))) return unauthorized();
  if (route.user && grant.kind === "app") return forbidden("This endpoint needs user context.");
  const headers = rateHeaders(call, route);
  if (Number(headers["x-rate-limit-remaining"]) < 0) return { ...tooMany(), headers };
  if (grant.kind !== "app" && !scopesOf(call).includes("tweet.read")) {
    return { ...forbidden("The token lacks the scope tweet.read."), headers };
  }
  const wrong = wrongParameter(call, words, route);
  const answer = wrong ?? route.answer(call, words, found);
  return { ...answer, headers };
}

const QUARTER = 900;

function rateHeaders(call: Incoming, { limits, path }: Route): Record<string, string> {
  const now = nowOf(call.state);
  const used = call.fault?.kind === "usage" ? call.fault.percent : null;
  const limit = limits[call.grant?.kind === "app" ? 0 : 1];
  const begun = now - (now % QUARTER);
  const made = callsWithin(call.state, `x ${call.grant?.token} ${path.source}`, now - begun + 1);
  const left = used === null ? limit - made : Math.floor((limit * (100 - used)) / 100);
  return {
    "x-rate-limit-limit": String(limit),
    "x-rate-limit-remaining": String(left),
    "x-rate-limit-reset": String(begun + QUARTER),
  };
}

/** The first parameter that this server does not know, or whose value it does not take. */
function wrongParameter(call: Incoming, words: Vocabulary, { parameters }: Route): Answer | null {
  const known = new Set(
    parameters.map((one) => {
      if (one === "POST_FIELDS") return words.post_fields;
      return one === "user expansions" ? "expansions" : one;
    }),
  );
  const expansions = parameters.includes("user expansions") ? "user expansions" : "expansions";
  for (const [name, value] of Object.entries(call.query)) {
    if (!known.has(name)) {
      const all = [...known].join(",");
      return invalidRequest(name, value, `The query parameter [${name}] is not one of [${all}]`);
    }
    if (!name.endsWith(".fields") && name !== "expansions" && name !== "exclude") continue;
    if (name === "usage.fields") continue;
    const retired = call.fault?.kind === "metric_retired" ? call.fault.metric : null;
    const unknown = unknownWords(words, name === "expansions" ? expansions : name, value);
    const wrong = unknown[0] ?? list(value).find((word) => word === retired);
    if (wrong !== undefined) {
      return invalidRequest(
        name,
        value,
        `The \`${name}\` query parameter value [${wrong}] is not valid`,
      );
    }
  }
  return null;
}

/** What reading these things costs today. */
function priceOf(call: Incoming, kind: "post" | "user", ids: readonly string[], owned: boolean) {
  const today = dayOf(nowOf(call.state), "UTC");
  const read = call.state.x_reads.get(today) ?? new Set<string>();
  call.state.x_reads.set(today, read);
  const fresh = ids.filter((id) => !read.has(`${kind} ${id}`));
  for (const id of fresh) read.add(`${kind} ${id}`);
  return fresh.length * (kind === "user" ? PRICE.user : owned ? PRICE.owned : PRICE.post);
}

function readMe(call: Incoming, words: Vocabulary): Answer {
  const account = call.grant?.account ? accountById(call.state, call.grant.account) : undefined;
  return account ? userAnswer(call, words, account) : unauthorized();
}

const xAccounts = ({ state }: Incoming) =>
  state.world.accounts.filter(({ platform }) => platform === "x");

function accountNamed(call: Incoming, handle: string): WorldAccount | undefined {
  const { changes } = call.state;
  const now = nowOf(call.state);
  return xAccounts(call).find(
    (account) => handleAt(account, changes, now).toLowerCase() === handle.toLowerCase(),
  );
}

function readByHandle(call: Incoming, words: Vocabulary, handle: string): Answer {
  const account = accountNamed(call, handle);
  return account
    ? userAnswer(call, words, account)
    : ok({ errors: [notFound("user", "username", handle)] });
}

function readById(call: Incoming, words: Vocabulary, id: string): Answer {
  const account = xAccounts(call).find(({ external_id }) => external_id === id);
  return account ? userAnswer(call, words, account) : ok({ errors: [notFound("user", "id", id)] });
}

function userAnswer(call: Incoming, words: Vocabulary, account: WorldAccount): Answer {
  const { changes } = call.state;
  const now = nowOf(call.state);
  const fields = new Set(list(call.query["user.fields"]));
  const user: Record<string, unknown> = {
    id: account.external_id,
    name: account.name,
    username: handleAt(account, changes, now),
  };
  if (fields.has("verified")) user.verified = false;
  if (fields.has("protected")) user.protected = false;
  if (fields.has("created_at")) user.created_at = "2013-04-02T03:00:00.000Z";
  if (fields.has("public_metrics")) {
    const posts = postsAt(account, changes, now).length;
    user.public_metrics = {
      followers_count: account.followersAt(now),
      following_count: 55,
      [words.posts]: posts,
      listed_count: 4,
      like_count: 90,
      media_count: Math.floor(posts / 3),
    };
  }
  return { ...ok({ data: user }), cost_usd: priceOf(call, "user", [account.external_id], false) };
}

/** Posts that go back in a list, a page of them, with what they refer to. */
function pageAnswer(
  call: Incoming,
  words: Vocabulary,
  posts: readonly XPost[],
  { least, owned, token }: { least: number; owned: boolean; token: string },
): Answer {
  const usual = least === 5 ? 10 : least;
  const most = call.query.max_results === undefined ? usual : Number(call.query.max_results);
  if (!Number.isInteger(most) || most < least || most > 100) {
    const message = `The \`max_results\` query parameter value [${call.query.max_results}] is not between ${least} and 100`;
    return invalidRequest("max_results", String(call.query.max_results), message);
  }
  const bounded = inWindow(call, posts);
  const after = call.query[token] ?? call.query.pagination_token;
  const last = after === undefined ? null : decodeToken(after);
  if (last === "") return invalidRequest(token, after ?? "", `The \`${token}\` is not valid`);
  const from = last === null ? 0 : bounded.findIndex((post) => BigInt(post.id) < BigInt(last));
  const shown = from < 0 ? [] : bounded.slice(from, from + most);
  const [newest, oldest] = [shown[0], shown.at(-1)];
  if (!newest || !oldest) return ok({ meta: { result_count: 0 } });
  const more = from + most < bounded.length;
  return postsAnswer(call, words, shown, owned, {
    meta: {
      result_count: shown.length,
      newest_id: newest.id,
      oldest_id: oldest.id,
      ...(more ? { next_token: encodeToken(oldest.id) } : {}),
    },
  });
}

const encodeToken = (id: string): string => `7140dibdnow${BigInt(id).toString(36)}`;

/** The id after which a page begins; empty for a token that nobody gave. */
function decodeToken(token: string): string {
  const digits = /^7140dibdnow([0-9a-z]+)$/.exec(token)?.[1];
  if (digits === undefined) return "";
  return String(
    [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n),
  );
}

function inWindow({ query }: Incoming, posts: readonly XPost[]): XPost[] {
  const time = (text: string | undefined, otherwise: number) =>
    text === undefined ? otherwise : Date.parse(text) / 1000;
  const start = time(query.start_time, 0);
  const end = time(query.end_time, Number.POSITIVE_INFINITY);
  const { since_id, until_id } = query;
  return posts.filter(
    ({ at, id }) =>
      at >= start &&
      at < end &&
      (since_id === undefined || BigInt(id) > BigInt(since_id)) &&
      (until_id === undefined || BigInt(id) < BigInt(until_id)),
  );
}

function postsAnswer(
  call: Incoming,
  words: Vocabulary,
  posts: readonly XPost[],
  owned: boolean,
  more: object = {},
  missing: readonly object[] = [],
): Answer {
  const included: Included = { media: [], polls: [], posts: new Set() };
  const errors: object[] = [...missing];
  const data = posts.map((post) => postAnswer(call, words, post, included, errors));
  const referred = referredTo(call, included);
  const nothingMore: Included = { media: [], polls: [], posts: new Set() };
  const along = referred.map((post) => postAnswer(call, words, post, nothingMore, errors));
  const includes = {
    ...(included.media.length > 0 ? { media: included.media } : {}),
    ...(included.polls.length > 0 ? { polls: included.polls } : {}),
    ...(along.length > 0 ? { [words.included]: along } : {}),
  };
  const body = {
    ...(data.length > 0 ? { data } : {}),
    ...(Object.keys(includes).length > 0 ? { includes } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...more,
  };
  const idsOf = (some: readonly XPost[]) => some.map(({ id }) => id);
  const cost_usd =
    priceOf(call, "post", idsOf(posts), owned) + priceOf(call, "post", idsOf(referred), false);
  return { ...ok(body), cost_usd };
}

/** Posts that come along because others refer to them: X takes the price of anyone's post for each. */
function referredTo(call: Incoming, { posts }: Included): XPost[] {
  if (posts.size === 0) return [];
  return xAccounts(call)
    .flatMap((account) => conversationsOf(call, account))
    .filter(({ id }) => posts.has(id));
}

function readTimeline(call: Incoming, words: Vocabulary, id: string): Answer {
  const account = xAccounts(call).find(({ external_id }) => external_id === id);
  if (!account) return ok({ errors: [notFound("user", "id", id)] });
  const without = new Set(list(call.query.exclude));
  const posts = conversationsOf(call, account)
    .filter(({ author, answers }) => author === id && !(without.has("replies") && answers))
    .slice(0, TIMELINE_POSTS);
  const owned = call.grant?.account === id;
  return pageAnswer(call, words, posts, { least: 5, owned, token: "pagination_token" });
}

function readMentions(call: Incoming, words: Vocabulary, id: string): Answer {
  const account = xAccounts(call).find(({ external_id }) => external_id === id);
  if (!account) return ok({ errors: [notFound("user", "id", id)] });
  const posts = conversationsOf(call, account)
    .filter(({ author }) => author !== id)
    .slice(0, 800);
  const owned = call.grant?.account === id;
  return pageAnswer(call, words, posts, { least: 5, owned, token: "pagination_token" });
}

function readPosts(call: Incoming, words: Vocabulary): Answer {
  const ids = list(call.query.ids);
  if (ids.length === 0 || ids.length > 100) {
    const message = `The number of values in the \`ids\` query parameter list [${ids.length}] is not between 1 and 100`;
    return invalidRequest("ids", call.query.ids ?? "", message);
  }
  const all = new Map(
    xAccounts(call).flatMap((account) =>
      conversationsOf(call, account).map((post): [string, XPost] => [post.id, post]),
    ),
  );
  const found = ids.flatMap((id) => all.get(id) ?? []);
  const missing = ids.filter((id) => !all.has(id)).map((id) => notFound("tweet", "ids", id));
  return postsAnswer(call, words, found, false, {}, missing);
}

function searchRecent(call: Incoming, words: Vocabulary): Answer {
  const now = nowOf(call.state);
  const { query = "", start_time } = call.query;
  const test = searchOf(query, (name) =>
    /^\d+$/.test(name) ? name : (accountNamed(call, name.replace(/^@/, ""))?.external_id ?? null),
  );
  if (!test || query.length > LONGEST_QUERY) {
    return invalidRequest("query", query, "There were errors processing your request.");
  }
  const oldest: Instant = now - SEARCH_SECONDS;
  if (start_time !== undefined && Date.parse(start_time) / 1000 < oldest) {
    const message = `Invalid 'start_time':'${start_time}'. 'start_time' must be on or after 7 days ago.`;
    return invalidRequest("start_time", start_time, message);
  }
  const posts = xAccounts(call)
    .flatMap((account) => conversationsOf(call, account))
    .filter((post) => post.at >= oldest && test(post))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return pageAnswer(call, words, posts, { least: 10, owned: false, token: "next_token" });
}

function readUsage(call: Incoming): Answer {
  const days = Number(call.query.days ?? 7);
  if (!Number.isInteger(days) || days < 1 || days > 90) {
    return invalidRequest(
      "days",
      call.query.days ?? "",
      "The `days` value is not between 1 and 90",
    );
  }
  const now = nowOf(call.state);
  const usage = Array.from({ length: days }, (_, index) => {
    const date = dayOf(now - (days - 1 - index) * SECONDS_A_DAY, "UTC");
    return {
      date: `${date}T00:00:00.000Z`,
      usage: String(call.state.x_reads.get(date)?.size ?? 0),
    };
  });
  const sum = usage.reduce((all, one) => all + Number(one.usage), 0);
  return ok({
    data: {
      project_id: "1",
      project_cap: "3000000",
      project_usage: String(sum),
      cap_reset_day: 1,
      daily_project_usage: { project_id: "1", usage },
    },
  });
}
