/** Every kind of request whose time is measured, and what it may take. */
import { isoInstant } from "../../functions/model/day.ts";
import { ROWS_A_PIECE } from "../../web/islands/pieces.ts";
import { hourlyRun, LATER, readingOf } from "./history.ts";
import { instagramFile } from "./instagram-file.ts";
import type { Library } from "./library.ts";
import { VARS } from "./metered.ts";
import type { Workerd } from "./workerd.ts";

const HOUR = 3600;
const DAY = 24 * HOUR;
const READINGS = 250;

type Budget = { warm: number; fresh: number };
/** `workroom: null`: nothing of it is handed on. */
type Budgets = { worker: Budget; workroom: Budget | null };

/** In yardsticks, of which the free plan gives an invocation of the Worker one. What a phone opens is to leave most of it. */
const WORKER = { page: { warm: 0.3, fresh: 1 }, other: { warm: 0.5, fresh: 1 } };
/** The workroom has three thousand; somebody waits for it all the same, and a program longer than a person. */
const WORKROOM = { page: { warm: 2.5, fresh: 8 }, other: { warm: 5, fresh: 12 } };

/** What it hands on is measured by another of the kind, if it does. */
const HERE: Budgets = { worker: WORKER.page, workroom: null };
const PAGE: Budgets = { worker: WORKER.page, workroom: WORKROOM.page };
const FILE: Budgets = { worker: WORKER.other, workroom: WORKROOM.other };

export type CpuKind = {
  what: string;
  budgets: Budgets;
  status: number;
  /** The next request of its kind. */
  next: () => { path: string; init?: RequestInit };
};

/** Asks for nothing else, and for a page that is not kept as it was sent. */
const ANEW = "t=1";

/** Of what was read an hour ago. */
const OLD_TAG = 'W/"0123456789abcdef0123456789abcdef"';

/** Handles of accounts that are made to be taken away again. */
export const NEWCOMER = "newcomer";

/** @param worker holds the library; asked only for what is in it */
export async function cpuRequests(worker: Workerd, library: Library): Promise<CpuKind[]> {
  const now = { "bench-now": isoInstant(LATER) };
  const seen = { cookie: `denyut=${library.view}`, ...now };
  const opened = await worker.fetch("/", { headers: seen });
  const etag = opened.headers.get("etag") ?? "";
  const idOf = async (path: string) => {
    const found = await (await worker.fetch(path, { headers: seen })).text();
    return /"id":(\d+)/.exec(found)?.[1];
  };
  const post = await idOf("/api/posts");
  const streak = await idOf("/api/streaks");
  const [from] = isoInstant(LATER - 730 * DAY).split("T");

  const get = (what: string, path: string, budgets: Budgets, known = ""): CpuKind => ({
    what,
    budgets,
    status: known === etag ? 304 : 200,
    next: () => ({
      path,
      init: { headers: { ...seen, ...(known === "" ? {} : { "if-none-match": known }) } },
    }),
  });
  const file = (what: string, name: string) =>
    get(what, `/export/v1/${library.exported}/${name}`, FILE);
  return [
    get("healthz", "/healthz", HERE),
    get("a page that is unchanged (304)", "/", HERE, etag),
    get("Overview, 28 days, sent before", "/", HERE),
    {
      what: "what is said to who has no link",
      budgets: HERE,
      status: 401,
      next: () => ({ path: "/", init: { headers: { accept: "text/html" } } }),
    },
    get("Overview, 28 days", `/?${ANEW}`, PAGE),
    get("Overview, 24 months", `/?period=2y&${ANEW}`, PAGE),
    get("Overview, sent before, of which the browser has an older one", "/", HERE, OLD_TAG),
    get("Calendar, of which the browser has an older one", `/calendar?${ANEW}`, HERE, OLD_TAG),
    get("Posts, 28 days", `/posts?${ANEW}`, PAGE),
    get("Posts, 24 months", `/posts?period=2y&${ANEW}`, PAGE),
    get("one post", `/posts/${post}`, PAGE),
    get("trend, 24 months", `/trend?metric=engagement_rate&period=2y&${ANEW}`, PAGE),
    get("Calendar", `/calendar?${ANEW}`, PAGE),
    get("Data", "/data", PAGE),
    get("a streak", `/streaks/${streak}`, PAGE),
    file("days.csv, two years", `days.csv?from=${from}`),
    file("days.csv, all", "days.csv"),
    file("posts.csv, two years", `posts.csv?from=${from}`),
    file("posts.csv, all", "posts.csv"),
    file("snapshots.csv, a month", "snapshots.csv"),
    ...pushes(library),
    imported(),
  ];
}

/** What is pushed is always news: time goes on from one to the next. */
function pushes({ push }: Library): CpuKind[] {
  let now = LATER;
  let newcomers = 0;
  const pushed = (what: string, budgets: Budgets, make: () => object[]): CpuKind => ({
    what,
    budgets,
    status: 200,
    next: () => ({
      path: "/api/snapshots",
      init: {
        method: "POST",
        body: JSON.stringify(make()),
        headers: {
          authorization: `Bearer ${push}`,
          "content-type": "application/json",
          "bench-now": isoInstant(now),
        },
      },
    }),
  });
  const hours = (count: number) =>
    Array.from({ length: count }, () => {
      now += HOUR;
      return hourlyRun("instagram", now);
    });
  return [
    pushed("push of an account with 4 posts", { ...FILE, worker: WORKER.page }, () => hours(1)),
    // a run says the account and its four newest posts
    pushed(`push of ${READINGS} readings, hourly`, FILE, () => hours(READINGS / 5)),
    pushed(`push of ${READINGS} new posts`, FILE, () => [
      {
        platform: "tiktok",
        account: `${NEWCOMER}.pushed.${++newcomers}`,
        read_at: isoInstant(LATER),
        followers: 1000,
        posts: Array.from({ length: READINGS }, (_, index) => {
          const published_at = LATER - (index + 10) * DAY;
          const size = 50 + ((index * 37) % 60);
          const id = `${newcomers}-${index}`;
          return readingOf({ id, published_at, format: "image", size }, published_at + 8 * DAY);
        }),
      },
    ]),
  ];
}

function imported(): CpuKind {
  let newcomers = 0;
  return {
    what: `import of ${ROWS_A_PIECE} rows, a new account`,
    budgets: FILE,
    status: 200,
    next: () => ({
      path: "/api/import",
      init: {
        method: "POST",
        body: instagramFile(`${NEWCOMER}.imported`, ++newcomers, ROWS_A_PIECE, LATER),
        headers: {
          authorization: `Bearer ${VARS.ADMIN_TOKEN}`,
          "content-type": "text/csv",
          "bench-now": isoInstant(LATER),
        },
      },
    }),
  };
}
