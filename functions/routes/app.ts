/** The whole door: who is asked first, and which file answers which address. */
import { cors } from "hono/cors";
import { Hono } from "hono/quick";
import { secureHeaders } from "hono/secure-headers";
import { pagePolicy } from "#page";
import { USUAL_ZONE } from "../model/day.ts";
import { Problem } from "../model/problem.ts";
import { isUsualPath } from "../present/usual-page.ts";
import { arrive, exportHolders, GUARDS, maySee } from "./access.ts";
import { ADDRESSES, type Address, type Handler, methodAndPath } from "./addresses.ts";
import { answerProblem, FOR_ONE, passes, problemOf, RETRY_SECONDS } from "./answer.ts";
import type { Ctx, Env } from "./env.ts";
import { health } from "./health.ts";
import { later } from "./later.ts";
import { login } from "./login.ts";
import { overview } from "./overview.ts";
import { asSent, messagePage } from "./page.ts";
import { isFetcher } from "./person.ts";
import { posts } from "./posts.ts";
import { series } from "./series.ts";
import { words } from "./words.ts";
import { stepsTo } from "./workroom.ts";

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
  if (!c.res.headers.has("cache-control")) c.res.headers.set("cache-control", FOR_ONE);
  c.res.headers.set("x-robots-tag", "noindex");
  // with "no-referrer" a browser sends `Origin: null` with a form, and nobody could log in
  const elsewhere = /^\/(export|e)\//.test(c.req.path);
  c.res.headers.set("referrer-policy", elsewhere ? "no-referrer" : "same-origin");
  if (c.res.headers.get("content-type")?.startsWith("text/html")) {
    c.res.headers.set("content-security-policy", await pagePolicy);
  }
});

/** One instant for all that a request does; tests say which. */
export const nowOf = (pinned: string | undefined): number =>
  Math.floor((pinned ? Date.parse(pinned) : Date.now()) / 1000);

/**
 * Every address has a handler, and no handler stands without an address: the types hold both. What a phone opens stands
 * ready; the rest is loaded when it is asked.
 */
const HANDLERS: Record<Address, Handler> = {
  ...health,
  ...login,
  ...overview,
  ...posts,
  ...series,
  ...words,
  ...later(
    [
      "GET /api/accounts",
      "POST /api/accounts",
      "PATCH /api/accounts/:id",
      "DELETE /api/accounts/:id",
      "POST /api/accounts/:id/merge",
    ],
    async () => (await import("./accounts.ts")).accounts,
  ),
  ...later(
    ["POST /api/collect", "GET /api/runs"],
    async () => (await import("./collecting.ts")).collecting,
  ),
  ...later(
    ["GET /connect/:platform", "GET /connect/:platform/callback", "POST /connect/:platform/choose"],
    async () => (await import("./connecting.ts")).connecting,
  ),
  ...later(
    ["PATCH /api/posts/:id"],
    async () => (await import("./post-corrections.ts")).corrections,
  ),
  ...later(["GET /api/notices"], async () => (await import("./notices.ts")).notices),
  ...later(["GET /api/works"], async () => (await import("./works.ts")).works),
  ...later(
    ["GET /calendar", "GET /plans/new", "GET /plans/:id"],
    async () => (await import("./calendar.ts")).calendar,
  ),
  ...later(["GET /plans.csv"], async () => (await import("./plans-table.ts")).plansTable),
  // a page is opened more often than its form is sent, and needs no schemas
  ...later(
    ["POST /plans", "POST /plans/import", "POST /plans/:id", "POST /changes/:id/undo"],
    async () => (await import("./calendar-forms.ts")).calendarForms,
  ),
  ...later(
    ["POST /answers/settle", "PATCH /api/comments/:id"],
    async () => (await import("./comments.ts")).comments,
  ),
  ...later(
    ["GET /changes", "GET /api/changes"],
    async () => (await import("./changes.ts")).changes,
  ),
  ...later(
    [
      "GET /topics",
      "POST /topics",
      "GET /api/topics",
      "POST /api/topics",
      "POST /api/topics/apply",
    ],
    async () => (await import("./topics.ts")).topics,
  ),
  ...later(
    ["GET /works", "GET /works/posts"],
    async () => (await import("./works-pages.ts")).worksPages,
  ),
  ...later(
    ["GET /works/mix", "POST /works/mix", "GET /api/target-mix", "POST /api/target-mix"],
    async () => (await import("./target-mix.ts")).targetMix,
  ),
  ...later(
    [
      "GET /almanac",
      "POST /almanac",
      "GET /api/almanac",
      "POST /api/almanac",
      "PATCH /api/almanac/:id",
      "DELETE /api/almanac/:id",
    ],
    async () => (await import("./almanac.ts")).almanac,
  ),
  ...later(
    [
      "GET /api/plans",
      "GET /api/gaps",
      "POST /api/plans",
      "POST /api/plans/import",
      "PATCH /api/plans/:id",
      "DELETE /api/plans/:id",
      "POST /api/plans/:id/post",
      "POST /api/changes/:id/undo",
    ],
    async () => (await import("./plans.ts")).plans,
  ),
  ...later(
    ["GET /e/:slug", "GET /e/:slug/:source"],
    async () => (await import("./follow.ts")).follow,
  ),
  ...later(
    ["GET /events", "GET /events/new", "GET /events/:id"],
    async () => (await import("./event-pages.ts")).eventPages,
  ),
  ...later(
    ["POST /events", "POST /events/:id"],
    async () => (await import("./event-forms.ts")).eventForms,
  ),
  ...later(
    [
      "GET /api/events",
      "POST /api/events",
      "PATCH /api/events/:id",
      "DELETE /api/events/:id",
      "POST /api/events/:id/post",
    ],
    async () => (await import("./events.ts")).events,
  ),
  ...later(
    [
      "GET /short-links/:id",
      "POST /short-links",
      "POST /short-links/:id",
      "GET /api/short-links",
      "POST /api/short-links",
      "PATCH /api/short-links/:id",
      "DELETE /api/short-links/:id",
    ],
    async () => (await import("./short-links.ts")).shortLinks,
  ),
  ...later(
    ["GET /notes/new", "GET /notes/:id"],
    async () => (await import("./note-pages.ts")).notePages,
  ),
  ...later(
    ["POST /notes", "POST /notes/:id"],
    async () => (await import("./note-forms.ts")).noteForms,
  ),
  ...later(
    ["GET /api/notes", "POST /api/notes", "PATCH /api/notes/:id", "DELETE /api/notes/:id"],
    async () => (await import("./notes.ts")).notes,
  ),
  ...later(
    ["GET /trials/new", "GET /trials/:id"],
    async () => (await import("./trial-pages.ts")).trialPages,
  ),
  ...later(
    ["POST /trials", "POST /trials/:id"],
    async () => (await import("./trial-forms.ts")).trialForms,
  ),
  ...later(
    ["GET /api/trials", "POST /api/trials", "PATCH /api/trials/:id", "DELETE /api/trials/:id"],
    async () => (await import("./trials.ts")).trials,
  ),
  ...later(
    [
      "GET /targets",
      "POST /targets",
      "POST /targets/:id",
      "GET /api/targets",
      "POST /api/targets",
      "PATCH /api/targets/:id",
      "DELETE /api/targets/:id",
    ],
    async () => (await import("./targets.ts")).targets,
  ),
  ...later(["GET /messages"], async () => (await import("./messages.ts")).messages),
  ...later(
    ["POST /messages", "POST /messages/:id"],
    async () => (await import("./message-forms.ts")).messageForms,
  ),
  ...later(
    ["GET /api/subscriptions", "POST /api/subscriptions", "DELETE /api/subscriptions/:id"],
    async () => (await import("./subscriptions.ts")).subscriptions,
  ),
  ...later(
    ["GET /data", "GET /data/bring", "GET /data/links", "GET /data/settings"],
    async () => (await import("./data.ts")).data,
  ),
  ...later(
    ["GET /api/openapi.json", "GET /api/docs"],
    async () => (await import("./description.ts")).description,
  ),
  ...later(
    ["GET /answers", "GET /api/responses"],
    async () => (await import("./answers.ts")).answers,
  ),
  ...later(
    ["GET /answers/settings", "POST /answers/settings"],
    async () => (await import("./working-hours.ts")).workingHoursPages,
  ),
  ...later(
    ["GET /report/settings", "POST /report/settings"],
    async () => (await import("./report-settings.ts")).reportSettingsPages,
  ),
  ...later(
    [
      "GET /report",
      "GET /report/:file{[0-9-]+(?:posts)?\\.csv}",
      "GET /report/:month",
      "POST /report/:month",
      "GET /api/report/:month",
      "POST /api/report/:month",
    ],
    async () => (await import("./report.ts")).report,
  ),
  ...later(
    ["GET /download.csv", "GET /download-posts.csv"],
    async () => (await import("./downloads.ts")).downloads,
  ),
  ...later(
    ["GET /api/streaks", "GET /streaks/:id", "GET /api/streaks/:id"],
    async () => (await import("./streaks.ts")).streaks,
  ),
  ...later(
    ["PATCH /api/streaks/:id", "POST /api/excused"],
    async () => (await import("./streak-reasons.ts")).reasons,
  ),
  ...later(
    [
      "GET /export/v1/:token",
      "GET /export/v1/:token/datapackage.json",
      "GET /export/v1/:token/:file{[a-z]+\\.[a-z]+}",
    ],
    async () => (await import("./exports.ts")).exports,
  ),
  ...later(
    ["POST /api/import", "GET /api/imports", "DELETE /api/imports/:id"],
    async () => (await import("./imports.ts")).imports,
  ),
  // apart from the files, which need no schemas
  ...later(["POST /api/typed"], async () => (await import("./typed.ts")).typed),
  ...later(
    ["GET /links/:id", "GET /api/links", "POST /api/links", "DELETE /api/links/:id"],
    async () => (await import("./links.ts")).links,
  ),
  ...later(
    ["GET /api/settings", "PATCH /api/settings", "POST /api/rebuild"],
    async () => (await import("./settings.ts")).settings,
  ),
  ...later(
    ["GET /api/backup", "GET /api/restore", "POST /api/restore", "DELETE /api/restore"],
    async () => (await import("./backup.ts")).backup,
  ),
  ...later(
    ["GET /restore", "GET /admin-token", "POST /admin-token"],
    async () => (await import("./hand-over.ts")).handOver,
  ),
  ...later(["POST /api/snapshots"], async () => (await import("./snapshots.ts")).snapshots),
};

/** Answered before it is asked who calls, which a database of another schema could not say. */
const FIRST: Address = "GET /healthz";
answer(FIRST);

app.use(arrive);

// before the token is asked for, so that a page elsewhere can read why it opens nothing
app.use(
  "/export/*",
  cors({ origin: "*", exposeHeaders: ["ETag", "Last-Modified", "Link", "Content-Disposition"] }),
);
// hono's linear router, which needs no tree before the first request, knows no name beside a star
app.use("/export/v1/*", exportHolders);

for (const address of Object.keys(ADDRESSES) as Address[]) if (address !== FIRST) answer(address);

function answer(address: Address): void {
  const { method, path } = methodAndPath(address);
  const steps = [...(isUsualPath(path) ? [asSent] : []), ...stepsTo(address)];
  app.on(method, [path], ...GUARDS[ADDRESSES[address]], ...steps, HANDLERS[address]);
}

app.notFound((c) => {
  const problem = new Problem("not_found", `there is nothing at ${new URL(c.req.url).pathname}`);
  return wantsPage(c.req.path, c.req.header("accept"))
    ? messagePage(c, "not_found", 404)
    : answerProblem(c, problem);
});

app.onError((error, c) => {
  const problem = problemOf(error, c.get("library") !== undefined);
  if (!wantsPage(c.req.path, c.req.header("accept"))) return answerProblem(c, problem);
  if (!c.get("library")) standIn(c);
  switch (problem.code) {
    // whoever came by a link that is over, or by none, learns whom to ask: few of them are the admin
    case "gone":
      return messagePage(c, "link_revoked", 410);
    case "unauthorized":
      if (c.get("closed") === "expired") return messagePage(c, "link_expired", 404);
      // a messenger shows nothing of an address that answers 401, the library's name neither
      if (isFetcher(c)) return messagePage(c, "no_link", 200);
      return messagePage(c, c.get("closed") === "unknown" ? "link_unknown" : "no_link", 401);
    case "forbidden":
      return messagePage(c, forbiddenTo(c), 403);
    case "not_found":
      return messagePage(c, "not_found", 404);
    case "rate_limited":
      return messagePage(c, "too_many", 429);
    case "invalid":
      return messagePage(c, "invalid", 400, problem.problems);
    case "unavailable":
      if (c.get("restoring") && problem.problems.some(({ code }) => code === "restoring")) {
        return restoringPage(c);
      }
      if (passes(problem)) c.header("retry-after", String(RETRY_SECONDS));
      return messagePage(c, "unavailable", 503, problem.problems);
    default:
      return messagePage(c, "internal", problem.status);
  }
});

/**
 * Who plans may change things, but not these; who looks learns who else than the admin may; who may not even look is not told
 * that the link is for looking.
 */
function forbiddenTo(c: Ctx) {
  if (c.get("caller")?.kind === "plan") return "forbidden_to_plan";
  if (!maySee(c)) return "no_link";
  return c.get("for_planners") ? "forbidden_to_view" : "forbidden";
}

/** Nobody is shown half of a library: how far it is, and for the admin the way to go on with it. */
async function restoringPage(c: Ctx): Promise<Response> {
  c.header("retry-after", String(RETRY_SECONDS));
  const { restoringMessage } = await import("./hand-over.ts");
  return restoringMessage(c);
}

/** Where the database could not say whose house it is, a person is told so in words all the same. */
function standIn(c: Ctx): void {
  c.set("caller", null);
  c.set("time_zone", c.env.TIME_ZONE ?? USUAL_ZONE);
  c.set("library", {
    name: "Denyut",
    language: "id",
    time_zone: null,
    demo: false,
    x_ceiling_usd: 0,
    version: 0,
    last_read_at: null,
    contact: null,
    standing_claims: [],
  });
}

/** A person's browser gets a page; everything under /api and the export's files the one error shape. */
const wantsPage = (path: string, accept: string | undefined): boolean =>
  !path.startsWith("/api/") && !EXPORTED_FILE.test(path) && (accept ?? "").includes("text/html");

const EXPORTED_FILE = /^\/export\/v1\/[^/]*\/./;

// hono puts its routes in order at the first match: no request waits for that
app.router.match("GET", "/");
