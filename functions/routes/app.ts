/** The whole door: who is asked first, and which file answers which address. */
import { Hono } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import { pagePolicy } from "#page";
import { Problem } from "../model/problem.ts";
import { arrive, exportHolders, GUARDS } from "./access.ts";
import { accounts } from "./accounts.ts";
import { ADDRESSES, type Address, type Handler, methodAndPath } from "./addresses.ts";
import { answerProblem, problemOf } from "./answer.ts";
import { collecting } from "./collecting.ts";
import { connecting } from "./connecting.ts";
import { data } from "./data.ts";
import { description } from "./description.ts";
import { downloads } from "./downloads.ts";
import type { Env } from "./env.ts";
import { exports } from "./exports.ts";
import { health } from "./health.ts";
import { imports } from "./imports.ts";
import { links } from "./links.ts";
import { login } from "./login.ts";
import { overview } from "./overview.ts";
import { messagePage } from "./page.ts";
import { posts } from "./posts.ts";
import { series } from "./series.ts";
import { settings } from "./settings.ts";
import { snapshots } from "./snapshots.ts";
import { streaks } from "./streaks.ts";
import { words } from "./words.ts";

export const app = new Hono<Env>();

app.use(
  secureHeaders({
    xFrameOptions: "DENY",
    // set below
    referrerPolicy: false,
    // hono's own default would not let a page be read by the tools that the export is for
    crossOriginResourcePolicy: false,
  }),
);

app.use(async (c, next) => {
  c.set("now", nowOf(c.env.NOW));
  await next();
  c.res.headers.set("x-robots-tag", "noindex");
  // with "no-referrer" a browser sends `Origin: null` with a form, and nobody could log in
  const exported = c.req.path.startsWith("/export/");
  c.res.headers.set("referrer-policy", exported ? "no-referrer" : "same-origin");
  if (c.res.headers.get("content-type")?.startsWith("text/html")) {
    c.res.headers.set("content-security-policy", await pagePolicy());
  }
});

/** One instant for all that a request does; tests say which. */
const nowOf = (pinned: string | undefined): number =>
  Math.floor((pinned ? Date.parse(pinned) : Date.now()) / 1000);

app.use(arrive);

// before the token is asked for, so that a page elsewhere can read why it opens nothing
app.use(
  "/export/*",
  cors({ origin: "*", exposeHeaders: ["ETag", "Last-Modified", "Link", "Content-Disposition"] }),
);
app.use("/export/v1/:token/*", exportHolders);

/** Every address has a handler, and no handler stands without an address: the types hold both. */
const HANDLERS: Record<Address, Handler> = {
  ...accounts,
  ...collecting,
  ...connecting,
  ...data,
  ...description,
  ...downloads,
  ...exports,
  ...health,
  ...imports,
  ...links,
  ...login,
  ...overview,
  ...posts,
  ...series,
  ...settings,
  ...snapshots,
  ...streaks,
  ...words,
};

for (const address of Object.keys(ADDRESSES) as Address[]) {
  const { method, path } = methodAndPath(address);
  app.on(method, [path], ...GUARDS[ADDRESSES[address]], HANDLERS[address]);
}

app.notFound((c) => {
  const problem = new Problem("not_found", `there is nothing at ${new URL(c.req.url).pathname}`);
  return wantsPage(c.req.path, c.req.header("accept"))
    ? messagePage(c, "not_found", 404)
    : answerProblem(c, problem);
});

app.onError((error, c) => {
  const problem = problemOf(error);
  if (!wantsPage(c.req.path, c.req.header("accept")) || !c.get("library")) {
    return answerProblem(c, problem);
  }
  switch (problem.code) {
    // whoever came by a link that is over learns that, and not that there is an admin
    case "gone":
      return messagePage(c, "link_revoked", 410);
    case "unauthorized":
      if (c.get("closed") === "expired") return messagePage(c, "link_expired", 404);
      return messagePage(c, "login", 401);
    case "forbidden":
      return messagePage(c, "forbidden", 403);
    case "not_found":
      return messagePage(c, "not_found", 404);
    case "rate_limited":
      return messagePage(c, "too_many", 429);
    case "invalid":
      return messagePage(c, "invalid", 400, problem.problems);
    default:
      return messagePage(c, "internal", problem.status);
  }
});

/** A person's browser gets a page; everything under /api and the export's files the one error shape. */
const wantsPage = (path: string, accept: string | undefined): boolean =>
  !path.startsWith("/api/") && !EXPORTED_FILE.test(path) && (accept ?? "").includes("text/html");

const EXPORTED_FILE = /^\/export\/v1\/[^/]*\/./;
