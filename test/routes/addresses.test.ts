/** Each address opens to whom the table says, and to nobody else. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Who } from "../../functions/model/link.ts";
import { ADDRESSES, type Address, methodAndPath } from "../../functions/routes/addresses.ts";
import { app } from "../../functions/routes/app.ts";
import { ADMIN_TOKEN, startWorker, type TestWorker } from "../worker.ts";

const CALLERS = [
  "nobody",
  "view",
  "plan",
  "push",
  "export",
  "export with dashboard",
  "admin",
] as const;
type Caller = (typeof CALLERS)[number];

/** Said here anew, so that a word of the table cannot come to mean another thing unnoticed. */
const OPEN_TO: Record<Who, readonly Caller[]> = {
  anyone: CALLERS,
  view: ["view", "plan", "export with dashboard", "admin"],
  "view (in the address)": ["view", "plan", "export with dashboard"],
  "export (in the address)": ["export", "export with dashboard"],
  "push, admin": ["push", "admin"],
  "plan, admin": ["plan", "admin"],
  admin: ["admin"],
};

const addresses = Object.keys(ADDRESSES) as Address[];

let worker: TestWorker;
const tokens = new Map<Caller, string>([["admin", ADMIN_TOKEN]]);
beforeAll(async () => {
  worker = await startWorker({ now: "2026-11-23T05:30:00Z" });
  for (const kind of ["view", "plan", "push", "export"] as const)
    tokens.set(kind, await worker.token(kind));
  tokens.set("export with dashboard", await worker.token("export", { with_dashboard: true }));
});
afterAll(() => worker.close());

test("the table names every route that Hono has, in its order, and none besides", () => {
  const routes = app.routes.filter(({ method }) => method !== "ALL");
  const registered = routes.map(({ method, path }) => `${method} ${path}`);
  expect([...new Set(registered)]).toEqual(addresses);
});

/** What fills a name of a path. Nothing has this id, so that an address which opens changes nothing. */
const NAMES: Record<string, string> = {
  ":id": "999999",
  ":platform": "instagram",
  ":file{[a-z]+\\.[a-z]+}": "days.csv",
  ":file{[0-9-]+(?:posts)?\\.csv}": "2026-11.csv",
  // it runs: nothing is made of it
  ":month": "2026-11",
};

type Way = "bearer" | "cookie";
const WAYS: readonly Way[] = ["bearer", "cookie"];

/** As a program says its token, and as a browser does, from the page itself. */
const said = (token: string, way: Way): Record<string, string> =>
  way === "bearer"
    ? { authorization: `Bearer ${token}` }
    : { cookie: `denyut=${token}`, origin: worker.url.origin };

/** A caller's request to an address; where the address holds a token, theirs stands there and nowhere else. */
function call(address: Address, caller: Caller, way: Way): Promise<Response> {
  const { method, path } = methodAndPath(address);
  const token = tokens.get(caller);
  const inPath = path.includes(":token");
  const filled = path.replaceAll(
    /:\w+(\{.*\})?/g,
    (name) => NAMES[name] ?? (token === undefined ? "nothing" : token),
  );
  const form = address === "POST /login" ? new URLSearchParams({ token: ADMIN_TOKEN }) : null;
  return worker.fetch(filled, {
    method,
    headers: token === undefined || inPath ? {} : said(token, way),
    ...(method === "GET" ? {} : { body: form ?? "{}" }),
  });
}

/**
 * What may be kept of an answer: by a browser that asks each time, where there is a tag to ask by; else by nobody. And by a
 * cache between, which gives it to others, never.
 */
const MAY_KEEP = { tagged: /^private, no-cache$/, untagged: /^(private, )?no-store$/ };

test.each(addresses)(
  "no cache between gives anybody what %s answered somebody else",
  async (address) => {
    for (const caller of CALLERS) {
      const { status, headers } = await call(address, caller, "bearer");
      const control = headers.get("cache-control") ?? "";
      const tagged = headers.get("etag") !== null;
      expect([caller, status, control]).toEqual([
        caller,
        status,
        expect.stringMatching(tagged ? MAY_KEEP.tagged : MAY_KEEP.untagged),
      ]);
    }
  },
);

/** Was the caller let in? What then is missing or wrong is another matter. */
function letIn(address: Address, { status }: Response): boolean {
  // an address with a token in it does not say that there is anything for others
  return address.includes(":token") ? status < 400 : status !== 401 && status !== 403;
}

describe.each(addresses)("%s", (address) => {
  const who = ADDRESSES[address];
  test.each(address.includes(":token") ? WAYS.slice(0, 1) : WAYS)(
    `is for ${who}, by %s`,
    async (way) => {
      const found: Caller[] = [];
      for (const caller of CALLERS) {
        const answer = await call(address, caller, way);
        if (letIn(address, answer)) found.push(caller);
        if (!letIn(address, answer) && !address.includes(":token")) {
          expect([caller, answer.status]).toEqual([caller, caller === "nobody" ? 401 : 403]);
        }
      }
      expect(found).toEqual(OPEN_TO[who]);
    },
  );
});
